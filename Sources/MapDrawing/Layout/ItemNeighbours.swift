/// The neighbours of each item to one side, in lists one behind the other.
struct ItemNeighbours {
  private(set) var starts: [Int]
  private(set) var list: [Int]

  init(of count: Int, _ pairs: [(item: Int, neighbour: Int)]) {
    starts = [Int](repeating: 0, count: count + 1)
    for pair in pairs { starts[pair.item + 1] += 1 }
    for item in 0..<count { starts[item + 1] += starts[item] }
    list = [Int](repeating: 0, count: pairs.count)
    var next = starts
    for pair in pairs {
      list[next[pair.item]] = pair.neighbour
      next[pair.item] += 1
    }
  }

  /// Where the neighbours of an item stand in the list.
  func range(_ item: Int) -> Range<Int> { starts[item]..<starts[item + 1] }
}
