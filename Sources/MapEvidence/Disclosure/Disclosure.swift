public import MapModel

/// Disclosure control: what of a map an audience may see.
///
/// The decision is made once, on the map itself, and every output is made from what is left: so a number that is
/// withheld in one output cannot stand in another.
public enum Disclosure {
  /// The map as an audience may see it.
  ///
  /// For the public, counts from 1 to below the minimum are withheld, interview ids are removed, and excerpts and
  /// their references are removed unless the map says that they are already published.
  public static func published(_ map: NetworkMap, for audience: Audience) -> NetworkMap {
    guard audience == .public else { return map }
    let settings = map.disclosure
    let starts = map.figures.flatMap { figure -> [String] in
      if case .map(let selection) = figure.content { selection.references } else { [] }
    }.sorted { $0.count > $1.count }
    // A reference can name an interview; what is left of it is what figures select by, and it is not shown.
    func selected(_ reference: String) -> String { starts.first { reference.hasPrefix($0) } ?? "" }
    return map.mappingConnections { connection in
      var published = connection
      for index in published.statements.indices {
        if !published.statements[index].interview.isEmpty { published.statements[index].interview = "" }
        if settings.excerpts == .withheld {
          published.statements[index].isWithheld = true
          // An id often holds the interview's.
          published.statements[index].id = ""
          published.statements[index].excerpt = ""
          published.statements[index].reference = selected(published.statements[index].reference)
        }
      }
      for index in published.counts.indices {
        guard case .number(let number) = published.counts[index].value else { continue }
        guard number > 0, number < settings.minimum else { continue }
        published.counts[index].value = .suppressed
        // How it was computed would tell it.
        published.counts[index].computation = ""
      }
      // A number of the whole programme would give a withheld one of an area away.
      for count in published.counts where count.value == .suppressed && count.area != nil {
        for index in published.counts.indices where published.counts[index].area == nil {
          guard published.counts[index].measure == count.measure else { continue }
          published.counts[index].value = .suppressed
          published.counts[index].computation = ""
        }
      }
      return published
    }
  }
}
