import MapModel

/// A list of a map's definition: each item has the same keys, which are the columns where the list is a table.
struct DefinitionList: Sendable {
  /// A key of the items, or a column.
  struct Key: Sendable {
    let name: String
    /// What it says, in a sentence for who fills in a workbook.
    let meaning: String
    /// What it can say, where that is known.
    var choices: Choices?
    /// Whether it is something to be true of the map, of which an item has one.
    var isCondition = false
    /// Whether its values have keys of their own, so that it is no column but several.
    var holdsOthers = false
    /// Whether it names several things, or what lies in it does, so that semicolons set them apart in a cell.
    var namesSeveral = false

    init(
      _ name: String, _ meaning: String, _ choices: Choices? = nil, holdsOthers: Bool = false,
      namesSeveral: Bool = false
    ) {
      (self.name, self.meaning, self.choices) = (name, meaning, choices)
      (self.holdsOthers, self.namesSeveral) = (holdsOthers, namesSeveral)
    }
  }

  /// What a key can say.
  enum Choices: Sendable, Equatable {
    case words([String])
    /// The ids, or else the names, in the first column of another list's sheet.
    case sheet(String)

    static let flag = Choices.words(["TRUE", "FALSE"])
    static func all<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> Choices
    where Choice.RawValue == String {
      .words(Choice.allCases.map(\.rawValue))
    }
  }

  /// The keys under which the list stands in `map.yaml`.
  let path: [String]
  /// The sheet that holds it in a workbook.
  let sheet: String
  /// One of its items, with an article, for messages.
  let item: String
  /// What the list is for, in a sentence for who fills in a workbook.
  let meaning: String
  let keys: [Key]

  /// Whether cells of a column can name several things.
  func namesSeveral(_ path: [String]) -> Bool {
    if path.count > 1, let last = path.last, Self.singular.contains(last) { return false }
    return keys.contains { $0.name == path[0] && $0.namesSeveral }
  }

  /// What names one thing only, wherever it stands in a key that names several.
  private static let singular: Set<String> = [
    "measure", "period", "name", "column", "engine", "file", "counts", "checks", "seconds",
  ]

  /// The names of the keys.
  var names: [String] { keys.map(\.name) }

  /// The keys of what an item says of the map.
  var conditions: [Key] { keys.filter(\.isCondition) }
}

extension DefinitionList {
  /// All lists that can be tables, in the order in which a workbook has them.
  static let all = [
    areas, periods, measures, roles, sectors, families, stages, actors, relations, informants, codes, coders, documents,
    bases, claims, theory, expectations, figures, positions, steps, words, report, sums,
  ]

  static let areas = DefinitionList(
    path: ["areas"], sheet: "Areas", item: "an area", meaning: "The places of delivery, which evidence names.",
    keys: [
      id, name, aliases,
      Key("contains", "The areas that lie in it, set apart by semicolons", .sheet("Areas"), namesSeveral: true),
    ])

  static let periods = DefinitionList(
    path: ["periods"], sheet: "Periods", item: "a period",
    meaning: "Terms, years or waves by which evidence is told apart, in their order.",
    keys: [
      Key("name", "The name by which evidence calls it"),
      Key("from", "Its first year, month or day, such as 2024-09"), Key("to", "Its last year, month or day"),
      Key("contains", "The shorter periods in it, set apart by semicolons", namesSeveral: true),
      Key("within", "The longer period in which it lies"), aliases,
    ])

  static let measures = DefinitionList(
    path: ["measures"], sheet: "Measures", item: "a measure",
    meaning: "Measures that are made of others, such as pupils of girls and boys.",
    keys: [
      Key("name", "The measure, as counts call it"),
      Key("parts", "The measures that it is made of, set apart by semicolons", namesSeveral: true),
    ])

