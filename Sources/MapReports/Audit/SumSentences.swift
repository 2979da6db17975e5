import Documents
import MapDisclosure
import MapModel

/// What is said of the sums that were found in a map's numbers.
enum SumSentences {
  /// How many are named; a map with more is told how many.
  private static let mostNamed = 10

  /// The sums, with how to confirm or deny them.
  static func blocks(of sums: [KnownSum]) -> [Document.Block] {
    if sums.isEmpty { return [] }
    var blocks = sums.prefix(mostNamed).map { Document.Block.paragraph(sentence(of: $0)) }
    if sums.count > mostNamed {
      blocks.append(
        .paragraph("\(sums.count - mostNamed) more such sums were found; `netmap audit --format csv` lists all."))
    }
    blocks.append(
      .paragraph(
        "Sums that the numbers bear out are taken for known to readers. To confirm one, declare it (`contains:` of an area"
          + " or a period, `parts:` of a measure, `group:` of an actor); to deny it, say so under `disclosure:`, as in"
          + " `sums: [{of: areas, total: north, parts: [ashby, brin], holds: false}]`."))
    return blocks
  }

  /// What is said where sums were not sought to the end.
  static func sentence(of limit: SearchLimit) -> String {
    switch limit {
    case .longLines(let dimension, let longest, let count):
      "Not every sum of \(dimension.rawValue) was looked for: \(counted(count, "row of numbers", plural: "rows of numbers")) \(count == 1 ? "has" : "have")"
        + " more than \(longest) numbers, and there only a number that all the others make up is found. If some of them are"
        + " sums of others, declare it (\(declaration(of: dimension)))."
    case .actors(let names):
      "Every number at \(names.map { "“\($0)”" }.joined(separator: ", ")) is withheld: groups and their members stand there"
        + " in so many ways that what equals what could not be tried out. Count a group or its members, not both."
    case .numbers:
      "Every number is withheld: more numbers follow from those in the files than can be followed. Leave totals out of the"
        + " files that can be added up, or count fewer periods and measures."
    }
  }

  private static func declaration(of dimension: DeclaredSum.Dimension) -> String {
    switch dimension {
    case .areas: "`contains:` of an area"
    case .periods: "`contains:` of a period"
    case .measures: "`parts:` of a measure"
    case .actors: "`group:` of an actor"
    case .relations: "`sums:` under `disclosure:`"
    }
  }

  /// What is said of a total that is less than its parts.
  static func overlap(of sum: KnownSum) -> String {
    "No sum of \(sum.dimension.rawValue): \(name(sum.total)) is less than"
      + " \(sum.parts.map(name).joined(separator: " + ")), since cases are in several of them or a number is wrong. So it"
      + " is not taken for their sum, and nothing is withheld for it."
  }

  private static func sentence(of sum: KnownSum) -> String {
    let parts = sum.parts.map(name).joined(separator: " + ")
    let places = sum.holding + sum.nearly
    let nearly =
      sum.nearly == 0 ? "" : ", in \(sum.nearly == places ? "all" : "\(sum.nearly)") of them but for a unit or two"
    return "Sum of \(sum.dimension.rawValue): \(name(sum.total)) = \(parts), in \(counted(places, "place"))\(nearly)."
  }

  private static func name(_ name: String) -> String { name.isEmpty ? "the whole" : name }
}

/// A sum as scripts read it.
struct SumRow: Encodable {
  var of: String
  var total: String
  var parts: [String]
  var holds: Int
  var nearly: Int

  init(_ sum: KnownSum) {
    (of, total, parts) = (sum.dimension.rawValue, sum.total, sum.parts)
    (holds, nearly) = (sum.holding, sum.nearly)
  }
}
