import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import MapReports
import TestSupport
import Testing

/// What reports of a town with known answers say.
struct ReportTextTests {
  private func town(for audience: Audience = .team) throws -> PublishedMap {
    try SmallMaps.town().published(for: audience)
  }

  @Test func `lists connections with what there is beside the answer`() throws {
    var query = ConnectionQuery()
    query.sources = ["clinic"]
    query.targets = ["children"]
    #expect(
      ConnectionListing(of: try town(), matching: query).text == """
        FROM    RELATION  TO        STATUS  AREAS     STATEMENTS
        Clinic  supports  Children  said    North  2 (1 against)
        1 connection
        1 such connection is reported absent (some in single areas only); --absent lists it.
        For the evaluation team only: not for publication.

        """)
    query.scope = .area("south")
    let text = ConnectionListing(of: try town(for: .public), matching: query).text
    #expect(text == "0 connections\n1 such connection is reported absent; --absent lists it.\n")
  }

  @Test func `shows the evidence of each entry below it`() throws {
    var query = ConnectionQuery()
    query.sources = ["mentors"]
    query.targets = ["clinic"]
    let listing = ConnectionListing(of: try town(), matching: query, includesEvidence: true)
    #expect(
      listing.text.hasPrefix(
        """
        Mentors → Clinic: refer people to (said; North)
          mentors-clinic: \u{201C}Words of mentors.\u{201D} (North, Staff, interview I1; chapter 2)

        1 connection

        """))
  }

  @Test func `says meetings, and where they are`() throws {
    var query = ConnectionQuery()
    query.either = ["mentors", "clinic"]
    let listing = ConnectionListing(of: try town(), matching: query, .connectionsAndMeetings)
    let meeting = try #require(listing.connections.last)
    #expect(meeting.relation == nil && meeting.activity == "meeting" && meeting.areas == ["north"])
    #expect(listing.text.contains("Mentors  meet in: Weekly meeting"))
  }

  @Test func `draws routes with arrows`() throws {
    let report = RouteReport(of: try town(), from: "council", to: "children", within: 3)
    #expect(
      report.text == """
        2 steps: Town council → Mentors → Children
        3 steps: Town council → Mentors → Clinic → Children
        2 routes within 3 steps

        """)
    #expect(report.csv == "steps,route\n2,council;mentors;children\n3,council;mentors;clinic;children\n")
    let none = RouteReport(of: try town(), from: "children", to: "council", within: 1)
    #expect(none.text == "0 routes within 1 step\n")
    #expect(try JSONText.text(of: none).contains("\"isCut\" : false"))
  }

  @Test func `says what is lost if an actor leaves`() throws {
    let report = MeasureReport(of: try town(), without: ["mentors"])
    let departure = try #require(report.departure)
    #expect(departure.removed == ["mentors"])
    #expect(!report.actors.contains { $0.id == "mentors" })
    #expect(report.text().hasPrefix("Without Mentors:\n- Children: of 2 sources of support, "))
    #expect(report.text(explains: true).contains("  between how many pairs of others it stands"))
    #expect(report.csv.split(separator: "\n").count == 5)
  }

  @Test func `tells gaps of structure under their headings`() throws {
    let report = GapReport(of: try town(), in: .area("south"))
    #expect(report.text.hasSuffix("gaps of structure and evidence.\n"))
    for heading in report.gaps.map(\.kind) where heading == .isolated {
      #expect(report.text.contains("CONNECTED WITH NOBODY IN SOUTH\n- "))
    }
    #expect(report.csv.split(separator: "\n").count == report.gaps.count + 1)
  }

  @Test func `has every table of a comparison with a row as long as its header`() throws {
    let report = ComparisonReport(of: PublishedComparison(areasOf: try town()), permutations: 20)
    for name in ComparisonReport.Table.allCases {
      let table = report.table(name)
      #expect(table.rows.allSatisfy { $0.count == table.header.count }, "\(name)")
    }
    #expect(report.text.hasPrefix("Town, 2 areas compared\n\n"))
    // Design 5: a comparison for the team says that it is.
    #expect(report.text.contains(Audience.teamOnly))
  }

  @Test func `counts problems, and withholds what stands in cells`() throws {
    let problem = Problem(
      .warning, code: .nearDuplicateName, file: "cases.csv", line: 3, message: "Two names are nearly the same.",
      example: "Jo Smith")
    let reading = MapReading(map: try SmallMaps.town(), problems: [problem])
    let open = CheckReport(of: reading.published(for: .public))
    #expect(!open.text.contains("Jo Smith") && !open.csv.contains("Jo Smith"))
    #expect(open.text.contains("\n0 errors, 1 warning.\nWhat stands in the cells is not shown"))
    let team = CheckReport(of: reading.published(for: .team))
    #expect(team.text.contains("[near-duplicate-name]\n  there: Jo Smith\n"))
    #expect(try JSONText.text(of: team).contains("\"example\" : \"Jo Smith\""))
    let none = CheckReport(of: MapReading(map: nil).published(for: .public))
    #expect(try JSONText.text(of: none).contains("\"claims\" : ["))
    #expect(none.text == "No problems.\n")
  }
}
