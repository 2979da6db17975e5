import MapModel
import OrderedCollections
import Testing

struct ColorDifferenceTests {
  /// Pairs of the table with which Sharma, Wu and Dalal 2005 test implementations of CIEDE2000.
  @Test(
    arguments: [
      ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425), ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0),
      ((50, 0, 0), (50, -1, 2), 2.3669), ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
      ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195), ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
      ((50, 2.5, 0), (73, 25, -18), 27.1492), ((50, 2.5, 0), (56, -27, -3), 31.9030),
      ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
      ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ] as [((Double, Double, Double), (Double, Double, Double), Double)])
  func `is CIEDE2000`(one: (Double, Double, Double), other: (Double, Double, Double), expected: Double) {
    let (one, other) = (
      LabColor(lightness: one.0, a: one.1, b: one.2), LabColor(lightness: other.0, a: other.1, b: other.2)
    )
    #expect(abs(one.difference(from: other) - expected) < 5e-5)
    #expect(abs(other.difference(from: one) - expected) < 5e-5)
  }

  /// As colour-science 0.4.7 has it for Python, with its matrices of Machado and others for a severity of 1.
  @Test(
    arguments: [
      (.protanopia, 38.629, -3.763, 45.928), (.deuteranopia, 48.925, -4.887, 53.557),
      (.tritanopia, 45.042, 62.359, 29.55),
    ] as [(ColorVision, Double, Double, Double)])
  func `sees colours as others do`(vision: ColorVision, lightness: Double, a: Double, b: Double) {
    let seen = LabColor(MapColor(rgb: 0xB8470F), seenWith: vision)
    #expect(abs(seen.lightness - lightness) < 0.05 && abs(seen.a - a) < 0.05 && abs(seen.b - b) < 0.05, "\(seen)")
  }

  @Test func `colours of sectors are told apart by every eye, and text on them can be read`() {
    let sectors = (SectorColors.all + [.white]).map { Sector("s", name: "", colors: $0) }
    #expect(Sector.likenesses(among: sectors).isEmpty)
    #expect(sectors.flatMap(\.contrastFaults).isEmpty)
    #expect(Sector.likenesses(among: Array(Legend.report.sectors.values)).isEmpty)
  }

  @Test func `finds sectors that only some eyes tell apart`() throws {
    // Red and green of one lightness.
    let sectors = [
      Sector("a", name: "A", fill: .init(rgb: 0xF0D0D0), outline: .init(rgb: 0xA03020)),
      Sector("b", name: "B", fill: .init(rgb: 0xD6D9C4), outline: .init(rgb: 0x58591B)),
      Sector("c", name: "C", fill: .init(rgb: 0xF0D0D1), outline: .init(rgb: 0xA03021)),
    ]
    let found = Sector.likenesses(among: sectors)
    let same = try #require(found.first { $0.first.id == "a" && $0.second.id == "c" })
    #expect(same.visions == ColorVision.allCases)
    let pair = try #require(found.first { $0.first.id == "a" && $0.second.id == "b" })
    #expect(!pair.visions.contains(.common) && pair.visions.contains(.deuteranopia))
  }
}
