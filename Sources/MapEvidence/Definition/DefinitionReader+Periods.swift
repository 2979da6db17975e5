import MapModel
import OrderedCollections
import YAML

/// The periods by which evidence is told apart, in their order.
extension DefinitionReader {
  /// Reads the periods; those that are listed are apart unless one contains the other.
  mutating func readPeriods(_ nodes: [YAMLNode]) {
    var read: [(name: String, fields: YAMLReader.Fields)] = []
    for node in nodes {
      guard
        let fields = fields(of: node, in: .periods),
        let period = readPeriod(fields)
      else { continue }
      definition.periods.append(period)
      read.append((period.name, fields))
    }
    // Names win over aliases, as those of actors do.
    for (name, fields) in read { add([name], for: name, to: \.definition.periodNames, kind: "period", fields) }
    for (place, period) in definition.periods.enumerated() {
      add(period.aliases, for: period.name, to: \.definition.periodNames, kind: "period", read[place].fields)
    }
    for (place, entry) in read.enumerated() {
      definition.periods[place].contains = yaml.proses(entry.fields, "contains").map {
        definition.periodNames[$0] ?? $0
      }
    }
    for (name, fields) in read { if let whole = yaml.prose(fields, "within") { join(name, to: whole) } }
    for fault in definition.periods.faults {
      let node = read.indices.contains(fault.place) ? read[fault.place].fields.node : nil
      yaml.report(node, fault.code, fault.message)
    }
  }

  private mutating func readPeriod(_ fields: YAMLReader.Fields) -> Period? {
    guard let name = yaml.prose(fields, "name", isRequired: true) else { return nil }
    let aliases = yaml.proses(fields, "aliases")
    if ([name] + aliases).contains(where: { $0.lowercased() == "all" }) {
      yaml.report(fields.values["name"], .badID, "A period cannot be called `all`, which stands for all the time")
      return nil
    }
    if definition.periods.contains(where: { $0.name == name }) {
      yaml.report(fields.values["name"], .duplicateID, "There is already a period \(name.quotedInMessage)")
      return nil
    }
    var period = Period(name, aliases: aliases, from: date(fields, "from"), to: date(fields, "to"))
    if period.endsBeforeItBegins {
      yaml.report(
        fields.node, .badPeriod, "The period ends before it starts; `from` and `to` may have changed places")
      (period.from, period.to) = (nil, nil)
    }
    return period
  }

  private mutating func date(_ fields: YAMLReader.Fields, _ key: String) -> PartialDate? {
    guard let text = yaml.text(fields, key) else { return nil }
    if let date = PartialDate(text) { return date }
    yaml.report(
      fields.values[key], .badDate,
      "\(text.quotedInMessage) is not a date of the calendar; write the year, the month or the day, such as 2024, 2024-09"
        + " or 2024-09-30")
    return nil
  }

  /// Adds a period to the longer one in which it lies, which need not be listed itself.
  private mutating func join(_ part: String, to whole: String) {
    let name = definition.periodNames[whole] ?? whole
    if let index = definition.periods.firstIndex(where: { $0.name == name }) {
      if !definition.periods[index].contains.contains(part) { definition.periods[index].contains.append(part) }
    } else {
      definition.periods.append(Period(name, contains: [part]))
      definition.periodNames.add(name, for: name)
    }
  }

  /// The period of a field; if the map lists periods, one of them. What is not known is reported.
  mutating func period(_ fields: YAMLReader.Fields, _ key: String) -> String? {
    guard let text = yaml.text(fields, key) else { return nil }
    if let name = definition.periodNames[text] { return name }
    if definition.periods.isEmpty { return text }
    reportUnknown("period", text, fields.values[key]) { $0.periodNames.suggestion(for: text) }
    return nil
  }
}
