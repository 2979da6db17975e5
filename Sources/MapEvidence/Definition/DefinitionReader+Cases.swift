import MapModel
import YAML

extension DefinitionReader {
  /// Reads how files with a row for each referral are counted.
  mutating func readCaseFiles(
    _ fields: YAMLReader.Fields, of files: [MapDefinition.EvidenceFile], query: CaseQuery? = nil
  ) {
    var files = CaseFiles(files: files, query: query, place: yaml.place(of: fields.node))
    if let node = fields.values["columns"],
      let columns = yaml.fields(
        of: node, as: "`columns` of \(fields.what)", keys: CaseFiles.Column.allCases.map(\.rawValue))
    {
      for column in CaseFiles.Column.allCases { files.columns[column] = yaml.text(columns, column.rawValue) }
    }
    if files.columns[.id] == nil {
      yaml.report(
        fields.values["columns"] ?? fields.node, .missingKey,
        "\(fields.what) has rules and no column of case ids; say under `columns:` what the file calls it: `case: Case ID`"
      )
    }
    if let area = yaml.text(fields, "area") {
      files.area = definition.areaNames[area]
      if files.area == nil {
        reportUnknown("area", area, fields.values["area"]) { $0.areaNames.suggestion(for: area) }
      } else if files.columns[.area] != nil {
        yaml.report(fields.values["area"], .unusedKey, "The area stands in a column; delete `area:` here or there")
      }
    }
    files.details = texts(fields, "details")
    if files.details.count > 7 {
      yaml.report(fields.values["details"], .tooMany, "`details` takes up to seven columns; leave some out")
      files.details = Array(files.details.prefix(7))
    }
    files.completed = texts(fields, "completed").map(NamePattern.init)
    enum Order: String, CaseIterable {
      case dayFirst = "day-first"
      case monthFirst = "month-first"
    }
    let order: Order? = yaml.choice(fields, "dates")
    files.isMonthFirst = order.map { $0 == .monthFirst }
    files.extracted = date(fields, "extracted")
    for node in yaml.list(fields, "rules") {
      if let rule = readRule(node, files) { files.rules.append(rule) }
    }
    definition.caseFiles.append(files)
  }

  private mutating func readRule(_ node: YAMLNode, _ files: CaseFiles) -> CaseRule? {
    guard
      let fields = yaml.fields(
        of: node, as: "a rule", keys: DefinitionKeys.rule)
    else { return nil }
    let source = readEnd(fields, "from")
    let target = readEnd(fields, "to")
    let text = yaml.text(fields, "relation", isRequired: true)
    let relation = text.flatMap { definition.relationNames[$0] }
    if let text, relation == nil {
      reportUnknown(
        "relation", text, fields.values["relation"]
      ) { $0.relationNames.suggestion(for: text) }
    }
    let unit: CaseRule.Unit = yaml.choice(fields, "count") ?? .cases
    if unit == .completed, files.columns[.status] == nil || files.completed.isEmpty {
      yaml.report(
        fields.values["count"], .missingKey,
        "Completed cases are known by their status; name its column (`status:` under `columns:`), and under `completed:`"
          + " the values that mean it")
    }
    let period = readPeriod(fields)
    if period != nil, files.columns[.referred] == nil {
      yaml.report(
        fields.values["period"], .missingKey,
        "A period goes by the date of referral; say under `columns:` what the file calls it: `referred: Referral date`")
    }
    var conditions: [(column: String, patterns: [NamePattern])] = []
    if let node = fields.values["where"], let mapping = node.mapping {
      for (key, value) in mapping {
        let values = value.items.compactMap(\.scalar?.string)
        if let column = key.scalar?.string {
          conditions.append((column, values.map(NamePattern.init)))
        } else {
          yaml.report(key, .wrongType, "A column in `where` of a rule should be a single word")
        }
      }
    } else if let node = fields.values["where"] {
      yaml.report(node, .wrongType, "`where` of a rule should say which values a column must hold: `status: [Open]`")
    }
    let repetition: CaseRule.Repetition = yaml.choice(fields, "re-referrals") ?? .once
    let measure = yaml.text(fields, "measure") ?? unit.rawValue
    let countsZeros = yaml.flag(fields, "count-zeros")
    guard let source, let target, let relation else { return nil }
    return CaseRule(
      source: source, target: target, relation: relation, unit: unit, measure: measure, repetition: repetition,
      period: period, conditions: conditions, countsZeros: countsZeros)
  }

