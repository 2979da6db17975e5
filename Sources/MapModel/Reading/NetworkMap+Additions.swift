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
      problems += exceeding(connection, total.measure, first, file)
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
        case .number(let sum) = cases(of: parts, measure: measure, period: whole.period)?.value, sum > number,
        let file = whole.location?.file ?? file
      else { continue }
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
}
