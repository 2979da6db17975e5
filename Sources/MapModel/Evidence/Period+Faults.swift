/// A contradiction between periods that a map lists.
package struct PeriodFault: Sendable, Hashable {
  /// The period that is to be mended, by its place in the list.
  package let place: Int
  /// What kind of fault it is.
  package let code: Problem.Code
  /// What was found, and what to do about it.
  package let message: String
}

extension [Period] {
  /// Which of them lie in one, also by way of others.
  private func contents(of name: String) -> Set<String> {
    var found: Set<String> = []
    var next = first { $0.name == name }?.contains ?? []
    while let inner = next.popLast() {
      if found.insert(inner).inserted { next += first { $0.name == inner }?.contains ?? [] }
    }
    return found
  }

  /// What their dates and what they contain say against each other: what is listed is apart, or the one contains the other,
  /// and numbers are added by that.
  /// - Complexity: O(p³), where p is the number of periods.
  package var faults: [PeriodFault] {
    let contents = map { self.contents(of: $0.name) }
    var faults: [PeriodFault] = []
    for (place, period) in enumerated() {
      if contents[place].contains(period.name) {
        faults.append(
          PeriodFault(
            place: place, code: .badSum,
            message: "The period \(period.name.quotedInMessage) lies, by way of others, in itself; mend `contains:` or"
              + " `within:`"))
      }
      for (other, earlier) in self[..<place].enumerated() {
        let (own, others) = (contents[place].contains(earlier.name), contents[other].contains(period.name))
        if own || others {
          let (outer, inner) = own ? (period, earlier) : (earlier, period)
          if outer.isExceeded(by: inner) {
            faults.append(
              PeriodFault(
                place: place, code: .periodOutside,
                message: "The period \(inner.name.quotedInMessage) lies, by its dates, not wholly in"
                  + " \(outer.name.quotedInMessage), which is said to contain it; mend the dates, or `contains:` and"
                  + " `within:`"))
          }
        } else if period.overlaps(earlier) {
          faults.append(
            PeriodFault(
              place: place, code: .periodsOverlap,
              message: "The periods \(earlier.name.quotedInMessage) and \(period.name.quotedInMessage) have days in"
                + " common, and periods that are listed are apart; mend the dates, or, if one lies in the other, say so with"
                + " `within:`"))
        }
      }
    }
    return faults
  }
}
