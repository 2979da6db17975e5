import NetworkMaps

/// Makes everything that can be made of a reading, and looks whether it is what it should be.
struct EveryOutput {
  /// What was wrong, each with what was made.
  private(set) var findings: [String] = []

  private mutating func look(_ name: String, _ fault: String?) {
    if let fault { findings.append("\(name): \(fault)") }
  }

  private mutating func made(_ name: String, _ make: () throws -> String?) {
    do { look(name, try make()) } catch { findings.append("\(name): \(error)") }
  }

  mutating func make(of reading: MapReading) {
    for problem in reading.problems { look("problem", WellFormed.problem(problem)) }
    for audience in Audience.allCases { make(of: reading.published(for: audience), reading.companions) }
    guard let map = reading.map else { return }
    if !reading.hasErrors {
      kept(map)
      let report = AuditReport(of: PublishedMaps([map] + reading.companions, for: .team))
      look("audit", WellFormed.text(report.text))
      made("audit.json") { WellFormed.json(try JSONText.text(of: report)) }
      made("audit.csv") { WellFormed.csv(report.csv) }
    }
  }

  /// What is read is written, and read again as the same.
  private mutating func kept(_ map: NetworkMap) {
    // It is read again before it is given out.
    made("saving") {
      _ = try MapFolder.files(of: map)
      return nil
    }
    do {
      look("map.xlsx", WellFormed.archive(try MapConversion.workbook(of: map).files[MapConversion.workbookName] ?? []))
    } catch { if case .changed = error.kind { findings.append("workbook: \(error)") } }
  }

  private mutating func make(of reading: PublishedReading, _ companions: [NetworkMap]) {
    let check = CheckReport(of: reading)
    look("check", WellFormed.text(check.text))
    made("check.json") { WellFormed.json(try JSONText.text(of: check)) }
    made("check.csv") { WellFormed.csv(check.csv) }
    made("check.github") { WellFormed.text(check.annotations(in: "maps")) }
    made("check.xlsx") { WellFormed.archive(try check.workbook()) }
    guard let map = reading.map else { return }
    query(map)
    measure(map)
    let gaps = GapReport(of: map)
    look("gaps", WellFormed.text(gaps.text))
    made("gaps.json") { WellFormed.json(try JSONText.text(of: gaps)) }
    made("gaps.csv") { WellFormed.csv(gaps.csv) }
    made("gaps.xlsx") { WellFormed.archive(try gaps.workbook()) }
    figures(map, reading)
    compare(map)
    // Coders are named to the team alone.
    if map.isForTeam {
      let agreement = AgreementReport(of: map)
      look("agree", WellFormed.text(agreement.text))
      made("agree.json") { WellFormed.json(try JSONText.text(of: agreement)) }
      for table in AgreementReport.Table.allCases { look("agree.csv", WellFormed.csv(agreement.csv(table))) }
    }
    for format in MapFormat.all {
      made("export \(format.id)") {
        for file in try format.files(of: map) { if let fault = Self.fault(of: file.name, file.bytes) { return fault } }
        return nil
      }
    }
  }

  private mutating func query(_ map: PublishedMap) {
    for subject in [ConnectionListing.Subject.absences, .connectionsAndMeetings] {
      let listing = ConnectionListing(of: map, subject, includesEvidence: true)
      look("query", WellFormed.text(listing.text))
      made("query.json") { WellFormed.json(try JSONText.text(of: listing)) }
      look("query.csv", WellFormed.csv(listing.csv))
      look("query evidence.csv", WellFormed.csv(listing.evidenceCSV))
    }
    if let first = map.map.actors.keys.first, let last = map.map.actors.keys.last {
      let routes = RouteReport(of: map, from: first, to: last, within: 3, throughActivities: true)
      look("routes", WellFormed.text(routes.text))
      made("routes.json") { WellFormed.json(try JSONText.text(of: routes)) }
    }
  }

  private mutating func measure(_ map: PublishedMap) {
    let report = MeasureReport(of: map, without: Set(map.map.actors.keys.prefix(1)))
    look("measure", WellFormed.text(report.text(explains: true)))
    made("measure.json") { WellFormed.json(try JSONText.text(of: report)) }
    look("measure.csv", WellFormed.csv(report.csv))
    made("measure.xlsx") { WellFormed.archive(try report.workbook()) }
    let sensitivity = LeaveOneOutReport(of: map, by: .informant)
    look("leave out", WellFormed.text(sensitivity.text))
    look("leave out.csv", WellFormed.csv(sensitivity.csv))
  }

  private mutating func figures(_ map: PublishedMap, _ reading: PublishedReading) {
    var plans = map.map.drawnFigures.prefix(3).flatMap { FigurePlan.plans($0, of: map) }
    if let gaps = FigurePlan(gapsOf: map) { plans.append(gaps) }
    for figure in plans.map(\.figure).withDistinctIDs { draw(figure) }
    made("page") { WellFormed.page(try MapPage(of: map).html()) }
    made("report") {
      let chapter = try Chapter(drawing: map, reading: reading)
      if let fault = WellFormed.archive(try chapter.docx()) { return "docx: \(fault)" }
      if chapter.html.contains("<script") { return "a script is in the report" }
      return chapter.markdown(picturesIn: "pictures").isEmpty ? "there is no text" : nil
    }
  }

  private mutating func draw(_ figure: Figure) {
    made("figure \(figure.id)") {
      for file in try figure.files([.svg, .dot]) {
        if let fault = Self.fault(of: file.name, file.bytes) { return "\(file.name): \(fault)" }
      }
      return nil
    }
  }

  private mutating func compare(_ map: PublishedMap) {
    guard map.map.areas.count > 1 else { return }
    let compared = PublishedComparison(areasOf: map)
    let report = ComparisonReport(of: compared, permutations: 10)
    look("compare", WellFormed.text(report.text))
    made("compare.json") { WellFormed.json(try JSONText.text(of: report)) }
    for table in report.tables { look("compare \(table).csv", WellFormed.csv(report.csv(table))) }
    let figures = ComparisonFigures(compared)
    for place in 0..<min(figures.count, 3) { draw(figures[place]) }
  }

  /// What is wrong with a file, by the end of its name.
  static func fault(of name: String, _ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return switch name.split(separator: ".").last {
    case "svg", "graphml", "gexf", "qdc": WellFormed.xml(bytes)
    case "json", "cyjs": WellFormed.json(text)
    case "csv": WellFormed.csv(text)
    case "dot": WellFormed.dot(bytes)
    case "xlsx": WellFormed.archive(bytes)
    default: bytes.isEmpty ? "nothing is in it" : nil
    }
  }
}
