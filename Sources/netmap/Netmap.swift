import ArgumentParser
import MapModel
import NetworkMaps

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command-line tool.
@main
struct Netmap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "netmap",
    abstract: "Network maps of social programmes, from coded interviews and management information.",
    discussion: """
      A map is a folder: map.yaml says who is on it, interviews.csv what was said of them, referrals.csv or the like \
      what was counted; or it is a workbook, with a sheet for each of these. Start with `netmap new DIR`, then `netmap check DIR` and `netmap figures DIR --output Figures`.

      Exit codes: 0 fine, 1 the map or its evidence has errors, 2 wrong usage.
      """,
    version: PackageVersion.current,
    subcommands: [
      CheckCommand.self, FiguresCommand.self, QueryCommand.self, MeasureCommand.self, GapsCommand.self,
      CompareCommand.self, ReportCommand.self, ExportCommand.self, PageCommand.self, WatchCommand.self,
      AgreeCommand.self,
      AuditCommand.self, NewCommand.self, ImportCommand.self, ConvertCommand.self, SchemaCommand.self, SQLCommand.self,
    ])

  /// Refuses a verb that there is not, which the parser would take for an argument too many.
  private static func checkVerb(of arguments: [String]) throws {
    guard let verb = arguments.first, !verb.hasPrefix("-") else { return }
    var verbs = NameIndex<String>()
    for name in configuration.subcommands.compactMap({ $0.configuration.commandName }) + ["help"] {
      verbs.add(name, for: name)
    }
    if verbs[verb] == verb { return }
    let hint = verbs.suggestion(for: verb).map { "did you mean \($0)?" } ?? "netmap --help lists those there are."
    throw Failure(message: "netmap: there is no verb \(verb.quotedInMessage); \(hint)", code: 2)
  }

  static func main() {
    // A reader that closes its end early, such as `head`, ends the tool without a message.
    signal(SIGPIPE, SIG_DFL)
    // A file that grows larger than the system allows is an error like others.
    signal(SIGXFSZ, SIG_IGN)
    do {
      let arguments = OptionalValues.completed(Array(CommandLine.arguments.dropFirst()))
      try checkVerb(of: arguments)
      var command = try parseAsRoot(arguments)
      try RepeatedOptions.check(arguments, of: type(of: command))
      try command.run()
    } catch let failure as Failure {
      Console.report(failure.message)
      Self.exit(withError: ExitCode(failure.code))
    } catch {
      // ArgumentParser would print by itself, with arguments as they are.
      let code = exitCode(for: error)
      var message = fullMessage(for: error)
      if message.contains("Missing expected argument '<map>'"), let hint = OptionalValues.hint(CommandLine.arguments) {
        message = "\(hint)\n\(message)"
      }
      if code.isSuccess { Console.print(message + "\n") } else { Console.report(message) }
      Self.exit(withError: code == .validationFailure ? ExitCode(2) : code)
    }
  }
}

/// A command that could not do its work.
struct Failure: Error {
  var message: String
  var code: Int32 = 1
}