  private mutating func readEnd(_ fields: YAMLReader.Fields, _ key: String) -> CaseRule.End? {
    guard let node = fields.values[key] else {
      yaml.report(fields.node, .missingKey, "\(fields.what) needs `\(key)`")
      return nil
    }
    if let text = node.scalar?.string.trimmingWhitespace {
      guard let actor = definition.actorNames[text] else {
        reportUnknown("actor", text, node) { $0.actorNames.suggestion(for: text) }
        return nil
      }
      return .actor(actor)
    }
    guard let end = yaml.fields(of: node, as: "`\(key)` of a rule", keys: ["column", "values", "ignore", "each"]),
      let column = yaml.text(end, "column", isRequired: true)
    else { return nil }
    var result = CaseRule.ColumnEnd(column: column)
    if let node = end.values["values"] {
      guard let mapping = node.mapping else {
        yaml.report(node, .wrongType, "`values` should say which values are which actor: `gp: [Doctor, \"GP *\"]`")
        return nil
      }
      for (key, value) in mapping {
        guard let name = key.scalar?.string, let actor = definition.actorNames[name] else {
          let text = key.scalar?.string ?? ""
          reportUnknown("actor", text, key) { $0.actorNames.suggestion(for: text) }
          continue
        }
        let spellings = value.items.compactMap(\.scalar?.string)
        result.values += spellings.map { (actor, NamePattern($0)) }
      }
    }
    result.ignored = texts(end, "ignore").map(NamePattern.init)
    if let node = end.values["each"] {
      guard let template = readTemplate(node) else { return nil }
      result.each = template
    }
    return .column(result)
  }

  private mutating func readTemplate(_ node: YAMLNode) -> CaseRule.ActorTemplate? {
    guard
      let fields = yaml.fields(
        of: node, as: "`each`", keys: ["role", "sector", "stage", "beneficiary", "plural", "group"])
    else { return nil }
    let role = self.role(yaml.text(fields, "role", isRequired: true), fields.values["role"])
    let sector = self.sector(yaml.text(fields, "sector", isRequired: true), fields.values["sector"])
    let stage = self.stage(fields)
    let (isBeneficiary, isPlural) = (yaml.flag(fields, "beneficiary"), yaml.flag(fields, "plural"))
    var group: MapActor.ID?
    if let text = yaml.text(fields, "group") {
      group = definition.actorNames[text]
      if group == nil {
        reportUnknown("actor", text, fields.values["group"]) { $0.actorNames.suggestion(for: text) }
      }
    }
    guard let role, let sector, let stage else { return nil }
    return .init(
      role: role, sector: sector, stage: stage, isBeneficiary: isBeneficiary, isPlural: isPlural, group: group)
  }

  private mutating func readPeriod(_ fields: YAMLReader.Fields) -> CaseRule.Period? {
    guard let node = fields.values["period"],
      let period = yaml.fields(of: node, as: "`period`", keys: ["name", "from", "to"])
    else { return nil }
    let (first, last) = (date(period, "from"), date(period, "to"))
    if let first, let last, last < first {
      yaml.report(node, .badPeriod, "The period ends before it starts; `from` and `to` may have changed places")
    }
    let name = yaml.text(period, "name") ?? ""
    return .init(name: definition.periodNames[name] ?? name, first: first, last: last)
  }

  private mutating func date(_ fields: YAMLReader.Fields, _ key: String) -> CalendarDay? {
    guard let text = yaml.text(fields, key) else { return nil }
    let reading = DateReading(text, isMonthFirst: false)
    if reading.form == .plain, let date = reading.date { return date }
    yaml.report(
      fields.values[key], .badDate, "\(text.quotedInMessage) is not a date; write year, month and day: 2025-08-31")
    return nil
  }
}
