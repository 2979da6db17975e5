import Documents
import Testing

struct CSVTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("=1+1", "'=1+1"), ("=\u{301}1", "'=\u{301}1"), ("\"\u{301}", "\"\"\"\u{301}\""), ("-5", "-5"), ("@x", "'@x"),
    ("", ""),
  ])
  func `quotes what has to be quoted and disarms formulas`(text: String, written: String) {
    #expect(CSVText.text(header: ["h"], rows: [[text]]) == "h\n\(written)\n")
  }
}
