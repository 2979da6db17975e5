import Tabular

import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The work of reading case files once, of which each thread takes a part.
///
/// A block goes three ways: it is split from the file, its rows are read, and they are counted. The first and the last
/// are done for one block at a time, in the order of the files, by whichever thread comes; threads read rows side by
/// side. What comes out does not depend on who did what.
final class CaseWork: Sendable {
  private struct Source: ~Copyable {
    var splitter: CaseFileSplitter
    /// How many events there were.
    var count = 0
  }

  private let reader: CaseReader
  private let source: Mutex<Source>
  /// What waits to be counted, by its number.
  private let waiting = Mutex<[Int: CaseRun.Step]>([:])
  private let run: Mutex<CaseRun>
  /// What each thread found, by its number.
  private let found = Mutex<[Int: RowParser.Findings]>([:])

  /// Blocks that wait take memory, half a megabyte each: with more, a thread counts before it goes on. With far fewer,
  /// threads would often wait for the one that counts.
  private static let longestQueue = 32

  init(_ reader: CaseReader) {
    self.reader = reader
    source = Mutex(
      Source(splitter: CaseFileSplitter(reader.plan, from: reader.sources, takesDigests: reader.takesDigests)))
    run = Mutex(CaseRun(reader))
  }

  /// Takes part in the work until nothing is left to be read.
  /// - Parameter thread: the thread's number, from 0.
  func take(thread: Int) {
    var rowParser = RowParser(reader.plan, reader.dateOrders)
    while let (number, event) = nextEvent() {
      var step = CaseRun.Step.event(event)
      if case .block(let block, let layout, let share) = event {
        step = .rows(rowParser.read(block, layout), thread: thread, share: share)
      }
      let count = waiting.withLock { steps in
        steps[number] = step
        return steps.count
      }
      if count > Self.longestQueue {
        run.withLockSoon { countWaiting(&$0) }
      } else {
        _ = run.withLockIfAvailable { countWaiting(&$0) }
      }
    }
    let findings = rowParser.found
    found.withLock { $0[thread] = findings }
  }

  /// Counts what no thread has counted yet, and says what came out of it all.
  func finish() -> CaseReader.Result {
    let found = found.withLock { $0.sorted { $0.key < $1.key }.map(\.value) }
    return run.withLock { run in
      countWaiting(&run)
      return run.finish(found)
    }
  }

  private func nextEvent() -> (number: Int, event: CaseFileSplitter.Event)? {
    source.withLockSoon { source in
      guard let event = source.splitter.next() else { return nil }
      source.count += 1
      return (source.count - 1, event)
    }
  }

  /// Counts what waits, as far as nothing is missing before it.
  private func countWaiting(_ run: inout CaseRun) {
    while let step = waiting.withLock({ $0.removeValue(forKey: run.count) }) { run.take(step) }
  }
}

extension Mutex where Value: ~Copyable {
  /// Does something with the value, for which a thread waits awake at first: to put it to sleep and to wake it would take
  /// longer than others need the value.
  fileprivate func withLockSoon<Result>(_ body: (inout sending Value) -> sending Result) -> sending Result {
    for _ in 0..<200 {
      if let result = withLockIfAvailable(body) { return result }
      sched_yield()
    }
    return withLock(body)
  }
}
