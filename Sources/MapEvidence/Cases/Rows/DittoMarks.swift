import MapModel
import Tabular

/// The ditto marks of a case file, with the names for which they stand.
struct DittoMarks {
  private var above: [Int: [UInt8]] = [:]
  private var lines: [Int: [Int]] = [:]
  private var columns: [Int] = []

  /// Gives cells with a mark what stands above; blocks must come in their order.
  mutating func fill(_ block: CellBlock, _ columns: [Int], _ isMark: (String) -> Bool) -> CellBlock {
    self.columns = columns
    var found = lines
    defer { lines = found }
    return block.fillingMarks(in: columns, from: &above, isMark) { found[$1, default: []].append($0) }
  }

  /// What is to be told of them.
  /// - Parameter headers: the names of the columns, in their order.
  func problems(in file: String, _ headers: [String]) -> [Problem] {
    zip(columns, headers).compactMap { column, header in
      EvidenceTable.dittoProblem(header, lines[column] ?? [], in: file)
    }
  }
}
