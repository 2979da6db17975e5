package import Documents
public import MapAnalysis
public import MapDisclosure
import MapModel

/// What the evidence makes of the claims of a report.
public struct ClaimReport: Sendable {
  /// The map of which it is.
  public let published: PublishedMap
  /// The verdicts, in the order of the claims; what an audience may not see, they do not rest on.
  public let verdicts: [ClaimVerdict]

  /// Checks the claims of a map.
  /// - Complexity: that of ``NetworkMap/claimVerdicts()``.
  public init(of published: PublishedMap) {
    self.published = published
    verdicts = published.map.claimVerdicts()
  }

  /// What of the evidence a verdict rests on, as a clause without a full stop.
  public func because(of verdict: ClaimVerdict) -> String { verdict.because(on: published.map) }

  /// The verdicts as people read them; nothing if there are no claims.
  public var text: String {
    var document = Document()
    document.add(blocks)
    return TerminalText.text(of: document)
  }

  /// The verdicts as parts of a document.
  package var blocks: [Document.Block] {
    if verdicts.isEmpty { return [] }
    // What does not hold is what a reader looks for.
    let kinds: [ClaimVerdict.Verdict] = [.fails, .notKnown, .holds]
    let entries = kinds.flatMap { kind in verdicts.filter { $0.verdict == kind } }.map { verdict in
      let place = ([verdict.claim.reference].filter { !$0.isEmpty } + [verdict.id.rawValue]).joined(separator: "; ")
      return Document.Entry(
        "\(verdict.verdict.verb(1)): \u{201C}\(verdict.claim.words)\u{201D} (\(place))",
        details: ["because " + because(of: verdict)])
    }
    let counts = kinds.reversed().compactMap { kind -> String? in
      let count = verdicts.count { $0.verdict == kind }
      return count == 0 ? nil : "\(count) \(kind.verb(count))"
    }
    return entries.map { Document.Block.paragraph($0) } + [
      .paragraph("A claim that holds agrees with the evidence as it is coded, which can be coded from the same words."),
      .paragraph("\(counted(verdicts.count, "claim")) of the report: \(counts.joined(separator: ", "))."),
    ]
  }
}

extension ClaimReport: Encodable {
  struct Row: Encodable {
    var id: String
    var verdict: String
    var because: String
    var words: String
    var reference: String
  }

  /// The verdicts for scripts.
  var rows: [Row] {
    verdicts.map { verdict in
      Row(
        id: verdict.id.rawValue, verdict: verdict.verdict.rawValue, because: because(of: verdict),
        words: verdict.claim.words, reference: verdict.claim.reference)
    }
  }

  /// Writes the verdicts as a list.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rows)
  }
}
