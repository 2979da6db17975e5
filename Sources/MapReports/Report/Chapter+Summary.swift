import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension Chapter {
  /// What the other sections find, in a sentence each.
  var summarySection: Article.Section {
    var sentences = ["The map has \(map.evidenceInWords(in: scope))."]
    let measures = measures
    sentences += [Condition.RankedMeasure.betweenness, .outDegree, .inDegree].compactMap(measures.leaders)
    let gaps = GapReport(of: published, in: scope)
    if !map.expectations.isEmpty { sentences.append(gaps.summary(for: .chapter)) }
    let weak: Set<Gap.Kind> = [.isolated, .parts, .cutPoint, .singleSource]
    sentences += gaps.gaps.filter { weak.contains($0.kind) }.prefix(Self.mostGaps).map(gaps.sentence)
    let claims = ClaimReport(of: published)
    if scope.isWholeMap, !claims.verdicts.isEmpty { sentences.append(claims.summary) }
    if outline.has(.areas), let areas { sentences += areas.extremes }
    return Article.Section("", [.list(sentences)])
  }

  private static let mostGaps = 4

  /// What the evidence does not reach, in a sentence each.
  var limitSection: Article.Section {
    let extent = map.extent(of: scope)
    let states = map.connections.values.map { map.presence(of: $0, in: extent) }
    let onMap = states.count(where: \.isOnMap)
    var sentences = [
      "The map shows what was said or recorded, and not all that there is: what it does not show can be there all the same."
    ]
    if map.interviews() == 0 { sentences += FieldworkReport(of: published, in: scope).noInterviews }
    sentences += FieldworkReport(of: published, in: scope).silences
    let doubtful = states.count { $0.isOnMap && !$0.isCertain }
    if doubtful > 0 {
      sentences.append(
        "Of \(counted(onMap, "connection")), \(doubtful.grouped) \(doubtful == 1 ? "rests" : "rest") on evidence that is not"
          + " clear, or that contradicts itself.")
    }
    if scope.isWholeMap, !map.areas.isEmpty {
      let unplaced = map.connections.values.count { connection in
        map.presence(of: connection, in: extent).isOnMap && map.areas(of: connection).isEmpty
      }
      if unplaced > 0 {
        sentences.append(
          "\(counted(unplaced, "connection")) \(unplaced == 1 ? "is" : "are") \(Presence.unplaced.meaning(in: scope, on: map))."
        )
      }
    }
    let gaps = map.gaps(in: scope).filter { $0.kind == .singleEvidence }
    sentences += gaps.map { $0.sentence(on: map) }
    if states.count <= Self.mostWeighed, map.informants.count > 1 {
      var part = MapGraph.Part()
      part.query.scope = scope
      sentences += LeaveOneOutReport(of: published, by: .informant, part: part).summary
    }
    if !map.claims.isEmpty, outline.has(.claims) { sentences.append(ClaimReport.caution) }
    return Article.Section("", [.list(sentences)])
  }

  /// With more, the findings are not looked at again without each group that was asked.
  private static let mostWeighed = 600
}
