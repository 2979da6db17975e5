import Testing

@testable import MapDrawing

struct TextMetricsTests {
  /// Advances of DejaVu Sans 2.37 as its own `hmtx` table gives them (2048 units to the em).
  @Test(arguments: [("A", 1401), ("m", 1995), ("i", 569), ("0", 1303)])
  func `knows the advances of letters`(letter: String, units: Int) {
    #expect(abs(TextMetrics.width(of: letter, fontSize: 1) - Double(units) / 2048) < 0.001)
  }
}
