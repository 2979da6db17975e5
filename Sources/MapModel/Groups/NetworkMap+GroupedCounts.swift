import OrderedCollections

extension NetworkMap {
  /// Counts without those whose cases are among others, where a group stands for its parts: what is counted of the group
  /// goes before what is counted of its parts at the same place and time, and what is counted of a wider place before
  /// what is counted of more parts.
  /// - Parameter counts: of each part, and under `nil` of the group as a whole, counts of which no two are of the same
  ///   people as far as areas go.
  /// - Complexity: O(n · d²), where n is the number of counts and d how deep groups lie in each other; where both ends are
  ///   groups, O(n · m), where m is the number of parts that one of them has.
  func withoutPartsOfGroups(_ counts: OrderedDictionary<Connection.ID?, [Count]>) -> [Count] {
    var kept = counts
    let parts = counts.keys.compactMap(\.self).map { ($0, wholes: wholes(of: $0).filter { counts[$0] != nil }) }
    for (part, wholes) in parts {
      let larger = wholes.flatMap { counts[$0] ?? [] }
      kept[part]?.removeAll { count in
        larger.contains { lies(count.area, in: $0.area) && ($0.period == count.period || lies(count, inPeriodOf: $0)) }
      }
    }
    for (part, wholes) in parts {
      for count in kept[part] ?? [] where count.area.map({ !contained(in: $0).isEmpty }) ?? true {
        for whole in wholes {
          kept[whole]?.removeAll {
            lies($0.area, in: count.area)
              && ($0.period == count.period || lies(count, inPeriodOf: $0) || lies($0, inPeriodOf: count))
          }
        }
      }
    }
    // What parts of one end have with the whole of the other, and the other way round, is partly the same.
    let bySource = Dictionary(grouping: parts.map(\.0), by: \.source)
    for (part, _) in parts where !(kept[part] ?? []).isEmpty {
      for other in groups(of: part.source).flatMap({ bySource[$0] ?? [] })
      where groups(of: other.target).contains(part.target) {
        kept[other] = []
      }
    }
    return kept.values.flatMap(\.self)
  }

  /// The connections of which a part's is one, where groups stand for their parts: `nil` is that of the map.
  private func wholes(of part: Connection.ID) -> [Connection.ID?] {
    let targets = [part.target] + groups(of: part.target)
    let larger = ([part.source] + groups(of: part.source)).flatMap { source in
      targets.flatMap { target -> [Connection.ID?] in
        let id = Connection.ID(from: source, to: target, part.relation)
        let back = Connection.ID(from: target, to: source, part.relation)
        return isMutual(part.relation) && id != back ? [id, back] : [id]
      }
    }
    return [nil] + larger.filter { $0 != part }
  }

  private func lies(_ area: Area.ID?, in other: Area.ID?) -> Bool {
    guard let other else { return true }
    return area.map { $0 == other || contained(in: other).contains($0) } ?? false
  }

  private func lies(_ count: Count, inPeriodOf other: Count) -> Bool { isPeriod(count.period, within: other.period) }
}
