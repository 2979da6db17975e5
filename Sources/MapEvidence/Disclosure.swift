public import MapModel

/// Disclosure control: what of a map an audience may see.
///
/// The decision is made once, on the map itself, and every output is made from what is left: so a number that is
/// withheld in one output cannot stand in another.
public enum Disclosure {
  /// The map as an audience may see it.
  ///
  /// For the public, counts from 1 to below the minimum are withheld, interview ids are removed, and excerpts are
  /// removed unless the map says that they are already published.
  public static func published(_ map: NetworkMap, for audience: Audience) -> NetworkMap {
    guard audience == .public else { return map }
    let settings = map.disclosure
    return map.mappingConnections { connection in
      var published = connection
      for index in published.statements.indices {
        published.statements[index].interview = ""
        if settings.excerpts == .withheld { published.statements[index].excerpt = "" }
      }
      for index in published.counts.indices {
        guard case .number(let number) = published.counts[index].value else { continue }
        if number > 0, number < settings.minimum { published.counts[index].value = .suppressed }
      }
      return published
    }
  }
}
