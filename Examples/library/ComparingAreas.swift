import NetworkMaps

/// What is known of each connection in each area, how alike the areas are, and what each has alone.
func comparedAreas(of map: NetworkMap) -> [String] {
  let published = PublishedComparison(areasOf: map.published(for: .public))
  let comparison = published.comparison
  func name(_ actor: MapActor.ID) -> String { comparison.frame.actors[actor]?.name ?? actor.rawValue }

  var lines = comparison.connections.map { row in
    let known = row.presences.map(\.name).joined(separator: ", ")
    return "\(name(row.id.source)) → \(name(row.id.target)): \(known)"
  }
  for pair in comparison.similarities(permutations: 100, seed: 1) {
    let overlap = pair.connections
    let either = overlap.common + overlap.onlyFirst + overlap.onlySecond
    let names = [pair.first, pair.second].map { comparison.sides[$0].name }
    lines.append("\(names.joined(separator: " and ")) have \(overlap.common) of \(either) connections in common")
  }
  for (place, side) in comparison.sides.enumerated() {
    lines.append("\(side.name) alone has \(comparison.connections(onlyOn: place).count)")
  }
  return lines
}
