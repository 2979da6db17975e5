import MapModel
import Tabular

/// A piece of an interview with all its codes, and the connections that they come to.
struct CodedSegment {
  /// Why codes come to no connection.
  enum Fault: String {
    /// No code speaks of the map.
    case noMeaning = "no-meaning"
    /// A relation without two actors, or actors without a relation.
    case incomplete
    /// Nothing says which of the actors is the source.
    case unclearDirection = "unclear-direction"
  }

  /// What the reader knows of actors and relations, by which directions are found.
  struct Directions {
    /// Whether an actor is in receipt of support.
    var isBeneficiary: (MapActor.ID) -> Bool
    /// Whether an actor is something in which others meet, towards which all connections run that are not support.
    var isActivity: (MapActor.ID) -> Bool
    /// Whether a relation is of a family of support.
    var isSupport: (Relation.ID) -> Bool
    /// Whether a relation runs both ways at once, so that it does not matter which actor is the source.
    var isMutual: (Relation.ID) -> Bool
  }

  private var connections: [Connection.ID] = []
  private var relations: [Codebook.Meaning] = []
  private var actors: [(id: MapActor.ID, end: Codebook.Meaning.End?)] = []
  private(set) var areas: Set<Area.ID> = []
  private(set) var periods: Set<String> = []
  private(set) var informants: [InformantGroup.ID] = []
  private(set) var frequency: Frequency?
  private var attributions: Set<Attribution> = []
  private var stances: Set<Stance> = []

  /// Codes for and against at the same words leave it unclear what they say.
  var stance: Stance { stances.count > 1 ? .unclear : stances.first ?? .present }

  /// Codes that say different things of the same words say nothing of what it owes to the programme.
  var attribution: Attribution? { attributions.count > 1 ? nil : attributions.first }

  /// Who speaks, if the source says it: an end that no code names.
  var speaker: MapActor.ID?

  /// Whether a code names a relation, so that others can complete it.
  var hasRelation: Bool { !connections.isEmpty || !relations.isEmpty }
  /// Whether a code says anything of the map.
  var isEmpty: Bool {
    !hasRelation && actors.isEmpty && areas.isEmpty && periods.isEmpty && informants.isEmpty && frequency == nil
      && attributions.isEmpty && stances.isEmpty
  }

  /// The segment with what codes of overlapping stretches say and its own do not.
  /// - Parameter directions: by which it is found whether actors are missing.
  func completed(by others: [Codebook.Meaning], _ directions: Directions) -> CodedSegment {
    let (found, fault) = connections(directions)
    let needsActors = found.isEmpty || fault != nil
    var segment = self
    for other in others {
      var part = other
      // A relation elsewhere is a segment of its own.
      (part.source, part.target, part.relation) = (nil, nil, nil)
      if !needsActors { part.actor = nil }
      if !stances.isEmpty { part.stance = nil }
      if frequency != nil { part.frequency = nil }
      if !attributions.isEmpty { part.attribution = nil }
      if !areas.isEmpty { part.area = nil }
      if !periods.isEmpty { part.period = nil }
      if !informants.isEmpty { part.informant = nil }
      segment.add(part)
    }
    return segment
  }

  /// Adds a code.
  mutating func add(_ meaning: Codebook.Meaning) {
    if let source = meaning.source, let target = meaning.target, let relation = meaning.relation {
      connections.append(Connection.ID(from: source, to: target, relation))
    } else if meaning.relation != nil {
      relations.append(meaning)
    }
    if let actor = meaning.actor { actors.append((actor, meaning.end)) }
    if let area = meaning.area { areas.insert(area) }
    if let period = meaning.period { periods.insert(period) }
    if let informant = meaning.informant, !informants.contains(informant) { informants.append(informant) }
    if let stance = meaning.stance { stances.insert(stance) }
    frequency = frequency ?? meaning.frequency
    if let attribution = meaning.attribution { attributions.insert(attribution) }
  }

  /// The connections that the codes come to, in the order of the codes.
  func connections(_ directions: Directions) -> (found: [Connection.ID], fault: Fault?) {
    var found = connections
    var fault: Fault? =
      connections.isEmpty
      ? (relations.isEmpty && actors.isEmpty ? .noMeaning : relations.isEmpty ? .incomplete : nil) : nil
    for relation in relations {
      guard let id = relation.relation else { continue }
      if directions.isMutual(id) {
        let pairs = pairs(of: relation)
        if pairs.isEmpty { fault = fault ?? .incomplete }
        found += pairs.map { Connection.ID(from: $0, to: $1, id) }
        continue
      }
      let ends = ends(of: relation, directions.isSupport(id) ? directions.isBeneficiary : directions.isActivity)
      fault = fault ?? ends.fault
      for source in ends.sources {
        for target in ends.targets where source != target { found.append(Connection.ID(from: source, to: target, id)) }
      }
    }
    // The same connection may be coded twice at the same words.
    var seen: Set<Connection.ID> = []
    return (found.filter { seen.insert($0).inserted }, fault)
  }

  /// Each two of the actors that a mutual relation connects.
  private func pairs(of relation: Codebook.Meaning) -> [(MapActor.ID, MapActor.ID)] {
    var all: [MapActor.ID] = []
    for actor in [relation.source, relation.target].compactMap(\.self) + actors.map(\.id) where !all.contains(actor) {
      all.append(actor)
    }
    if all.count == 1, let speaker, speaker != all[0] { all.insert(speaker, at: 0) }
    return all.indices.flatMap { one in all[(one + 1)...].map { (all[one], $0) } }
  }

  /// Which actors stand at which end: what codes say of the end goes before the only direction that is possible.
  /// - Parameter isTarget: whether the relation can only run towards an actor.
  private func ends(
    of relation: Codebook.Meaning, _ isTarget: (MapActor.ID) -> Bool
  ) -> (sources: [MapActor.ID], targets: [MapActor.ID], fault: Fault?) {
    var sources = relation.source.map { [$0] } ?? actors.filter { $0.end == .source }.map(\.id)
    var targets = relation.target.map { [$0] } ?? actors.filter { $0.end == .target }.map(\.id)
    var free: [MapActor.ID] = []
    for actor in actors where actor.end == nil {
      if !free.contains(actor.id), !sources.contains(actor.id), !targets.contains(actor.id) { free.append(actor.id) }
    }
    if !sources.isEmpty, !targets.isEmpty { return (sources, targets, nil) }
    // "I refer them": who speaks is the actor that no code names.
    if free.count + sources.count + targets.count == 1, let speaker, !(free + sources + targets).contains(speaker) {
      free.append(speaker)
    }
    if sources.isEmpty, targets.isEmpty {
      if free.count < 2 { return ([], [], .incomplete) }
      (sources, targets) = (free.filter { !isTarget($0) }, free.filter(isTarget))
      return sources.isEmpty || targets.isEmpty ? ([], [], .unclearDirection) : (sources, targets, nil)
    }
    if free.isEmpty { return ([], [], .incomplete) }
    return sources.isEmpty ? (free, targets, nil) : (sources, free, nil)
  }
}
