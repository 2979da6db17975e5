package import Documents
public import MapAnalysis
public import MapDisclosure
public import MapModel

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

  /// The verdicts on the claims of a step of the theory of change, in their order.
  public func verdicts(of step: TheoryStep) -> [ClaimVerdict] {
    step.claims.compactMap { claim in verdicts.first { $0.id == claim } }
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
    let kinds: [ClaimVerdict.Verdict] = [.fails, .notKnown, .partly, .largely, .holds]
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
    return entries.map { Document.Block.paragraph($0) } + theory + [
      .paragraph("A claim that holds agrees with the evidence as it is coded, which can be coded from the same words."),
      .paragraph("\(counted(verdicts.count, "claim")) of the report: \(counts.joined(separator: ", "))."),
    ]
  }
}

extension ClaimReport {
  /// The steps of the theory of change, in their order, each with the verdicts on its claims.
  private var theory: [Document.Block] {
    published.map.theory.enumerated().map { place, step in
      let reference = step.reference.isEmpty ? "" : " (\(step.reference))"
      let found = verdicts(of: step).map { "\($0.verdict.verb(1)): \u{201C}\($0.claim.words)\u{201D} (\($0.id))" }
      return .paragraph(
        Document.Entry(
          "Step \(place + 1) of the theory of change: \u{201C}\(step.words)\u{201D}\(reference)",
          details: found.isEmpty ? ["no claim of the map speaks of it"] : found))
    }
  }

  struct StepRow: Encodable {
    struct ClaimRow: Encodable {
      var id: String
      var verdict: String
    }

    var id: String
    var words: String
    var reference: String
    var claims: [ClaimRow]
  }

  /// The steps of the theory of change for scripts.
  var steps: [StepRow] {
    published.map.theory.map { step in
      StepRow(
        id: step.id.rawValue, words: step.words, reference: step.reference,
        claims: verdicts(of: step).map { .init(id: $0.id.rawValue, verdict: $0.verdict.rawValue) })
    }
  }
}

extension ClaimReport: Encodable {
  struct Row: Encodable {
    var id: String
    var verdict: String
    var because: String
    var words: String
    var reference: String
    /// How many of its parts are so, are not, and are not told.
    var parts: Parts
  }

  struct Parts: Encodable {
    var so: Int
    var notSo: Int
    var untold: Int

    init(_ tally: PartTally) { (so, notSo, untold) = (tally.so, tally.notSo, tally.untold) }
  }

  /// The verdicts for scripts.
  var rows: [Row] {
    verdicts.map { verdict in
      Row(
        id: verdict.id.rawValue, verdict: verdict.verdict.rawValue, because: because(of: verdict),
        words: verdict.claim.words, reference: verdict.claim.reference, parts: Parts(verdict.tally))
    }
  }

  /// Writes the verdicts as a list.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rows)
  }
}
