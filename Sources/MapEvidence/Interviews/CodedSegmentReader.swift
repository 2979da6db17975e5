import MapModel
import OrderedCollections
import Tabular

/// Reads coded segments: one row is a piece of an interview by one coder with one code, or with all of them.
struct CodedSegmentReader {
  static let columns: [EvidenceTable.Column] = [
    .init(name: "segment"), .init(name: "interview", merging: .whereMarked), .init(name: "code", isRequired: true),
    .init(name: "excerpt"),
    .init(name: "area", merging: .whereMarked), .init(name: "period", merging: .whereMarked),
    .init(name: "informant", merging: .whereMarked), .init(name: "speaker"),
    .init(name: "reference"), .init(name: "coder", merging: .whereMarked), .init(name: "start"), .init(name: "end"),
    .init(name: "group"),
  ]

  /// What a row has in the place of a segment's id if its code is on a whole document.
  static let wholeDocument = "whole document"

  /// The rows of one segment by one coder, and what their codes say.
  private struct Segment {
    var row: EvidenceReader.Row
    var coder: String
    /// Which of those who coded the segment the coder is, from 1.
    var turn: Int
    var codes = CodedSegment()
    var meanings: [Codebook.Meaning] = []
  }

  private let codebook: Codebook
  private let vocabulary: MapVocabulary
  private let directions: CodedSegment.Directions
  /// What stands between the codes of a cell; `nil` for line breaks and semicolons.
  private let separator: String?

  init(_ definition: MapDefinition, separator: String? = nil) {
    codebook = definition.codebook
    vocabulary = MapVocabulary(definition)
    self.separator = separator
    let relations = Dictionary(definition.relations.map { ($0.id, $0) }) { first, _ in first }
    let (families, roles) = (definition.legend.families, definition.legend.roles)
    let beneficiaries = Set(definition.actors.filter(\.isBeneficiary).map(\.id))
    let activities = Set(definition.actors.filter { roles[$0.role]?.isActivity ?? false }.map(\.id))
    directions = .init(
      isBeneficiary: beneficiaries.contains, isActivity: activities.contains,
      isSupport: { relations[$0].flatMap { families[$0.family] }?.isSupport ?? false },
      isMutual: { relations[$0]?.isDirected == false })
  }

  /// Reads the rows of a table; those that cannot be used are reported and left out.
  func read(
    _ table: EvidenceTable, with reader: inout EvidenceReader
  ) -> (statements: [(id: Connection.ID, statement: CodedStatement)], codings: [Coding], usage: FileUsage) {
    var usage = FileUsage(file: table.file, unit: .segments)
    var statements: [(id: Connection.ID, statement: CodedStatement)] = []
    var terms = CodeTerms(codebook, vocabulary, separator: separator)
    var segments = segments(of: table, with: &reader, &terms)
    let helpers = complete(&segments)
    place(&segments)
    var isUsed = Array(repeating: false, count: segments.count)
    var reasons = Array(repeating: CodedSegment.Fault.noMeaning.rawValue, count: segments.count)
    var undirected: [EvidenceReader.Row] = []
    for (number, var segment) in segments.enumerated() {
      segment.codes.speaker = speaker(of: segment.row, with: reader)
      let (found, fault) = segment.codes.connections(directions)
      if fault == .unclearDirection { undirected.append(segment.row) }
      let kept = found.filter { !reader.leftOut.takes($0) }
      if kept.isEmpty {
        reasons[number] = (fault ?? .noMeaning).rawValue
        continue
      }
      let made = self.statements(kept, segment, number + 1, table.file, with: &reader)
      if made.isEmpty { reasons[number] = "unknown-name" }
      for used in [number] + helpers[number, default: []] where !made.isEmpty { isUsed[used] = true }
      statements += made
    }
    usage.total = segments.count
    usage.used = isUsed.count(where: \.self)
    for (number, isUsed) in isUsed.enumerated() where !isUsed { usage.leftOut[reasons[number], default: 0] += 1 }
    usage.notRead = terms.unknownCodes
    report(undirected, in: table.file, with: &reader)
    reader.problems += terms.problems(in: table.file)
    tellOfDocuments(table, with: &reader)
    let codings = table.rows.flatMap { cells in
      terms.codes(in: cells.text("code")).map { code in
        CodingReader.coding(cells, code, in: cells.text("interview"), table.file, by: reader.coder(cells))
      }
    }
    return (statements, codings, usage)
  }

