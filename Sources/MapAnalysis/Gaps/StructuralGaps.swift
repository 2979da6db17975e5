import GraphMeasures
import MapModel
import OrderedCollections

/// The gaps that show in a map's structure, without any expectation.
struct StructuralGaps {
  private let map: NetworkMap
  private let scope: Scope
  private let whole: MapGraph
  private let programme: ProgrammeParts

  init(_ map: NetworkMap, in scope: Scope) {
    self.map = map
    self.scope = scope
    var part = MapGraph.Part()
    part.query.scope = scope
    whole = MapGraph(map, part: part)
    programme = ProgrammeParts(whole)
  }

  var gaps: [Gap] {
    isolated + cutPoints + bridges + singleSources + oneWay + unclear + single
  }

  /// Actors without a connection. In an area, where most actors may simply not be spoken of, they are no gap.
  private var isolated: [Gap] {
    if !scope.isWholeMap { return [] }
    var query = ConnectionQuery()
    query.presences = [.reportedAbsent]
    let denied = Set(map.connections(matching: query).flatMap { [$0.connection.source, $0.connection.target] })
    return whole.actors.enumerated().compactMap { node, actor in
      guard whole.graph.undirected.degree(of: node) == 0 else { return nil }
      let isDenied = denied.contains(actor.id)
      return Gap(
        "isolated-\(actor.id)", .isolated(actor.id, isDenied: isDenied),
        absence: isDenied ? .reportedAbsent : .notFound, actors: [actor.id])
    }
  }

  /// Actors without which others that work for the programme are cut off from it.
  private var cutPoints: [Gap] {
    programme.cutPoints().compactMap { actor, all in
      // Where something takes place, and what is done there, hang together by themselves.
      let stranded = all.filter { map.actors[$0]?.isActivity == false }
      guard map.actors[actor]?.isActivity == false, !stranded.isEmpty else { return nil }
      return Gap(
        "cut-point-\(actor)", .cutPoint(actor, stranded: stranded), in: scope, actors: [actor] + stranded)
    }
  }

  /// Single connections between set-up and delivery, or between sectors, that hold two groups together.
  private var bridges: [Gap] {
    programme.bridges().compactMap { first, second, fewer in
      guard let one = map.actors[first], let other = map.actors[second] else { return nil }
      guard one.stage != other.stage || one.sector != other.sector else { return nil }
      let connections = whole.answers.map(\.connection.id).filter {
        Set([$0.source, $0.target]) == Set([first, second])
      }
      return Gap(
        "bridge-\(first)-\(second)",
        .bridge(
          first, second, between: one.stage != other.stage ? .stages : .sectors(one.sector, other.sector), fewer: fewer),
        in: scope, actors: [first, second], connections: connections)
    }
  }

  /// Beneficiaries whose support comes from one actor.
  private var singleSources: [Gap] {
    map.actors.values.filter(\.isBeneficiary).compactMap { beneficiary in
      let supporting = whole.answers.filter { answer in
        answer.connection.target == beneficiary.id && answer.connection.source != beneficiary.id
          && map.relations[answer.connection.relation]?.family == .support
      }
      let sources = OrderedSet(supporting.map(\.connection.source)).filter { map.actors[$0]?.isActivity == false }
      guard sources.count == 1, let source = sources.first else { return nil }
      return Gap(
        "single-source-\(beneficiary.id)", .singleSource(source, of: beneficiary.id), in: scope,
        actors: [source, beneficiary.id], connections: supporting.map(\.connection.id))
    }
  }

  /// Connections that run one way only, of a relation of which most connections run both ways.
  private var oneWay: [Gap] {
    // What is not clear is another kind of gap.
    let clear = whole.answers.filter { $0.presence.isCertain }
    let ids = OrderedSet(clear.map(\.connection.id).filter { $0.source != $0.target })
    func back(_ id: Connection.ID) -> Connection.ID {
      Connection.ID(from: id.target, to: id.source, id.relation)
    }
    var balance: [Relation.ID: Int] = [:]
    let all = Set(whole.answers.map(\.connection.id).filter { $0.source != $0.target })
    for id in all { balance[id.relation, default: 0] += all.contains(back(id)) ? 1 : -1 }
    return ids.compactMap { id in
      guard balance[id.relation, default: 0] > 0, !all.contains(back(id)),
        map.relations[id.relation]?.family == .coordination
      else { return nil }
      let absence = map.presence(of: back(id), in: scope)
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
    let weak = whole.answers.filter { answer in
      answer.presence == .said
        && answer.connection.statements.count { statement in
          statement.stance == .present && scope.area.map(statement.placement.includes) ?? true
        } == 1
    }.map(\.connection.id)
    guard !weak.isEmpty else { return [] }
    return [
      Gap("single-evidence", .singleEvidence(weak.count, of: whole.answers.count), in: scope, connections: weak)
    ]
  }
}
