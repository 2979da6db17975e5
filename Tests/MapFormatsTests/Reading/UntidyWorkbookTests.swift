import MapEvidence
import MapFormats
import MapModel
import OrderedCollections
import Tabular
import Testing

/// Workbooks of actors and ties as people keep them: headings, titles, totals and other lists in their own words.
struct UntidyWorkbookTests {
  private static func read(
    _ sheets: [(name: String, rows: [[String]])], nodes: String? = nil,
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> (graph: ImportedGraph, map: ImportedMap) {
    var options = ImportOptions()
    change(&options)
    let bytes = try WorkbookWriter.bytes(
      of: sheets.map { sheet in
        WorkbookSheet(sheet.name, sheet.rows.map { row in .init(row.map { $0.isEmpty ? .empty : .text($0) }) })
      })
    let graph = try GraphFile.read(bytes, name: "town.xlsx", sheet: nodes, options: options)
    let imported = try ImportedMap(graph, options)
    #expect(!MapFolder.read(MapFiles(try MapFolder.files(of: imported.map))).hasErrors)
    return (graph, imported)
  }

  private static func left(_ map: ImportedMap) -> [String] {
    map.notices.filter { $0.kind == .left }.map(\.description)
  }

  private static let ties = (
    name: "Ties",
    rows: [
      ["Who works with whom, spring"], ["From", "To", "Kind of tie"], ["Hub", "Clinic", "Refers to"],
      ["Clinic", "Food bank", "Works with"],
    ]
  )

  @Test(arguments: [
    "Organisation", "ORGANIZATION", "Org", "Organisation name", "Agency", "Partner", "Actor", "Body", "Who is it?",
  ])
  func `whatever its heading, a table that lists most ends is of nodes`(heading: String) throws {
    let actors = (
      name: "List",
      rows: [
        ["Our partners, working list"], [], [heading, "What it does", "Its role here"], ["Hub", "leads", "Lead"],
        ["Clinic", "treats", "Health"], ["Food bank", "feeds", "Support"], ["Police", "", ""],
      ]
    )
    let (_, map) = try Self.read([actors, Self.ties]) { $0.role = "its role here" }
    #expect(map.map.actors.values.map(\.name) == ["Hub", "Clinic", "Food bank", "Police"])
    #expect(map.map.legend.roles.values.map(\.name) == ["Lead", "Health", "Support", "Not said"])
    #expect(Self.left(map).isEmpty, "\(Self.left(map))")
    // The column of names can be named, too.
    #expect(try Self.read([actors, Self.ties]) { $0.name = heading }.map.map.actors.count == 4)
  }

  private static let contacts = (
    name: "Contacts", rows: [["Name", "Email"], ["Jo Smith", "jo@example.org"], ["Al Roe", "al@example.org"]]
  )

  @Test func `a list of people is left, and taken if its sheet is named`() throws {
    let actors = (name: "Organisations", rows: [["Organisation", "Role"], ["Hub", "Lead"], ["Clinic", "Health"]])
    let (_, map) = try Self.read([Self.contacts, actors, Self.ties])
    #expect(map.map.actors.values.map(\.name) == ["Hub", "Clinic", "Food bank"])
    #expect(
      Self.left(map) == [
        "the table on the sheet \"Contacts\", of which hardly anything is an end of an edge; --nodes \"Contacts\" takes"
          + " what it lists as actors"
      ])
    let (_, asked) = try Self.read([Self.contacts, actors, Self.ties], nodes: "contacts") { $0.attributes = ["email"] }
    #expect(asked.map.actors.count == 5)
    #expect(asked.map.actors["jo-smith"]?.attributes == ["Email": .text("jo@example.org")])
  }

  @Test func `in a list of organisations, whom to ask is no attribute`() throws {
    let actors = (
      name: "Contacts",
      rows: [
        ["Name", "Organisation", "Direct line", "Staff"], ["Jo Smith", "Hub", "0191 496 0000", "4"],
        ["Al Roe", "Clinic", "+44 191 496 0001", "7"], ["", "Food bank", "", "2"],
      ]
    )
    let (_, map) = try Self.read([actors, Self.ties])
    #expect(map.map.actors["Hub"]?.attributes == ["Staff": .number(4)])
    #expect(
      Self.left(map).count == 1 && Self.left(map)[0].hasSuffix("(4): \"Name\", \"Direct line\""), "\(Self.left(map))")
  }

  @Test func `totals, notes and numbers below tables are no actors, and each is told`() throws {
    let actors = (
      name: "Actors",
      rows: [
        ["Name", "Role"], ["Hub", "Lead"], ["Clinic", "Health"], ["Food bank", "Support"],
        ["Department for work and pensions", ""], ["Total Learning Trust", "School"], ["12", ""], ["Grand total", "6"],
        ["Number of organisations", "6"], ["Last updated 12 May"], [], [], [], ["Source: steering group"],
      ]
    )
    let ties = (
      name: "Ties",
      rows: Self.ties.rows + [["Total ties", "2"], ["", "", ""], ["Note: to be checked by Sam next week"]]
    )
    let (graph, map) = try Self.read([actors, ties])
    #expect(
      map.map.actors.values.map(\.name) == [
        "Hub", "Clinic", "Food bank", "Department for work and pensions", "Total Learning Trust",
      ])
    #expect(graph.edges.count == 2)
    #expect(
      Self.left(map) == [
        "rows that are notes (3): row 14 of sheet Actors (\"Source: steering group\"), row 10 of sheet Actors (\"Last"
          + " updated 12 May\"), row 7 of sheet Ties (\"Note: to be checked by Sam next week\")",
        "rows with a number in the place of a name: row 7 of sheet Actors (\"12\")",
        "rows that are totals (3): row 8 of sheet Actors (\"Grand total | 6\"), row 9 of sheet Actors (\"Number of"
          + " organisations | 6\"), row 5 of sheet Ties (\"Total ties | 2\")",
      ], "\(Self.left(map))")
  }

  @Test(arguments: [
    ("Interview", ["I1", "I2"], ["I1", "I2"], []),
    ("Who said it", ["Jo Smith", "Al Roe"], ["Jo Smith", "Al Roe"], []),
    ("Informant", ["mentors", "Mentors; schools"], ["", ""], ["mentors", "schools"]),
    ("Informant", ["Jo Smith", "P07"], ["Jo Smith", "P07"], []),
    ("Source", ["Interview 1, mentor", "mentor (interview 2)"], ["Interview 1", "interview 2"], ["mentor"]),
    (
      "Reference", ["Interview 1, Jo Smith", "Interview 2, Al Roe"], ["Interview 1, Jo Smith", "Interview 2, Al Roe"],
      []
    ),
    ("Reference", ["p. 3", "p. 4"], ["", ""], []),
  ])
  func `interviews and groups of informants are told apart, and persons are no groups`(
    heading: String, cells: [String], interviews: [String], groups: [String]
  ) throws {
    let rows = [["From", "To", heading], ["Hub", "Clinic", cells[0]], ["Clinic", "Hub", cells[1]]]
    let map = try Self.read([(name: "Ties", rows: rows)]).map
    let statements = map.map.connections.values.flatMap(\.statements)
    #expect(statements.map(\.interview) == interviews)
    #expect(map.map.informants.values.map(\.name) == groups)
    #expect(Self.left(map).isEmpty, "\(Self.left(map))")
    if heading == "Reference", groups.isEmpty, interviews[0].isEmpty {
      #expect(statements.first?.reference == "p. 3; row 2 of sheet Ties of town.xlsx")
    }
  }
}
