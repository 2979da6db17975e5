import MapDisclosure
import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

@testable import MapAnalysis

struct GapWordsTests {
  private static let referral = Connection.ID(from: "council", to: "mentors", "refers-to")

  @Test(
    arguments: [
      (
        .expectation([.notOnMap("council"), .sources(of: "clinic", sectors: [], wanted: 1)]),
        "Town council is not on the map; Clinic has certain support from 0 sectors; expected are 1."
      ),
      (.isolated("clinic", isDenied: false), "Nothing connects Clinic with the rest of the map."),
      (
        .isolated("clinic", isDenied: true),
        "Nothing connects Clinic with the rest of the map: connections were looked for and reported absent."
      ),
      (
        .cutPoint("mentors", stranded: ["council"]),
        "Town council is connected to the programme only through Mentors."
      ),
      // One actor of many people, and several actors.
      (
        .cutPoint("council", stranded: ["mentors"]), "Mentors are connected to the programme only through Town council."
      ),
      (
        .cutPoint("mentors", stranded: ["council", "clinic"]),
        "Town council and Clinic are connected to the programme only through Mentors."
      ),
      (
        .cutPoint("mentors", stranded: ["council", "clinic"], throughBeneficiaries: true),
        "The people supported left aside, Town council and Clinic are connected to the programme only through Mentors."
      ),
      (
        .divide("mentors", groups: [["council"], ["clinic"]], throughBeneficiaries: true),
        "The people supported left aside, Town council and Clinic are connected with each other only through Mentors."
      ),
      (
        .bridge("council", "mentors", between: .stages(.setUp, .delivery), fewer: 2),
        "Only the connection of Town council with Mentors, between set-up and delivery, joins a group of 2 to the rest."
      ),
      (
        .bridge("mentors", "clinic", between: .sectors("delivery-charity", "nhs"), fewer: 3),
        "Only the connection of Mentors with Clinic, between Delivery charity and NHS, joins a group of 3 to the rest."
      ),
      (.singleSource("mentors", of: "children"), "All support of Children rests on Mentors."),
      (.oneWay(referral), "Town council refers people to Mentors, and nothing shows the same the other way."),
      (.unclearEvidence(referral, .unclear), "Town council refers people to Mentors: the evidence is not clear."),
      (
        .unclearEvidence(referral, .contradicted),
        "Town council refers people to Mentors: the evidence contradicts itself."
      ),
      (.singleEvidence(5, of: 6), "5 of 6 connections rest on one coded passage each."),
    ] as [(Gap.Cause, String)])
  func `reads as a sentence`(cause: Gap.Cause, expected: String) throws {
    let report = GapReport(of: try SmallMaps.town().published(for: .team))
    #expect(report.sentence(of: Gap("gap", cause)) == expected)
  }

  @Test func `a compared gap reads as on the first side that has it`() throws {
    var other = try SmallMaps.town()
    try other.updateActor("mentors") { $0.name = "Guides" }
    let maps = PublishedMaps([try SmallMaps.town(), other], for: .team)
    let sides = [
      ComparisonSide("one", name: "One", in: .area("north")),
      ComparisonSide("two", name: "Two", map: 1, in: .area("south")),
    ]
    let report = ComparisonReport(of: PublishedComparison(of: maps, sides: sides), permutations: 10)
    let gap = try #require(report.gaps.first { $0.kind == .singleSource })
    #expect(report.sentence(of: gap) == "All support of Children rests on Guides.")
  }
}
