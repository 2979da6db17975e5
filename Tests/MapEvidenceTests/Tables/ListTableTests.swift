import MapModel
import OrderedCollections
import TestSupport
import Testing
import YAML

@testable import MapEvidence

struct ListTableTests {
  private static let map = """
    title: T
    areas: [{id: north, name: North}, {id: south, name: South}]
    actors: {file: actors.csv}
    relations: {file: relations.csv, columns: {id: Kind, label: Verb}}
    """

  private static func read(_ actors: String, _ relations: String = "Kind,Verb,Family\nhelps,helps,support\n")
    -> MapReading
  {
    MapFolder.read(
      MapFiles([
        "map.yaml": map.utf8, "actors.csv": actors.utf8, "relations.csv": relations.utf8, "interviews.csv": "".utf8,
      ]))
  }

  private static func problems(_ reading: MapReading, in file: String) -> [String] {
    reading.problems.filter { $0.file == file }.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code)" }
  }

  @Test func `reads a list from a table, with nested keys and lists in cells`() throws {
    let reading = Self.read(
      """
      Name,ID,Role,Sector,Stage,Aliases,Beneficiary,names.north,Attributes.Influence,"attributes.\"\"no. of staff\"\""
      Mentors,mentors,delivery,school,delivery,"mentor ; \"\"a; b\"\"",,GM,3,"1,5"
      Children,children,delivery,families,delivery,,TRUE,,,
      """)
    let map = try #require(reading.map)
    #expect(Self.problems(reading, in: "actors.csv") == [])
    let mentors = try #require(map.actors["mentors"])
    #expect(mentors.namesInAreas == ["north": "GM"])
    #expect(mentors.attributes["Influence"] == .number(3) && mentors.attributes["no. of staff"] == .text("1,5"))
    #expect(map.actors["children"]?.isBeneficiary == true)
    #expect(map.relations["helps"]?.family == .support)
  }

  @Test func `a ditto mark stands for the group above, and a name like one is a name`() throws {
    let reading = Self.read(
      "id,name,role,sector,stage\nmentors,Mentors,delivery,school,delivery\nditto,Ditto,do.,\"\"\"\",''\n")
    let ditto = try #require(reading.map?.actors["ditto"])
    #expect(ditto.name == "Ditto" && ditto.role == "delivery" && ditto.sector == "school" && ditto.stage == "delivery")
    #expect(Self.problems(reading, in: "actors.csv") == ["3:0 ditto-marks", "3:0 ditto-marks", "3:0 ditto-marks"])
  }

  @Test func `tells what is wrong with a cell, a column and a table, and where`() {
    let reading = Self.read(
      """
      id,name,role,sector,stage,group,Colour,names,names.north,
      mentors,Mentors,delivry,school,delivery,,red,,,
      heads,Heads,delivery,school,delivery,nobody,,x,y,
      clerks,Clerks,delivery,school,delivery,,,,,stray
      """)
    #expect(
      Self.problems(reading, in: "actors.csv") == [
        "1:33 unknown-column", "2:17 unknown-role", "3:38 unknown-actor", "3:46 duplicate-key", "4:44 unknown-column",
      ])
    let other = Self.read("id,name,ID\nx,y,z\n", "Kind,Family\nhelps,support\n")
    #expect(Self.problems(other, in: "actors.csv").first == "1:9 duplicate-column")
    #expect(Self.problems(other, in: "relations.csv") == ["1:1 missing-column"])
  }

  @Test func `a table that is missing or outside the folder is an error, and no list is left as it was`() {
    for (name, code) in [("none.csv", "missing-file"), ("../actors.csv", "outside-folder")] {
      let text = Self.map.replacing("actors.csv", with: name)
      let reading = MapFolder.read(MapFiles(["map.yaml": text.utf8, "relations.csv": "id\n".utf8]))
      #expect(reading.problems.contains { $0.code.rawValue == code && $0.severity == .error })
    }
  }

  @Test(arguments: [
    ("a", ["a"]), ("a; b ;c", ["a", "b", "c"]), (" ; a;; ", ["a"]), ("[]", []), ("\"a; b\"; c", ["a; b", "c"]),
    ("\"a\" and b; c", ["\"a\" and b", "c"]), ("\"he said \"\"no\"\"\"; x", ["he said \"no\"", "x"]),
    ("\"open; b", ["\"open", "b"]), ("", []),
  ])
  func `a cell holds texts`(cell: String, items: [String]) { #expect(CellItems.split(cell) == items) }

  @Test(arguments: HostileText.samples + ["", "a; b", "\"", "\"a\"", " a ", "[]", "5", "a\nb", "\"5\"", "\" x\"", ";"])
  func `what a cell is made of is read again`(text: String) {
    #expect(CellItems.split(CellItems.join([text, text])) == [text, text])
    let cell = CellItems.cell(text, isNumber: false)
    #expect(CellItems.unquoted(cell) ?? cell == text)
    let path = ColumnPath(["attributes", text.trimmingWhitespace])
    #expect(ColumnPath(header: path.header) == path)
  }
}
