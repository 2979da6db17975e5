import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

@testable import MapReports

struct ConditionReasonWordsTests {
  private static let support = Connection.ID(from: "mentors", to: "children", "supports")
  private static let route = Condition.Passage(from: .actor("clinic"), to: .role("set-up"), within: 1)
  private static let cases = Condition.Cases(support, measure: "visits")

  @Test(
    arguments: [
      (.connection(support, .both, placed: [:]), "Mentors support Children (said and recorded)"),
      (
        .connection(support, .both, placed: ["north": .both, "south": .recorded]),
        "Mentors support Children (said and recorded; all areas)"
      ),
      (
        .connection(support, .said, placed: ["north": .unclear, "south": .reportedAbsent]),
        "Mentors support Children (said; North (unclear))"
      ),
      (
        .unconnected(.sector("nhs"), .notFound),
        "no certain connection with the sector NHS: nobody spoke of one, though somebody who could know was asked"
      ),
      (
        .noConnection(from: .actor("clinic"), to: .actor("mentors"), "refers-to", .support, .reportedAbsent),
        "no connection \u{201C}refers people to\u{201D} from Clinic to Mentors: the evidence says that there is none"
      ),
      (
        .noConnection(from: .role("other"), to: .actor("mentors"), nil, .support, .contradicted),
        "no support from the role Other (the evidence is not clear) to Mentors: the evidence contradicts itself"
      ),
      (
        .noConnection(from: .actor("clinic"), to: .actor("mentors"), nil, .coordination, .unplaced),
        "no coordination from Clinic to Mentors: it is said of the programme, without an area"
      ),
      (
        .noConnection(from: .actor("clinic"), to: .actor("mentors"), nil, nil, .unclear),
        "no connection from Clinic to Mentors: the evidence is not clear"
      ),
      (
        .route(
          from: "council",
          [
            .init(.along, to: "mentors"), .init(.meeting("meeting"), to: "clinic"), .init(.against, to: "mentors"),
            .init(.meeting(nil), to: "children"),
          ]),
        "there is a route: Town council \u{2192} Mentors \u{2013}(Weekly meeting)\u{2013} Clinic \u{2190} Mentors \u{2013} Children"
      ),
      (
        .noRoute(route, .notKnown),
        "no certain route from Clinic to the role Key player in programme set-up within 1 step: nobody who could know was asked"
      ),
      (
        .sources(of: "children", sectors: ["delivery-charity", "nhs"], wanted: 2),
        "Children have support from 2 sectors (Delivery charity and NHS)"
      ),
      (
        .sources(of: "clinic", sectors: ["nhs"], wanted: 2),
        "Clinic has certain support from 1 sector (NHS); expected are 2"
      ),
      (.sources(of: "clinic", sectors: [], wanted: 1), "Clinic has certain support from 0 sectors; expected are 1"),
      (.notOnMap("council"), "Town council is not on the map"),
      (
        .rank("mentors", .inDegree, place: 2, of: 5, sharedWith: 0),
        "Mentors: number 2 of 5 by in-degree, how many actors have a connection to it"
      ),
      (
        .rank("mentors", .betweenness, place: 1, of: 3, sharedWith: 2),
        "Mentors: number 1 of 3, with 2 others, by betweenness, how often an actor stands on the shortest way between two"
          + " others"
      ),
      (
        .unranked("mentors", .inDegree, of: 3, isZeroForAll: true),
        "Mentors: in-degree, how many actors have a connection to it, is 0 for all 3, so that nobody is first"
      ),
      (
        .unranked("mentors", .inDegree, of: 3, isZeroForAll: false),
        "Mentors: in-degree, how many actors have a connection to it, is 0, so that it has no place among the 3"
      ),
      (.cases(cases, .none), "the MI has no visits of \u{201C}Mentors support Children\u{201D}"),
      (
        .cases(cases, .ofSeveralPeriods),
        "the MI has visits of \u{201C}Mentors support Children\u{201D} for several periods"
      ),
      (.cases(cases, .withheld), "the number of visits of \u{201C}Mentors support Children\u{201D} is withheld"),
      (
        .cases(cases, .rounded(10, isDecisive: true)),
        "the MI counts about 10 visits of \u{201C}Mentors support Children\u{201D}, rounded"
      ),
      (
        .cases(cases, .rounded(10, isDecisive: false)),
        "the MI counts about 10 visits of \u{201C}Mentors support Children\u{201D}, rounded, so that it cannot be told"
      ),
      (.cases(cases, .counted(12)), "the MI counts 12 visits of \u{201C}Mentors support Children\u{201D}"),
    ] as [(ConditionReason, String)])
  func `reads as a clause`(reason: ConditionReason, expected: String) throws {
    #expect(reason.clause(on: try SmallMaps.town()) == expected)
  }

  @Test func `tells reasons that read the same once`() throws {
    let map = try SmallMaps.town()
    let reasons: [ConditionReason] = [
      .notOnMap("council"), .cases(Self.cases, .none), .cases(.init(Self.support, measure: "visits", least: 3), .none),
    ]
    #expect(
      reasons.clause(on: map)
        == "Town council is not on the map; the MI has no visits of \u{201C}Mentors support Children\u{201D}")
    #expect([ConditionReason]().clause(on: map) == "")
  }
}
