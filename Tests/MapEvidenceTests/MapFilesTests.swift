import Foundation
import MapEvidence
import MapModel
import TestSupport
import Testing

struct MapFilesTests {
  /// A map with a table of each kind and two files of cases.
  private static let definition = """
    title: Test
    actors:
      - {id: gp, name: GP, role: delivery, sector: nhs, stage: delivery}
      - {id: school, name: School, role: delivery, sector: school, stage: delivery}
    relations: [{id: refers-to, family: coordination}]
    informants: [{id: staff, name: Staff, speaks-for: []}]
    interviews: {file: said.csv}
    fieldwork: {file: fieldwork.csv}
    outcomes: {file: outcomes.csv}
    mi:
      - {file: counts.csv}
      - files: [cases-1.csv, cases-2.csv]
        columns: {case: id}
        rules: [{from: {column: source}, to: school, relation: refers-to, measure: referred}]

    """
  private static let files = [
    "map.yaml": definition, "said.csv": "from,to,relation\ngp,school,refers-to\n",
    "fieldwork.csv": "informant,interviews\nstaff,2\n", "outcomes.csv": "outcome,value\nrating,3.5\n",
    "counts.csv": "from,to,relation,count\nschool,gp,refers-to,7\n", "cases-1.csv": "id,source\n1,GP\n",
    "cases-2.csv": "id,source\n2,GP\n",
  ]

  private static func codes(_ problems: [Problem], of file: String) -> [String] {
    problems.filter { $0.file == file }.map(\.code.rawValue)
  }

  @Test(arguments: MapsOfThePackage.folders)
  func `gives the same reading from memory as from disk`(folder: String) throws {
    let options = ReadingOptions(takesDigests: true)
    let inMemory = MapFolder.read(MapFiles(try MapsOfThePackage.files(in: folder)), options: options)
    #expect(inMemory.map != nil)
    #expect(inMemory == MapFolder.read(at: folder, options: options))
  }

  @Test func `gives the same reading of the starter, and of texts`() throws {
    let texts = Dictionary(uniqueKeysWithValues: StarterMap.files.map { ($0.name, $0.text) })
    let onDisk = MapFolder.read(at: try TemporaryFolder(texts).path)
    #expect(MapFolder.read(MapFiles(texts.mapValues(\.utf8))) == onDisk)
    #expect(MapFolder.read(MapFiles(texts.mapValues { Data($0.utf8) })) == onDisk)
  }

  @Test func `gives the same problems from memory as from disk`() throws {
    var files = Self.files
    files["said.csv"] = "from,to,relation\ngpp,school,refers-to\n"
    files["cases-2.csv"] = nil
    let inMemory = MapFolder.read(MapFiles(files.mapValues(\.utf8)))
    #expect(inMemory.problems.map(\.code.rawValue) == ["unknown-actor", "missing-file"])
    #expect(inMemory == MapFolder.read(at: try TemporaryFolder(files).path))
  }

  @Test func `finds files by any spelling of their path`() throws {
    var files = Self.files
    files["map.yaml"] = Self.definition.replacing("{file: said.csv}", with: "{file: ./sub//said.csv}")
    files["sub/said.csv"] = files.removeValue(forKey: "said.csv")
    #expect(MapFolder.read(MapFiles(files.mapValues(\.utf8))).problems == [])
  }

  @Test func `says that files in memory are not a map`() {
    let problems = MapFolder.read(MapFiles(["map.yml": Array("title: T".utf8)])).problems
    #expect(problems.map(\.code.rawValue) == ["missing-file"])
    #expect(problems.first?.message.contains("among the files") == true)
  }

  /// The digests of `printf 'id,source\n1,GP\n' | sha256sum`, and of the other file.
  @Test func `takes the digests of what it reads`() throws {
    let options = ReadingOptions(takesDigests: true)
    for reading in [
      MapFolder.read(MapFiles(Self.files.mapValues(\.utf8)), options: options),
      MapFolder.read(at: try TemporaryFolder(Self.files).path, options: options),
    ] {
      #expect(reading.problems == [])
      let digests = Dictionary(uniqueKeysWithValues: reading.inputs.map { ($0.name, $0.sha256) })
      #expect(digests.count == 7 && digests.values.allSatisfy { $0?.count == 64 })
      #expect(digests["cases-1.csv"] == "b040e4dec811ffda5c3cb30c20065eba32b55ab78cf3bd22e3fb8b9b6c66c360")
      #expect(digests["cases-2.csv"] == "4f7a34ffa69d64c765d8b3c095f5905daf8dfcd2c0908c35fc180df234a581ff")
    }
  }

