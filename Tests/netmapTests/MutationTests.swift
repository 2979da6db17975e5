import TestSupport
import Testing

/// Whole maps changed at random, of which everything is made; `Tests/Mutations` says how, and how to run many more.
struct MutationTests {
  // Two halves, so that two processors have something to do.
  @Test(.timeLimit(.minutes(10)), arguments: [0, 60])
  func `whatever a map holds, what is made of it is well formed`(first: Int) throws {
    let log = try TemporaryFolder(["last": ""])
    let run = try BuiltProgram("mutations").run([String(first), "60", log.path + "/last"])
    let last = try log.text(of: "last")
    #expect(run.code == 0, "seed \(last)was the last: \(run.output)\n\(run.errors.prefix(2000))")
  }
}
