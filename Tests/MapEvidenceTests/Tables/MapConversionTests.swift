import MapModel
import OrderedCollections
import Tabular
import TestSupport
import Testing

@testable import MapEvidence

struct MapConversionTests {
  /// The files in memory with a workbook as their map.
  private static func workbook(_ sheets: [String: [[String]]], beside files: [String: String] = [:]) throws -> MapFiles
  {
    let sheets = sheets.sorted { $0.key < $1.key }.map { name, rows in
      WorkbookSheet(name, rows.map { .init($0.map { $0.isEmpty ? .empty : .text($0) }) })
    }
    var all = files.mapValues { Array($0.utf8) }
    all["w.xlsx"] = try WorkbookWriter.bytes(of: sheets)
    return MapFiles(all).with([:], definition: "w.xlsx")
  }

  /// What a reading says of a workbook's sheets.
  private static func problems(_ reading: MapReading) -> [String] {
    reading.problems.map { "\($0.place) \($0.severity) \($0.code)" }
  }

  private static func isThere(_ folder: String) -> Bool { !MapFolder.read(at: folder).hasErrors }

  @Test(arguments: MapsOfThePackage.folders)
  func `each map is the same as a workbook, and as a folder that is made of it`(folder: String) throws {
    let files = MapFiles(try MapsOfThePackage.files(in: folder))
    let map = try #require(MapFolder.read(files).map)
    let conversion = try MapConversion.workbook(of: files)
    let name = MapConversion.workbookName
    // Nothing else of the folder is beside it.
    let alone = MapFiles([name: conversion.files[name] ?? []]).with([:], definition: name)
    let reading = MapFolder.read(alone)
    #expect(reading.problems.filter { $0.severity == .error } == [])
    #expect(map.parts(unlike: try #require(reading.map)) == [])
    let again = try MapConversion.folder(of: alone)
    let other = MapFolder.read(MapFiles(again.files))
    #expect(map.parts(unlike: try #require(other.map)) == [])
    #expect(conversion.notes == [] && again.notes == [])
    // What a definition says besides the map is kept as well: the codes of coding tools, the rules of case files.
    let (first, last) = (MapFolder.read(files), MapFolder.read(MapFiles(again.files)))
    // A row of a sheet has as many cells as the others.
    func codes(_ reading: MapReading) -> [String] { reading.problems.map(\.code.rawValue).filter { $0 != "short-row" } }
    #expect(codes(first) == codes(last))
    #expect(first.usage.map(\.used) == last.usage.map(\.used))
    #expect(try MapConversion.workbook(of: files).files == conversion.files)
  }

  @Test(arguments: 1...60)
  func `any map is the same as a workbook and back`(seed: UInt64) throws {
    var maps = RandomWholeMaps(seed: seed)
    let map = try maps.map()
    let files = MapFiles(try MapFolder.files(of: map))
    let before = try #require(MapFolder.read(files).map)
    let name = MapConversion.workbookName
    let bytes: [UInt8]
    do { bytes = try MapConversion.workbook(of: files).files[name] ?? [] } catch {
      // Excel has no cell for control characters; then nothing is made.
      guard case .unholdable = error.kind else { throw error }
      return
    }
    let book = MapFiles([name: bytes]).with([:], definition: name)
    #expect(before.parts(unlike: try #require(MapFolder.read(book).map)) == [])
    let folder = try MapConversion.folder(of: book)
    #expect(before.parts(unlike: try #require(MapFolder.read(MapFiles(folder.files)).map)) == [])
  }

