import MapModel
import OrderedCollections
import TestSupport
import Testing

@testable import MapEvidence

/// The quick counter and a plain one run the same plan over random files, and must come to the same.
struct CountersAgreeTests {
  @Test(arguments: 0..<10) func `count the same in random case files`(batch: Int) throws {
    var kinds: Set<String> = []
    var compared = 0
    for number in 0..<30 {
      var random = RandomCaseFiles(seed: UInt64(batch * 30 + number))
      let files = random.files()
      let plan = try #require(Self.plan(files))
      var plain = PlainCounter(plan)
      for name in plan.files { plain.add(try #require(files[name]), file: name) }
      for twoThreads in [false, true] {
        let reading = MapFolder.read(
          at: try TemporaryFolder(files).path, options: ReadingOptions(usesTwoThreads: twoThreads, today: Self.today))
        let map = try #require(reading.map)
        var numbers: [PlainCounter.Key: PlainCounter.Number] = [:]
        for connection in map.connections.values {
          for count in connection.counts {
            guard case .number(let value) = count.value else { continue }
            let key = PlainCounter.Key(
              connection: connection.id, area: count.area, measure: count.measure, period: count.period)
            numbers[key] = .init(count: value, isOfCases: count.isOfCases)
          }
        }
        let found = Dictionary(
          reading.problems.filter { Self.codes.contains($0.code.rawValue) }.map { ($0.code.rawValue, $0.count) },
          uniquingKeysWith: +)
        #expect(!reading.hasErrors, "\(reading.problems)")
        #expect(numbers == plain.numbers, "seed \(batch * 30 + number)")
        #expect(reading.usage == plain.usage, "seed \(batch * 30 + number)")
        #expect(found == plain.problems, "seed \(batch * 30 + number)")
      }
      kinds.formUnion(plain.problems.keys)
      compared += plain.numbers.count
    }
    // Files in which nothing is found would prove nothing.
    #expect(kinds == Self.codes)
    #expect(compared > 300)
  }

  /// The problems that the plain counter looks for.
  private static let codes: Set<String> = [
    "total-row", "ragged-row", "missing-case", "damaged-id", "repeated-header", "duplicate-row", "conflicting-details",
    "missing-value", "unmatched-value", "unknown-area", "date-in-future", "dates-out-of-order",
  ]

  private static let today = CalendarDay(year: 2025, month: 6, day: 30) ?? .today

  private static func plan(_ files: [String: String]) -> CountingPlan? {
    var folder = FolderFiles(MapFiles(files.mapValues(\.utf8)), takesDigests: false)
    guard
      let definition = DefinitionReader.read(files["map.yaml"] ?? "", file: "map.yaml", with: &folder).definition,
      let cases = definition.caseFiles.first
    else { return nil }
    return CountingPlan(
      cases, actors: definition.actorNames, areas: definition.areaNames, order: definition.areas.map(\.id),
      groups: definition.actorGroups, today: today)
  }

  @Test func `is a value: the same definition gives the same plan, and another rule another`() throws {
    var (one, other) = (RandomCaseFiles(seed: 1), RandomCaseFiles(seed: 1))
    let (files, same) = (one.files(), other.files())
    let plan = try #require(Self.plan(files))
    #expect(plan == Self.plan(same))
    var changed = plan
    changed.rules[0].countsZeros.toggle()
    #expect(changed != plan)
  }
}
