import MapModel
import Testing

struct ProblemGroupTests {
  private static func problem(
    _ code: String = "unknown-actor", _ severity: Problem.Severity = .error, file: String, line: Int, cause: String
  ) -> Problem {
    Problem(
      severity, code: .init(rawValue: code), file: file, line: line, message: "\(cause). The row was left out",
      cause: cause)
  }

  @Test func `problems of one cause are one, with their number and first places`() {
    let problems =
      [Self.problem(file: "map.yaml", line: 30, cause: "There is no x")]
      + (2...6).map { Self.problem(file: "interviews.csv", line: $0, cause: "There is no x") }
      + [Self.problem(file: "m.csv", line: 7, cause: "There is no y")]
    let groups = problems.grouped
    #expect(groups.map(\.count) == [6, 1])
    #expect(groups[0].places.map(\.file) == ["map.yaml", "interviews.csv"])
    #expect(groups[0].places.map(\.lines) == [[30], [2, 3, 4, 5, 6]])
    #expect(
      groups[0].description
        == "map.yaml:30: error: There is no x. In 6 places (rows were left out): map.yaml line 30; interviews.csv lines 2, 3, 4 and 2 more"
        + " [unknown-actor]")
    // What is alone is told as ever.
    #expect(groups[1].description == problems[6].description)
  }

  @Test func `errors go before warnings, and what differs in code or cause stays apart`() {
    let problems = [
      Self.problem("b", .warning, file: "f", line: 1, cause: "x"), Self.problem("a", file: "f", line: 2, cause: "x"),
      Self.problem("b", file: "f", line: 3, cause: "x"), Self.problem("a", file: "f", line: 4, cause: "x"),
    ]
    #expect(problems.grouped.map(\.code.rawValue) == ["a", "b", "b"])
    #expect(problems.grouped.map(\.severity) == [.error, .error, .warning])
    #expect(problems.grouped.flatMap(\.problems).count == 4)
  }

  @Test func `of many causes of a kind the first are told one by one`() {
    let problems = (1...40).map { Self.problem(file: "m.csv", line: $0 + 1, cause: "There is no \($0)") }
    let shown = problems.summarized
    #expect(shown.count == 6 && shown.map(\.count) == [1, 1, 1, 1, 1, 35])
    #expect(shown[5].causes == 35 && shown[5].description.contains("35 more of this kind"))
    #expect(shown[5].description.contains("In 35 places (rows were left out): m.csv lines 7, 8, 9 and 32 more"))
    // Six are not worth a summary of one.
    #expect(Array(problems.prefix(6)).summarized.map(\.causes) == [1, 1, 1, 1, 1, 1])
  }
}
