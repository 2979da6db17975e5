import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension Chapter {
  /// The connections with what is known of each; of very many, between groups and sectors.
  var connectionSection: Article.Section {
    var query = ConnectionQuery()
    query.scope = scope
    let listing = ConnectionListing(of: published, matching: query)
    if listing.connections.isEmpty {
      return Article.Section(
        "", [.paragraph("No connection is \(map.leavesOutCounts ? "shown" : "known")\(map.inWords(scope)).")])
    }
    var section = Article.Section("", [.paragraph(familySentence(listing))])
    if listing.connections.count > Self.mostConnections {
      let content = FigureContent(.init(), of: map, in: scope)
      let overview = Overview(of: content, on: published, in: scope, countingCases: true)
      section.blocks.append(.table(BlockTables(overview).largest(Self.mostBlockLinks)))
    } else {
      section.blocks.append(.table(listing.table(captioned: "Connections, with what is known of each")))
      section.blocks += caseNote(listing)
    }
    section.sections += absences(query)
    return section
  }

  /// `93 connections: 60 of support and 33 of coordination.`, with how many of them are in doubt.
  private func familySentence(_ listing: ConnectionListing) -> String {
    let families = map.legend.families.values.compactMap { family -> String? in
      let count = listing.connections.count { $0.family == family.id }
      return count == 0 ? nil : "\(count.grouped) of \(family.name.insideSentence)"
    }
    let states = Presence.allCases.compactMap { presence -> String? in
      let count = listing.connections.count { $0.presence == presence }
      return count == 0 ? nil : "\(count.grouped) \(count == 1 ? "is" : "are") \(presence.name)"
    }
    return "\(counted(listing.connections.count, "connection"))\(map.inWords(scope)): \(families.asList)."
      + " Of these, \(states.asList)."
  }

  /// What is withheld, where numbers are shown.
  private func caseNote(_ listing: ConnectionListing) -> [Document.Block] {
    let showsCases = listing.connections.contains { $0.caseTotal != nil }
    let note = published.isForTeam ? "" : published.note(whereCountsAreShown: showsCases)
    return note.isEmpty ? [] : [.paragraph(note)]
  }

  private func absences(_ query: ConnectionQuery) -> [Article.Section] {
    let listing = ConnectionListing(of: published, matching: query, .absences)
    if listing.connections.isEmpty || listing.connections.count > Self.mostConnections { return [] }
    let meaning = Presence.reportedAbsent.meaning
    return [
      Article.Section(
        "Reported absent",
        [
          .paragraph("Of \(counted(listing.connections.count, "connection")), \(meaning)."),
          .table(listing.table(captioned: "Connections that are reported absent")),
        ])
    ]
  }

  private static let mostBlockLinks = 60
}
