import MapModel
import Tabular

/// The header that a coding tool always writes alike, so that its tables are read without being explained.
struct ToolHeader: Sendable {
  /// What the tool calls the columns that it always writes, by the names of the format.
  let required: [String: String]
  /// What it calls others, the first that is there.
  var optional: [String: [String]] = [:]
  /// Whether further columns are read that are called as the format calls them.
  var readsOthers = true
  /// What stands between the codes of a cell; `nil` for line breaks and semicolons.
  var separator: String?

  /// The tools.
  static let all = [taguette, qualCoder, qualCoderByCase, atlas, maxqda, dedoose]

  /// A row for each highlight and tag.
  private static let taguette = ToolHeader(required: [
    "segment": "id", "interview": "document", "code": "tag", "excerpt": "content",
  ])

  /// Each coding has an id of its own, so segments are known by their words. Attributes of files and cases are columns.
  private static let qualCoder = ToolHeader(
    required: ["interview": "File", "code": "Codename", "excerpt": "Coded"], optional: attributes)
  private static let qualCoderByCase = ToolHeader(
    required: ["interview": "Case", "code": "Codename", "excerpt": "Coded"], optional: attributes)
  private static let attributes = Dictionary(
    uniqueKeysWithValues: ["area", "period", "informant", "speaker"].map { ($0, ["FileVar_\($0)", "CaseVar_\($0)"]) })

  /// A row for each quotation, with all its codes in one cell.
  private static let atlas = ToolHeader(
    required: ["interview": "Document", "code": "Codes", "excerpt": "Quotation Content"],
    optional: [
      "segment": ["ID"], "group": ["Document Groups"], "reference": ["Reference"], "coder": ["Created by"],
    ], readsOthers: false)

  /// A row for each segment and code. `Area` is how long a segment is, and `Beginning` the paragraph in which it starts.
  private static let maxqda = ToolHeader(
    required: ["interview": "Document name", "code": "Code", "excerpt": "Segment"],
    optional: ["group": ["Document group"], "coder": ["Created by", "Author"]], readsOthers: false)

  /// A row for each excerpt, with all its codes in one cell, and in a column each once more.
  private static let dedoose = ToolHeader(
    required: ["interview": "Media Title", "code": "Codes Applied Combined", "excerpt": "Excerpt Copy"],
    optional: ["reference": ["Excerpt Range"], "coder": ["Excerpt Creator"]], readsOthers: false, separator: ",")

  /// Which columns are read from a file with such a header, and what they are called there; `nil` for another header.
  /// - Parameter given: what the map calls columns of the file, which goes first.
  func columns(
    in header: DelimitedText.Row, _ given: [String: String]
  ) -> (columns: [EvidenceTable.Column], names: [String: String], separator: String?)? {
    var found = NameIndex<String>()
    for cell in header.cells { found.add(cell.text.trimmingWhitespace, for: cell.text.trimmingWhitespace) }
    guard required.values.allSatisfy({ found[$0] != nil }) else { return nil }
    var names = required
    for (column, choices) in optional { names[column] = choices.lazy.compactMap { found[$0] }.first }
    // A column of the file is one thing: what the map takes it for.
    let taken = Set(given.values.map(NameFolding.folded))
    names = names.filter { !taken.contains(NameFolding.folded($0.value)) }
    names.merge(given) { $1 }
    let columns = CodedSegmentReader.columns.filter { readsOthers || names[$0.name] != nil || $0.isRequired }
    return (columns, names, separator)
  }
}
