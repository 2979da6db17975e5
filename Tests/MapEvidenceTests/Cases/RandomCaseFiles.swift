/// Makes small map folders with case files in which everything happens that counting must tell apart: rows that repeat,
/// blanks, names in several spellings, details that conflict, values that nobody knows, and rows that are no cases.
struct RandomCaseFiles {
  private var state: UInt64
  /// Whether the dates of the file at hand have the month first, where they are not written with the year first.
  private var isMonthFirst = false

  init(seed: UInt64) { state = seed }

  /// The files of a folder, by name.
  mutating func files() -> [String: String] {
    let names = ["one.csv", "two.csv", "three.csv"].prefix(1 + below(3))
    // Areas stand in a column, or all files have the same, or nobody says.
    let place = ["column", "column", "area", "none"][below(4)]
    var files = ["interviews.csv": "from,to,relation\n", "map.yaml": definition(Array(names), place)]
    for name in names { files[name] = table() }
    return files
  }

  /// A number from 0 to below a limit, by a generator of pseudo-random numbers (Knuth, MMIX).
  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  private mutating func one(of texts: [String]) -> String { texts[below(texts.count)] }

  // MARK: The definition

  private mutating func definition(_ names: [String], _ place: String) -> String {
    let rules = (0..<1 + below(4)).map { "      - \(rule($0))\n" }.joined()
    let extracted = below(2) == 0 ? "    extracted: 2025-08-31\n" : ""
    return """
      title: Random
      areas: [{id: north, name: North}, {id: south, name: South, aliases: [S]}, {id: west, name: West}]
      actors:
        - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery}
        - {id: schools, name: Schools, role: set-up, sector: school, stage: set-up, aliases: [school]}
        - {id: primary, name: Primary schools, role: set-up, sector: school, stage: set-up, group: schools}
        - {id: gp, name: GPs, role: co-existing-support, sector: nhs, stage: delivery\(below(2) == 0 ? ", group: health" : "")}
        - {id: health, name: Health services, role: co-existing-support, sector: nhs, stage: delivery}
        - {id: children, name: Children, role: delivery, sector: families, stage: delivery, beneficiary: true}
      relations:
        - {id: refers-to, family: coordination}
        - {id: supports, family: support}
      interviews: {file: interviews.csv}
      mi:
        - files: [\(names.joined(separator: ", "))]
          columns: {case: ID, \(place == "column" ? "area: Area, " : "")school: School, source: Source, status: Status,
                    referred: Referred, started: Started, ended: Ended}
      \(place == "area" ? "    area: South\n" : "")    details: [\(below(2) == 0 ? "Born" : "Born, Sex")]
          completed: [Completed, "Closed*"]
      \(extracted)    rules:

      """ + rules
  }

  private mutating func rule(_ number: Int) -> String {
    var parts = ["measure: m\(number)", "count: \(one(of: ["cases", "cases", "referrals", "completed"]))"]
    let group = one(of: ["", ", group: schools", ", group: primary"])
    let each = "each: {role: set-up, sector: school, stage: set-up\(group)}"
    switch below(4) {
    case 0: parts.append("from: mentors, to: children, relation: supports")
    case 1:
      parts.append(
        "from: {column: source, values: {gp: [Doctor, \"GP*\"], schools: [\"*academy\"]}, ignore: [Self, \"Other*\"]},"
          + " to: mentors, relation: refers-to")
    case 2: parts.append("from: {column: school, \(each)}, to: {column: source}, relation: refers-to")
    default:
      parts.append(
        "from: {column: School, ignore: [Ash], \(each)}, to: mentors, relation: \(one(of: ["supports", "refers-to"]))")
    }
    if below(3) == 0 { parts.append("re-referrals: again") }
    if below(3) == 0 { parts.append("count-zeros: true") }
    if below(3) == 0 {
      parts.append(
        one(of: [
          "period: {name: spring, from: 2025-02-01, to: 2025-04-30}", "period: {name: late, from: 2025-03-05}",
          "period: {name: early, to: 2025-03-05}",
        ]))
    }
    if below(3) == 0 {
      parts.append(one(of: ["where: {status: [Open]}", "where: {School: [Oak, \"E*\"], status: [\"*\"]}"]))
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  // MARK: Rows

  private mutating func table() -> String {
    isMonthFirst = below(3) == 0
    let header = "ID,Area,School,Source,Status,Referred,Started,Ended,Born,Sex"
    var lines = [header]
    for _ in 0..<20 + below(60) {
      switch below(40) {
      case 0:
        lines.append(
          one(of: [
            "Total,,,,,,,,,", ",,Grand total: 4,,,,,,,", "total", "North total,,,,,,,,,", "All cases,,,,,,,,,12",
            "Source: MIS extract 31/08/2025", "* less than 5,,,,,,,,,", ",,,End of report,,,,,,",
            "Cases without consent are left out, of which 3,,,,,,,,",
          ]))
      case 1: lines.append(one(of: ["c1,North", "c2,North,Oak,GPs,Open,,,,,,too much", "c3;North;Oak;GPs;Open;;;;;"]))
      case 2: lines.append(header)
      case 3: lines.append("")
      case 4...9: lines.append(lines[below(lines.count)])
      default: lines.append(row())
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func row() -> String {
    let id =
      below(15) == 0
      ? one(of: ["", "NULL", "-", "1.2E+12", "#N/A", "n/a", "c007", "c5.0", "c 3", "'c4"])
      : one(of: ["c", "C", " c"]) + "\(below(12))"
    let rare = below(6) == 0
    let area = rare ? one(of: ["", "S", "East", "Nord", "n/a"]) : one(of: ["North", "south", "South ", "WEST"])
    let school =
      rare
      ? one(of: ["", "#REF!", "Mentors", "St. Mary's"]) : one(of: ["Oak", "OAK ", "Elm", "Elms", "Ash", "St Mary's"])
    let source =
      rare
      ? one(of: ["", "Aunt", "Self", "Other professional"])
      : one(of: ["School", "Doctor", "GP (north)", "Oak academy", "gps"])
    let status = one(of: ["Open", "open", "Completed", "Closed - moved", "Waiting", ""])
    let days = (0..<3).map { _ in day() }
    return ([id, area, school, source, status] + days + [day(), one(of: ["F", "f", "M", ""])]).joined(separator: ",")
  }

  private mutating func day() -> String {
    switch below(10) {
    case 0: ""
    case 1: one(of: ["soon", "2031-01-01", "45720", "2025-02-30"])
    case 2:
      isMonthFirst
        ? one(of: ["03/0\(1 + below(5))/2025", "03/2\(below(5))/2025"])
        : one(of: ["0\(1 + below(5))/03/2025", "2\(below(5))/03/2025", "03/04/2025"])
    default: "2025-0\(1 + below(5))-0\(1 + below(6))"
    }
  }
}