  static let roles = DefinitionList(
    path: ["legend", "roles"], sheet: "Roles", item: "a role",
    meaning: "The parts that actors play, each with a shape; without any, those of the report hold.",
    keys: [
      id, name, Key("shape", "The shape of its actors in figures", .all(Role.Shape.self)),
      Key("definition", "What the role means, in a sentence"),
      Key("activity", "TRUE if it is something in which actors meet", .flag),
    ])

  static let sectors = DefinitionList(
    path: ["legend", "sectors"], sheet: "Sectors", item: "a sector",
    meaning: "The sectors of actors, each with a colour; without any, those of the report hold.",
    keys: [
      id, name, Key("fill", "The colour inside, such as #D6E4F0"), Key("outline", "The colour around, such as #12436D"),
    ])

  static let families = DefinitionList(
    path: ["families"], sheet: "Families", item: "a family",
    meaning: "The families of relations, each with a line; without any, support and coordination.",
    keys: [
      id, name, Key("support", "TRUE if it is support, which points towards the people supported", .flag),
      Key("direction", "What an arrow means, for the legend"),
      Key("heading", "The family's heading in texts, if not its name"),
      Key("line", "How it is drawn", .all(Family.Line.self)),
      Key("head", "The head of its lines", .all(Family.Head.self)),
      Key("color", "A colour of its own, such as #12436D"),
    ])

  static let stages = DefinitionList(
    path: ["stages"], sheet: "Stages", item: "a stage",
    meaning: "The stages of the programme, drawn from left to right; without any, set-up and delivery.",
    keys: [id, name])

  static let actors = DefinitionList(
    path: ["actors"], sheet: "Actors", item: "an actor",
    meaning: "The people, groups, organisations and activities on the map.",
    keys: [
      id, name, Key("short", "A shorter name for figures"),
      Key("role", "Its part, which decides the shape", .sheet("Roles")),
      Key("also", "Other roles, set apart by semicolons", namesSeveral: true),
      Key("sector", "Its sector, which decides the colour", .sheet("Sectors")),
      Key("stage", "Where it stands from left to right", .sheet("Stages")),
      Key("beneficiary", "TRUE for people in receipt of support", .flag),
      Key("plural", "TRUE for a name such as Mentors, so that sentences say they support", .flag), aliases,
      Key("from-records", "TRUE if it was made from case records", .flag),
      Key("group", "The actor that it is part of", .sheet("Actors")), Key("description", "Who or what it is"),
      Key("names", "Its name in single areas; a column for each, such as names.leeds", holdsOthers: true),
      Key("attributes", "Further numbers or texts; a column for each, such as attributes.influence", holdsOthers: true),
    ])

  static let relations = DefinitionList(
    path: ["relations"], sheet: "Relations", item: "a relation", meaning: "The kinds of connections between actors.",
    keys: [
      id, Key("family", "Its family, which decides the line", .sheet("Families")),
      Key("label", "The verb for one actor, such as refers to"),
      Key("plural", "The verb for several, such as refer to"),
      Key("directed", "FALSE if both ends have the same part in it", .flag),
    ])

  static let informants = DefinitionList(
    path: ["informants"], sheet: "Informants", item: "an informant group",
    meaning: "Who was interviewed, and for whom each group can speak.",
    keys: [
      id, name, aliases,
      Key(
        "speaks-for", "The actors of which they would know, set apart by semicolons", .sheet("Actors"),
        namesSeveral: true),
    ])

  static let codes = DefinitionList(
    path: ["codes"], sheet: "Codes", item: "a code", meaning: "What the codes of a coding tool mean.",
    keys: [
      Key("code", "The code, as the coding tool has it"), Key("from", "The actor at the start of a connection"),
      Key("to", "The actor at its end"), Key("relation", "The relation", .sheet("Relations")),
      Key("actor", "An actor, at either end", .sheet("Actors")), Key("as", "At which end the actor stands"),
      Key("stance", "Whether it is said to be there", .all(Stance.self)),
      Key("frequency", "How often", .all(Frequency.self)),
      Key("attribution", "What it owes to the programme", .all(Attribution.self)),
      Key("area", "Where", .sheet("Areas")),
      Key("period", "When", .sheet("Periods")), Key("informant", "Who says so", .sheet("Informants")),
      Key("ignore", "TRUE for a code that says nothing of the map", .flag),
    ])

