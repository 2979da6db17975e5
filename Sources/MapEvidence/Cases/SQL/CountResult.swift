import Documents
import MapModel

/// What the statement of ``CountStatement`` gave, read back by the rules that it was made for.
struct CountResult: Sendable {
  private(set) var connections: CaseConnections

  /// Reads a result; what cannot be used is reported, and nothing is read then.
  init?(_ bytes: [UInt8], file: String, by plan: CountingPlan, problems: inout [Problem]) {
    let remedy = Self.remedy
    guard
      let table = ResultTable(bytes, file: file, columns: CountStatement.columns, remedy: remedy, problems: &problems)
    else { return nil }
    var actors = CaseActors(known: plan.actorNames, groups: plan.groups)
    var groups = [[RuleTally.Group]](repeating: [], count: plan.rules.count)
    var ofGroups = groups
    var seen: Set<[Int]> = []
    for row in table.rows {
      let cells = row.cells
      func report(_ code: Problem.Code, _ message: String) {
        problems.append(Problem(code: code, file: file, line: row.line, message: "\(message). \(remedy)"))
      }
      guard let rule = Int(cells[0].trimmingWhitespace), let number = NumberReader.whole(cells[7].trimmingWhitespace)
      else {
        report(.badNumber, "The row has no number of a rule, or no count")
        return nil
      }
      if rule == 0 {
        report(
          .oldProfile,
          "\(counted(number, "row")) of the database \(number == 1 ? "holds" : "hold") values that came after the"
            + " profile was made, and what they mean was not decided")
        return nil
      }
      guard plan.rules.indices.contains(rule - 1),
        let group = Self.group(cells, number, plan.rules[rule - 1], plan, &actors)
      else {
        report(.otherResult, "The row is of no rule of this map; the result is of another map, or of older rules")
        return nil
      }
      guard seen.insert([rule, Int(group.area), Int(group.source), Int(group.target)]).inserted else {
        report(.duplicateCount, "The number of these ends stands twice. Two results may have been pasted together")
        return nil
      }
      if group.isOfParts { ofGroups[rule - 1].append(group) } else { groups[rule - 1].append(group) }
    }
    connections = CaseConnections(plan: plan, actors: actors, groups: groups, ofGroups: ofGroups)
  }

  /// What a row counts; `nil` if the rule counts no such thing.
  private static func group(
    _ cells: [String], _ number: Int, _ rule: CountingPlan.Rule, _ plan: CountingPlan, _ actors: inout CaseActors
  ) -> RuleTally.Group? {
    guard cells[3] == rule.relation.rawValue, cells[5] == rule.measure, cells[6] == rule.period?.name ?? "" else {
      return nil
    }
    let isOfParts = cells[8].trimmingWhitespace == "parts"
    guard let source = actor(cells[2], rule.source, isOfParts, plan, &actors),
      let target = actor(cells[4], rule.target, isOfParts, plan, &actors)
    else { return nil }
    var area: Int32 = -1
    if !cells[1].isEmpty {
      guard let place = plan.areas.firstIndex(where: { $0.rawValue == cells[1] }) else { return nil }
      area = Int32(place)
    }
    return .init(area: area, source: source, target: target, count: number, isOfParts: isOfParts)
  }

  private static func actor(
    _ name: String, _ end: CountingPlan.End, _ isOfParts: Bool, _ plan: CountingPlan, _ actors: inout CaseActors
  ) -> Int32? {
    switch end {
    case .actor(let id):
      return id.rawValue == name || isOfParts ? plan.actorNames[name].map { actors.number(of: $0) } : nil
    case .column(let asked):
      // What is no actor of the map became one of its own.
      if let id = plan.actorNames[name] { return actors.number(of: id) }
      guard case .actor(let question) = plan.columns[asked.column].questions[asked.question], let each = question.each
      else { return nil }
      return actors.number(ofNew: NameValue(name), like: each)
    }
  }

  private static let remedy =
    "Print the statement with `netmap sql count` by a new profile, run it, and save all of its result as CSV with its header"
}
