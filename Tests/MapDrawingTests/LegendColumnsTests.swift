import GraphMeasures
import Testing

@testable import MapDrawing

struct LegendColumnsTests {
  private static let gap = 14.0

  /// The best of all 2^(n-1) ways, by trying them in the order of columns' lengths.
  private static func tried(_ blocks: [LegendColumns.Size], within room: Double) -> [Range<Int>] {
    func height(_ column: Range<Int>) -> Double { blocks[column].reduce(0) { $0 + $1.height } }
    func tallest(_ columns: [Range<Int>]) -> Double { columns.map(height).max() ?? 0 }
    var best = [0..<blocks.count]
    func split(_ start: Int, _ columns: [Range<Int>]) {
      if start == blocks.count {
        let width = columns.reduce(-gap) { $0 + (blocks[$1].map(\.width).max() ?? 0) + gap }
        if width <= room, tallest(columns) < tallest(best) { best = columns }
        return
      }
      for end in (start + 1)...blocks.count { split(end, columns + [start..<end]) }
    }
    split(0, [])
    return best
  }

  @Test func `are those of the exhaustive search for up to twelve parts`() {
    var random = RandomNumbers(seed: 11)
    for count in 1...12 {
      for _ in 0..<25 {
        let blocks = (0..<count).map { _ in
          LegendColumns.Size(width: Double(40 + random.below(300)), height: Double(31 + 21 * random.below(12)))
        }
        let room = Double(100 + random.below(1500))
        #expect(LegendColumns.split(blocks, within: room, gap: Self.gap) == Self.tried(blocks, within: room))
      }
    }
  }

  @Test func `hold every block once, in order, whatever there is`() {
    #expect(LegendColumns.split([], within: 100, gap: 1).isEmpty)
    let wide = [LegendColumns.Size](repeating: .init(width: 500, height: 20), count: 3)
    #expect(LegendColumns.split(wide, within: 100, gap: 1) == [0..<3])
    var random = RandomNumbers(seed: 3)
    let many = (0..<400).map { _ in
      LegendColumns.Size(width: 50 + 0.1 * Double(random.below(100)), height: Double(1 + random.below(50)))
    }
    let columns = LegendColumns.split(many, within: 2000, gap: Self.gap)
    #expect(columns.flatMap { Array($0) } == Array(0..<400))
  }
}