  static let coders = DefinitionList(
    path: ["coders"], sheet: "Coders", item: "a coder", meaning: "Who coded.",
    keys: [
      Key("name", "The name, as the coding tool has it"),
      Key("documents", "What was read without finding anything, set apart by semicolons", namesSeveral: true),
    ])

  static let documents = DefinitionList(
    path: ["interviews", "documents"], sheet: "Documents", item: "a document",
    meaning: "Where, when and with whom the interviews of a coding tool were held.",
    keys: [
      Key("document", "The name, or a pattern such as \"Leeds *\""), Key("area", "Where", .sheet("Areas")),
      Key("period", "When", .sheet("Periods")), Key("informant", "With whom", .sheet("Informants")),
    ])

  static let bases = DefinitionList(
    path: ["comparison", "per"], sheet: "Comparison", item: "an item of `per`",
    meaning: "By which numbers others are divided when areas are compared.",
    keys: [Key("measure", "The measure, as counts call it"), Key("name", "How it is called in tables")])

  static let claims = DefinitionList(
    path: ["claims"], sheet: "Claims", item: "a claim",
    meaning: "Sentences of the report, each with what it says of the map; `netmap check` says whether they hold.",
    keys: [
      id, Key("words", "The sentence"), reference, Key("absent", "TRUE if it says that something is not there", .flag),
      Key("in", "The areas, set apart by semicolons; or all, or some", namesSeveral: true),
      Key("period", "When", .sheet("Periods")),
    ] + mapConditions + [condition("more", "More in one area: columns more.of, more.in, more.than and others")])

  static let theory = DefinitionList(
    path: ["theory"], sheet: "Theory", item: "a step of the theory", meaning: "The steps of the theory of change.",
    keys: [
      id, Key("words", "The step"), reference,
      Key("claims", "The claims that bear it out, set apart by semicolons", namesSeveral: true),
    ])

  static let expectations = DefinitionList(
    path: ["expectations"], sheet: "Expectations", item: "an expectation",
    meaning: "What a good programme would have; unmet, it is a gap.",
    keys: [
      id, Key("because", "Why it is expected, in a sentence"), reference,
      Key("in", "Where it should hold", .all(Expectation.Extent.self)), Key("period", "When", .sheet("Periods")),
    ] + mapConditions)

  static let figures = DefinitionList(
    path: ["figures"], sheet: "Figures", item: "a figure", meaning: "The figures that `netmap figures` draws.",
    keys: [
      id, Key("number", "Its number in the report"), Key("title", "Its title"),
      Key("message", "What it shows, in a sentence"),
      Key(
        "legend", "TRUE for a figure of the legend alone; else where the legend stands",
        .words(["TRUE"] + DrawingSettings.LegendPlace.allCases.map(\.rawValue))),
      Key(
        "show", "Columns show.actors, show.families, show.around.actor, show.as and others; without any it shows all",
        holdsOthers: true, namesSeveral: true),
      Key("area", "The area that it shows", .sheet("Areas")),
      Key("period", "The period that it shows", .sheet("Periods")),
      Key("widths", "cases: lines are as wide as there are cases", .words(["cases"])),
      Key(
        "lines", "frequency: lines say how often; by-relation: each relation has lines of its own",
        .words(["frequency", "by-relation"])),
      Key("sizes", "The attribute by which actors are sized"),
      Key(
        "drawing", "Columns drawing.width and drawing.height in mm, drawing.text in points, and drawing.title",
        holdsOthers: true),
    ])

