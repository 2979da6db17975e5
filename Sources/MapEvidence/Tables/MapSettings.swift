import MapModel

/// What a definition says besides its lists: keys with one value each, which a workbook has on sheets of their own.
struct MapSettings: Sendable {
  /// The sheet that holds them.
  let sheet: String
  /// The key under which they stand in `map.yaml`; `nil` for those at its top.
  let key: String?
  let meaning: String
  /// The keys, those in others with a dot: `source.title`.
  let keys: [DefinitionList.Key]

  static let all = [map, disclosure, drawing]

  static let map = MapSettings(
    sheet: "Map", key: nil, meaning: "What the map is, and where it comes from.",
    keys: [
      .init("title", "What the map is called"), .init("lang", "Its language, if not en-GB"),
      .init("source.title", "What the evidence was published in, if it was"),
      .init("source.publisher", "Who published it"), .init("source.year", "When"),
      .init("source.reference", "A number or an address"), .init("source.licence", "Under which licence"),
      .init("format", "1: the format of this workbook"),
      .init(
        "folders", "Folders beside this workbook's whose files can be named, set apart by semicolons",
        namesSeveral: true),
    ])

  static let disclosure = MapSettings(
    sheet: "Disclosure", key: "disclosure", meaning: "What the public may not see.",
    keys: [
      .init("minimum", "Numbers of cases below this are withheld, and what tells them"),
      .init("rounding", "1 for none; 5 or 10 to round numbers"), .init("symbol", "What stands for a number withheld"),
      .init("zeros", "Whether a 0 may be shown", .all(DisclosureSettings.Zeros.self)),
      .init("excerpts", "Whether quotations may be shown", .all(DisclosureSettings.Excerpts.self)),
      .init("aliases", "Whether other names of actors may be shown", .all(DisclosureSettings.Aliases.self)),
      .init(
        "with", "The maps with which this one is published, set apart by semicolons", namesSeveral: true),
    ])

  static let drawing = MapSettings(
    sheet: "Drawing", key: "drawing", meaning: "How large figures are drawn, and what stands beside the network.",
    keys: [
      .init("legend", "Where legends stand", .all(DrawingSettings.LegendPlace.self)),
      .init("title", "TRUE if title and message stand in the picture", .flag),
      .init("width", "The width of figures, in millimetres"),
      .init("height", "Their greatest height, in millimetres"), .init("text", "The size of text on paper, in points"),
    ])
}

/// A sheet of evidence, whose columns its reader knows.
struct EvidenceSheet: Sendable {
  /// The key under which `map.yaml` names the file; that of counts is an item of `mi`.
  let key: String
  let sheet: String
  let meaning: String
  /// Whether a file with the key's name is read though nothing names it.
  var isReadUnnamed = true
  /// What the columns say.
  let keys: [DefinitionList.Key]

  static let all = [statements, fieldwork, outcomes, codings]

  static let statements = EvidenceSheet(
    key: "interviews", sheet: "Statements", meaning: "What was said in interviews: a row for each coded statement.",
    keys: [
      .init("id", "A number or name of the statement"),
      .init("area", "Where it holds; `all` for everywhere; empty if nobody said", .sheet("Areas")),
      .init("period", "When it holds, if the map has periods", .sheet("Periods")),
      .init("interview", "The interview from which it comes"),
      .init("informant", "Who says so", .sheet("Informants")),
      .init("from", "The actor that does it", .sheet("Actors")),
      .init("to", "The actor to whom", .sheet("Actors")), .init("relation", "What is done", .sheet("Relations")),
      .init("stance", "Whether it is said to be there", .all(Stance.self)),
      .init("frequency", "How often", .all(Frequency.self)),
      .init("attribution", "What it owes to the programme", .all(Attribution.self)),
      .init("excerpt", "The words that were said"), .init("reference", "Where they stand in the report"),
      .init("coder", "Who coded it"),
    ])

  static let fieldwork = EvidenceSheet(
    key: "fieldwork", sheet: "Fieldwork", meaning: "How many interviews were held, where and with whom.",
    keys: [
      .init("area", "Where", .sheet("Areas")), .init("period", "When, if the map has periods", .sheet("Periods")),
      .init("informant", "With whom", .sheet("Informants")), .init("interviews", "How many"),
      .init("reference", "Where that stands"),
    ])

  static let outcomes = EvidenceSheet(
    key: "outcomes", sheet: "Outcomes", meaning: "What came of the programme.",
    keys: [
      .init("area", "Where", .sheet("Areas")), .init("outcome", "What"), .init("value", "A number"),
      .init("cases", "The number of cases of which it was worked out"), .init("reference", "Where that stands"),
    ])

  static let codings = EvidenceSheet(
    key: "codings", sheet: "Codings", meaning: "Who put which code on which passage, for agreement of coders.",
    isReadUnnamed: false,
    keys: [
      .init("document", "The document"), .init("segment", "A number or name of the passage"),
      .init("start", "Its first letter, counted from 0"), .init("end", "The letter behind its last"),
      .init("code", "The code"), .init("coder", "Who put it there"), .init("area", "Where", .sheet("Areas")),
      .init("informant", "Who speaks", .sheet("Informants")), .init("excerpt", "The words"),
    ])

  /// The sheet of numbers that a workbook without a list of its files has.
  static let counts = EvidenceSheet(
    key: "mi", sheet: "Counts", meaning: "Management information: numbers of cases, a row for each.",
    keys: [
      .init("area", "Where", .sheet("Areas")), .init("from", "The actor that does it", .sheet("Actors")),
      .init("to", "The actor to whom", .sheet("Actors")), .init("relation", "What is done", .sheet("Relations")),
      .init("measure", "What is counted, such as cases"), .init("period", "When"), .init("count", "The number"),
      .init("target", "The number that was planned"), .init("reference", "Where that stands"),
      .init("computed", "How it was worked out"), .init("of", "parts, if it is of the actor's parts alone"),
    ])
}
