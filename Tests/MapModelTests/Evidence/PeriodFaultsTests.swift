import MapModel
import Testing

struct PeriodFaultsTests {
  private static func period(
    _ name: String, _ from: String? = nil, _ to: String? = nil, contains: [String] = []
  ) -> Period {
    Period(name, from: from.flatMap { PartialDate($0) }, to: to.flatMap { PartialDate($0) }, contains: contains)
  }

  @Test(arguments: [
    // One ends on the day before the other begins.
    [period("A", "2023-09", "2024-08-31"), period("B", "2024-09-01", "2025")],
    // A term in its year.
    [period("A", "2024", "2024", contains: ["B"]), period("B", "2024-03", "2024-05-07")],
    // By way of another.
    [
      period("A", "2024", "2025", contains: ["B"]), period("B", "2024", "2024", contains: ["C"]),
      period("C", "2024-02", "2024-02"),
    ],
    // Where dates are not known they say nothing.
    [period("A"), period("B", "2024")], [period("A", nil, "2024"), period("B", "2025")],
    [period("A", "2024"), period("B", "2025")],
  ])
  func `periods that are apart, or in each other, have no fault`(periods: [Period]) { #expect(periods.faults == []) }

  @Test(arguments: [
    ([period("A", "2024-01", "2024-06"), period("B", "2024-06-30", "2024-12")], Problem.Code.periodsOverlap),
    ([period("A", "2024", "2024"), period("B", "2024-03", "2024-05")], .periodsOverlap),
    ([period("A", "2024", "2024"), period("B", "2024")], .periodsOverlap),
    ([period("A", "2024", "2024", contains: ["B"]), period("B", "2024-12", "2025-01")], .periodOutside),
    ([period("B", "2023-12-31", "2024-02"), period("A", "2024", "2025", contains: ["B"])], .periodOutside),
    ([period("A", nil, "2024", contains: ["B"]), period("B", "2025")], .periodOutside),
    ([period("A", contains: ["A"])], .badSum),
    ([period("A", contains: ["B"]), period("B", contains: ["A"])], .badSum),
  ])
  func `periods that contradict each other are a fault of the second`(periods: [Period], code: Problem.Code) {
    #expect(periods.faults.map(\.code).contains(code), "\(periods.faults)")
  }

  @Test func `a map that was made in code is checked in the same way`() throws {
    var map = try NetworkMap(title: "T", relations: [])
    map.periods = [
      Self.period("A", "2024", "2024"), Self.period("B", "2024", "2024"), Self.period("C", "2025", "2024"),
    ]
    map.fieldwork.entries = [.init(area: nil, time: .periods(["D"]), informant: "staff", interviews: 1)]
    map.claims = [Claim("c", words: "w", condition: .actor(.role("delivery")), period: "E")]
    #expect(
      Set(map.problems().map(\.code)).isSuperset(of: [.periodsOverlap, .badPeriod, .unknownPeriod]))
    #expect(map.problems().count { $0.code == .unknownPeriod } == 2)
  }
}
