import Foundation
import MapEvidence
import MapModel
import TestSupport
import Testing

/// What editors are told of `map.yaml` is what the reader takes, by a validator of others.
struct DefinitionSchemaTests {
  private static let python = InstalledProgram(Package.path(to: ".build/peers/bin/python"))
  private static let hasValidator =
    InstalledProgram.areDemanded || (try? python.run(["-c", "import jsonschema, yaml"]).code) == 0

  /// Prints the faults of each file that ends in `.yaml`, a line each.
  private static let script = """
    import glob, json, jsonschema, sys, yaml
    schema = json.load(open("schema.json", encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    class Loader(yaml.SafeLoader): pass
    # JSON has no dates: what looks like one is a text.
    Loader.yaml_implicit_resolvers = {
      first: [rule for rule in rules if not rule[0].endswith(":timestamp")]
      for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    for name in sorted(glob.glob("*.yaml")):
      for error in validator.iter_errors(yaml.load(open(name, encoding="utf-8"), Loader)):
        print(name, list(error.absolute_path), jsonschema.exceptions.best_match([error]).message[:200])
    print("read", len(glob.glob("*.yaml")))
    """

  private static func faults(of definitions: [String: String]) throws -> String {
    let folder = try TemporaryFolder(definitions)
    try folder.write(Data(try DefinitionSchema.document().utf8), to: "schema.json")
    let run = try python.run(["-c", script], in: folder.path)
    #expect(run.code == 0 && run.text.hasSuffix("read \(definitions.count)\n"), "\(run.text)")
    return run.text
  }

  @Test(.enabled(if: hasValidator, "no jsonschema and yaml for Python: .setup/peers installs them"))
  func `all maps of the repository, the map to start from and random maps are valid`() throws {
    var definitions = ["start.yaml": try #require(StarterMap.files.first { $0.name == "map.yaml" }).text]
    for name in ["ami", "wellbeing", "case-level", "expansion", "two-coders"] {
      definitions["\(name).yaml"] = try String(
        contentsOfFile: Package.path(to: "Maps/\(name)/map.yaml"), encoding: .utf8)
    }
    for seed in 1...30 {
      var maps = RandomWholeMaps(seed: UInt64(seed))
      let files = try MapFolder.files(of: try maps.map())
      definitions["random\(seed).yaml"] = String(decoding: try #require(files["map.yaml"]), as: UTF8.self)
    }
    let faults = try Self.faults(of: definitions)
    #expect(faults == "read \(definitions.count)\n", "\(faults)")
  }

  @Test(
    .enabled(if: hasValidator, "no jsonschema and yaml for Python: .setup/peers installs them"),
    arguments: [
      ("title: T\ncolour: red\n", "'colour' was unexpected"), ("format: 1\n", "'title' is a required property"),
      ("title: T\nactors: [{id: a, colour: red}]\n", "colour"), ("title: T\nactors: [{name: A}]\n", "id"),
      ("title: T\nfamilies: [{id: f, name: F, line: dotted}]\n", "dotted"),
      ("title: T\ndisclosure: {zeros: hidden}\n", "hidden"), ("title: T\nformat: 2\n", "format"),
      ("title: T\nmi: [{file: a.csv, rule: []}]\n", "rule"),
    ])
  func `what the reader refuses is marked`(definition: String, words: String) throws {
    #expect(MapFolder.read(MapFiles(["map.yaml": Array(definition.utf8)])).hasErrors)
    #expect(try Self.faults(of: ["bad.yaml": definition]).contains(words))
  }
}
