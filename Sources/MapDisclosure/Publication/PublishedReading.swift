public import MapModel
import OrderedCollections

/// What may be told to an audience of how a map was read: its problems, its files, and how much of them is used.
public struct PublishedReading: Sendable {
  /// The map; `nil` if its definition is none at all.
  public let map: PublishedMap?
  /// For whom it is.
  public let audience: Audience
  /// All problems; what stands in cells of case records is for the team alone.
  public let problems: [Problem]
  /// The files that were read. A digest lets anybody test guesses at what a file holds: the public gets none of a file of
  /// numbers, nor of interviews of which anything is withheld.
  public let inputs: [InputFile]
  /// How much of the files is used. How many rows a file of cases has tells how many cases there are: the public is not
  /// told, unless every number is shown.
  public let usage: [FileUsage]
  /// The files of which it is not told how much is used.
  public let untold: [String]
  /// The sums that nobody declared, that the numbers bear out, and of which some numbers are withheld: for the team alone,
  /// since they depend on what is withheld.
  public let sums: [KnownSum]
  /// Totals that are less than what is declared, or named, to be their parts: they are taken for no sums. The public is
  /// told of those of which every number is shown.
  public let overlapping: [KnownSum]
  /// Where sums that nobody declares were not sought to the end: for the team alone.
  public let limits: [SearchLimit]
  /// What was coded by whom, for how far coders agree; `nil` if fewer than two coded.
  public let coding: PublishedCoding?
  /// Whether examples of what stands in cells were taken from the problems.
  public let withholdsExamples: Bool

  init(_ reading: MapReading, for audience: Audience, findingSums: Bool) {
    map = reading.map?.published(for: audience, with: reading.companions)
    self.audience = audience
    coding = reading.map.flatMap(PublishedCoding.init)
    switch (audience, findingSums ? reading.map : nil) {
    case (_, nil): (sums, overlapping, limits) = ([], [], [])
    case (.team, let map?): (sums, overlapping, limits) = CountTable.soughtSums(of: [map] + reading.companions)
    case (.public, let map?):
      (sums, overlapping, limits) = ([], reading.companions.isEmpty ? CountTable.shownOverlaps(of: map) : [], [])
    }
    let isRounded = reading.map.map { $0.disclosure.minimum > 1 || $0.disclosure.rounding > 1 } ?? true
    let isTold = { (usage: FileUsage) in audience == .team || usage.unit == .segments || !isRounded }
    usage = reading.usage.filter(isTold)
    untold = reading.usage.filter { !isTold($0) }.map(\.file)
    guard audience == .public else {
      (problems, inputs, withholdsExamples) = (reading.problems, reading.inputs, false)
      return
    }
    // That a total is not what its parts make tells something of a part that is withheld.
    problems = reading.problems.filter { !isRounded || $0.code != .totalDiffers }
      .map { $0.published(withNumbers: !isRounded) }
    withholdsExamples = reading.problems.contains { $0.example != nil }
    inputs = reading.inputs(for: audience)
  }

  /// Whether anything could not be used.
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

extension MapReading {
  /// The files that were read, with those digests that an audience may know.
  package func inputs(for audience: Audience) -> [InputFile] {
    if audience == .team { return inputs }
    let isAllSaidPublic = map.map(Self.isAllSaidPublic) ?? false
    return inputs.map { input in
      let isTold =
        switch input.kind {
        case .definition: map.map { $0.disclosure.aliases == .published || !$0.hasAliases } ?? false
        case .fieldwork: true
        case .interviews: isAllSaidPublic
        case .counts, .outcomes, .workbook: false
        }
      return InputFile(name: input.name, kind: input.kind, sha256: isTold ? input.sha256 : nil)
    }
  }

  private static func isAllSaidPublic(of map: NetworkMap) -> Bool {
    map.disclosure.excerpts == .published && map.codings.isEmpty
      && map.connections.values.allSatisfy { connection in
        connection.statements.allSatisfy { $0.interview.isEmpty && $0.coder.isEmpty }
      }
  }

  /// What an audience may be told of the reading.
  /// - Complexity: that of ``NetworkMap/published(for:with:)``.
  public func published(for audience: Audience) -> PublishedReading {
    PublishedReading(self, for: audience, findingSums: true)
  }

  /// The same without the sums that nobody declared, which takes as long to find as to decide what may be shown.
  package func publishedWithoutSums(for audience: Audience) -> PublishedReading {
    PublishedReading(self, for: audience, findingSums: false)
  }
}

extension Problem {
  /// The problem without what stands in the cell, and without numbers of cases: where a row stands tells how many there are
  /// before it, and the line of a total below them tells all.
  fileprivate func published(withNumbers: Bool) -> Problem {
    let isWhole = withNumbers || messageWithoutNumbers == nil
    let published = Problem(
      severity, code: code, file: file, line: isWhole ? line : nil, column: isWhole ? column : nil,
      message: isWhole ? message : messageWithoutNumbers ?? message, cause: cause, count: isWhole ? count : 1,
      isCountWithheld: !isWhole, lines: isWhole ? lines : [])
    return sheet.map { published.placed(inSheet: $0, of: file, cell: isWhole ? cell : nil) } ?? published
  }
}
