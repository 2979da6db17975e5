import GraphMeasures
import MapModel
import OrderedCollections

/// The gaps that show in a map's structure, without any expectation.
struct StructuralGaps {
  private let map: NetworkMap
  private let scope: Scope
  private let whole: MapGraph
  /// Connections that may hold here, since nobody says where they do; none on the whole map.
  private let unplaced: [Connection.ID]
  private let programme: ProgrammeParts

  init(_ map: NetworkMap, in scope: Scope) {
    self.map = map
    self.scope = scope
    var part = MapGraph.Part()
    part.query.scope = scope
    whole = MapGraph(map, part: part)
    part.query.presences = [.unplaced]
    unplaced = scope.isWholeMap ? [] : map.connections(matching: part.query).map(\.connection.id)
    programme = ProgrammeParts(whole, unplaced: unplaced)
  }

  /// Where numbers are left out, each may be a connection: then it is not told what nothing connects, nor what hangs on
  /// whom.
  var gaps: [Gap] {
    if map.leavesOutCounts { return unclear }
    return isolated + parts + islands + cutPoints + bridges + singleSources + oneWay + unclear + single
  }

  /// Actors without a connection, but those that are only expected, whose absence the expectation tells. In a scope,
  /// where most actors may simply not be spoken of, they are no gap.
  private var isolated: [Gap] {
    if !scope.isWholeMap { return [] }
    var query = ConnectionQuery()
    query.presences = [.reportedAbsent]
    let denied = Set(map.connections(matching: query).flatMap { [$0.connection.source, $0.connection.target] })
    let silence = Presence(ofActorWith: [], isAnybodyAsked: !map.informants(in: .wholeMap).isEmpty)
    func isConnected(_ node: Int) -> Bool { whole.graph.undirected.degree(of: node) > 0 }
    // A group is connected by what connects a part of it.
    let ofParts = Set(whole.actors.indices.filter(isConnected).flatMap { map.groups(of: whole.actors[$0].id) })
    return map.actors.keys.compactMap { actor in
      guard whole.node(of: actor).map({ !isConnected($0) }) ?? denied.contains(actor), !ofParts.contains(actor)
      else { return nil }
      let isDenied = denied.contains(actor)
      return Gap(
        "isolated-\(actor)", .isolated(actor, isDenied: isDenied), absence: isDenied ? .reportedAbsent : silence,
        actors: [actor])
    }
  }

  // MARK: What hangs together

  /// Whether some nodes are more than something that takes place: an activity and where it is done hang together by
  /// themselves.
  private func hasWorkers(_ nodes: [Int]) -> Bool { nodes.contains { !map.isActivity(programme.actors[$0].id) } }

  private var parts: [Gap] {
    let parts = programme.equalParts.filter(hasWorkers)
    if parts.count < 2 { return [] }
    let ids = parts.map(programme.ids)
    return [
      Gap(
        "parts", .parts(ids, throughBeneficiaries: programme.areJoinedByBeneficiaries(parts)), in: scope,
        actors: ids.flatMap(\.self)
      )
    ]
  }

  private var islands: [Gap] {
    programme.islands.filter(hasWorkers).map { island in
      let ids = programme.ids(island)
      let isJoined = programme.cores.contains { programme.areJoinedByBeneficiaries([island, $0]) }
      return Gap("island-\(ids[0])", .island(ids, throughBeneficiaries: isJoined), in: scope, actors: ids)
    }
  }

  /// Actors without which others that work for the programme are cut off from it, or from each other.
  private var cutPoints: [Gap] {
    programme.cutPoints().compactMap { node, split in
      let actor = programme.actors[node].id
      if map.isActivity(programme.actors[node].id) { return nil }
      switch split {
      case .stranded(let all):
        let stranded = programme.ids(all.filter { hasWorkers([$0]) })
        if stranded.isEmpty { return nil }
        let isJoined = programme.areJoinedByBeneficiaries([all, programme.rest(without: node, all)], without: node)
        return Gap(
          "cut-point-\(actor)", .cutPoint(actor, stranded: stranded, throughBeneficiaries: isJoined), in: scope,
          actors: [actor] + stranded)
      case .groups(let all):
        let workers = all.filter(hasWorkers)
        if workers.count < 2 { return nil }
        let (groups, isJoined) = (
          workers.map(programme.ids), programme.areJoinedByBeneficiaries(workers, without: node)
        )
        return Gap(
          "cut-point-\(actor)", .divide(actor, groups: groups, throughBeneficiaries: isJoined), in: scope,
          actors: [actor] + groups.flatMap(\.self))
      }
    }
  }