  /// The actor whose words a row has: by name, or as the only one for which a group of informants speaks.
  private func speaker(of row: EvidenceReader.Row, with reader: EvidenceReader) -> MapActor.ID? {
    let name = row.cells.text("speaker")
    return name.isEmpty ? nil : reader.speaker(name)
  }

  private func report(_ undirected: [EvidenceReader.Row], in file: String, with reader: inout EvidenceReader) {
    guard let first = undirected.first else { return }
    let cell = first.cells.cells["code"]
    let lines = undirected.prefix(5).map { $0.cells.cells["code"]?.line ?? $0.cells.line }
    reader.problems.append(
      Problem(
        .warning, code: .unclearDirection, file: file, line: cell?.line ?? first.cells.line, column: cell?.column,
        message: "The codes of \(undirected.count == 1 ? "this segment" : "\(undirected.count) segments") do not say"
          + " which actor is the source. Say `as: source` or `as: target` of a code in map.yaml, or `from:` or `to:` of the"
          + " relation's, or code \"from: ACTOR\" or \"to: ACTOR\"; the relation was left out there",
        count: undirected.count, lines: undirected.count > 1 ? lines : [],
        example: [first.cells.text("interview"), first.cells.text("excerpt")].filter { !$0.isEmpty }
          .joined(separator: ": ")))
  }

  /// Tells how many documents fit none of the patterns that the map has for them.
  private func tellOfDocuments(_ table: EvidenceTable, with reader: inout EvidenceReader) {
    guard !codebook.documents.isEmpty else { return }
    var unknown: OrderedDictionary<String, EvidenceTable.Row> = [:]
    var known: Set<String> = []
    for row in table.rows {
      let name = row.text("interview")
      // What the row itself says needs no pattern.
      if !row.text("area").isEmpty, !row.text("informant").isEmpty { continue }
      if known.contains(name) || unknown[name] != nil { continue }
      if codebook.document(name) == nil { unknown[name] = row } else { known.insert(name) }
    }
    guard let (name, row) = unknown.elements.first else { return }
    let lines = unknown.values.prefix(5).map { $0.cells["interview"]?.line ?? $0.line }
    reader.problems.append(
      Problem(
        .warning, code: .unknownDocument, file: table.file, line: lines[0], column: row.cells["interview"]?.column,
        message: "\(unknown.count == 1 ? "A document fits" : "\(unknown.count) documents fit") none of `documents:` in"
          + " map.yaml, so nothing there says where and with whom the interview was; add a pattern for it, with `*` for what"
          + " differs",
        count: unknown.count, lines: unknown.count > 1 ? lines : [], example: name))
  }

  /// The segments in the order of their first rows, each with all its codes.
  private func segments(
    of table: EvidenceTable, with reader: inout EvidenceReader, _ terms: inout CodeTerms
  ) -> [Segment] {
    var segments: OrderedDictionary<[String], Segment> = [:]
    var turns: [[String]: Int] = [:]
    for cells in table.rows {
      let row = EvidenceReader.Row(cells: cells, file: table.file)
      let id = cells.text("segment")
      let coder = reader.coder(cells)
      // Some tools number the segments of each interview anew. What two coders see in the same words are two statements.
      var place = id
      if id.isEmpty { place = CodingReader.stretch(of: cells).map { "\($0)" } ?? cells.text("excerpt") }
      // What has no words is not the same as something else without words.
      if place.isEmpty { place = "line \(cells.line)" }
      let words = [cells.text("interview"), place]
      let key = words + [coder]
      let number = segments.index(forKey: key) ?? segments.count
      if number == segments.count {
        turns[words, default: 0] += 1
        segments[key] = Segment(row: row, coder: coder, turn: turns[words, default: 1])
      }
      for meaning in terms.meanings(in: cells) {
        segments.values[number].codes.add(meaning)
        segments.values[number].meanings.append(meaning)
      }
    }
    return Array(segments.values)
  }

