import Foundation
import TestSupport
import Testing

@testable import MapDrawing

struct TextMetricsTests {
  /// Advances of DejaVu Sans 2.37 as its own `hmtx` table gives them (2048 units to the em).
  @Test(arguments: [("A", 1401), ("m", 1995), ("i", 569), ("0", 1303)])
  func `knows the advances of letters`(letter: String, units: Int) {
    #expect(abs(TextMetrics.width(of: letter, fontSize: 1) - Double(units) / 2048) < 0.001)
  }

  private static let dot = InstalledProgram("dot")

  /// libgraphviz sizes a node without margins by its text, as pango sets it; its plain output says how wide that is.
  @Test(
    .enabled(if: dot.isThereOrDemanded),
    arguments: [
      "Attendance Mentors", "Multi-disciplinary team", "Élémentaire d'Orléans",
      "e\u{301}cole e\u{301}le\u{301}mentaire",
      "Größe, Ærø, Łódź", "Служба сопровождения", "Ελληνική Ένωση Σχολείων", "בית ספר לחינוך",
      "مدرسة خدمات الدعم النفسي",
      "Trung tâm hỗ trợ giáo dục", "学校出席导师", "カタカナ", "한국어 교육", "โรงเรียน", "सहायता", "\u{1F600}",
      "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "CAMHS \u{2020}", "\u{2013} \u{2026} \u{2260} \u{2717}",
    ])
  func `is at least as wide as what is drawn`(text: String) throws {
    let folder = try TemporaryFolder([
      "label.dot": "graph { a [label=\"\(text)\", shape=plain, margin=0, fontname=\"DejaVu Sans\", fontsize=100] }"
    ])
    let run = try Self.dot.run(["-Tplain", folder.path + "/label.dot"])
    let node = try #require(run.text.split(separator: "\n").first { $0.hasPrefix("node a ") })
    let drawn = try #require(Double(node.split(separator: " ")[4])) * 72
    let width = TextMetrics.width(of: text, fontSize: 100)
    // Letters are rounded to whole pixels when they are set.
    #expect(width >= drawn - 8, "\(text): \(width), drawn \(drawn)")
    #expect(width <= 1.5 * drawn + 40, "\(text): \(width), drawn \(drawn)")
  }
}
