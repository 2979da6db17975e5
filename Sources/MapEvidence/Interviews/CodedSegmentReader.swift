import MapModel
import Tabular
import OrderedCollections

/// Reads an export of coded segments: one row is one code at one segment.
struct CodedSegmentReader {
  static let columns: [EvidenceTable.Column] = [
    .init(name: "segment"), .init(name: "interview"), .init(name: "code", isRequired: true), .init(name: "excerpt"),
    .init(name: "area"), .init(name: "period"), .init(name: "informant"), .init(name: "reference"),
    .init(name: "coder"), .init(name: "start"), .init(name: "end"),
  ]

  /// What tools call the columns that they always write alike.
  static let presets: [[String: String]] = [
    // Taguette: a row for each highlight and tag.
    ["segment": "id", "interview": "document", "code": "tag", "excerpt": "content"],
    // QualCoder: each coding has an id of its own, so segments are known by their words.
    ["interview": "File", "code": "Codename", "excerpt": "Coded"],
    ["interview": "Case", "code": "Codename", "excerpt": "Coded"],
  ]

  /// The rows of one segment by one coder, and what their codes say.
  private struct Segment {
    var row: EvidenceReader.Row
    var coder: String
    /// Which of those who coded the segment the coder is, from 1.
    var turn: Int
    var codes = CodedSegment()
  }

  private let codebook: Codebook
  private let relations: [Relation.ID: Relation]
  private let families: OrderedDictionary<Family.ID, Family>
  private let beneficiaries: Set<MapActor.ID>

  init(_ definition: MapDefinition) {
    codebook = definition.codebook
    relations = Dictionary(definition.relations.map { ($0.id, $0) }) { first, _ in first }
    families = definition.legend.families
    beneficiaries = Set(definition.actors.filter(\.isBeneficiary).map(\.id))
  }

  /// Reads the rows of a table; those that cannot be used are reported and left out.
  func read(
    _ table: EvidenceTable, with reader: inout EvidenceReader
  ) -> (statements: [(id: Connection.ID, statement: CodedStatement)], codings: [Coding], usage: FileUsage) {
    var usage = FileUsage(file: table.file, unit: .segments)
    var statements: [(id: Connection.ID, statement: CodedStatement)] = []
    for (number, segment) in segments(of: table, with: &reader).enumerated() {
      var row = segment.row
      usage.total += 1
      let (found, fault) = segment.codes.connections(
        isBeneficiary: beneficiaries.contains,
        isSupport: { relations[$0].flatMap { families[$0.family] }?.isSupport ?? false },
        isMutual: { relations[$0]?.isDirected == false })
      if fault == .unclearDirection {
        reader.report(
          &row, "code", .unclearDirection,
          "The codes of this segment do not say which actor is the source. Say `as: source` or `as: target` of a code in"
            + " map.yaml, or `from:` or `to:` of the relation's; the segment's relation was left out",
          severity: .warning)
      }
      let kept = found.filter { !reader.leftOut.takes($0) }
      if kept.isEmpty {
        usage.leftOut[(fault ?? .noMeaning).rawValue, default: 0] += 1
        continue
      }
      let made = self.statements(kept, segment, number + 1, table.file, with: &reader)
      if made.isEmpty { usage.leftOut["unknown-name", default: 0] += 1 } else { usage.used += 1 }
      statements += made
    }
    let codings = table.rows.filter { !$0.text("code").isEmpty }.map { cells in
      CodingReader.coding(cells, in: cells.text("interview"), table.file, by: reader.coder(cells))
    }
    return (statements, codings, usage)
  }

  /// The segments in the order of their first rows, each with all its codes.
  private func segments(of table: EvidenceTable, with reader: inout EvidenceReader) -> [Segment] {
    var segments: OrderedDictionary<[String], Segment> = [:]
    var turns: [[String]: Int] = [:]
    var unknown: OrderedDictionary<String, (row: EvidenceReader.Row, lines: [Int])> = [:]
    for cells in table.rows {
      let row = EvidenceReader.Row(cells: cells, file: table.file)
      let (id, code) = (cells.text("segment"), cells.text("code"))
      let coder = reader.coder(cells)
      // Some tools number the segments of each interview anew. What two coders see in the same words are two statements.
      let stretch = id.isEmpty ? CodingReader.stretch(of: cells).map { "\($0)" } : nil
      let place = [cells.text("interview"), id.isEmpty ? stretch ?? cells.text("excerpt") : id]
      let key = place + [coder]
      if segments[key] == nil {
        turns[place, default: 0] += 1
        segments[key] = Segment(row: row, coder: coder, turn: turns[place, default: 1])
      }
      if let meaning = codebook[code] {
        segments[key]?.codes.add(meaning)
      } else {
        if !code.isEmpty { unknown[code, default: (row, [])].lines.append(cells.line) }
      }
    }
    for (code, found) in unknown {
      guard let near = codebook.suggestion(for: code) else { continue }
      reader.problems.append(
        Problem(
          .warning, code: .unknownCode, file: table.file, line: found.lines.first,
          column: found.row.cells.cells["code"]?.column,
          message: "The codebook has no code \(code.quotedInMessage); did you mean \(near.quotedInMessage)? Add it to"
            + " `codes:` in map.yaml, with `ignore: true` if it is not about the map",
          count: found.lines.count, lines: found.lines.count > 1 ? Array(found.lines.prefix(5)) : []))
    }
    return Array(segments.values)
  }

  private func statements(
    _ connections: [Connection.ID], _ segment: Segment, _ number: Int, _ file: String,
    with reader: inout EvidenceReader
  ) -> [(id: Connection.ID, statement: CodedStatement)] {
    var row = segment.row
    let interview = row.cells.text("interview")
    let document = codebook.document(interview)
    var placement = reader.placement(&row)
    if !segment.codes.areas.isEmpty {
      placement = .areas(segment.codes.areas)
    } else if placement == .programme, let area = document?.area {
      placement = .areas([area])
    }
    var time = reader.time(&row)
    if !segment.codes.periods.isEmpty {
      time = .periods(segment.codes.periods)
    } else if time == .unsaid, let period = document?.period {
      time = .periods([period])
    }
    var informants = reader.entities(&row, "informant", "informant group", reader.informants)
    for informant in segment.codes.informants + [document?.informant].compactMap(\.self)
    where !informants.contains(informant) {
      informants.append(informant)
    }
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
