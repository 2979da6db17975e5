import MapDisclosure
import MapModel
import OrderedCollections

extension ConnectionListing: Encodable {
  private enum CodingKeys: String, CodingKey {
    case connections, disclosure
  }

  /// Writes the entries, and what the listing shows and withholds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(connections, forKey: .connections)
    try container.encode(published.notes, forKey: .disclosure)
  }
}

extension ConnectionListing.Entry: Encodable {
  private enum CodingKeys: String, CodingKey {
    case from, to, relation, family, mutual, through, areas, statusByArea, statusByPeriod, status, cases, casesOf
    case casesPeriods, casesApproximate, casesTarget, suppressed
    case statements, statementsAgainst, attributions, frequency, disagreement, evidence
  }

  /// Writes the entry; unknown cases are `null`, withheld ones are `null` with `suppressed` beside them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(source.rawValue, forKey: .from)
    try container.encode(target.rawValue, forKey: .to)
    try container.encode(relationName, forKey: .relation)
    try container.encode(family?.rawValue ?? "", forKey: .family)
    if isMutual, activity == nil { try container.encode(true, forKey: .mutual) }
    try container.encodeIfPresent(activity?.rawValue, forKey: .through)
    try container.encode(areas.map(\.rawValue), forKey: .areas)
    let states = presenceByArea.map { ($0.key.rawValue, $0.value.rawValue) }
    try container.encode(Dictionary(uniqueKeysWithValues: states), forKey: .statusByArea)
    if !presenceByPeriod.isEmpty {
      let times = presenceByPeriod.map { ($0.key, $0.value.rawValue) }
      try container.encode(Dictionary(uniqueKeysWithValues: times), forKey: .statusByPeriod)
    }
    try container.encode(presence.rawValue, forKey: .status)
    if case .number(let number) = cases {
      try container.encode(number, forKey: .cases)
    } else {
      try container.encodeNil(forKey: .cases)
    }
    try container.encodeIfPresent(caseTotal?.measure, forKey: .casesOf)
    try container.encodeIfPresent(caseTotal?.periods, forKey: .casesPeriods)
    if caseTotal?.isApproximate == true { try container.encode(true, forKey: .casesApproximate) }
    try container.encodeIfPresent(caseTotal?.target, forKey: .casesTarget)
    if cases == .suppressed { try container.encode(true, forKey: .suppressed) }
    try container.encode(statements, forKey: .statements)
    try container.encode(statementsAgainst, forKey: .statementsAgainst)
    try container.encode(attributions.map(\.rawValue), forKey: .attributions)
    if frequency != .notSaid { try container.encode(frequency.name, forKey: .frequency) }
    try container.encodeIfPresent(disagreement?.rawValue, forKey: .disagreement)
    try container.encode(evidence, forKey: .evidence)
  }

  /// The relation's id; `meets` for a meeting.
  package var relationName: String { relation?.rawValue ?? "meets" }
}

extension ConnectionListing.Evidence: Encodable {
  private enum CodingKeys: String, CodingKey {
    case kind, id, areas, interview, informants, coder, stance, frequency, attribution, excerpt, measure, period, count
    case target, computed, reference, part
  }

  /// Writes what there is of the evidence; areas are ids, `all`, or none for the programme.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind.rawValue, forKey: .kind)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encode(placement.names, forKey: .areas)
    try container.encodeIfPresent(interview, forKey: .interview)
    try container.encode(informants.map(\.rawValue), forKey: .informants)
    try container.encodeIfPresent(coder, forKey: .coder)
    try container.encodeIfPresent(stance?.rawValue, forKey: .stance)
    try container.encodeIfPresent(frequency?.rawValue, forKey: .frequency)
    try container.encodeIfPresent(attribution?.rawValue, forKey: .attribution)
    try container.encodeIfPresent(excerpt, forKey: .excerpt)
    try container.encodeIfPresent(measure, forKey: .measure)
    try container.encodeIfPresent(period, forKey: .period)
    try container.encodeIfPresent(count, forKey: .count)
    try container.encodeIfPresent(target, forKey: .target)
    try container.encodeIfPresent(computation, forKey: .computed)
    try container.encode(reference, forKey: .reference)
    try container.encodeIfPresent(part.map { [$0.source.rawValue, $0.target.rawValue] }, forKey: .part)
  }
}