  @Test func `takes the digest of the whole of a file of cases that cannot be used`() throws {
    var files = Self.files
    files["cases-1.csv"] = "id,sauce\n1,GP\n"
    files["cases-2.csv"] = "PK\u{3}\u{4}" + String(repeating: "x", count: 400_000)
    let options = ReadingOptions(takesDigests: true)
    let reading = MapFolder.read(at: try TemporaryFolder(files).path, options: options)
    #expect(reading.problems.map(\.code.rawValue).contains("not-text"))
    // The digest of the same bytes where they are read as a table.
    for name in ["cases-1.csv", "cases-2.csv"] {
      let asTable = MapFolder.read(
        MapFiles(["map.yaml": Array("title: T\ninterviews: {file: f}".utf8), "f": Array((files[name] ?? "").utf8)]),
        options: options)
      #expect(reading.inputs.first { $0.name == name }?.sha256 == asTable.inputs.last?.sha256)
      #expect(asTable.inputs.last?.sha256 != nil)
    }
  }

  @Test(arguments: ["said.csv", "fieldwork.csv", "outcomes.csv", "counts.csv", "cases-1.csv", "map.yaml"])
  func `refuses a pipe and a folder in the place of a file`(name: String) throws {
    for makesPipe in [true, false] {
      let folder = try TemporaryFolder(Self.files)
      let path = folder.path + "/" + name
      try FileManager.default.removeItem(atPath: path)
      if makesPipe {
        try #require(unsafe mkfifo(path, 0o600) == 0)
      } else {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      }
      let reading = MapFolder.read(at: folder.path)
      #expect(Self.codes(reading.problems, of: name) == ["not-a-file"])
      #expect(reading.problems.first?.message.contains(makesPipe ? "a pipe" : "a folder") == true)
      #expect(reading.hasErrors)
    }
  }

  @Test func `refuses a device, also behind a symbolic link`() throws {
    let folder = try TemporaryFolder(Self.files)
    for name in ["counts.csv", "cases-2.csv"] {
      try FileManager.default.removeItem(atPath: folder.path + "/" + name)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: "/dev/zero")
    }
    let problems = MapFolder.read(at: folder.path).problems
    #expect(problems.map(\.code.rawValue) == ["not-a-file", "not-a-file"])
    #expect(problems.map(\.file) == ["counts.csv", "cases-2.csv"])
    #expect(problems.allSatisfy { $0.message.contains("a device") })
  }

  #if os(Linux)
    /// The memory of a process looks like a file and cannot be read from its start.
    @Test(arguments: ["said.csv", "cases-1.csv"])
    func `does not take an error for the end of a file`(name: String) throws {
      let folder = try TemporaryFolder(Self.files)
      try FileManager.default.removeItem(atPath: folder.path + "/" + name)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: "/proc/self/mem")
      let reading = MapFolder.read(at: folder.path, options: ReadingOptions(takesDigests: true))
      #expect(Self.codes(reading.problems, of: name) == ["unreadable-file"])
      #expect(reading.inputs.allSatisfy { $0.name != name || $0.sha256 == nil })
    }

    /// What the system says of each file of a folder: how often it was opened.
    private static func openings(in folder: String, during work: () -> Void) throws -> [String: Int] {
      let watcher = inotify_init1(Int32(IN_NONBLOCK))
      try #require(watcher >= 0)
      defer { close(watcher) }
      try #require(unsafe inotify_add_watch(watcher, folder, UInt32(IN_OPEN | IN_CLOSE)) >= 0)
      work()
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = unsafe bytes.withUnsafeMutableBytes { unsafe Glibc.read(watcher, $0.baseAddress, $0.count) }
      var openings: [String: Int] = [:]
      var place = 0
      func number(at place: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) } }
      // A watch, what happened, a cookie, the length of the name, and the name with zeros behind it.
      while place + 16 <= count {
        let length = number(at: place + 12)
        let name = bytes[(place + 16)..<(place + 16 + length)].prefix { $0 != 0 }
        if number(at: place + 4) & Int(IN_OPEN) != 0 {
          openings[String(decoding: name, as: UTF8.self), default: 0] += 1
        }
        place += 16 + length
      }
      return openings
    }

    /// The second file of cases is not UTF-8, which shows only where its last letter stands.
    @Test func `opens each file once`() throws {
      var files = Self.files
      files["map.yaml"] = Self.definition.replacing(
        "{file: counts.csv}", with: "{file: counts.csv}\n  - {file: counts.csv, columns: {from: to, to: from}}")
      let folder = try TemporaryFolder(files)
      var bytes = Data("id,source\n".utf8)
      for row in 0..<50_000 { bytes += Data("x\(row),GP\n".utf8) }
      bytes += Data([0x79, 0x2C, 0xC9, 0x0A])
      try folder.write(bytes, to: "cases-2.csv")
      var codes: [String] = []
      let openings = try Self.openings(in: folder.path) {
        codes = MapFolder.read(at: folder.path, options: ReadingOptions(takesDigests: true)).problems.map(
          \.code.rawValue)
      }
      #expect(codes.contains("encoding"))
      for name in files.keys { #expect(openings[name] == 1, "\(name)") }
    }
  #endif
}
