/// Texts that break software which takes data for code.
public enum HostileText {
  /// One of each kind, all short.
  public static let samples = [
    "quo\"te", "back\\slash \\N \\G \\", "<script>alert(1)</script>", "a & b &lt;script&gt; &copy;", "]]><x>",
    "bell\u{7} escape\u{1B}[31m red", "family \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
    "\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{627}\u{644}", "--><script>", "{rec|ord}", "`code` *b* [l](javascript:x) | pipe",
    "new\nline", "\u{FFFE}X\u{FFFF}", "=HYPERLINK(\"x\")", "' onload='x", "\u{202E}reversed",
    "\"\u{301} \\\u{301} &\u{200D} |\u{301} <\u{301}script>",
  ]
  /// A text of 100,000 characters without a place to break it.
  public static let long = String(repeating: "x", count: 100_000)
}