  /// Gives segments with a relation what codes of overlapping stretches of the same document say, by the same coder.
  /// - Returns: by their numbers, which segments helped each.
  private func complete(_ segments: inout [Segment]) -> [Int: [Int]] {
    var stretches: OrderedDictionary<[String], [(stretch: Range<Int>, number: Int)]> = [:]
    for (number, segment) in segments.enumerated() where !segment.codes.isEmpty {
      guard segment.row.cells.text("segment").isEmpty, let stretch = CodingReader.stretch(of: segment.row.cells) else {
        continue
      }
      stretches[[segment.row.cells.text("interview"), segment.coder], default: []].append((stretch, number))
    }
    var helpers: [Int: [Int]] = [:]
    for found in stretches.values where found.count > 1 {
      var open: [(stretch: Range<Int>, number: Int)] = []
      for next in found.sorted(by: { ($0.stretch.lowerBound, $0.number) < ($1.stretch.lowerBound, $1.number) }) {
        open.removeAll { $0.stretch.upperBound <= next.stretch.lowerBound }
        for other in open {
          helpers[other.number, default: []].append(next.number)
          helpers[next.number, default: []].append(other.number)
        }
        // Nobody puts hundreds of codes around the same words; who does, must not make the reader wait.
        if open.count < 200 { open.append(next) }
      }
    }
    let codes = segments.map(\.codes)
    for (number, others) in helpers {
      guard codes[number].hasRelation else {
        helpers[number] = nil
        continue
      }
      // Another relation's codes are its own.
      let parts = others.sorted().filter { !codes[$0].hasRelation }
      segments[number].codes = codes[number].completed(by: parts.flatMap { segments[$0].meanings }, directions)
      helpers[number] = parts
    }
    return helpers
  }

  /// Gives segments the place, the time and the informants that codes on their whole document say, if nothing else does.
  private func place(_ segments: inout [Segment]) {
    var wholes: [String: [Codebook.Meaning]] = [:]
    for segment in segments where segment.row.cells.text("segment") == Self.wholeDocument {
      wholes[segment.row.cells.text("interview"), default: []] += segment.meanings.map { meaning in
        var place = Codebook.Meaning()
        (place.area, place.period, place.informant) = (meaning.area, meaning.period, meaning.informant)
        return place
      }
    }
    if wholes.isEmpty { return }
    for (number, segment) in segments.enumerated() {
      guard let meanings = wholes[segment.row.cells.text("interview")] else { continue }
      segments[number].codes = segment.codes.completed(by: meanings, directions)
    }
  }

  private func statements(
    _ connections: [Connection.ID], _ segment: Segment, _ number: Int, _ file: String,
    with reader: inout EvidenceReader
  ) -> [(id: Connection.ID, statement: CodedStatement)] {
    var row = segment.row
    let interview = row.cells.text("interview")
    let document = codebook.document(interview)
    // Groups can be of anything: what they do not say of the map is no fault.
    let groups = row.cells.text("group").split { $0.isNewline || $0 == ";" || $0 == "," }
      .compactMap { vocabulary.meaning(ofGroup: String($0).trimmingWhitespace) }
    var placement = reader.placement(&row)
    if !segment.codes.areas.isEmpty {
      placement = .areas(segment.codes.areas)
    } else if placement == .programme {
      let areas = document?.area.map { [$0] } ?? groups.compactMap(\.area)
      if !areas.isEmpty { placement = .areas(Set(areas)) }
    }
    var time = reader.time(&row)
    if !segment.codes.periods.isEmpty {
      time = .periods(segment.codes.periods)
    } else if time == .unsaid {
      let periods = document?.period.map { [$0] } ?? groups.compactMap(\.period)
      if !periods.isEmpty { time = .periods(Set(periods)) }
    }
    var informants = reader.entities(&row, "informant", "informant group", reader.informants)
    for informant in segment.codes.informants + [document?.informant].compactMap(\.self)
    where !informants.contains(informant) {
      informants.append(informant)
    }
    if informants.isEmpty { informants = OrderedSet(groups.compactMap(\.informant)).elements }
    guard row.isUsable else { return [] }
    // Without the coder's name, which is nobody's but the team's.
    let turn = segment.turn > 1 ? "-coder-\(segment.turn)" : ""
    let id = row.cells.text("segment").isEmpty ? "segment-\(number)" : row.cells.text("segment") + turn
    let free = reader.freeID(id)
    return connections.enumerated().map { index, connection in
      (
        connection,
        CodedStatement(
          id: index == 0 ? free : "\(free)-\(index + 1)", placement: placement, time: time,
          interview: interview, informants: informants, stance: segment.codes.stance,
          frequency: segment.codes.frequency, attribution: segment.codes.attribution,
          excerpt: row.cells.text("excerpt"),
          reference: row.cells.text("reference"), coder: segment.coder,
          location: SourceLocation(file: file, line: row.cells.line))
      )
    }
  }
}
