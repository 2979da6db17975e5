import MapModel

/// The keys by which a column's values are reached: `connection.from` is `from` in `connection`.
///
/// A key that holds a dot or a quotation mark stands in quotation marks, those in it twice.
struct ColumnPath: Sendable, Hashable {
  let keys: [String]

  init(_ keys: [String]) { self.keys = keys }

  /// Reads a column's header.
  init(header: String) {
    var (keys, key, isQuoted): ([String], String.UnicodeScalarView, Bool) = ([], .init(), false)
    // By scalars: a letter can swallow a mark that joins it.
    var rest = Substring(header.trimmingWhitespace).unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == Self.mark, isQuoted, rest.first == Self.mark {
        rest.removeFirst()
        key.append(scalar)
      } else if scalar == Self.mark, isQuoted || key.isEmpty {
        isQuoted.toggle()
      } else if scalar == Self.dot, !isQuoted {
        keys.append(String(key).trimmingWhitespace)
        key = .init()
      } else {
        key.append(scalar)
      }
    }
    keys.append(String(key).trimmingWhitespace)
    self.keys = keys
  }

  private static let mark: Unicode.Scalar = "\""
  private static let dot: Unicode.Scalar = "."

  /// The header of the column.
  var header: String {
    keys.map { key in
      let scalars = key.unicodeScalars
      if !key.isEmpty, !scalars.contains(Self.dot), !scalars.contains(Self.mark) { return key }
      return CellItems.inQuotationMarks(key)
    }.joined(separator: ".")
  }
}
