import ArgumentParser
import NetworkMaps

/// `netmap schema`: what `map.yaml` can say, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Write what map.yaml can say as a JSON Schema, for editors.",
    discussion: """
      Editors that know YAML (VS Code with the extension YAML, JetBrains, Neovim) complete keys, explain them and mark those \
      that are unknown. A map that `netmap new` makes has the schema beside it; for an older one, write it into the map's \
      folder and put this line at the top of map.yaml:

        \(DefinitionSchema.modeline(file: NewCommand.schemaFile))
        netmap schema --output my-map/\(NewCommand.schemaFile)
      """)

  @OptionGroup var results: ResultOptions

  func run() throws { try results.print(data: DefinitionSchema.document(), OutputFiles()) }
}
