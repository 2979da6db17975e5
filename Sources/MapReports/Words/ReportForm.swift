/// For what a report is put into words.
enum ReportForm {
  /// The answer of a command, on a terminal: headings of tables are in capitals there, and it says which command tells more.
  case answer
  /// A chapter, whose readers know no commands.
  case chapter

  /// The heading of a column as sentences name it.
  func heading(_ heading: String) -> String { self == .answer ? heading.uppercased() : "\u{201C}\(heading)\u{201D}" }

  /// Words about commands and files of the map, where its readers know them.
  func hint(_ words: String) -> String { self == .answer ? words : "" }
}
