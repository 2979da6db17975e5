import ArgumentParser
import NetworkMaps

/// The consent to programs that maps ask for.
struct ProgramOptions: ParsableArguments {
  @Flag(
    help: """
      Start the programs by which the map counts cases (`engine:` of `query:` under `mi:`). Only for maps whose makers you \
      trust: they say what is read.
      """)
  var runQueries = false

  /// What becomes of these programs.
  var programs: ReadingOptions.Programs { runQueries ? .started : .refused }
}
