import MapModel

extension CaseRule.ColumnEnd {
  /// What a value of the column means: an actor, or a ``ValueColumn/Meaning``.
  ///
  /// Names that are written out win over patterns, and what the rule says over what the map does.
  var meaning: (String, inout CaseActors) -> Int32 {
    let (names, patterns) = (values.filter(\.pattern.isWholeName), values.filter { !$0.pattern.isWholeName })
    let (ignoredNames, ignoredPatterns) = (ignored.filter(\.isWholeName), ignored.filter { !$0.isWholeName })
    let each = each
    return { text, actors in
      let folded = NameIndex<Bool>.folded(text)
      if let named = names.first(where: { $0.pattern.matches(folded: folded) }) {
        return actors.number(of: named.actor)
      }
      if ignoredNames.contains(where: { $0.matches(folded: folded) }) { return ValueColumn.Meaning.ignored }
      if let known = actors[text] { return actors.number(of: known) }
      if let fitting = patterns.first(where: { $0.pattern.matches(folded: folded) }) {
        return actors.number(of: fitting.actor)
      }
      if ignoredPatterns.contains(where: { $0.matches(folded: folded) }) { return ValueColumn.Meaning.ignored }
      return each.map { actors.number(ofNew: text, like: $0) } ?? ValueColumn.Meaning.unmatched
    }
  }
}
