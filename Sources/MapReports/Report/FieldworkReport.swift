import Documents
import MapDisclosure
import MapModel
import OrderedCollections

/// How many interviews were held with whom, where.
struct FieldworkReport {
  private let map: NetworkMap
  private let scope: Scope

  init(of published: PublishedMap, in scope: Scope) { (map, self.scope) = (published.map, scope) }

  /// The groups that were asked in the scope.
  private var groups: [InformantGroup] { map.informants.values.filter { map.interviews(in: scope, with: $0.id) > 0 } }

  /// The areas of the scope, those that lie in others left out: whoever was asked there was asked in those, too.
  private var areas: [Area] {
    if scope.area != nil { return [] }
    let inner = Set(map.areas.values.flatMap(\.contains))
    return map.areas.values.filter { !inner.contains($0.id) }
  }

  /// What it means that nobody was asked, as far as is known.
  var noInterviews: [String] {
    [
      "No interviews are listed\(map.inWords(scope)), so nobody can be said to have been asked: what no evidence speaks of is"
        + " \(Presence.notKnown.name)."
    ]
  }

  /// The numbers, with sentences.
  var blocks: [Document.Block] {
    let groups = groups
    if groups.isEmpty {
      return noInterviews.map { .paragraph($0) }
    }
    let total = map.interviews(in: scope)
    let places = areas.filter { map.interviews(in: scope.in($0.id)) > 0 }
    let where_ = places.isEmpty ? map.inWords(scope) : " in \(counted(places.count, "area"))"
    var blocks: [Document.Block] = [
      .paragraph(
        "\(counted(total, "interview")) \(total == 1 ? "was" : "were") held with \(counted(groups.count, "group"))\(where_)."
      ),
      .table(table(groups, places)),
    ]
    blocks += silences.map { .paragraph($0) }
    return blocks
  }

  /// Groups by areas, or areas by groups where there are more of those.
  private func table(_ groups: [InformantGroup], _ places: [Area]) -> Document.Table {
    func number(_ group: InformantGroup?, _ area: Area?) -> String {
      map.interviews(in: area.map { scope.in($0.id) } ?? scope, with: group?.id).grouped
    }
    let caption = "Interviews by group" + (places.isEmpty ? "" : " and area")
    let columns: [InformantGroup?] = groups + [nil]
    let rows: [Area?] = places + [nil]
    if places.count > Self.mostColumns {
      return Document.Table(
        ["Area"] + groups.map(\.name) + ["Total"], numbers: Set(1...(groups.count + 1)),
        rows: rows.map { area in [area?.name ?? "All"] + columns.map { number($0, area) } }, caption: caption)
    }
    return Document.Table(
      ["Interviews with"] + places.map(\.name) + ["Total"], numbers: Set(1...(places.count + 1)),
      rows: columns.map { group in [group?.name ?? "All"] + rows.map { number(group, $0) } }, caption: caption)
  }

  /// Who was asked in some areas and not in others, as sentences.
  var silences: [String] {
    let places = areas
    return groups.compactMap { group in
      let asked = places.filter { map.interviews(in: scope.in($0.id), with: group.id) > 0 }
      if asked.isEmpty || asked.count == places.count { return nil }
      let missing = places.filter { place in !asked.contains { $0.id == place.id } }
      return "No interview with \(group.name.insideSentence) was held in \(missing.map(\.name).asChoice)."
    }
  }

  private static let mostColumns = 6
}
