/// Options that take names or none: the parser knows options with a value and flags without, and none that can be both.
enum OptionalValues {
  /// What stands for all, where no name is given.
  static let all = "all"

  private static let options: Set<String> = ["--periods", "--collapse"]

  /// What to do where the map was taken for the name of such an option, or for an actor of `--either`.
  static func hint(_ arguments: [String]) -> String? {
    arguments.last { options.contains($0) || $0 == "--either" }.map { "Give the map before \($0)." }
  }

  /// Arguments in which such an option without a name says so.
  static func completed(_ arguments: [String]) -> [String] {
    var completed = arguments
    for place in arguments.indices.reversed() where options.contains(arguments[place]) {
      let next = arguments.index(after: place)
      if next == arguments.endIndex || arguments[next].hasPrefix("-") { completed.insert(all, at: next) }
    }
    return completed
  }
}
