package import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension CheckReport {
  /// What was found, as tables for people: problems, how much of each file is used, and claims.
  package var tables: [Document.TitledTable] {
    var problems = problemTable.withNumbers([3, 4, 6])
    problems.header = problems.header.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    var tables = [
      Document.TitledTable(
        "Problems", title: "Problems of the map and its evidence",
        note: "Errors must be mended before anything is made of the map; warnings need not.",
        problems)
    ]
    if !published.usage.isEmpty {
      tables.append(
        .init(
          "Files", title: "How much of each file is used",
          Document.Table(
            ["File", "Parts", "Total", "Used"], numbers: [2, 3],
            rows: published.usage.map { [$0.file, $0.unit.rawValue, String($0.total), String($0.used)] })))
    }
    if let claims, !claims.verdicts.isEmpty {
      tables.append(
        .init(
          "Claims", title: "What the evidence makes of the claims",
          Document.Table(
            ["Claim", "Verdict", "Because", "Reference", "Id"],
            rows: claims.verdicts.map {
              [$0.claim.words, $0.verdict.verb(1), claims.because(of: $0), $0.claim.reference, $0.id.rawValue]
            })))
    }
    return tables
  }

  /// The title of the map, if there is one.
  package var title: String { published.map?.map.title ?? "" }
}
