import MapDisclosure
import MapEvidence
import MapModel
import TestSupport
import Testing

struct OutcomeReaderTests {
  private static let definition = """
    title: T
    areas: [{id: north, name: North}, {id: south, name: South}]
    relations: [{id: supports, family: support}]
    actors: [{id: a, name: Actor A, role: delivery, sector: nhs, stage: delivery}]
    comparison: {per: [{measure: referred, name: young people referred}]}

    """

  private static func read(_ outcomes: String) throws -> MapReading {
    let folder = try TemporaryFolder([
      "map.yaml": definition, "interviews.csv": "from,to,relation\n",
      "outcomes.csv": "area,outcome,value,cases,reference\n" + outcomes,
    ])
    return MapFolder.read(at: folder.path)
  }

  @Test func `reads outcomes and bases`() throws {
    let map = try #require(try Self.read("North,rating,3.6,120,Table 1\n,rating,3.1,,\n").map)
    #expect(
      map.outcomes == [
        Outcome("rating", area: "north", value: 3.6, cases: 120, reference: "Table 1"),
        Outcome("rating", area: nil, value: 3.1),
      ])
    #expect(map.countBases == [CountBase(measure: "referred", name: "young people referred")])
  }

  @Test(arguments: [
    ("North,rating,3;6,,", "bad-number"), ("North,rating,nan,,", "bad-number"), ("North,,3,,", "empty-cell"),
    ("Nowhere,rating,3,,", "unknown-area"), ("North,rating,3,-1,", "bad-number"),
    ("North;South,rating,3,,", "several-areas"), ("North,rating,3,,\nnorth,rating,4,,", "duplicate-outcome"),
  ])
  func `reports what cannot be used`(rows: String, code: String) throws {
    let problems = try Self.read(rows + "\n").problems.filter { $0.file == "outcomes.csv" }
    #expect(problems.map(\.code.rawValue) == [code])
  }

  @Test func `withholds what rests on few, and the whole with it`() throws {
    let map = try #require(
      try Self.read("North,rating,3.6,4,\nSouth,rating,3.2,200,\n,rating,3.1,204,\nNorth,other,1,4,\n").map)
    let published = map.published(for: .public).map
    #expect(published.outcomes.map(\.value) == [nil, 3.2, nil, nil])
    #expect(published.outcomes.allSatisfy { $0.cases == nil })
    #expect(map.published(for: .team).map.outcomes == map.outcomes)
  }
}
