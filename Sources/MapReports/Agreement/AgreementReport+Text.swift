package import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension AgreementReport {
  /// The numbers and the differences as people read them.
  public var text: String { TerminalText.text(of: document) }

  /// The same as a document.
  package var document: Document {
    var document = Document()
    document.add([.paragraph(Audience.teamOnly)])
    guard agreement.coders.count > 1 else {
      document.add([.paragraph(fewCoders)])
      return document
    }
    document.add(Self.numberBlocks(of: agreement, agreement.rows))
    let passages = agreement.passages.map(entry)
    if !passages.isEmpty {
      let heading = agreement.unit == .passage ? "Passages coded differently" : "Documents coded differently"
      document.add([.heading(heading)] + passages.map { .paragraph($0) })
    }
    let connections = agreement.connections.map(entry)
    if !connections.isEmpty {
      document.add([.heading("Connections coded differently")] + connections.map { .paragraph($0) })
    }
    let unit = agreement.unit.rawValue
    document.add([
      .paragraph(
        "\(counted(agreement.coders.count, "coder")); \(counted(passages.count, unit)) and"
          + " \(counted(connections.count, "connection")) coded differently.")
    ])
    return document
  }

  /// How far coders agree, in numbers, with what the numbers are.
  static func numberBlocks(of agreement: CoderAgreement, _ rows: [CoderAgreement.Row]) -> [Document.Block] {
    [.table(table(of: agreement, rows))] + explanations(of: agreement, rows).map { .paragraph($0) }
  }

  private var fewCoders: String {
    let found = agreement.coders.first.map { "only \($0.quotedInMessage)" } ?? "nobody"
    return "Agreement takes two coders, and the evidence names \(found). The column `coder` of the codings, or of"
      + " interviews.csv, says who coded a row."
  }

  private static func table(of agreement: CoderAgreement, _ rows: [CoderAgreement.Row]) -> Document.Table {
    let hasPairs = rows.contains { $0.coders.count < agreement.coders.count }
    let numbered = ["Units", "Agreed", "Kappa", "Alpha"]
    return Document.Table(
      hasPairs ? ["On", "Coders"] + numbered : ["On"] + numbered, numbers: Set(hasPairs ? 2..<6 : 1..<5),
      rows: rows.map { row in
        let coders = row.coders.count == agreement.coders.count ? "all" : row.coders.joined(separator: ", ")
        let percent = row.percent.map { rounded($0 * 100, decimals: 1) + " %" } ?? Self.undefined
        let numbers = [String(row.units), percent, Self.cell(row.kappa), Self.cell(row.alpha)]
        return (hasPairs ? [row.subject.words, coders] : [row.subject.words]) + numbers
      }, caption: "Agreement of coders")
  }

  private static func cell(_ value: Double?) -> String { value.map { rounded($0, decimals: 2) } ?? undefined }

  private static let undefined = "\u{2013}"

  private static func explanations(of agreement: CoderAgreement, _ rows: [CoderAgreement.Row]) -> [String] {
    let unit =
      agreement.unit == .passage
      ? "a passage that any of the coders coded" : "a document in which any of the coders coded anything"
    var sentences: [String] = []
    let kinds = Set(rows.map(\.subject.kind))
    if kinds.contains("code") || kinds.contains("codes") {
      sentences.append("Units of codes: \(unit), and that two have read; the value is whether the code was put there.")
    }
    if kinds.contains("connections") {
      sentences.append(
        "Units of connections: a connection in an area, or in the programme without one; the value is what was coded of it:"
          + " present, absent, unclear, several of these, or nothing.")
    }
    let kappa = agreement.coders.count > 2 ? "kappa: Cohen's, for all the mean of the pairs" : "kappa: Cohen's"
    return sentences + [
      "\(kappa); alpha: Krippendorff's, nominal; \(Self.undefined): undefined, since nothing can be compared or only one"
        + " value occurs."
    ]
  }

  // MARK: Differences

  private func entry(_ difference: CoderAgreement.PassageDifference) -> Document.Entry {
    let passage = difference.passage
    var place = [passage.document.isEmpty ? "a document without a name" : passage.document]
    if agreement.unit == .passage {
      if let stretch = passage.stretch {
        place.append("\(stretch.lowerBound) to \(stretch.upperBound)")
      } else if let location = passage.codings.first?.location {
        place.append("line \(location.line) of \(location.file)")
      }
    }
    let words = words(of: passage)
    return Document.Entry(
      place.joined(separator: ", ") + (words.isEmpty ? "" : ": \u{201C}\(words)\u{201D}"),
      details: difference.codes.map { code in
        "\(code.code): coded by \(code.coded.asList), not by \(code.notCoded.asList)"
      })
  }

  private func entry(_ difference: CoderAgreement.ConnectionDifference) -> Document.Entry {
    let map = published.map
    let place = difference.area.map { "in \(map.name(of: $0))" } ?? "of the programme"
    let values = difference.values.map { coder, value in "\(coder): \(value.words)" }.joined(separator: "; ")
    return Document.Entry(
      "\(map.clause(difference.connection)), \(place)", details: [values] + difference.statements.map(Self.quote))
  }

  /// The words of a statement, with who coded them in which interview.
  private static func quote(_ statement: CodedStatement) -> String {
    let words = statement.excerpt.isEmpty ? statement.id : "\u{201C}\(statement.excerpt)\u{201D}"
    let source = [statement.coder, statement.interview].filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(words) (\(source))"
  }
}

extension CoderAgreement.Subject {
  fileprivate var words: String {
    switch self {
    case .code(let code): code
    case .allCodes: "all codes together"
    case .connections: "connections"
    }
  }
}

extension CoderAgreement.CodedValue {
  fileprivate var words: String {
    switch self {
    case .notCoded: "nothing"
    case .present: "present"
    case .absent: "absent"
    case .unclear: "unclear"
    case .mixed: "several of present, absent and unclear"
    }
  }
}