  /// Single connections between set-up and delivery, or between sectors, that hold two groups together.
  private var bridges: [Gap] {
    programme.bridges().compactMap { bridge in
      let (one, other) = (programme.actors[bridge.first], programme.actors[bridge.second])
      guard one.stage != other.stage || one.sector != other.sector else { return nil }
      let connections = whole.answers.map(\.connection.id).filter {
        Set([$0.source, $0.target]) == Set([one.id, other.id])
      }
      return Gap(
        "bridge-\(one.id)-\(other.id)",
        .bridge(
          one.id, other.id,
          between: one.stage != other.stage ? .stages(one.stage, other.stage) : .sectors(one.sector, other.sector),
          fewer: bridge.fewer),
        in: scope, actors: [one.id, other.id], connections: connections)
    }
  }

  /// Beneficiaries whose support comes from one actor, whatever else may be there.
  private var singleSources: [Gap] {
    let supporting = { (id: Connection.ID) in
      map.isSupport(id.relation) && id.source != id.target && !map.isActivity(id.source)
    }
    let placed = whole.answers.map(\.connection.id).filter(supporting)
    let certain = Set(whole.answers.filter(\.presence.isCertain).map(\.connection.id))
    let further = unplaced.filter(supporting)
    return map.actors.values.filter(\.isBeneficiary).compactMap { beneficiary in
      let own = placed.filter { $0.target == beneficiary.id }
      let sources = OrderedSet(own.map(\.source))
      // Where it is not clear whether there is any support, none rests on anybody.
      guard sources.count == 1, let source = sources.first, own.contains(where: certain.contains),
        further.allSatisfy({ $0.target != beneficiary.id || $0.source == source })
      else { return nil }
      return Gap(
        "single-source-\(beneficiary.id)", .singleSource(source, of: beneficiary.id), in: scope,
        actors: [source, beneficiary.id], connections: own)
    }
  }

  // MARK: Evidence

  /// Connections that run one way only, of a relation of which most connections run both ways.
  private var oneWay: [Gap] {
    // What is not clear is another kind of gap.
    let directed = whole.answers.filter { !map.isMutual($0.connection.relation) }
    let clear = directed.filter { $0.presence.isCertain }
    let ids = OrderedSet(clear.map(\.connection.id).filter { $0.source != $0.target })
    func back(_ id: Connection.ID) -> Connection.ID {
      Connection.ID(from: id.target, to: id.source, id.relation)
    }
    var balance: [Relation.ID: Int] = [:]
    let all = Set(directed.map(\.connection.id).filter { $0.source != $0.target })
    for id in all { balance[id.relation, default: 0] += all.contains(back(id)) ? 1 : -1 }
    return ids.compactMap { id in
      guard balance[id.relation, default: 0] > 0, !all.contains(back(id)),
        !map.isSupport(id.relation)
      else { return nil }
      let absence = map.presence(of: back(id), in: scope)
      // Something shows the other way, if not where.
      if absence == .unplaced { return nil }
      return Gap(
        "one-way-\(id.source)-\(id.target)-\(id.relation)", .oneWay(id), in: scope, absence: absence,
        actors: [id.source, id.target], missing: [.init(source: id.target, target: id.source)], connections: [id])
    }
  }

  private var unclear: [Gap] {
    whole.answers.filter { $0.presence == .unclear || $0.presence == .contradicted }.map { answer in
      let id = answer.connection.id
      return Gap(
        "unclear-\(id.source)-\(id.target)-\(id.relation)", .unclearEvidence(id, answer.presence), in: scope,
        absence: answer.presence, actors: [id.source, id.target], connections: [id])
    }
  }

  /// Connections that nobody counts and one statement speaks for, in one gap: a map has many.
  private var single: [Gap] {
    let extent = map.extent(of: scope)
    let weak = whole.answers.filter { answer in
      answer.presence == .said
        && answer.connection.statements.count { statement in
          statement.stance == .present && extent.includes(statement)
        } == 1
    }.map(\.connection.id)
    guard !weak.isEmpty else { return [] }
    return [
      Gap("single-evidence", .singleEvidence(weak.count, of: whole.answers.count), in: scope, connections: weak)
    ]
  }
}