  @Test func `the workbook to start from reads like the folder to start from, and offers the legend`() throws {
    let conversion = try MapConversion.starterWorkbook()
    let name = MapConversion.workbookName
    let reading = MapFolder.read(MapFiles(conversion.files).with([:], definition: name))
    #expect(reading.problems == MapFolder.read(.starter).problems)
    let map = try #require(MapFolder.read(.starter).map)
    #expect(map.parts(unlike: try #require(reading.map)) == [])
    let book = try Workbook(.memory(conversion.files[name] ?? []))
    #expect(
      book.sheets.map(\.name) == [
        "Map", "Areas", "Periods", "Roles", "Sectors", "Families", "Stages", "Actors", "Relations", "Informants",
        "Claims",
        "Expectations", "Figures", "MI", "Statements", "Fieldwork", "referrals", "Disclosure",
      ])
  }

  @Test func `the empty workbook has columns for what claims and expectations say`() throws {
    let conversion = try MapConversion.starterWorkbook(isEmpty: true)
    let book = try Workbook(.memory(conversion.files[MapConversion.workbookName] ?? []))
    for name in ["Claims", "Expectations"] {
      let sheet = try #require(book.sheets.first { $0.name == name })
      let header = try #require(try book.table(of: sheet).rows.first?.cells)
      #expect(["connection.from", "connection.relation", "connection.to"].allSatisfy(header.contains), "\(header)")
    }
  }

  @Test func `problems of a workbook name the sheet and the cell`() throws {
    let files = try Self.workbook([
      "Map": [["Key", "Value"], ["title", "T"], ["soruce.title", "x"]],
      "Areas": [["id", "name"], ["# explained", "here"], ["north", "North"]],
      "Actors": [
        ["id", "name", "role", "sector", "stage", "Colour"], ["a", "A", "delivry", "school", "delivery", "red"],
        ["b", "B", "delivery", "school", "delivery"],
      ],
      "Relations": [["id", "family"], ["helps", "support"]],
      "Statements": [
        ["from", "to", "relation", "area"], ["b", "c", "helps", "north"], ["b", "b", "helps", "North"],
      ],
      "Actor": [["id"]],
    ])
    let reading = MapFolder.read(files)
    let found = Self.problems(reading)
    #expect(found.contains("w.xlsx, sheet Actors, cell C2 error unknown-role"))
    #expect(found.contains("w.xlsx, sheet Actors, cell F1 warning unknown-column"))
    #expect(found.contains("w.xlsx, sheet Map, cell B3 error unknown-key"))
    #expect(found.contains("w.xlsx, sheet Statements, cell B2 error unknown-actor"))
    #expect(found.contains("w.xlsx warning unused-key"))
    #expect(reading.map?.areas.count == 1)
  }

  @Test func `what is no map, or has errors, is not converted`() throws {
    let empty = try Self.workbook(["Data": [["a"]]])
    #expect(MapFolder.read(empty).problems.map(\.code.rawValue) == ["missing-file"])
    #expect(throws: MapConversionError.self) { try MapConversion.folder(of: empty) }
    let wrong = MapFiles(["map.yaml": "title: T\nactors: [{id: a}]\n".utf8])
    #expect(throws: MapConversionError.self) { try MapConversion.workbook(of: wrong) }
  }

  @Test func `a file beside the workbook is read where it stands, and said`() throws {
    let files = try Self.workbook(
      [
        "Map": [["Key", "Value"], ["title", "T"]],
        "Actors": [
          ["id", "name", "role", "sector", "stage"], ["a", "A", "delivery", "school", "delivery"],
          ["b", "B", "delivery", "school", "delivery"],
        ],
        "Relations": [["id", "family"], ["helps", "support"]],
        "Statements": [["from", "to", "relation"], ["a", "b", "helps"]],
        "MI": [["file"], ["counts.csv"]],
      ], beside: ["counts.csv": "from,to,relation,count\na,b,helps,12\n"])
    let map = try #require(MapFolder.read(files).map)
    #expect(map.connections.values.first?.counts.count == 1)
    let folder = try MapConversion.folder(of: files)
    #expect(folder.notes == ["counts.csv is read where it stands; copy it into the new folder"])
    #expect(folder.files.keys.sorted() == ["interviews.csv", "map.yaml"])
  }

  @Test func `rules of case records name the sheet that they count`() throws {
    var sheets: [String: [[String]]] = [
      "Map": [["Key", "Value"], ["title", "T"]],
      "Actors": [
        ["id", "name", "role", "sector", "stage"], ["gps", "GPs", "delivery", "nhs", "delivery"],
        ["team", "Team", "delivery", "nhs", "delivery"],
      ],
      "Relations": [["id", "family"], ["refers", "coordination"]],
      "Statements": [["from", "to", "relation"]],
      "MI": [["sheet", "columns.case", "columns.source", "columns.status"], ["Log", "ID", "From", "State"]],
      "Rules": [
        ["mi", "from.column", "from.values.gps", "to", "relation", "where.status"],
        ["Log", "source", "GP; Doctor", "team", "refers", "Open; Done"],
      ],
      "Log": [["ID", "From", "State"], ["1", "GP", "Open"], ["2", "Doctor", "Done"], ["3", "GP", "Refused"]],
    ]
    let map = try #require(MapFolder.read(try Self.workbook(sheets)).map)
    #expect(map.connections.values.first?.counts.first?.value == .number(2))
    sheets["Rules"]?[1][0] = "Lgo"
    sheets["MI"]?.append(["Other", "ID", "From", "State"])
    sheets["Other"] = [["ID", "From", "State"]]
    #expect(
      Self.problems(MapFolder.read(try Self.workbook(sheets))).contains(
        "w.xlsx, sheet Rules, cell A2 error unknown-value"))
  }
}
