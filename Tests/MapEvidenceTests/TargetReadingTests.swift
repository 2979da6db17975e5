import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Targets, approximate numbers, and totals that their parts do not make.
struct TargetReadingTests {
  private static func read(_ counts: String, _ text: String = "") throws -> MapReading {
    let folder = try TemporaryFolder([
      "map.yaml": """
      title: T
      areas: [{id: north, name: North}, {id: south, name: South}]
      relations: [{id: supports, family: support}]
      actors:
        - {id: a, name: A, role: delivery, sector: nhs, stage: delivery}
        - {id: b, name: B, role: delivery, sector: families, stage: delivery, beneficiary: true}
      mi: [{file: counts.csv, cases: supported}]
      \(text)
      """, "interviews.csv": "from,to,relation\n",
      "counts.csv": "area,from,to,relation,measure,count,target,computed\n" + counts,
    ])
    return MapFolder.read(at: folder.path)
  }

  private static func count(_ reading: MapReading) -> Count? { reading.map?.connections.values.first?.counts.first }

  @Test(arguments: [
    ("~200", 200, true), ("~ 200", 200, true), ("\"~1,200\"", 1200, true), ("200", 200, false), ("~0", 0, true),
  ])
  func `a number with a sign before it is approximate`(text: String, number: Int, isApproximate: Bool) throws {
    let reading = try Self.read(",a,b,supports,supported,\(text),,\n")
    #expect(reading.problems.isEmpty)
    let count = try #require(Self.count(reading))
    #expect(count.value == .number(number) && count.isApproximate == isApproximate)
  }

  @Test func `a target stands beside its number`() throws {
    let reading = try Self.read(",a,b,supports,supported,\"3,206\",\"3,000\",\n")
    #expect(reading.problems.isEmpty)
    #expect(Self.count(reading)?.target == 3000)
    let wrong = try Self.read(",a,b,supports,supported,3206,many,\n").problems
    #expect(
      wrong.map(\.code) == [.badNumber] && wrong.first?.line == 2 && wrong.first?.message.contains("target") == true)
  }

  @Test(arguments: ["~~200", "200~", "~many"])
  func `a sign without a number is none`(text: String) throws {
    #expect(try Self.read(",a,b,supports,supported,\(text),,\n").problems.map(\.code) == [.badNumber])
  }

  private static let parts = "North,a,b,supports,supported,30,,\nSouth,a,b,supports,supported,20,,\n"

  @Test func `a total that all areas do not make is warned of with both numbers`() throws {
    let problems = try Self.read(Self.parts + ",a,b,supports,supported,60,,\n").problems
    #expect(problems.map(\.code) == [.totalDiffers] && problems.first?.severity == .warning)
    #expect(problems.first?.line == 4)
    #expect(problems.first?.message.contains("is 60, and those of all areas make 50") == true)
  }

  @Test func `a total that the declared parts of a measure do not make is warned of`() throws {
    let rows = "North,a,b,supports,supported,60,,\nNorth,a,b,supports,boys,20,,\n"
    func codes(_ more: String) throws -> [Problem.Code] {
      try Self.read(rows + more, "measures: [{name: supported, parts: [boys, girls]}]\n").problems.map(\.code)
    }
    #expect(try codes("North,a,b,supports,girls,30,,\n") == [.totalDiffers])
    // They make it; one of the parts is not counted, there or at all; it is about so much.
    #expect(try codes("North,a,b,supports,girls,40,,\n").isEmpty)
    #expect(try codes("South,a,b,supports,girls,30,,\n").isEmpty && codes("").isEmpty)
    #expect(try codes("North,a,b,supports,girls,~30,,\n").isEmpty)
  }

  @Test(arguments: [
    // They make it; an area is not counted; it is about so much; it is said how it came about.
    parts + ",a,b,supports,supported,50,,\n", "North,a,b,supports,supported,30,,\n,a,b,supports,supported,60,,\n",
    parts + ",a,b,supports,supported,~60,,\n", parts + ",a,b,supports,supported,60,,10 of no area\n",
  ])
  func `nothing is warned of where a total can be right`(counts: String) throws {
    #expect(try Self.read(counts).problems.isEmpty)
  }
}
