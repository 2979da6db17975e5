import MapModel
import OrderedCollections

/// Conditions of how many and how much.
extension ConditionChecker {
  /// A number of the MI: what it is, or why it does not tell.
  private enum Found {
    case amount(ConditionReason.Amount, target: Int?)
    case not(ConditionReason.CaseNumber)
  }

  private func number(_ number: Condition.Number, in scope: Scope) -> Found {
    let period = number.period.isEmpty ? nil : number.period
    guard let connection = map.connections[map.stored(number.connection)],
      let total = map.cases(of: connection, in: scope, measure: number.measure, period: period)
    else { return .not(.none) }
    if !total.otherPeriods.isEmpty { return .not(.ofSeveralPeriods) }
    guard let range = total.range, case .number(let sum) = total.value else { return .not(.withheld) }
    return .amount(.init(sum, in: range), target: total.target)
  }

  private func open(_ reason: ConditionReason) -> ConditionFinding {
    ConditionFinding(isTrue: nil, absence: .notKnown, reasons: [reason])
  }

  /// Whether a number lies in a range; a rounded number tells only whether all, or none, of what it stands for does.
  func cases(_ cases: Condition.Cases) -> ConditionFinding {
    let asked = Condition.Number(cases.connection, measure: cases.measure, period: cases.period)
    switch number(asked, in: scope) {
    case .not(let why): return open(.cases(cases, why))
    case .amount(let amount, _):
      let wanted = (cases.least ?? 0)...max(cases.least ?? 0, cases.greatest ?? .max)
      let isWithin = wanted.contains(amount.range.lowerBound) && wanted.contains(amount.range.upperBound)
      guard isWithin || !wanted.overlaps(amount.range) else {
        return open(.cases(cases, .rounded(amount.shown, isDecisive: false)))
      }
      let number: ConditionReason.CaseNumber =
        amount.range.count > 1 ? .rounded(amount.shown, isDecisive: true) : .counted(amount.shown)
      return ConditionFinding(isTrue: isWithin, reasons: [.cases(cases, number)])
    }
  }

  // MARK: Shares

  func share(_ share: Condition.Share) -> ConditionFinding {
    switch share.content {
    case .statements(let whole, let part):
      let all = matching(whole)
      return judged(
        share, part: statements(of: all.compactMap { map.narrowed($0.connection, to: part) }),
        whole: statements(of: all.map(\.connection)))
    case .connections(let whole, let part):
      let all = certain(matching(whole))
      return judged(share, part: certain(all, part).count, whole: all.count)
    case .actors(let end, let whole, let part):
      let all = certain(matching(whole))
      func ends(_ answers: [NetworkMap.Answer], _ patterns: [Condition.Pattern]) -> Int {
        let ways = answers.flatMap { answer in
          map.ways(answer.connection.id, in: whole).filter { way in
            patterns.allSatisfy { map.ways(answer.connection.id, in: $0).contains(way) }
          }
        }
        return Set(ways.map { $0.end(end) }).count
      }
      return judged(share, part: ends(certain(all, part), [part]), whole: ends(all, []))
    case .cases(let part, let whole):
      guard case .amount(let numerator, _) = number(part, in: scope) else { return notTold(part) }
      guard case .amount(let denominator, _) = number(whole, in: scope) else { return notTold(whole) }
      return judged(share, numerator, denominator)
    case .target(let asked):
      guard case .amount(let amount, let target) = number(asked, in: scope) else { return notTold(asked) }
      guard let target else { return open(.noTarget(asked)) }
      return judged(share, amount, .init(target))
    }
  }

  private func notTold(_ asked: Condition.Number) -> ConditionFinding {
    if case .not(let why) = number(asked, in: scope) { return open(.number(asked, why)) }
    return open(.number(asked, .none))
  }

  /// How many statements say here that there are such connections.
  private func statements(of connections: [Connection]) -> Int {
    connections.reduce(0) { count, connection in
      count
        + connection.statements.count { statement in
          statement.stance == .present && (extent.includes(statement))
        }
    }
  }

  private func certain(_ answers: [NetworkMap.Answer]) -> [NetworkMap.Answer] { answers.filter(\.presence.isCertain) }

  /// Those of some connections that are of a further pattern, and certain by the evidence that both count.
  private func certain(_ answers: [NetworkMap.Answer], _ pattern: Condition.Pattern) -> [NetworkMap.Answer] {
    answers.compactMap { answer in
      guard let narrowed = map.narrowed(answer.connection, to: pattern) else { return nil }
      let presence = pattern.statements.isEmpty ? answer.presence : map.presence(of: narrowed, in: scope)
      return presence.isCertain ? NetworkMap.Answer(connection: narrowed, presence: presence) : nil
    }
  }

  private func judged(_ share: Condition.Share, part: Int, whole: Int) -> ConditionFinding {
    judged(share, .init(part), .init(whole))
  }

  /// Whether a share is as large as it should be; where its numbers are rounded, only if all that they stand for agree.
  private func judged(
    _ share: Condition.Share, _ part: ConditionReason.Amount, _ whole: ConditionReason.Amount
  ) -> ConditionFinding {
    if whole.range.upperBound == 0 { return open(.shareOfNothing(share)) }
    let least = Double(part.range.lowerBound) * 100 / Double(whole.range.upperBound)
    let most =
      whole.range.lowerBound == 0
      ? Double.infinity : Double(part.range.upperBound) * 100 / Double(whole.range.lowerBound)
    let (isLeast, isMost) = (share.bound.includes(least), share.bound.includes(most))
    let isTrue: Bool? =
      isLeast && isMost ? true : isLeast || isMost || share.bound.isBetween(least, most) ? nil : false
    return ConditionFinding(
      isTrue: isTrue, absence: isTrue == nil ? .notKnown : nil, reasons: [.share(share, part: part, whole: whole)])
  }