  static let positions = DefinitionList(
    path: ["positions"], sheet: "Positions", item: "a position",
    meaning: "Where actors stand in figures; `netmap figures --save-positions` writes them. Others find room.",
    keys: [
      Key("figure", "The figure; empty for all that do not place the actor themselves", .sheet("Figures")),
      Key("actor", "The actor", .sheet("Actors")),
      Key("x", "From the left of the network to its middle, in mm"),
      Key("y", "From the top of the network to its middle, in mm"),
    ])

  static let steps = DefinitionList(
    path: ["page", "steps"], sheet: "Steps", item: "a step of a talk",
    meaning: "The steps of a talk that the interactive page leads through.",
    keys: [
      Key("text", "The sentence that is said"),
      Key("view", "What the page shows: what stands behind the # in its address; empty for the whole map"),
    ])

  static let words = DefinitionList(
    path: ["page", "words"], sheet: "Words", item: "a phrase of the page",
    meaning: "What the interactive page says, in another language; `netmap page MAP --words FILE` writes the table.",
    keys: [
      Key("english", "The phrase in English; {1} stands for what is inserted"),
      Key("translation", "The phrase in the language of the map; what is empty stays English"),
      Key("zero", "The same with the number 0, where the language has a form for that"),
      Key("one", "With the number 1, or numbers like it"), Key("two", "With the number 2, or numbers like it"),
      Key("few", "With few"), Key("many", "With many; all other numbers take the translation"),
    ])

  static let report = DefinitionList(
    path: ["report"], sheet: "Report", item: "a section of the report",
    meaning: "The sections of the chapter that `netmap report` writes, in their order; without any, all there are.",
    keys: [
      Key("section", "What it tells", .all(ReportSection.Content.self)),
      Key("title", "Its heading, if not the usual one"),
      Key("words", "What you say before all else; each line is a paragraph"),
      Key("figures", "The figures that it shows, by number or id, set apart by semicolons", namesSeveral: true),
    ])

  static let sums = DefinitionList(
    path: ["disclosure", "sums"], sheet: "Sums", item: "a sum",
    meaning: "Numbers that readers know to add up, so that none that is withheld can be worked out.",
    keys: [
      Key("of", "What is added up", .all(DeclaredSum.Dimension.self)),
      Key("total", "The whole; `programme` for all areas"),
      Key("parts", "The parts, set apart by semicolons", namesSeveral: true),
      Key("holds", "FALSE if it does not add up", .flag),
    ])

  // MARK: What lists share

  private static let id = Key("id", "A short name of small letters, digits and hyphens, unlike all others")
  private static let name = Key("name", "The full name")
  private static let aliases = Key(
    "aliases", "Other names that evidence uses, set apart by semicolons", namesSeveral: true)
  private static let reference = Key("reference", "Where it stands in the report")
  private static func condition(_ name: String, _ meaning: String) -> Key {
    var key = Key(name, meaning)
    key.isCondition = true
    key.namesSeveral = true
    return key
  }

  /// What claims and expectations can say of the map. A claim can also compare areas, which an expectation, of one place
  /// at a time, cannot.
  private static let mapConditions = [
    condition("actor", "An actor, sector or role is there"),
    condition("connection", "A connection is there: columns connection.from, connection.to, connection.relation"),
    condition("route", "A route leads there: columns route.from, route.to, route.within"),
    condition("both-ways", "Each connects to the other: columns both-ways.between, both-ways.relation"),
    condition("sources", "So many support an actor: columns sources.to, sources.at-least"),
    condition("rank", "An actor ranks high: columns rank.actor, rank.measure, rank.within"),
    condition("cases", "So many cases: columns cases.from, cases.to, cases.relation, cases.at-least"),
    condition("only", "Nobody else does: columns only.from, only.to, only.relation, only.end"),
    condition("only-route", "No other way leads there: columns only-route.from, only-route.to, only-route.through"),
    condition("share", "A share of a whole: columns share.of, share.whole, share.part, share.at-least"),
    condition("most", "More than half of a whole: columns most.of, most.whole, most.part"),
    condition("rarely", "It is rare: columns rarely.from, rarely.to, rarely.relation"),
  ]
}
