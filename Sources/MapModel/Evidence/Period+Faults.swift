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
  /// What lies in each, also by way of others.
  private var contents: [Set<String>] {
    let inner = Dictionary(map { ($0.name, $0.contains) }) { first, _ in first }
    return map { period in
      var found: Set<String> = []
      var next = inner[period.name] ?? []
      while let name = next.popLast() { if found.insert(name).inserted { next += inner[name] ?? [] } }
      return found
    }
  }

  /// What their dates and what they contain say against each other: what is listed is apart, or the one contains the other,
  /// and numbers are added by that.
  /// - Complexity: O(p · (p + c)), where p is the number of periods and c of what they contain.
  package var faults: [PeriodFault] {
    let contents = contents
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