  // MARK: More

  /// Whether there is more in an area than in each of others, each of which is a part of what is asked.
  func more(_ more: Condition.More) -> ConditionFinding {
    let near = map.contained(in: more.area)
    let others =
      more.others
      ?? map.areas.keys.filter { $0 != more.area && !near.contains($0) && !map.contained(in: $0).contains(more.area) }
    let own = quantity(more.content, in: more.area)
    let parts = others.map { other -> ConditionFinding in
      let less = quantity(more.content, in: other)
      let isTrue = own.exceeds(less)
      return ConditionFinding(
        isTrue: isTrue, absence: isTrue == nil ? .notKnown : nil,
        reasons: [.more(more, than: other, own: own, other: less)])
    }
    if parts.isEmpty { return ConditionFinding(isTrue: nil, absence: .notKnown) }
    var finding = ConditionFinding.all(parts)
    if parts.count > 1 { finding.parts = parts }
    return finding
  }

  private func quantity(_ content: Condition.More.Content, in area: Area.ID) -> ConditionReason.Quantity {
    switch content {
    case .connections(let pattern):
      let presences = map.connections.values.compactMap { connection in
        map.narrowed(connection, to: pattern).map { map.presence(of: $0, in: scope.in(area)) }
      }
      return .connections(
        certain: presences.count(where: \.isCertain), open: presences.count { !$0.isCertain && !$0.isKnownAbsence })
    case .cases(let asked):
      switch number(asked, in: scope.in(area)) {
      case .amount(let amount, _): return .cases(amount)
      case .not(let why): return .notTold(asked, why)
      }
    case .rate(let asked, let base):
      guard case .amount(let amount, _) = number(asked, in: scope.in(area)) else { return missing(asked, in: area) }
      guard case .amount(let whole, _) = number(base, in: scope.in(area)) else { return missing(base, in: area) }
      return .rate(amount, per: whole)
    }
  }

  private func missing(_ asked: Condition.Number, in area: Area.ID) -> ConditionReason.Quantity {
    if case .not(let why) = number(asked, in: scope.in(area)) { return .notTold(asked, why) }
    return .notTold(asked, .none)
  }

  // MARK: Rarely

  /// Whether statements mostly say that connections are rare, or that there are none; those that do not say how often
  /// leave it open.
  func rarely(_ pattern: Condition.Pattern) -> ConditionFinding {
    let statements = known.flatMap { answer -> [CodedStatement] in
      var kind = pattern
      kind.statements = StatementFilter()
      guard let connection = map.narrowed(answer.connection, to: kind) else { return [] }
      return connection.statements.filter { statement in
        guard extent.includes(statement) else { return false }
        // Where there is none at all, there is none because of the programme either.
        return pattern.statements.includes(statement) || statement.stance == .absent && statement.attribution == nil
      }
    }
    let absent = statements.count { $0.stance == .absent }
    let said = statements.filter { $0.stance != .absent }
    let rare = said.count { $0.frequency == .rare }
    let unsaid = said.count { $0.frequency == nil }
    let oftener = said.count - rare - unsaid
    let tally = PartTally(so: rare + absent, notSo: oftener, untold: unsaid)
    let isTrue: Bool? =
      switch tally.verdict {
      case .holds, .largely: true
      case .partly, .fails: false
      case .notKnown: nil
      }
    var finding = ConditionFinding(
      isTrue: isTrue, absence: isTrue == true ? nil : .notKnown,
      reasons: [.rarely(pattern, rare: rare, absent: absent, oftener: oftener, unsaid: unsaid)])
    finding.countedParts = tally
    return finding
  }
}

extension Condition.Share.Bound {
  /// Whether a number of hundredths is as it should be.
  fileprivate func includes(_ hundredths: Double) -> Bool {
    switch self {
    case .most: hundredths > 50
    case .hundredths(let least, let greatest):
      hundredths >= Double(least ?? 0) && (greatest.map { hundredths <= Double($0) } ?? true)
    }
  }

  /// Whether some number between two that are not as they should be is.
  fileprivate func isBetween(_ least: Double, _ most: Double) -> Bool {
    guard case .hundredths(let from?, let to?) = self else { return false }
    return least < Double(from) && most > Double(to)
  }
}

extension ConditionReason.Quantity {
  /// Whether it is more than another; `nil` if what is open or rounded does not tell.
  fileprivate func exceeds(_ other: ConditionReason.Quantity) -> Bool? {
    func compared(_ own: ClosedRange<Double>, _ less: ClosedRange<Double>) -> Bool? {
      own.lowerBound > less.upperBound ? true : own.upperBound <= less.lowerBound ? false : nil
    }
    return switch (range, other.range) {
    case (let own?, let less?): compared(own, less)
    default: nil
    }
  }

  /// All that it can be; `nil` if the MI does not tell.
  private var range: ClosedRange<Double>? {
    switch self {
    case .connections(let certain, let open): Double(certain)...Double(certain + open)
    case .cases(let amount): Double(amount.range.lowerBound)...Double(amount.range.upperBound)
    case .rate(let amount, let base):
      base.range.lowerBound == 0
        ? nil
        : Double(amount.range.lowerBound) / Double(base.range.upperBound)...Double(amount.range.upperBound)
          / Double(base.range.lowerBound)
    case .notTold: nil
    }
  }
}
