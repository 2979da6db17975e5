import Foundation
import TestSupport
import Testing

/// What people type who use netmap for the first time, and what they must be told.
struct BeginnerMistakeTests {
  private static let netmap = BuiltProgram("netmap")
  private static let map = Package.path(to: "Maps/wellbeing")

  @Test(arguments: [
    ["query", "--area", "Northtown", "--area", "Southport"], ["query", "--area=Northtown", "--area=Southport"],
    ["figures", "--output", "f", "--around", "a", "--around", "b"], ["measure", "--period", "1", "--period", "2"],
  ])
  func `an option with one value is not taken twice, of which one would be dropped`(arguments: [String]) throws {
    let run = try Self.netmap.run([arguments[0], Self.map] + arguments.dropFirst())
    #expect(run.code == 2)
    #expect(run.errors.contains("takes one value and is given more than once"))
    #expect(run.output.isEmpty)
  }

  @Test func `options that ask for several are taken several times`() throws {
    let run = try Self.netmap.run(
      "query", Package.path(to: "Maps/ami"), "--relation", "refers-to", "--relation", "supports", "--format", "csv")
    #expect(run.code == 0)
    #expect(run.output.contains(",refers-to,") && run.output.contains(",supports,"))
  }

  @Test(arguments: [("chek", "did you mean check?"), ("figure", "did you mean figures?"), ("zzz", "netmap --help")])
  func `a verb that there is not is told with the one that may be meant`(verb: String, hint: String) throws {
    let run = try Self.netmap.run(verb, Self.map)
    #expect(run.code == 2)
    #expect(run.errors.contains("there is no verb \"\(verb)\"") && run.errors.contains(hint))
  }

  @Test func `what is no map is told with what may be meant`() throws {
    let folder = try TemporaryFolder(["c.txt": "c"])
    for (name, file) in [("a", "map.yaml"), ("b", "map.yml")] {
      try FileManager.default.createDirectory(atPath: "\(folder.path)/\(name)", withIntermediateDirectories: false)
      try folder.write(Data("title: T\n".utf8), to: "\(name)/\(file)")
    }
    func message(_ path: String) throws -> String { try Self.netmap.run(["check", path], in: folder.path).output }
    #expect(try message("a/map.yaml").contains("name the folder that it is in, \"a\""))
    #expect(try message("b").contains("holds \"map.yml\", which must be called map.yaml"))
    #expect(try message("c.txt").contains("is a file, and a map is a folder"))
    #expect(try message(".").contains("did you mean \"./a\"?"))
    #expect(try message("d").contains("There is no folder"))
  }

  @Test func `a map that an option swallowed is asked for before it`() throws {
    let run = try Self.netmap.run("query", "--either", "mentors", "camhs", Self.map)
    #expect(run.code == 2)
    #expect(run.errors.contains("Give the map before --either."))
  }

  @Test func `what goes with other options is not passed over in silence`() throws {
    let table = try Self.netmap.run("compare", Self.map, "--table", "actors")
    #expect(table.code == 2 && table.errors.contains("--table goes with --format csv"))
    let csv = try Self.netmap.run("figures", Self.map, "--output", "f", "--format", "csv")
    #expect(csv.code == 2 && csv.errors.contains("Figures have no --format"))
    let old = try Self.netmap.run("new", "--workbook", "map.xls")
    #expect(old.code == 2 && old.errors.contains("as in map.xlsx."))
  }

  @Test func `a word in a name is enough for a suggestion`() throws {
    let run = try Self.netmap.run("query", Package.path(to: "Maps/ami"), "--from", "staff")
    #expect(run.code == 2 && run.errors.contains("Did you mean"))
  }
}
