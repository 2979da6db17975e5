import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension Chapter {
  /// How the map was made: who was asked, what was counted, how it was coded, what is withheld, and what words mean.
  var methodSection: Article.Section {
    var section = Article.Section("")
    if let source = map.source { section.blocks.append(.paragraph("Source: \(source.line).")) }
    section.sections = [fieldworkSection, countSection, codingSection, disclosureSection, stateSection]
      .compactMap(\.self)
    return section
  }

  // MARK: Interviews

  private var fieldworkSection: Article.Section? {
    let fieldwork = FieldworkReport(of: published, in: scope)
    return Article.Section("Interviews", fieldwork.blocks)
  }

  // MARK: Management information

  private var countSection: Article.Section? {
    let counts = CountedMeasures(of: map, in: scope)
    if counts.table.rows.isEmpty {
      return Article.Section(
        "Management information",
        [
          .paragraph(
            map.leavesOutCounts
              ? "No number of the management information (MI) is shown\(map.inWords(scope))."
              : "No management information is counted on the map\(map.inWords(scope)).")
        ])
    }
    var blocks: [Document.Block] = [.paragraph(counts.sentence), .table(counts.table)]
    if let reading {
      let quality = ReadingQuality(of: reading)
      if !quality.sentences.isEmpty { blocks.append(.list(quality.sentences)) }
    }
    return Article.Section("Management information", blocks)
  }

  // MARK: Coding

  private var codingSection: Article.Section? {
    let statements = map.connections.values.flatMap(\.statements)
    if statements.isEmpty {
      return Article.Section("Coding", [.paragraph("No statement from an interview is coded on the map.")])
    }
    let stances = [
      (Stance.present, "that a connection is there"), (.absent, "that there is none"), (.unclear, "neither clearly"),
    ].compactMap { stance, words -> String? in
      let count = statements.count { $0.stance == stance }
      return count == 0 ? nil : "\(count.grouped) \(count == 1 ? "says" : "say") \(words)"
    }
    let blocks: [Document.Block] = [
      .paragraph("\(counted(statements.count, "statement is", plural: "statements are")) coded: \(stances.asList).")
    ]
    return Article.Section("Coding", blocks + agreement)
  }

  /// How far coders agree on all codes together and on connections; nobody is named.
  private var agreement: [Document.Block] {
    guard let coding = reading?.coding, published.narrowing.isEmpty else { return [] }
    let agreement = CoderAgreement(of: coding.map)
    let rows = agreement.rows.filter { row in
      guard row.coders.count == agreement.coders.count else { return false }
      if case .code = row.subject { return !agreement.rows.contains { $0.subject == .allCodes } }
      return true
    }
    let compared = rows.contains { $0.units > 0 }
    let who = "\(counted(agreement.coders.count, "coder")) coded the interviews"
    return compared
      ? [.paragraph("\(who); they are compared where several have read the same.")]
        + AgreementReport.numberBlocks(of: agreement, rows)
      : [.paragraph("\(who), no two of them the same one, so that how far they agree is not known.")]
  }

  // MARK: What is withheld, and what words mean

  private var disclosureSection: Article.Section? {
    // Where nothing is counted, nothing can be withheld.
    let isAffected =
      published.isForTeam || map.leavesOutCounts || map.connections.values.contains { !$0.counts.isEmpty }
    return published.note.isEmpty || !isAffected
      ? nil : Article.Section("Disclosure control", [.paragraph(published.note)])
  }

  private var stateSection: Article.Section? {
    let extent = map.extent(of: scope)
    let states = Set(map.connections.values.map { map.presence(of: $0, in: extent) })
    // What expectations and claims say of what is missing needs its words, too.
    let known = Presence.allCases.filter { states.contains($0) || !$0.isOnMap && !map.areas.isEmpty }
    if known.isEmpty { return nil }
    return Article.Section(
      "What is known of a connection",
      [.terms(known.map { Document.Term($0.name, meaning: $0.meaning(in: scope, on: map)) })])
  }
}
