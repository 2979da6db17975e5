/// The keys of `map.yaml` outside of its lists, whose keys are those of ``DefinitionList``: the reader knows no others, and
/// what editors are told is made of them.
enum DefinitionKeys {
  /// What stands at the top.
  static let map = [
    "format", "title", "lang", "source", "folders", "areas", "periods", "measures", "legend", "families", "stages",
    "actors",
    "relations", "informants", "interviews", "fieldwork", "outcomes", "codes", "codings", "coders", "mi", "symbols",
    "comparison", "claims", "theory", "expectations", "figures", "positions", "drawing",
    "page", "report", "disclosure",
  ]
  static let source = ["title", "publisher", "year", "reference", "licence"]
  static let legend = ["roles", "sectors", "families", "stages"]
  static let drawing = ["legend", "title", "width", "height", "text"]
  static let disclosure = ["minimum", "rounding", "symbol", "zeros", "excerpts", "aliases", "sums", "with"]
  static let comparison = ["per"]
  /// A file of evidence, or a list in a table.
  static let file = ["file", "sheet", "columns"]
  /// An item of `mi` with a number in each row.
  static let counts = ["file", "sheet", "columns", "cases"]
  /// An item of `mi` with a row for each case, in files.
  static let cases = ["file", "files", "sheet"] + counting
  /// An item of `mi` with a row for each case, in a database.
  static let queried = ["query"] + counting
  /// How cases are counted, wherever they are.
  private static let counting = ["columns", "area", "details", "dates", "extracted", "completed", "rules"]
  /// Where in a database cases stand, and who counts them.
  static let query = ["table", "tables", "engine", "file", "counts", "checks", "seconds"]
  static let page = ["steps", "words"]
  /// A rule by which cases are counted.
  static let rule = ["from", "to", "relation", "count", "measure", "re-referrals", "period", "where", "count-zeros"]
}
