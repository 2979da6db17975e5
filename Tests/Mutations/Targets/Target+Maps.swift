import NetworkMaps
import Tabular

extension Target {
  /// Maps: what is wrong is said with a place, and what is read is written and read again as the same.
  static let maps = [
    Target(
      name: "folder",
      seeds: { bases in
        bases.maps.filter { $0.files.keys.contains("map.yaml") }
          .map { joined($0.files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) }.filter { $0.count < 40_000 }
      },
      fault: { input in
        fault(of: MapFolder.read(MapFiles(Dictionary(split(input), uniquingKeysWith: { first, _ in first }))))
      }),
    Target(
      name: "interviews", seeds: { tables(of: $0, "interviews.csv") },
      fault: { inTown(["interviews.csv": $0], "interviews: {file: interviews.csv}\n") }),
    Target(
      name: "counts",
      seeds: {
        tables(of: $0, "counts.csv") + [
          Array("from,to,relation,measure,count\nMentors,Clinic,refers to,people,<10\n,,,visits,\"1,234\"\n".utf8)
        ]
      },
      fault: { inTown(["counts.csv": $0], "mi: [{file: counts.csv, cases: [people]}]\n") }),
    Target(
      name: "cases",
      seeds: { _ in [Array(caseRows.utf8), [0xEF, 0xBB, 0xBF] + Array(caseRows.replacing(",", with: ";").utf8)] },
      fault: { inTown(["cases.csv": $0], caseRules) }),
    Target(
      name: "rules", seeds: { _ in [Array(caseRules.utf8)] },
      fault: { inTown(["cases.csv": Array(caseRows.utf8)], String(decoding: $0, as: UTF8.self)) }),
    Target(
      name: "project",
      seeds: { bases in
        bases.maps.flatMap { $0.files.filter { $0.key.hasSuffix(".qdpx") }.values }.compactMap { bytes in
          let archive = try? ZipArchive(.memory(bytes))
          return archive?.entries.first.flatMap { try? archive?.bytes(of: $0) }
        }
      },
      fault: { inTown(["p.qde": $0], "interviews: {file: p.qde}\n") }),
  ]

  static func fault(of reading: MapReading) -> String? {
    for problem in reading.problems { if let fault = WellFormed.problem(problem) { return fault } }
    for audience in Audience.allCases {
      if let fault = WellFormed.text(CheckReport(of: reading.published(for: audience)).text) { return fault }
    }
    guard let map = reading.map, !reading.hasErrors else { return nil }
    do {
      // It is read again before it is given out.
      _ = try MapFolder.files(of: map)
      return nil
    } catch {
      return "what was read cannot be written: \(error)"
    }
  }

  /// The small tables of a name that maps have.
  private static func tables(of bases: Bases, _ name: String) -> [[UInt8]] {
    bases.maps.compactMap { $0.files[name] }.filter { $0.count < 20_000 }
  }

  private static func inTown(_ files: [String: [UInt8]], _ more: String) -> String? {
    fault(of: MapFolder.read(MapFiles(files.merging(["map.yaml": Array((town + more).utf8)]) { $1 })))
  }

  private static let town = """
    format: 1
    title: Town
    areas: [{id: north, name: North}, {id: south, name: South, aliases: [Southern]}]
    periods: [{id: y1, name: "2024"}, {id: y2, name: "2025"}]
    actors:
      - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery, aliases: [mentor]}
      - {id: clinic, name: Clinic, role: co-existing-support, sector: nhs, stage: delivery}
      - {id: club, name: Weekly club, role: programme-activity, sector: school, stage: delivery}
      - {id: children, name: Children, role: delivery, sector: families, stage: delivery, beneficiary: true}
    relations:
      - {id: refers-to, family: coordination, label: refers to}
      - {id: supports, family: support, label: supports}
      - {id: works-with, family: coordination, label: works with, directed: false}
    informants: [{id: staff, name: Staff, speaks-for: [mentors]}]

    """

  private static let caseRows = """
    case,area,school,source,service,date,end,status
    1,North,Hill School,school,clinic,2024-01-31,2024-02-03,open
    2,South,"Lake, School",school,"clinic; club",31/01/2025,,closed
    2,South,Lake School,council,club,1 Feb 2025,2025-01-01,closed
    3,,Hill school,mentors,clinic,45678,NA,

    """

  private static let caseRules = """
    mi:
      - files: [cases.csv]
        columns: {case: case, area: area, school: school, source: source, service: service, status: status, started: date, ended: end}
        dates: day-first
        extracted: 2025-08-31
        completed: [closed, "done*"]
        rules:
          - from: {column: source, values: {mentors: ["school*", council]}, ignore: [self]}
            to: {column: service}
            relation: refers-to
            count: cases
            where: {status: [open, "clo*"]}
            period: {name: "2024", from: 2024-01-01, to: 2024-12-31}
          - {from: mentors, to: children, relation: supports, count: completed}
          - from: {column: school, each: {role: set-up, sector: school, stage: set-up}}
            to: mentors
            relation: refers-to
            count: referrals

    """
}
