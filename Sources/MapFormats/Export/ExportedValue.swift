import MapModel

/// What an exported graph says of a node or an edge under the name of a column.
enum ExportedValue: Sendable, Hashable {
  case text(String)
  case whole(Int)
  case decimal(Double)
  case flag(Bool)

  /// The value as text that every tool reads: flags as `true` and `false`, numbers with a full stop.
  var text: String {
    switch self {
    case .text(let text): text
    case .whole(let number): String(number)
    case .decimal(let number): Int(exactly: number).map(String.init) ?? String(number)
    case .flag(let flag): String(flag)
    }
  }
}

/// A column of nodes or of edges: all values under its name are of one kind, or there are none.
struct ExportedColumn: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case text, whole, decimal, flag
  }

  let name: String
  let kind: Kind

  /// The name in letters that names in XML and in programs can have (XML's NMTOKEN): what is none of them is `_`.
  var token: String {
    let scalars = name.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isAllowed =
        scalar.isASCII
        ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_.:".unicodeScalars.contains(scalar)
        : (0xC0...0x1FFF).contains(scalar.value) && scalar.properties.isAlphabetic && scalar.value != 0x37E
      return isAllowed ? scalar : "_"
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension [ExportedColumn] {
  /// The names of the columns in letters that names in XML can have, no two alike.
  var tokens: [String] {
    var taken: Set<String> = []
    return map { column in column.token.numbered("_") { taken.insert($0).inserted ? $0 : nil } }
  }
}
