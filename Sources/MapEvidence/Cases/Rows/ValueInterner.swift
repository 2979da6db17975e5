import Tabular

/// A column whose cells are names of things, as one thread reads it: each different value gets a number.
///
/// What the values mean is for the ``ValueColumn`` to say, which learns them in the order of the files.
struct ValueInterner: ~Copyable {
  /// A value that the thread met for the first time.
  struct NewValue: Sendable {
    var hash: UInt64
    var text: String
  }

  /// In how many rows a value stands, and the first lines.
  struct Places: Sendable {
    var count = 0
    /// Up to five, counted over all files.
    var lines: [UInt32] = []
  }

  /// How often each value came, by the hash of its bytes.
  private var values = NumberTable<UInt32>()
  private var lines = GrowingBuffer<UInt32>()
  /// The hashes of the values at hand. They are found before any is looked up: what cannot be foreseen of a look-up then
  /// costs no more than the look-up.
  private var hashes = GrowingBuffer<UInt64>()

  init() {}

  /// Reads a column of rows.
  /// - Parameter position: which cell of a row it is.
  /// - Returns: the number of each row's value, and the values that are new.
  mutating func read(_ rows: CaseRows, at position: Int) -> (numbers: [Int32], new: [NewValue]) {
    let block = rows.block
    let bytes = block.bytes.span
    let cells = block.cells.span
    hashes.reset(to: 0, count: rows.cells.count)
    for row in rows.cells.indices {
      let cell = cells[Int(rows.cells[row]) &+ position]
      hashes[row] = ByteHash.of(bytes, Int(cell.start)..<cell.end)
    }
    var new: [NewValue] = []
    var numbers = [Int32](repeating: 0, count: rows.cells.count)
    for row in rows.cells.indices {
      let (value, isNew) = values.insert(hashes[row], 0)
      if isNew {
        new.append(NewValue(hash: hashes[row], text: block.text(cells[Int(rows.cells[row]) &+ position])))
        for _ in 0..<5 { lines.append(0) }
      }
      let seen = values[value]
      if seen < 5 { lines[value &* 5 &+ Int(seen)] = rows.lines[row] }
      values[value] = seen &+ 1
      numbers[row] = Int32(truncatingIfNeeded: value)
    }
    return (numbers, new)
  }

  /// Where each value stands, in the order of their numbers.
  var places: [Places] {
    (0..<values.count).map { value in
      let count = Int(values[value])
      return Places(count: count, lines: (0..<min(5, count)).map { lines[value * 5 + $0] })
    }
  }
}
