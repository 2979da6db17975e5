import MapModel
import OrderedCollections
import Tabular

/// The columns of names of case files: what their values are, and what areas and rules make of them.
///
/// Each reader of rows numbers the values as it meets them. What is asked of a value is kept by these numbers, so that
/// nothing stands between a row and what it means.
struct CaseColumns: ~Copyable {
  /// How a rule finds what it needs of a row: the reader of a column, or an actor that is always the same.
  enum EndReader {
    case actor(Int32)
    case column(Int, reader: Int)
  }

  struct RuleReaders {
    var source: EndReader
    var target: EndReader
    /// The columns and readers that must say 1.
    var conditions: [EndReader]
  }

  /// What the rows of a block mean to a rule.
  struct RowMeanings {
    let values: [Int32]
    let meanings: [Int32]

    subscript(row: Int) -> Int32 { @inline(__always) get { meanings[Int(values[row])] } }
  }

  /// What one reader's numbers of a column's values stand for.
  private struct KnownValues {
    /// The column's numbers.
    var numbers: [Int32] = []
    /// What a value adds to the digest of a row; equal for values that are the same name.
    var digests: [UInt64] = []
    /// What a value is as a detail of a case.
    var details: [UInt64] = []
    /// What each reader of the column makes of it.
    var meanings: [[Int32]]
  }

  let names: OrderedSet<String>
  let school: Int?
  let area: Int?
  private(set) var actors: CaseActors
  private(set) var rules: [RuleReaders] = []
  private let files: CaseFiles
  private let columns: [Box<ValueColumn>]
  private var areaReader = 0
  /// By reader of rows and column.
  private var known: [[KnownValues]] = []
  /// The values of rows that all have the same.
  private var sameValues: [Int32] = []

  init(_ files: CaseFiles, actors: NameIndex<MapActor.ID>, areas: NameIndex<Area.ID>, order: [Area.ID], readers: Int) {
    self.files = files
    self.actors = CaseActors(known: actors)
    let names = files.valueHeaders
    self.names = names
    school = files.columns[.school].flatMap { names.firstIndex(of: $0) }
    area = files.columns[.area].flatMap { names.firstIndex(of: $0) }
    columns = names.map { Box(ValueColumn(header: $0)) }
    addReaders(areas, order)
    let unknown = columns.map { KnownValues(meanings: $0.value.readers.map { _ in [] }) }
    known = [[KnownValues]](repeating: unknown, count: readers)
  }

  // MARK: What areas and rules ask

  private mutating func addReaders(_ areaNames: NameIndex<Area.ID>, _ areas: [Area.ID]) {
    if let area {
      let order = Dictionary(areas.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: min)
      areaReader = add(
        .area, to: area, { text, _ in areaNames[text].flatMap { order[$0] } ?? ValueColumn.Meaning.unmatched })
    }
    for rule in files.rules {
      var conditions = rule.conditions.map { ($0.column, $0.patterns) }
      if rule.unit == .completed { conditions.append((CaseFiles.Column.status.rawValue, files.completed)) }
      let source = reader(of: rule.source)
      let target = reader(of: rule.target)
      let conditionReaders = conditions.compactMap { column, patterns -> EndReader? in
        guard let index = names.firstIndex(of: files.header(column)) else { return nil }
        let reader = add(.condition, to: index) { text, _ in
          let folded = NameIndex<Bool>.folded(text)
          return patterns.contains { $0.matches(folded: folded) } ? 1 : 0
        }
        return .column(index, reader: reader)
      }
      rules.append(RuleReaders(source: source, target: target, conditions: conditionReaders))
    }
  }

  private mutating func add(
    _ purpose: ValueColumn.Reader.Purpose, to column: Int, _ meaning: @escaping (String, inout CaseActors) -> Int32
  ) -> Int {
    columns[column].value.readers.append(.init(purpose: purpose, meaning: meaning))
    return columns[column].value.readers.count - 1
  }

  private mutating func reader(of end: CaseRule.End) -> EndReader {
    switch end {
    case .actor(let id): return .actor(actors.number(of: id))
    case .column(let end):
      guard let column = names.firstIndex(of: files.header(end.column)) else {
        return .actor(ValueColumn.Meaning.missing)
      }
      return .column(column, reader: add(.end, to: column, end.meaning))
    }
  }

  // MARK: Reading

  subscript(column: Int) -> Box<ValueColumn> { columns[column] }

  /// Learns the values of rows that are new.
  /// - Parameter reader: whose rows they are.
  mutating func learn(_ rows: CaseRows, from reader: Int) {
    for (index, column) in columns.enumerated() {
      for value in rows.newValues[index] {
        let number = column.value.number(of: value, &actors)
        known[reader][index].numbers.append(number)
        known[reader][index].details.append(column.value.detailDigests[Int(number)])
        let canonical = UInt64(column.value.facts[Int(number)].canonical)
        known[reader][index].digests.append(ByteDigest.combined(canonical, UInt64(index)))
        for (question, asked) in column.value.readers.enumerated() {
          known[reader][index].meanings[question].append(asked.meanings[Int(number)])
        }
      }
    }
    if sameValues.count < rows.cells.count { sameValues = [Int32](repeating: 0, count: rows.cells.count) }
  }

  /// Notes where a reader met values, when all rows have been read.
  mutating func add(_ places: [[ValueReader.Places]], from reader: Int) {
    for (index, column) in columns.enumerated() { column.value.add(places[index], known[reader][index].numbers) }
  }

  /// Adds to the digest of each row what its names are.
  func addDigests(of rows: CaseRows, from reader: Int, to digests: borrowing GrowingBuffer<UInt64>) {
    for column in columns.indices where rows.layout.values[column] != nil {
      let known = known[reader][column].digests
      let values = rows.values[column]
      for row in 0..<digests.count { digests[row] &+= known[Int(values[row])] }
    }
  }

  /// The school of each row as a detail of its case; `nil` if the file has no schools.
  ///
  /// Schools are known by number, so that two spellings of one are no conflict.
  func schools(of rows: CaseRows, from reader: Int) -> (values: [Int32], details: [UInt64])? {
    guard let school, rows.layout.values[school] != nil else { return nil }
    return (rows.values[school], known[reader][school].details)
  }

  /// The column's number of a row's value.
  func value(_ row: Int, of rows: CaseRows, column: Int, from reader: Int) -> Int {
    Int(known[reader][column].numbers[Int(rows.values[column][row])])
  }

  /// The area of each row; `nil` if the file has no areas.
  func areas(of rows: CaseRows, from reader: Int) -> RowMeanings? {
    guard let area, rows.layout.values[area] != nil else { return nil }
    return meanings(.column(area, reader: areaReader), of: rows, from: reader)
  }

  /// What a rule makes of each row.
  func meanings(_ end: EndReader, of rows: CaseRows, from reader: Int) -> RowMeanings {
    switch end {
    case .actor(let number): return RowMeanings(values: sameValues, meanings: [number])
    case .column(let column, let question):
      guard rows.layout.values[column] != nil else {
        return RowMeanings(values: sameValues, meanings: [ValueColumn.Meaning.missing])
      }
      return RowMeanings(values: rows.values[column], meanings: known[reader][column].meanings[question])
    }
  }

  /// The names that are to be compared with each other, when all rows have been seen.
  var comparedNames: [ComparedNames] {
    let chosen = columns.indices.filter { index in
      index == school || files.rules.contains { $0.makesActors(of: names[index], files) }
    }
    return chosen.map { columns[$0].value.comparedNames(column: $0) }
  }
}
