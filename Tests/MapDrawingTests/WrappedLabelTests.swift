import Testing

@testable import MapDrawing

struct WrappedLabelTests {
  private static func label(_ text: String) -> WrappedLabel {
    WrappedLabel(text, ending: "", fontSize: 11, width: 92)
  }

  @Test(arguments: [
    ("DfE", ["DfE"]),
    ("Children's Services Manager", ["Children's", "Services", "Manager"]),
    // At hyphens and slashes, but not in years, and before brackets, but not in "school(s)".
    ("Kindertages-Einrichtungen", ["Kindertages-", "Einrichtungen"]),
    ("Commissioner/Provider forum", ["Commissioner/", "Provider forum"]),
    ("Attendance 2024-25 programme", ["Attendance", "2024-25", "programme"]),
    ("Partnership(north district)", ["Partnership", "(north district)"]),
    ("Primary school(s) nearby", ["Primary", "school(s) nearby"]),
    // Between signs of scripts without spaces; no line begins with what closes, or ends with what opens.
    ("学校出席导师中心办公室", ["学校出席导师", "中心办公室"]),
    ("学校出席导师（北部）", ["学校出席导", "师（北部）"]),
    // A space that holds its words together.
    ("Team\u{A0}A of the Northshire council", ["Team A of the", "Northshire", "council"]),
  ])
  func `breaks where a reader would`(text: String, lines: [String]) {
    let label = Self.label(text)
    #expect(label.lines == lines)
    #expect(label.fontSize == 11 && !label.isShortened)
  }

  @Test func `a word that is too long gets width, then smaller letters, before it is broken`() {
    let wide = Self.label("Jugendgerichtshilfe")
    #expect(wide.lines.count == 1 && wide.fontSize == 11 && wide.width > 92)
    let small = Self.label("Kindertageseinrichtung")
    #expect(small.lines.count == 1 && small.fontSize < 11 && small.fontSize >= 0.8 * 11)
    let broken = Self.label("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk")
    #expect(broken.lines.count > 1 && broken.lines.dropLast().allSatisfy { $0.hasSuffix("-") })
    #expect(broken.lines.joined().replacing("-", with: "") == "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk")
    for label in [wide, small, broken] { #expect(!label.isShortened && label.width <= 1.35 * 92) }
  }

  @Test func `keeps letters with their marks`() {
    let word = String(repeating: "e\u{301}", count: 60)
    let label = Self.label(word)
    #expect(label.lines.allSatisfy { line in line.allSatisfy { $0 == "e\u{301}" || $0 == "-" } })
    #expect(label.lines.joined().count { $0 != "-" } == 60)
  }

  @Test(arguments: [
    String(repeating: "x", count: 100_000), String(repeating: "word ", count: 20_000),
    String(repeating: "学", count: 5_000), String(repeating: "a/b-(c) ", count: 5_000),
  ])
  func `shortens only what fits no room, and keeps its ending`(text: String) {
    let label = WrappedLabel(text, ending: " \u{2020}", fontSize: 11, width: 92)
    #expect(label.isShortened)
    #expect(label.lines.count <= 6)
    #expect(label.width <= 1.35 * 92)
    #expect(label.lines.last?.hasSuffix("\u{2026} \u{2020}") == true)
    let single = WrappedLabel(text, fontSize: 11, width: 92, maximumLines: 1)
    #expect(single.lines.count == 1 && single.width <= 92 && single.lines[0].hasSuffix("\u{2026}"))
  }

  @Test(arguments: ["", " ", "\n\n", "\u{200B}"])
  func `has a line even without text`(text: String) {
    #expect(Self.label(text).lines.count == 1)
  }

  @Test func `lines from right to left are set as such`() {
    #expect(Self.label("\u{5D1}\u{5D9}\u{5EA} (1).").drawn == "\u{2067}\u{5D1}\u{5D9}\u{5EA} (1).\u{2069}")
    #expect(Self.label("Team \u{5D1}").drawn == "Team \u{5D1}")
  }

  private static let long =
    "Northshire and Westshire Combined Authority early help and family support partnership for children and young people"
    + " who are missing from education or at risk of it, with their parents and carers"

  @Test(arguments: [
    [long + " (north district)", long + " (south district)"],
    [long + " (north district)", long + " (south district)", long, "North " + long, long + " (south district, new)"],
    (0..<12).map { String(repeating: "x", count: 300) + String($0 * 7919) + String(repeating: "y", count: 500) },
    (0..<5).map { String(repeating: "word ", count: 200) + String(repeating: "a", count: $0) },
  ])
  func `no two labels are equal, or only the beginning of another`(names: [String]) {
    let labels = WrappedLabel.distinct(names.map { ($0, "") }, fontSize: 11, width: 92)
    let texts = labels.map { $0.lines.joined(separator: " ").replacing("\u{2026}", with: "") }
    #expect(Set(texts).count == names.count)
    for (one, text) in texts.enumerated() where labels[one].lines.last?.hasSuffix("\u{2026}") == true {
      for (other, longer) in texts.enumerated() where other != one { #expect(!longer.hasPrefix(text), "\(text)") }
    }
    #expect(labels.allSatisfy { $0.isShortened && $0.lines.count <= 6 && $0.width <= 1.35 * 92 })
  }

  @Test func `equal labels go on where they begin to differ`() {
    let labels = WrappedLabel.distinct(
      [(Self.long + " (north district)", ""), (Self.long + " (south district)", " \u{2020}"), ("Hub", "")],
      fontSize: 11, width: 92)
    #expect(labels[0].lines.joined(separator: " ").hasSuffix("(north district)"))
    #expect(labels[1].lines.joined(separator: " ").hasSuffix("(south district) \u{2020}"))
    #expect(labels[0].lines[0] == "Northshire and Westshire")
    #expect(labels[2].lines == ["Hub"])
  }
}
