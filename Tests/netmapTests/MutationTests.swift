import TestSupport
import Testing

/// Whole maps changed at random, of which everything is made; `Tests/Mutations` says how, and how to run many more.
struct MutationTests {
  @Test func `inputs that were findings are none any more`() throws {
    let run = try BuiltProgram("mutations").run("again")
    #expect(run.code == 0, "\(run.output)\n\(run.errors.suffix(2000))")
  }

  // A few seeds at a time: while they run, a thread of all tests waits for them.
  @Test(arguments: stride(from: 0, to: 40, by: 4).map(\.self))
  func `whatever a map holds, what is made of it is well formed`(first: Int) throws {
    let log = try TemporaryFolder(["last": ""])
    let run = try BuiltProgram("mutations").run([String(first), "4", log.path + "/last"])
    let last = try log.text(of: "last")
    #expect(run.code == 0, "seed \(last)was the last: \(run.output)\n\(run.errors.prefix(2000))")
  }
}
