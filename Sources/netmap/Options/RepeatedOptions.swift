import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Options with one value that are given more than once: the parser takes the last value and drops the others in silence.
enum RepeatedOptions {
  /// What the parser says of a command.
  private struct Dump: Decodable {
    struct Command: Decodable { var arguments: [Argument]? }
    struct Argument: Decodable {
      var kind: String
      var isRepeating: Bool
      var names: [Name]?
    }
    struct Name: Decodable { var name: String }

    var command: Command
  }

  /// Refuses what would be dropped.
  /// - Throws: `ValidationError`.
  static func check(_ arguments: [String], of command: any ParsableCommand.Type) throws {
    let given = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }.map {
      String($0.dropFirst(2).prefix { $0 != "=" })
    }
    let repeated = Set(given.filter { name in given.count { $0 == name } > 1 })
    // Few commands need to be asked what their options are.
    if repeated.isEmpty { return }
    let dump = try JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8))
    for option in dump.command.arguments ?? [] where option.kind == "option" && !option.isRepeating {
      guard let name = option.names?.map(\.name).first(where: repeated.contains) else { continue }
      throw ValidationError(
        "--\(name) takes one value and is given more than once; give it once, or run netmap for each.")
    }
  }
}
