import MapDisclosure
import MapModel

extension CheckReport {
  /// The problems as commands of GitHub's workflows, which shows each at its line of the file that was changed: one for
  /// problems of one cause, at the first place, since GitHub shows ten of a kind.
  /// - Parameter folder: where the map's files are, as seen from the top of the repository; empty for the top.
  public func annotations(in folder: String) -> String {
    published.problems.summarized.map { group in
      let first = group.problems[0]
      var properties = [("file", folder.isEmpty ? first.file : "\(folder)/\(first.file)")]
      // A place in a workbook is no line of its file.
      if first.sheet == nil {
        if let line = first.line { properties.append(("line", String(line))) }
        if first.line != nil, let column = first.column { properties.append(("col", String(column))) }
      }
      properties.append(("title", "netmap: \(first.code.rawValue)"))
      let list = properties.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ",")
      return "::\(first.severity == .error ? "error" : "warning") \(list)::\(Self.data(words(of: group)))\n"
    }.joined()
  }

  /// The problem without its place and kind, which GitHub shows by itself.
  private func words(of group: ProblemGroup) -> String {
    let description = group.description
    let kind = ": \(group.problems[0].severity.rawValue): "
    return description.firstRange(of: kind).map { String(description[$0.upperBound...]) } ?? description
  }

  /// Words behind a command, in which line breaks would end it.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// The value of a property, which colons and commas would end.
  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
