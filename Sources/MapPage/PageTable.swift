/// Something that stands in the page's data as a row of a table.
protocol PageRow: Encodable {
  /// The names of its fields and how to take their values: the one place that knows their order.
  static var columns: [PageColumn<Self>] { get }
}

/// A field of a row.
struct PageColumn<Row> {
  let name: String
  let value: (Row) -> (any Encodable)?

  init(_ name: String, _ value: @escaping (Row) -> (any Encodable)?) { (self.name, self.value) = (name, value) }
}

extension PageRow {
  /// Writes the values without their names; what is missing at the end of a row is left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    var values = Self.columns.map { $0.value(self) }
    while let last = values.last, last == nil { values.removeLast() }
    for value in values {
      if let value { try container.encode(value) } else { try container.encodeNil() }
    }
  }
}

/// A table of the page's data: the names of the fields once, then the rows.
///
/// Whoever reads the page finds what each value is, and a map with hundreds of connections does not repeat the names for
/// each: those of the AMI map would take 45 kB more.
struct PageTable<Row: PageRow>: Encodable {
  var rows: [Row]

  init(_ rows: [Row] = []) { self.rows = rows }

  private enum Key: CodingKey { case fields, rows }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Row.columns.map(\.name), forKey: .fields)
    try container.encode(rows, forKey: .rows)
  }
}

extension PageTable: Sendable where Row: Sendable {}
