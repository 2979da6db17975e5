import Foundation
import TestSupport
import Testing

/// No verb writes a file of the map, nor replaces what is not a file, whatever it is called.
struct OutputFileTests {
  private static let netmap = BuiltProgram("netmap")

  /// The starter map in a folder of its own, with what is beside it.
  private struct Place {
    let folder: TemporaryFolder
    var map: String { folder.path + "/map" }
    private let before: [String: Data]

    init() throws {
      folder = try TemporaryFolder(["plain": "old\n"])
      #expect(try netmap.run("new", folder.path + "/map").code == 0)
      before = try Self.files(in: folder.path + "/map")
    }

    static func files(in folder: String) throws -> [String: Data] {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      return try Dictionary(
        uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: folder + "/" + $0))) })
    }

    /// Runs a verb that must not write: in the map's folder, or beside it.
    func refuses(_ arguments: [String], inMap: Bool = false, _ words: String = "Nothing was written.") throws {
      let beside = folder.names
      let run = try netmap.run(arguments, in: inMap ? map : folder.path)
      #expect(run.code == 2, "\(arguments) \(run.errors)")
      #expect(run.errors.contains(words), "\(arguments) \(run.errors)")
      #expect(run.output.isEmpty, "\(arguments)")
      #expect(try Self.files(in: map) == before, "\(arguments)")
      #expect(folder.names == beside, "\(arguments)")
    }
  }

  @Test(arguments: [
    "compare . --output .", "page . --output map.yaml", "page . --output ./new/../map.yaml",
    "export . --as json --output interviews.csv", "export . --as json --output ../map/referrals.csv",
    "page . --output Interviews.CSV", "compare . --output ../map --image-format png",
    // Not there, but read as soon as it is.
    "export . --as json --output outcomes.csv", "figures . --output outcomes.csv", "gaps . --output outcomes.csv/x",
  ])
  func `leaves the files of the map alone`(arguments: String) throws {
    try Place().refuses(arguments.split(separator: " ").map(String.init), inMap: true, "never written")
  }

  @Test func `knows them by every link`() throws {
    let place = try Place()
    let path = place.folder.path
    let manager = FileManager.default
    try manager.linkItem(atPath: place.map + "/interviews.csv", toPath: path + "/hard")
    try manager.createSymbolicLink(atPath: path + "/soft", withDestinationPath: "map/map.yaml")
    try manager.createSymbolicLink(atPath: path + "/chain", withDestinationPath: path + "/soft")
    try manager.createSymbolicLink(atPath: path + "/folder", withDestinationPath: "map")
    for output in ["hard", "soft", "chain", "folder/map.yaml", "folder/outcomes.csv", "folder/../map/referrals.csv"] {
      try place.refuses(["export", "map", "--as", "json", "--output", output], "never written")
    }
    try place.refuses(["compare", "map", "--output", "folder"], "never written")
    // The map is read by a link, and written by its name.
    try place.refuses(["page", "folder", "--output", "map/interviews.csv"], "never written")
  }

  @Test func `a file that the map reads through a link is its file, too, and so is one that it only names`() throws {
    let place = try Place()
    let path = place.folder.path
    let manager = FileManager.default
    try manager.moveItem(atPath: place.map + "/interviews.csv", toPath: path + "/transcripts.csv")
    try manager.createSymbolicLink(
      atPath: place.map + "/interviews.csv", withDestinationPath: "../transcripts.csv")
    try manager.createSymbolicLink(atPath: place.map + "/outcomes.csv", withDestinationPath: "../later.csv")
    let definition = try String(contentsOfFile: place.map + "/map.yaml", encoding: .utf8)
    try definition.replacing("mi:\n", with: "mi:\n  - {file: ../secret.csv, rules: 3}\n  - {file: x/y.csv, rules: 3}\n")
      .write(toFile: place.map + "/map.yaml", atomically: true, encoding: .utf8)
    for output in ["transcripts.csv", "later.csv", "secret.csv", "map/x", "map/x/y.csv"] {
      let run = try Self.netmap.run(
        ["export", "map", "--as", "json", "--despite-errors", "--output", output], in: path)
      let isFree = output == "map/x"
      #expect(run.code == (isFree ? 0 : 2), "\(output) \(run.errors)")
      #expect(isFree || run.errors.contains("never written"), "\(output)")
    }
    #expect(try place.folder.text(of: "transcripts.csv").hasPrefix("id,area"))
  }

  @Test func `both maps of a comparison are spared`() throws {
    let place = try Place()
    #expect(try Self.netmap.run("new", place.folder.path + "/other").code == 0)
    try place.refuses(["compare", "other", "map", "--output", "map"], "never written")
  }

  @Test func `replaces nothing that is not a file`() throws {
    let place = try Place()
    let path = place.folder.path
    let manager = FileManager.default
    _ = unsafe mkfifo(path + "/pipe", 0o600)
    try manager.createSymbolicLink(atPath: path + "/link", withDestinationPath: "plain")
    try manager.createSymbolicLink(atPath: path + "/nowhere", withDestinationPath: "nothing")
    try Data("kept".utf8).write(to: URL(filePath: path + "/kept"))
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path + "/kept")
    let cases = [
      ("pipe", "a pipe or a device"), ("/dev/null", "a pipe or a device"), ("link", "a symbolic link"),
      ("nowhere", "a symbolic link"), ("kept", "may only be read"), ("map", "is a folder"), ("new/", "not the name"),
      ("", "not the name"),
    ]
    for (output, words) in cases {
      try place.refuses(["export", "map", "--as", "json", "--output", output], words)
      try place.refuses(["page", "map", "--output", output], words)
    }
    #expect(try place.folder.text(of: "plain") == "old\n")
    #expect(try place.folder.text(of: "kept") == "kept")
  }

  @Test(arguments: ["compare", "figures", "gaps"])
  func `looks at all names before it writes the first`(verb: String) throws {
    let place = try Place()
    for folder in ["", "-"] { try place.refuses([verb, "map", "--output", folder], "takes a folder") }
    let last = ["compare": "similarity.csv", "figures": "manifest.json", "gaps": "gaps-southport.md"][verb] ?? ""
    let out = place.folder.path + "/out"
    try FileManager.default.createDirectory(atPath: out + "/" + last, withIntermediateDirectories: true)
    try place.refuses([verb, "map", "--output", "out"], "is a folder")
    #expect(try FileManager.default.contentsOfDirectory(atPath: out) == [last])
    try FileManager.default.removeItem(atPath: out + "/" + last)
    try FileManager.default.createSymbolicLink(atPath: out + "/" + last, withDestinationPath: "../plain")
    try place.refuses([verb, "map", "--output", "out"], "is a symbolic link")
    #expect(try FileManager.default.contentsOfDirectory(atPath: out) == [last])
    #expect(try place.folder.text(of: "plain") == "old\n")
    try FileManager.default.removeItem(atPath: out + "/" + last)
    #expect(try Self.netmap.run([verb, "map", "--output", "out"], in: place.folder.path).code == 0)
    #expect(FileManager.default.fileExists(atPath: out + "/" + last))
  }

  @Test(arguments: ["csv", "gephi"])
  func `tables of an export are both written, or none`(format: String) throws {
    let place = try Place()
    let (verb, out) = (["export", "map", "--as", format, "--output"], place.folder.path + "/out")
    for folder in ["", "-"] { try place.refuses(verb + [folder], "takes a folder") }
    try place.refuses(verb + ["map/map.yaml"], "never written")
    try FileManager.default.createDirectory(atPath: out + "/edges.csv", withIntermediateDirectories: true)
    try place.refuses(verb + ["out"], "is a folder")
    #expect(try FileManager.default.contentsOfDirectory(atPath: out) == ["edges.csv"])
    try FileManager.default.removeItem(atPath: out + "/edges.csv")
    let run = try Self.netmap.run(verb + ["out"], in: place.folder.path)
    #expect(run.code == 0 && run.output.isEmpty && run.errors.contains("does not hold"), "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == ["edges.csv", "nodes.csv"])
  }

  @Test(arguments: [["export", "map", "--as", "json"], ["page", "map"]])
  func `a hyphen is standard output, and a file is replaced`(arguments: [String]) throws {
    let place = try Place()
    let printed = try Self.netmap.run(arguments + ["--output", "-"], in: place.folder.path)
    #expect(printed.code == 0)
    #expect(!place.folder.names.contains("-"))
    #expect(try Self.netmap.run(arguments + ["--output", "plain"], in: place.folder.path).code == 0)
    #expect(try place.folder.text(of: "plain") == printed.output)
    #expect(printed.output.count > 1000)
  }

  /// Whoever writes `>>` for `>` in front of the wrong name.
  @Test func `standard output is not added to a file of the map`() throws {
    let place = try Place()
    for arguments in ["query .", "check .", "audit .", "export . --as json"] {
      let run = try InstalledProgram("sh").run(
        ["-c", "'\(Self.netmap.path)' \(arguments) >> interviews.csv"], in: place.map)
      #expect(run.code == 2 && run.text.contains("Nothing was written."), "\(arguments) \(run.text)")
    }
    #expect(try Self.netmap.run("check", place.map).output.contains("No problems"))
  }

  /// Areas, or folders of maps, whose names meet where they are joined, or are too long to be joined.
  @Test func `no two files of a run share a name`() throws {
    let place = try Place()
    let long = String(repeating: "x", count: 62)
    let definition = try String(contentsOfFile: place.map + "/map.yaml", encoding: .utf8)
    func change(_ areas: String) throws {
      let head = definition.split(separator: "areas:\n")[0]
      let rest = definition.split(separator: "Southport}\n")[1]
      try (head + "areas:\n" + areas + rest).write(toFile: place.map + "/map.yaml", atomically: true, encoding: .utf8)
    }
    try change(
      """
        - {id: a, name: Northtown}
        - {id: a-b, name: Southport}
        - {id: b-c, name: Third}
        - {id: c, name: Fourth}

      """)
    let run = try Self.netmap.run(["compare", "map", "--output", "out"], in: place.folder.path)
    #expect(run.code == 0, "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: place.folder.path + "/out")
    // The sheet, the union, the matrix, four sides and six pairs in three files each, ten tables, and the manifest.
    #expect(names.count == 13 * 3 + 10 + 1)
    #expect(Set(names.map { $0.lowercased() }).count == names.count)

    try change("  - {id: n\(long), name: Northtown}\n  - {id: s\(long), name: Southport}\n")
    #expect(try Self.netmap.run(["gaps", "map", "--output", "gaps"], in: place.folder.path).code == 0)
    let gaps = try FileManager.default.contentsOfDirectory(atPath: place.folder.path + "/gaps").sorted()
      .filter { $0 != "manifest.json" }
    // Ids that are too long to stand behind "gaps-" are cut, and stay apart.
    let ids = Set(gaps.map { $0.split(separator: ".")[0] })
    #expect(gaps == ids.flatMap { ["\($0).dot", "\($0).md", "\($0).svg"] }.sorted())
    #expect(ids.count == 3 && ids.contains("gaps") && ids.allSatisfy { $0.count <= 64 })

    try change("  - {id: a, name: Northtown}\n  - {id: a-b, name: Southport}\n")
    for name in ["c", "b-c"] {
      try FileManager.default.copyItem(atPath: place.map, toPath: place.folder.path + "/" + name)
    }
    let both = try Self.netmap.run(
      ["compare", "c", "b-c", "--areas", "Northtown,Southport", "--format", "json"], in: place.folder.path)
    #expect(both.code == 0, "\(both.errors)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(both.output.utf8)) as? [String: Any])
    #expect(json["areas"] as? [String] == ["a-c", "a-b-c", "a-b-c-2", "a-b-b-c"])
    let twice = try Self.netmap.run(
      ["compare", "c", "b-c", "--areas", "Northtown,Southport,a"], in: place.folder.path)
    #expect(twice.code == 2 && twice.errors.contains("Northtown twice"))
  }
}
