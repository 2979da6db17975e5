import MapModel
import OrderedCollections
import Testing

struct ColorTests {
  @Test func `reads and writes six digits`() {
    #expect(MapColor("#12436D")?.description == "#12436d")
    #expect(MapColor(rgb: 0x000001).description == "#000001")
  }

  @Test(arguments: ["", ";", ":", "x;y", "#12436", "#12436g", "#+2436D", "red", "12436DD"])
  func `refuses everything else`(text: String) { #expect(MapColor(text) == nil) }

  /// Contrasts of the Government Analysis Function's palette, computed apart from this package by WCAG 2.2's formula.
  @Test(arguments: [(0x12436D, 10.25), (0x28A197, 3.17), (0x801650, 9.77), (0xF46A25, 3.03), (0x3D3D3D, 10.86)])
  func `contrasts with white`(rgb: Int, contrast: Double) {
    #expect(abs(MapColor(rgb: UInt32(rgb)).contrast(with: .white) - contrast) < 0.005)
  }

  @Test func `keeps the default legend legible`() {
    for sector in Legend.report.sectors.values {
      #expect(sector.fill.contrast(with: .text) >= 4.5, "\(sector.name): text")
      #expect(sector.outline.contrast(with: .white) >= 3, "\(sector.name): outline on white")
      #expect(sector.outline.contrast(with: sector.fill) >= 3, "\(sector.name): outline on its fill")
    }
  }

  @Test func `tells the default roles apart by shape`() {
    let shapes = Legend.report.roles.values.map(\.shape)
    #expect(Set(shapes).count == shapes.count)
  }
}
