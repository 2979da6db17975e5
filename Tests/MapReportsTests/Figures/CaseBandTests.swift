import MapModel
import Testing

@testable import MapReports

struct CaseBandTests {
  @Test func `draws what is withheld like what is not counted, and neither like few`() {
    #expect(CaseBand(.suppressed) == .untold)
    #expect(CaseBand(nil) == .untold)
    #expect([0, 49, 50, 199, 200, 5000].map { CaseBand(.number($0)) } == [.few, .few, .some, .some, .many, .many])
  }
}
