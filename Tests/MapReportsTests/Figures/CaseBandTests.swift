import MapModel
import Testing

@testable import MapReports

struct CaseBandTests {
  @Test func `draws what is withheld like the fewest, whatever it is`() {
    #expect(CaseBand(.suppressed) == .few)
    #expect(CaseBand(nil) == .few)
    #expect([0, 49, 50, 199, 200, 5000].map { CaseBand(.number($0)) } == [.few, .few, .some, .some, .many, .many])
  }
}
