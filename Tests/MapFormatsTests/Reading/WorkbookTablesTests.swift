import Foundation
import MapFormats
import OrderedCollections
import Tabular
import TestSupport
import Testing

struct WorkbookTablesTests {
  private static func sheet(_ name: String, _ rows: [[String]], isHidden: Bool = false) -> WorkbookSheet {
    var sheet = WorkbookSheet(name, rows.map { row in .init(row.map { $0.isEmpty ? .empty : .text($0) }) })
    sheet.isHidden = isHidden
    return sheet
  }

  private static func read(_ sheets: [WorkbookSheet]) throws -> ImportedGraph {
    try GraphFile.read(try WorkbookWriter.bytes(of: sheets), name: "town.xlsx")
  }

  private static func edges(_ graph: ImportedGraph) -> [String] {
    graph.edges.map { "\(graph.nodes[$0.source].id) \($0.isMutual ? "-" : ">") \(graph.nodes[$0.target].id)" }
  }

  @Test func `a sheet of actors and one of ties, with titles above and others beside`() throws {
    let graph = try Self.read([
      Self.sheet("Read me", [["Made by us"], ["in May"]]),
      Self.sheet(
        "Actors",
        [["Our actors"], ["id", "name", "role", "staff"], ["s1", "School A", "School", "12"], ["h", "Hub", "", ""]]),
      Self.sheet(
        "Ties",
        [["from", "to", "relation", "direction"], ["s1", "h", "refers to", ""], ["h", "x", "meets", "mutual"]]),
      Self.sheet("Old ties", [["from", "to"], ["a", "b"]], isHidden: true),
      Self.sheet("More (ignore)", [["from", "to"], ["a", "b"]]),
    ])
    #expect(Self.edges(graph) == ["s1 > h", "h - x"])
    #expect(graph.nodes.map(\.label) == ["School A", "Hub", ""])
    #expect(graph.nodes[0].attributes == ["role": .text("School"), "staff": .number(12)])
    #expect(graph.edges.map(\.place) == ["row 2 of sheet Ties", "row 3 of sheet Ties"])
    let left = graph.notices.filter { $0.kind == .left }.map(\.description)
    #expect(left.count == 3 && left.contains { $0.contains("\"Read me\"") })
  }

  @Test func `a matrix a sheet is a relation a sheet, and flags of actors are none`() throws {
    let both = try Self.read([
      Self.sheet("Refers to", [["", "A", "B"], ["A", "", "1"], ["B", "", ""]]),
      Self.sheet("Funds", [["Funds"], [], ["", "A", "B"], ["A", "", "1"], ["B", "1", ""]]),
      Self.sheet("Actors", [["Name", "North", "South"], ["A", "1", "0"], ["B", "1", "1"]]),
    ])
    #expect(Self.edges(both) == ["A > B", "A - B"] && both.nodes.map(\.id) == ["A", "B"])
    #expect(both.edges.map { $0.attributes["relation"] } == [.text("Refers to"), .text("Funds")])
    #expect(both.nodes[1].attributes["South"]?.words == "1")
    let visits = try Self.read([Self.sheet("Sheet1", [["", "Panel", "Forum"], ["A", "1", "0"], ["B", "1", "1"]])])
    #expect(Self.edges(visits) == ["A > Panel", "B > Panel", "B > Forum"])
  }

  @Test func `Kumu's elements and connections below each other in one sheet`() throws {
    let graph = try Self.read([
      Self.sheet(
        "Map",
        [
          ["Label", "Type"], ["A", "School"], ["B", "Hub"], [], [], ["From", "To", "direction"],
          ["A", "B", "undirected"],
          ["B", "A", "directed"],
        ])
    ])
    #expect(
      Self.edges(graph) == ["A - B", "B > A"] && graph.nodes.map { $0.attributes["Type"]?.words } == ["School", "Hub"])
    #expect(graph.edges[1].place == "row 8 of sheet Map")
  }

  @Test func `a sheet called ties needs no header that is known; without any the sheets are told`() throws {
    #expect(
      Self.edges(try Self.read([Self.sheet("Ties", [["who", "whom"], ["a", "b"], ["b", "c"]])])) == ["a > b", "b > c"])
    let error = #expect(throws: GraphFileError.self) {
      try Self.read([Self.sheet("Actors", [["id", "name"], ["a", "b"]])])
    }
    #expect(error?.description.contains("from and to") ?? false)
    #expect(throws: GraphFileError.self) { try GraphFile.read([0x50, 0x4B, 3, 4, 0, 0], name: "x.xlsx") }
  }

  private static let python = InstalledProgram(Package.path(to: ".build/peers/bin/python"))

  @Test(.enabled(if: python.isThereOrDemanded, "no openpyxl: .setup/peers installs it"))
  func `what openpyxl writes is read, numbers and merged areas among it`() throws {
    let folder = try TemporaryFolder()
    let script = """
      import openpyxl
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = "Elements"
      for row in [["Label", "Type", "Cases"], ["School A", "School", 12.5], ["Hub", None, 7]]: sheet.append(row)
      sheet = book.create_sheet("Connections")
      for row in [["From", "To", "Area", "weight"], ["School A", "Hub", "North", 3], ["Hub", "School A", None, 4]]: sheet.append(row)
      sheet.merge_cells("C2:C3")
      book.save("kumu.xlsx")
      """
    let run = try Self.python.run(["-c", script], in: folder.path)
    #expect(run.code == 0, "\(run.text)")
    let graph = try GraphFile.read(at: folder.path + "/kumu.xlsx")
    #expect(graph.nodes.map { $0.attributes["Cases"] } == [.number(12.5), .number(7)])
    #expect(graph.edges.map { $0.attributes["Area"]?.words } == ["North", "North"])
    #expect(graph.edges.map { $0.attributes["weight"] } == [.number(3), .number(4)])
  }
}
