import Foundation
import TestSupport
import Testing

/// A small made-up map as a folder, with no more in it than a case is about.
struct CaseMap {
  static let netmap = BuiltProgram("netmap")

  let folder: TemporaryFolder
  var path: String { folder.path }

  /// A map from its definition, without the title, and its other files.
  init(_ definition: String, files: [String: String] = [:], title: String = "Made-up programme") throws {
    folder = try TemporaryFolder(files)
    try folder.write(Data("format: 1\ntitle: \(title)\n\(definition)\n".utf8), to: "map.yaml")
  }

  /// Schools, services, mentors and young people, and who was referred or supported, by the MI.
  /// - Parameters:
  ///   - counts: rows of area, source, target, relation, measure, period, count, reference and perhaps a computation.
  ///   - cases: the measures that count cases.
  ///   - actors: further actors, a line each.
  ///   - settings: lines of the disclosure settings.
  ///   - definition: further lines of the definition.
  static func programme(
    _ counts: [String], in areas: [String] = ["Ashby", "Brin", "Cald"], cases: String = "cases",
    actors: [String] = [], settings: [String] = [], definition: String = "", title: String = "Made-up programme"
  ) throws -> CaseMap {
    try CaseMap(
      """
      areas: [\(Self.areas(areas))]
      \(Self.actors(and: actors))
      mi: [{file: referrals.csv, cases: [\(cases)]}]
      \(definition)
      disclosure:
      \((["minimum: 10"] + settings).map { "  \($0)" }.joined(separator: "\n"))
      """,
      files: [
        "interviews.csv": "from,to,relation\n",
        "referrals.csv": "area,from,to,relation,measure,period,count,reference,computed\n"
          + counts.map { $0 + "\n" }.joined(),
      ], title: title)
  }

  /// The same programme with a row for each case: identifier, area, and the day of the referral.
  static func records(_ rows: [String], in areas: [String], settings: [String] = []) throws -> CaseMap {
    try CaseMap(
      """
      areas: [\(Self.areas(areas))]
      \(Self.actors())
      mi:
        - files: [cases.csv]
          columns: {case: Case, area: Area, referred: Referred}
          rules: [{from: schools, to: mentors, relation: refers-to, count: cases}]
      disclosure:
      \((["minimum: 10"] + settings).map { "  \($0)" }.joined(separator: "\n"))
      """,
      files: [
        "interviews.csv": "from,to,relation\n",
        "cases.csv": "Case,Area,Referred\n" + rows.map { $0 + "\n" }.joined(),
      ])
  }

  /// Actors that work together (`r`) and support others (`s`), as somebody said.
  /// - Parameters:
  ///   - actors: each with its id, its name and perhaps further keys, as in `yp Young people, beneficiary: true`.
  ///   - said: rows of area, source, target, relation and stance.
  ///   - asked: the actors for which staff can speak, who were asked in every area.
  static func network(
    _ actors: [String], _ said: [String], in areas: [String] = [], asked: String = "", definition: String = "",
    title: String = "Probe"
  ) throws -> CaseMap {
    let lines = actors.map { actor in
      let parts = actor.split(separator: " ", maxSplits: 1)
      let keys = actor.contains("stage:") ? "" : ", stage: delivery"
      return "  - {id: '\(parts[0])', role: delivery, sector: nhs\(keys), name: \(parts[1])}"
    }
    return try CaseMap(
      """
      areas: [\(Self.areas(areas))]
      actors:
      \(lines.joined(separator: "\n"))
      relations:
        - {id: r, family: coordination, label: works with, plural: work with}
        - {id: s, family: support, label: supports, plural: support}
      informants: [{id: staff, name: Staff, speaks-for: [\(asked)]}]
      \(definition)
      """,
      files: [
        "interviews.csv": "area,from,to,relation,stance\n" + said.map { $0 + "\n" }.joined(),
        "fieldwork.csv": "area,informant,interviews\n"
          + (asked.isEmpty ? [] : areas).map { "\($0),staff,2\n" }.joined(),
      ], title: title)
  }

  /// Areas by their names; one with keys of its own is taken as it is.
  private static func areas(_ names: [String]) -> String {
    names.map { $0.hasPrefix("{") ? $0 : "{id: \($0.lowercased()), name: \($0)}" }.joined(separator: ", ")
  }

  private static func actors(and others: [String] = []) -> String {
    """
    actors:
      - {id: schools, name: Schools, plural: true, role: set-up, sector: school, stage: set-up}
      - {id: gp, name: GPs, plural: true, role: co-existing-support, sector: nhs, stage: delivery}
      - {id: mentors, name: Mentors, plural: true, role: delivery, sector: delivery-charity, stage: delivery}
      - {id: young-people, name: Young people, plural: true, beneficiary: true, role: delivery, sector: families, stage: delivery}
    \(others.map { "  - {\($0), role: set-up, sector: school, stage: set-up}\n" }.joined())
    relations:
      - {id: supports, family: support, label: supports, plural: support}
      - {id: refers-to, family: coordination, label: refers to, plural: refer to}
      - {id: signposts-to, family: coordination, label: signposts to, plural: signpost to}
      - {id: contacts, family: coordination, label: contacts, plural: contact}
    """
  }

  /// Runs a verb on the map, and returns what it prints.
  func run(_ verb: String, _ options: String..., code: Int32 = 0) throws -> String {
    let run = try Self.netmap.run([verb, path] + options)
    #expect(run.code == code, "\(verb) \(options) \(run.errors)")
    return run.output
  }

  /// Runs a verb, and reads its JSON.
  func json(_ verb: String, _ options: String...) throws -> [String: Any] {
    let run = try Self.netmap.run([verb, path] + options + ["--format", "json"])
    #expect(run.code == 0, "\(verb) \(options) \(run.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  /// Runs a verb that writes a folder, and returns its files by their names.
  func files(_ verb: String, _ options: [String] = []) throws -> [String: String] {
    let output = try TemporaryFolder()
    let run = try Self.netmap.run([verb, path] + options + ["--output", output.path + "/out"])
    #expect(run.code == 0, "\(verb) \(options) \(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: output.path + "/out")
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try output.text(of: "out/" + $0)) })
  }
}
