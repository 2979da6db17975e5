import MapModel
import Testing

@testable import MapEvidence
@testable import Tabular

struct CaseCodesTests {
  @Test(arguments: CaseFindings.Code.allCases)
  func `each finding is a problem with a code of the list`(code: CaseFindings.Code) {
    #expect(Problem.Code.all.contains(Problem.Code(rawValue: code.rawValue)))
  }

  @Test(arguments: ["a,b\n1\",2\n", "a,b\n1,\"2\n"])
  func `each fault of form is a problem with a code of the list`(text: String) throws {
    let fault = try #require(DelimitedText(Array(text.utf8)).faults.first)
    #expect(Problem.Code.all.contains(Problem.Code(rawValue: fault.code)))
  }
}
