/// One trait of each cell of a table, such as its area, in dense numbers from 0.
///
/// Cells are grouped by sorting their numbers: with text as keys, the public's output of a large map takes twice as
/// long as reading its case records.
struct CellColumn {
  /// The number of each cell.
  private(set) var numbers: [Int] = []
  /// One more than the highest number.
  private(set) var bound = 0

  /// Adds the number of the next cell.
  mutating func append(_ number: Int) {
    numbers.append(number)
    bound = Swift.max(bound, number + 1)
  }

  subscript(cell: Int) -> Int { numbers[cell] }
}

/// Gives values dense numbers, in the order in which they are met.
struct DenseNumbering<Value: Hashable> {
  private var numbers: [Value: Int] = [:]
  /// The values, by their numbers.
  private(set) var values: [Value] = []
  /// The value that was asked for last: what comes in files often repeats it.
  private var last: (value: Value, number: Int)?

  /// The number of a value.
  mutating func number(of value: Value) -> Int {
    if let last, last.value == value { return last.number }
    let number = numbers[value] ?? values.count
    if number == values.count {
      numbers[value] = number
      values.append(value)
    }
    last = (value, number)
    return number
  }

  /// The number of a value that has one.
  func known(_ value: Value) -> Int? { numbers[value] }
}

extension [Int] {
  /// Sorts cells by their numbers in columns, the last of which weighs most; the order of equal cells stays.
  ///
  /// This is radix sort: one counting sort for each column (Knuth, The Art of Computer Programming 3, 5.2.5).
  /// - Complexity: O(c · (n + b)), where c is the number of columns, n of cells and b the largest bound.
  mutating func sort(byColumns columns: [CellColumn]) {
    var sorted = self
    for column in columns where column.bound > 1 {
      var next = [Int](repeating: 0, count: column.bound + 1)
      for cell in self { next[column[cell] + 1] += 1 }
      for number in 1..<next.count { next[number] += next[number - 1] }
      for cell in self {
        sorted[next[column[cell]]] = cell
        next[column[cell]] += 1
      }
      swap(&self, &sorted)
    }
  }

  /// Ascending cells in groups that have the same numbers in all columns: in the order of their first cells, and
  /// ascending within.
  /// - Complexity: that of the sort, and O(g log g), where g is the number of groups.
  func grouped(byColumns columns: [CellColumn]) -> [ArraySlice<Int>] {
    var sorted = self
    sorted.sort(byColumns: columns)
    var groups: [ArraySlice<Int>] = []
    var start = 0
    for index in sorted.indices {
      let next = index + 1
      if next < sorted.count, columns.allSatisfy({ $0[sorted[index]] == $0[sorted[next]] }) { continue }
      groups.append(sorted[start..<next])
      start = next
    }
    return groups.sorted { $0[$0.startIndex] < $1[$1.startIndex] }
  }
}
