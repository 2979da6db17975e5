import MapModel
import Testing

struct ProblemCodeTests {
  @Test func `codes differ, and are words with hyphens`() throws {
    let texts = Problem.Code.all.map(\.rawValue)
    #expect(Set(texts).count == texts.count)
    #expect(texts.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
  }

  @Test(arguments: ["actor", "area", "period", "relation", "role", "sector", "informant group"])
  func `what a map can lack has a code`(kind: String) {
    #expect(Problem.Code.all.contains(.unknown(kind)))
  }
}
