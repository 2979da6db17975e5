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
    return entries.map { Document.Block.paragraph($0) } + theory + [
      .paragraph(Self.caution), .paragraph(summary),
    ]
  }

  /// What a verdict cannot tell.
  static let caution =
    "A claim that holds agrees with the evidence as it is coded, which can be coded from the same words."

  /// How many claims hold, and how many do not.
  var summary: String { "\(counted(verdicts.count, "claim")) of the report: \(Self.tally(of: verdicts))." }

  /// How many of some claims hold, and how many do not, as a list: `5 hold, 1 fails`.
  static func tally(of verdicts: [ClaimVerdict]) -> String {
    let kinds: [ClaimVerdict.Verdict] = [.holds, .largely, .partly, .notKnown, .fails]
    return kinds.compactMap { kind -> String? in
      let count = verdicts.count { $0.verdict == kind }
      return count == 0 ? nil : "\(count) \(kind.verb(count))"
    }.joined(separator: ", ")
  }

  /// What stands in the place of verdicts on a step of the theory that no claim speaks of.
  static let noClaim = "no claim of the map speaks of it"

  /// The verdicts as tables, in the order of the claims and of the steps of the theory of change.
  var tables: [Document.Table] {
    let claims = Document.Table(
      ["Claim", "Verdict", "Because", "Where it stands"],
      rows: verdicts.map { verdict in
        [
          "\u{201C}\(verdict.claim.words)\u{201D}", verdict.verdict.verb(1), because(of: verdict),
          verdict.claim.reference,
        ]
      }, caption: "Claims, and what the evidence makes of them")
    let steps = Document.Table(
      ["Step", "Claims that speak of it", "Where it stands"],
      rows: published.map.theory.map { step in
        let found = verdicts(of: step)
        return [step.words, found.isEmpty ? Self.noClaim : Self.tally(of: found), step.reference]
      }, caption: "Steps of the theory of change, and what the evidence makes of claims that speak of them")
    return [claims, steps].filter { !$0.rows.isEmpty }
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
          details: found.isEmpty ? [Self.noClaim] : found))
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
