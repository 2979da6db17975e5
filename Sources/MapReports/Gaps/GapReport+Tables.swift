package import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension GapReport {
  /// The gaps as a table for people, each with its sentence.
  package var tables: [Document.TitledTable] {
    let map = published.map
    let tellsTimes = gaps.contains { $0.examined.period != nil }
    let table = Document.Table(
      ["Gap", "Kind", "Area", "Absence", "Actors", "Because", "Expected", "Reference", "Id"]
        + (tellsTimes ? ["Period"] : []),
      rows: gaps.map { gap in
        [
          sentence(of: gap), gap.kind.rawValue, gap.scope.area.flatMap { map.areas[$0]?.name } ?? "",
          gap.absence?.name ?? "", gap.actors.map { map.actors[$0]?.name ?? $0.rawValue }.joined(separator: "; "),
          gap.because(on: map), gap.reason, gap.reference, gap.id,
        ] + (tellsTimes ? [gap.examined.period ?? ""] : [])
      })
    return [
      .init(
        "Gaps", title: "What is missing, and what hangs on a single actor\(map.inWords(scope))",
        note: "Not found: somebody who could know was asked. Not known: nobody was. Unplaced: nobody says where.", table
      )
    ]
  }
}
