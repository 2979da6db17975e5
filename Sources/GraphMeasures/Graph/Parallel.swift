import Dispatch
import Synchronization

/// Work cut into chunks whose number does not depend on the number of threads, so that results do not either.
package enum Parallel {
  /// How many chunks a task of `count` items is cut into: at least `minimum` items each, 32 at most.
  ///
  /// 32 leaves a few threads evenly loaded and bounds the memory of the partial results.
  package static func chunkCount(for count: Int, minimum: Int) -> Int {
    max(1, min(32, (count + minimum - 1) / minimum))
  }

  /// The values of `body` for `0..<count`, in order, computed on at most `threads` threads.
  package static func map<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> Value
  ) -> [Value] {
    let workers = min(threads, count)
    guard workers > 1 else { return (0..<count).map(body) }
    let next = Atomic(0)
    let results = Mutex([Value?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let value = body(index)
        results.withLock { $0[index] = value }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// The values of two pieces of work that know nothing of each other, done by two threads if there are as many.
  package static func both<First: Sendable, Second: Sendable>(
    threads: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    guard threads > 1 else { return (first(), second()) }
    let firstResult = Mutex<First?>(nil)
    let secondResult = Mutex<Second?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 0 {
        let result = first()
        firstResult.withLock { $0 = result }
      } else {
        let result = second()
        secondResult.withLock { $0 = result }
      }
    }
    guard let first = firstResult.withLock({ $0 }), let second = secondResult.withLock({ $0 }) else {
      preconditionFailure("both parts have been done")
    }
    return (first, second)
  }
}
