import OrderedCollections

extension NetworkMap {
  /// Numbers of cases that are not added up although a reader might, once for each kind.
  /// - Parameter file: what stands for the file where evidence does not say where it was read; without it, such
  ///   numbers are passed over.
  /// - Complexity: O(n · p), where n is the number of counts and p of periods of a connection.
  package func additionProblems(elsewhere file: String? = nil) -> [Problem] {
    var problems: [Problem] = []
    var seen: Set<[String]> = []
    func add(_ code: Problem.Code, _ key: [String], at count: Count, _ message: String) {
      guard let file = count.location?.file ?? file, seen.insert([code.rawValue] + key).inserted else { return }
      problems.append(Problem(.warning, code: code, file: file, line: count.location?.line, message: message))
    }
    for connection in connections.values where connection.counts.count > 1 {
      let cases = connection.counts.filter(\.isOfCases)
      guard let first = cases.first, let total = self.cases(of: connection) else { continue }
      let measures = OrderedSet(cases.map(\.measure))
      if measures.count > 1 {
        add(
          .severalMeasures, Array(measures), at: first,
          "Several measures of a connection count cases (\(measures.map(\.quotedInMessage).joined(separator: ", "))). They"
            + " are not added, since a case can be in each: \(total.measure.quotedInMessage) is taken. Name the one that is"
            + " meant first under `cases:`")
      }
      for (what, names, one) in [
        ("period", OrderedSet(connection.counts.map(\.period)), NameFolding.period),
        ("measure", OrderedSet(connection.counts.map(\.measure)), NameFolding.measure),
      ] {
        for same in Dictionary(grouping: names, by: one).values.map({ $0.sorted() }) where same.count > 1 {
          add(
            .severalSpellings, same, at: first,
            "The \(what)s \(same.map(\.quotedInMessage).joined(separator: " and ")) seem to be one; spell it alike, so that"
              + " its numbers are compared")
        }
      }
      for area in OrderedSet(cases.map(\.area)) {
        let scope = area.map { Scope.area($0) } ?? .wholeMap
        guard let own = self.cases(of: connection, in: scope) else { continue }
        let inner = innerPeriods(of: cases, in: area, own)
        if let whole = own.periods.first, !inner.isEmpty {
          add(
            .severalPeriods, [whole] + inner, at: first,
            "Numbers of \(whole.quotedInMessage) are not added to those of other periods"
              + " (\(inner.map(\.quotedInMessage).joined(separator: ", "))) that by their names lie in it:"
              + " \(whole.quotedInMessage) is taken. To confirm that, list them under `periods:` (`contains:`); if it is not"
              + " so, rename one")
        }
        if own.otherPeriods.isEmpty { continue }
        let names = (own.otherPeriods + own.periods).map(\.quotedInMessage).joined(separator: ", ")
        add(
          .severalPeriods, own.otherPeriods + own.periods, at: first,
          "Numbers of several periods (\(names)) are not added, since a case can be in more than one:"
            + " \((own.periods.first ?? "").quotedInMessage) is taken. If no case is, list the periods under `periods:`"
        )
      }
      problems += exceeding(connection, total.measure, first, file) + unmetParts(of: connection, file)
    }
    return problems
  }

  /// The periods of numbers that are not in a total, since a longer period contains them by nothing but its name.
  private func innerPeriods(of cases: [Count], in area: Area.ID?, _ total: CaseTotal) -> [String] {
    let declared = Set(periods.flatMap(\.contains))
    let names = OrderedSet(cases.lazy.filter { $0.area == area && $0.measure == total.measure }.map(\.period))
    return names.filter { name in
      !name.isEmpty && !total.periods.contains(name) && !total.otherPeriods.contains(name) && !declared.contains(name)
    }
  }

  /// Areas that together have more cases than the programme: some cases are in several.
  private func exceeding(_ connection: Connection, _ measure: String, _ first: Count, _ file: String?) -> [Problem] {
    let counts = connection.counts.filter { $0.measure == measure }
    for whole in counts where whole.area == nil {
      var parts = Connection(connection.id)
      parts.counts = counts.filter { $0.area != nil && $0.period == whole.period }
      guard case .number(let number) = whole.value, !parts.counts.isEmpty,
        case .number(let sum) = cases(of: parts, measure: measure, period: whole.period)?.value, sum != number,
        let file = whole.location?.file ?? file
      else { continue }
      if sum < number {
        if let differing = differing(parts, whole, number, sum, file) { return [differing] }
        continue
      }
      return [
        Problem(
          .warning, code: .areasExceed, file: file, line: whole.location?.line,
          message:
            "The areas' numbers of \(measure.quotedInMessage) come to more than the programme's. The programme's is"
            + " taken; if an area lies in another, say so (`contains:`), and if cases are in several areas, nothing need be"
            + " done")
      ]
    }
    return []
  }

  /// A total of the programme that all areas together do not make.
  ///
  /// Where an area has no number, the total can hold what is counted there.
  private func differing(
    _ parts: Connection, _ whole: Count, _ number: Int, _ sum: Int, _ file: String
  ) -> Problem? {
    let counted = Set(parts.counts.compactMap(\.area))
    let covered = counted.reduce(counted) { $0.union(contained(in: $1)) }
    guard !areas.isEmpty, areas.keys.allSatisfy(covered.contains) else { return nil }
    return whole.differing(from: parts.counts, number, sum, "those of all areas", file)
  }

  /// Totals that the declared parts of a measure do not make, in the same place and period.
  private func unmetParts(of connection: Connection, _ file: String?) -> [Problem] {
    measures.flatMap { measure in
      connection.counts.filter { $0.measure == measure.name }.compactMap { whole -> Problem? in
        let parts = connection.counts.filter { count in
          count.area == whole.area && count.period == whole.period && measure.parts.contains(count.measure)
        }
        let numbers = parts.compactMap { if case .number(let number) = $0.value { number } else { nil } }
        guard case .number(let number) = whole.value, numbers.count == measure.parts.count,
          let file = whole.location?.file ?? file
        else { return nil }
        let sum = numbers.reduce(0, +)
        return sum < number ? whole.differing(from: parts, number, sum, "those of its parts", file) : nil
      }
    }
  }
}

extension Count {
  /// That a total is more than what its parts make; `nil` where an approximate number can be what is lacking, or where it is
  /// said how the total came about.
  fileprivate func differing(
    from parts: [Count], _ number: Int, _ sum: Int, _ others: String, _ file: String
  ) -> Problem? {
    guard !isApproximate, computation.isEmpty, !parts.contains(where: \.isApproximate) else { return nil }
    let what = area == nil ? "The programme's number of" : "The number of"
    let remedy = "correct the one that is wrong, or say under `computed` why they differ"
    return Problem(
      .warning, code: .totalDiffers, file: file, line: location?.line,
      message: "\(what) \(measure.quotedInMessage) is \(number), and \(others) make \(sum); \(remedy)",
      messageWithoutNumbers: "\(what) \(measure.quotedInMessage) is not what \(others) make; \(remedy)")
  }
}
