import Foundation
import TestSupport
import Testing

/// Maps whose legend is not that of the Attendance Mentors report: g11, and what else a programme of its own asks for.
struct OwnLegendCaseTests {
  private static let rows = "from,to,relation\nPolice,Panel,attends\nProbation,Panel,attends\n"

  private static func panel(_ forum: String) throws -> CaseMap {
    try CaseMap(
      """
      legend:
        roles: [{id: r, name: Role, shape: box}, \(forum)]
        sectors: [{id: s, name: Sector, fill: "#DCDCDC", outline: "#3D3D3D"}]
      actors:
        - {id: a, name: Police, role: r, sector: s, stage: delivery}
        - {id: b, name: Probation, role: r, sector: s, stage: delivery}
        - {id: m, name: Panel, role: forum, sector: s, stage: delivery}
      relations: [{id: attends, family: coordination, label: attends, plural: attend}]
      """, files: ["interviews.csv": rows])
  }

  @Test(arguments: [
    ("{id: forum, name: Meeting, shape: ellipse, activity: true}", "1 route within 1 step"),
    ("{id: forum, name: Meeting, shape: ellipse}", "0 routes within 1 step"),
    ("{id: forum, name: Meeting, shape: ellipse, activity: false}", "0 routes within 1 step"),
  ])
  func `actors meet in a role of any name that is marked as an activity`(forum: String, expected: String) throws {
    let routes = try Self.panel(forum).run(
      "query", "--either", "a", "b", "--routes", "--within", "1", "--through-activities")
    #expect(routes.contains(expected), "\(routes)")
  }

  /// A combined authority pays a charity, which refers people to a clinic; both share data with each other.
  private static func families() throws -> CaseMap {
    try CaseMap(
      """
      legend:
        roles: [{id: r, name: Role, shape: box, definition: Whoever takes part.}]
        sectors: [{id: s, name: Sector, fill: "#DCDCDC", outline: "#3D3D3D"}]
        stages: [{id: one, name: Paying}, {id: two, name: Doing}, {id: three, name: After}]
        families:
          - {id: money, name: Money, heading: Who pays whom}
          - {id: referral, name: Referral}
          - {id: data, name: Data}
      actors:
        - {id: ca, name: Combined authority, role: r, sector: s, stage: one, attributes: {influence: 5}}
        - {id: charity, name: Charity, role: r, sector: s, stage: two}
        - {id: clinic, name: Clinic, role: r, sector: s, stage: After}
      relations:
        - {id: funds, family: money, label: funds}
        - {id: refers-to, family: referral, label: refers people to}
        - {id: shares, family: data, label: shares data with, directed: false}
      """,
      files: [
        "interviews.csv": "from,to,relation\nca,charity,funds\ncharity,clinic,refers-to\nclinic,charity,shares\n"
      ])
  }

  @Test func `funding, referral and data are told apart in one figure, and stages follow each other`() throws {
    let map = try Self.families()
    #expect(try map.run("check").contains("No problems."))
    _ = try map.run("figures", "--output", map.path + "/Figures")
    let names = try FileManager.default.contentsOfDirectory(atPath: map.path + "/Figures")
    let text = try names.filter { $0.hasSuffix(".dot") }.map { try map.folder.text(of: "Figures/\($0)") }.joined()
    let heads = ["arrowhead=\"vee\"", "arrowhead=\"diamond\"", "dir=\"none\""]
    for sign in heads + ["Paying", "Doing", "After", "Data, mutual"] { #expect(text.contains(sign), "\(sign)") }
    let alternative = try names.filter { $0.hasSuffix(".md") }.map { try map.folder.text(of: "Figures/\($0)") }.joined()
    #expect(alternative.contains("## Who pays whom") && alternative.contains("Paying (left): Combined authority"))
  }

  @Test(arguments: [["--from", "clinic"], ["--to", "clinic"], ["--either", "charity", "clinic"]])
  func `what is mutual is asked for from either end`(ends: [String]) throws {
    let map = try Self.families()
    let answer = try CaseMap.netmap.run(["query", map.path, "--family", "data", "--evidence"] + ends).output
    #expect(
      answer.contains("Charity ↔ Clinic: shares data with (said)") && answer.contains("1 connection"), "\(answer)")
  }

  @Test func `attributes, families and stages are asked for, and unknown ones suggested`() throws {
    let map = try Self.families()
    #expect(try map.run("query", "--attribute", "influence>=5").contains("1 connection"))
    #expect(try map.run("query", "--stage", "After").contains("2 connections"))
    let run = try CaseMap.netmap.run("query", map.path, "--family", "mony")
    #expect(run.code == 2 && run.errors.contains("Did you mean \"Money\"?"), "\(run.errors)")
    let json = try map.run("export", "--as", "json")
    #expect(
      json.contains("\"attribute:influence\": 5") && json.components(separatedBy: "\"mutual\": true").count == 3)
  }
}
