/// The working memory and the inner loops of `BetweennessKernel`.
///
/// With spans in place of pointers, whose every index is checked, betweenness takes 1.4 to 1.6 times as long.
///
/// Why the unchecked accesses are in bounds: node numbers come from `targets` and from the sources, all below `count`,
/// the length of `levels`, `paths`, `gains` and `sums`; `offsets` has `count + 1` entries that ascend to
/// `targets.count`. A node is queued when its level is set, so at most once until `forget`: the queue's length is at
/// most `count`, and the one place more takes the write that is not kept. Each arc leaves one queued node, so it is
/// looked at once a source: before the k-th look (from 0) at most k arcs are recorded, and k is below the length of
/// `arcs`. All ranges passed in are of positions already written.
@safe struct BetweennessSearch<Index: BetweennessIndex> {
  private let offsets: UnsafeBufferPointer<Int32>
  private let targets: UnsafeBufferPointer<Index>
  private let sums: UnsafeMutableBufferPointer<Double>
  /// The distance of each node from the source; `Index.max` where it is not reached yet.
  private let levels: UnsafeMutableBufferPointer<Index>
  /// The number of shortest paths to each node reached.
  private let paths: UnsafeMutableBufferPointer<Double>
  /// For each node reached, the sum that times its path count is its dependency.
  private let gains: UnsafeMutableBufferPointer<Double>
  private let queue: UnsafeMutableBufferPointer<Index>
  private let arcs: UnsafeMutableBufferPointer<Index.Arc>

  /// Allocates the memory; `deallocate` must be called once.
  init(
    offsets: UnsafeBufferPointer<Int32>, targets: UnsafeBufferPointer<Index>, sums: UnsafeMutableBufferPointer<Double>
  ) {
    unsafe self.offsets = offsets
    unsafe self.targets = targets
    unsafe self.sums = sums
    unsafe levels = .allocate(capacity: sums.count)
    unsafe paths = .allocate(capacity: sums.count)
    unsafe gains = .allocate(capacity: sums.count)
    unsafe queue = .allocate(capacity: sums.count + 1)
    unsafe arcs = .allocate(capacity: targets.count)
    unsafe levels.initialize(repeating: .max)
    unsafe paths.initialize(repeating: 0)
    unsafe gains.initialize(repeating: 0)
    unsafe queue.initialize(repeating: 0)
    unsafe arcs.initialize(repeating: 0)
  }

  func deallocate() {
    unsafe levels.deallocate()
    unsafe paths.deallocate()
    unsafe gains.deallocate()
    unsafe queue.deallocate()
    unsafe arcs.deallocate()
  }

  func start(at source: Int) {
    unsafe queue[0] = Index(truncatingIfNeeded: source)
    unsafe levels[source] = 0
    unsafe paths[source] = 1
  }

  /// Records the arcs from the queued nodes at `positions` to those not reached yet, queues these, and counts their
  /// paths.
  ///
  /// Every arc and every target is written, but the place to write to moves on only past those to keep: a choice that
  /// could not be foreseen costs more than a write. Returns the new lengths of the queue and of the recorded arcs.
  @inline(never)
  func expand(_ positions: Range<Int>, distance: Int, arcs start: Int) -> (tail: Int, arcs: Int) {
    let (offsets, targets, levels, queue, arcs) = unsafe (offsets, targets, levels, queue, arcs)
    let distance = Index(truncatingIfNeeded: distance)
    // No level changes while the arcs are looked at: those to the new level lead to nodes not reached.
    var end = start
    for position in positions {
      let node = unsafe queue[position]
      let upper = Index.Arc(truncatingIfNeeded: node) &<< Index.Arc(truncatingIfNeeded: Index.bitWidth)
      var arc = unsafe Int(offsets[Int(node)])
      let last = unsafe Int(offsets[Int(node) &+ 1])
      while arc < last {
        let target = unsafe targets[arc]
        unsafe arcs[end] = upper | Index.Arc(truncatingIfNeeded: target)
        unsafe end &+= levels[Int(target)] == .max ? 1 : 0
        arc &+= 1
      }
    }
    let paths = unsafe paths
    var tail = positions.upperBound
    var arc = start
    while arc < end {
      let (node, target) = unsafe ends(arcs[arc])
      unsafe queue[tail] = Index(truncatingIfNeeded: target)
      unsafe tail &+= levels[target] == .max ? 1 : 0
      unsafe levels[target] = distance
      unsafe paths[target] += paths[node]
      arc &+= 1
    }
    if tail &- positions.upperBound > max(64, levels.count / 8) { sortQueued(from: positions.upperBound, at: distance) }
    return (tail, end)
  }

  /// Puts the nodes queued at `distance` in ascending order.
  ///
  /// Nodes are numbered by degree, so the rows of a large level are then read one after the other, and few of them end
  /// otherwise than the one before: the processor foresees both.
  @inline(never)
  private func sortQueued(from start: Int, at distance: Index) {
    let (levels, queue) = unsafe (levels, queue)
    var position = start
    var node = 0
    while node < levels.count {
      unsafe queue[position] = Index(truncatingIfNeeded: node)
      unsafe position &+= levels[node] == distance ? 1 : 0
      node &+= 1
    }
  }

  /// Adds the dependencies on the queued nodes of a level, and hands their gains back along the arcs into them.
  @inline(never)
  func gather(_ positions: Range<Int>, arcs range: Range<Int>) {
    let (paths, gains, queue, arcs, sums) = unsafe (paths, gains, queue, arcs, sums)
    for position in positions {
      let node = unsafe Int(queue[position])
      let (count, gain) = unsafe (paths[node], gains[node])
      unsafe sums[node] += count * gain
      unsafe gains[node] = gain + 1 / count
    }
    var arc = range.lowerBound
    while arc < range.upperBound {
      let (node, target) = unsafe ends(arcs[arc])
      unsafe gains[node] += gains[target]
      arc &+= 1
    }
  }

  /// Whether a node has more paths than leave room for the inverse in a `Double`.
  func hasWideCounts(_ tail: Int) -> Bool { unsafe queue[..<tail].contains { unsafe paths[Int($0)] >= 0x1p1000 } }

  /// Makes the queued nodes unreached again.
  func forget(_ tail: Int) {
    if unsafe tail > levels.count / 8 {
      unsafe levels.update(repeating: .max)
      unsafe paths.update(repeating: 0)
      unsafe gains.update(repeating: 0)
    } else {
      for position in 0..<tail {
        let node = unsafe Int(queue[position])
        unsafe levels[node] = .max
        unsafe paths[node] = 0
        unsafe gains[node] = 0
      }
    }
  }

  @inline(__always)
  private func ends(_ arc: Index.Arc) -> (node: Int, target: Int) {
    let node = arc &>> Index.Arc(truncatingIfNeeded: Index.bitWidth)
    return (Int(truncatingIfNeeded: node), Int(Index(truncatingIfNeeded: arc)))
  }
}
