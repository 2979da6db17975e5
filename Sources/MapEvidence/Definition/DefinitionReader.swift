import MapModel
import OrderedCollections
import YAML

/// Reads `map.yaml` into a definition; what cannot be used is reported and left out.
struct DefinitionReader {
  var yaml: YAMLReader
  var definition = MapDefinition()
  /// The places of the actors read so far: there can be thousands.
  var actorPlaces: [MapActor.ID: Int] = [:]
  /// Whether an expectation is read, which may name who is not among the actors.
  var isLookingFor = false
  /// The ids of the claims, also of those that have errors.
  var claimNames: Set<String> = []
  /// The ids of what was read, by kind.
  private var takenIDs: [String: Set<String>] = [:]

  /// What is left of names without accents and signs, by kind, each with how it was written first and what it stands for.
  private var plainNames: [[String]: (spelling: String, id: String)] = [:]
  /// The pairs that were told to be nearly the same.
  private var nearPairs: Set<[String]> = []

  /// How many names that are not known were met.
  private var unknownNames = 0
  /// For how many unknown names a known one is suggested.
  static let mostSuggestions = 200

  private init(file: String) { yaml = YAMLReader(file: file) }

  /// Reads a whole definition.
  /// - Parameter files: the files of the map, of which some can hold lists of the definition.
  /// - Returns: the definition, `nil` if the text is none at all, and what is wrong with it.
  static func read(
    _ text: String, file: String, with files: inout FolderFiles
  ) -> (definition: MapDefinition?, problems: [Problem]) {
    var reader = DefinitionReader(file: file)
    guard let document = reader.yaml.document(text) else { return (nil, reader.yaml.problems) }
    let isDefinition = reader.read(reader.withTables(document, from: &files))
    return (isDefinition ? reader.definition : nil, reader.yaml.problems)
  }

  /// The values of a definition, with those that stand in tables beside it.
  static func document(
    _ text: String, file: String, with files: inout FolderFiles
  ) -> YAMLNode? {
    var reader = DefinitionReader(file: file)
    return reader.yaml.document(text).map { reader.withTables($0, from: &files) }
  }

  /// Reads a definition of its values.
  static func read(_ document: YAMLNode, file: String) -> (definition: MapDefinition?, problems: [Problem]) {
    var reader = DefinitionReader(file: file)
    let isDefinition = reader.read(document)
    return (isDefinition ? reader.definition : nil, reader.yaml.problems)
  }

  private mutating func read(_ document: YAMLNode) -> Bool {
    guard let fields = yaml.fields(of: document, as: "the map", keys: DefinitionKeys.map) else { return false }
    readFormat(fields)
    definition.title = yaml.prose(fields, "title", isRequired: true) ?? "Untitled map"
    readLanguage(fields)
    readSource(fields)
    for node in yaml.list(fields, "areas") { readArea(node) }
    readContents(ofAreas: yaml.list(fields, "areas"))
    readPeriods(yaml.list(fields, "periods"))
    for node in yaml.list(fields, "measures") { readMeasure(node) }
    readLegend(fields)
    for node in yaml.list(fields, "relations") { readRelation(node) }
    readActors(yaml.list(fields, "actors"))
    readGroups(ofActors: yaml.list(fields, "actors"))
    warnOfEmptyStages()
    for key in ["areas", "relations", "actors"] { warnOfNumbers(fields, key) }
    for node in yaml.list(fields, "informants") { readInformant(node) }
    readCodes(fields)
    for node in yaml.list(fields, "coders") { readCoder(node) }
    readFiles(fields)
    readSymbols(fields)
    for node in yaml.list(fields, "claims") { readClaim(node) }
    for node in yaml.list(fields, "theory") { readTheoryStep(node) }
    for node in yaml.list(fields, "expectations") { readExpectation(node) }
    definition.drawing = readDrawing(fields, keys: DefinitionKeys.drawing)
    for node in yaml.list(fields, "figures") { readFigure(node) }
    for node in yaml.list(fields, "positions") { readPosition(node) }
    readPage(fields)
    for node in yaml.list(fields, "report") { readReportSection(node) }
    readDisclosure(fields)
    return true
  }

  private mutating func readFormat(_ fields: YAMLReader.Fields) {
    guard let node = fields.values["format"] else { return }
    if node.int != 1 {
      yaml.report(
        node, .format, "The format is \((node.scalar?.string ?? "").quotedInMessage); this netmap reads format 1")
    }
  }

  private mutating func readSource(_ fields: YAMLReader.Fields) {
    guard let node = fields.values["source"],
      let source = yaml.fields(
        of: node, as: "`source`", keys: DefinitionKeys.source)
    else { return }
    guard let title = yaml.prose(source, "title", isRequired: true) else { return }
    definition.source = Citation(
      title: title, publisher: yaml.prose(source, "publisher") ?? "", year: yaml.prose(source, "year") ?? "",
      reference: yaml.prose(source, "reference") ?? "", licence: yaml.prose(source, "licence") ?? "")
  }

  private mutating func readArea(_ node: YAMLNode) {
    guard let fields = fields(of: node, in: .areas),
      let id: Area.ID = yaml.identifier(fields, "id")
    else { return }
    let area = Area(id, name: yaml.prose(fields, "name") ?? id.rawValue, aliases: yaml.proses(fields, "aliases"))
    if ([id.rawValue, area.name] + area.aliases).contains(where: { $0.lowercased() == "all" }) {
      yaml.report(fields.values["id"], .badID, "An area cannot be called `all`, which stands for every area")
      return
    }
    // The names of a repeated area stand for the first one.
    if !isTaken(id, "area", fields) {
      definition.areas.append(area)
      take(id, "area")
    }
    add([id.rawValue, area.name] + area.aliases, for: id, to: \.definition.areaNames, kind: "area", fields)
  }

  private mutating func readRelation(_ node: YAMLNode) {
    guard let fields = fields(of: node, in: .relations),
      let id: Relation.ID = yaml.identifier(fields, "id")
    else { return }
    let label = yaml.prose(fields, "label") ?? id.rawValue.replacing("-", with: " ")
    let plural = yaml.prose(fields, "plural") ?? label
    let family = self.family(yaml.text(fields, "family", isRequired: true), fields.values["family"])
    var isDirected = fields.values["directed"] == nil || yaml.flag(fields, "directed")
    if !isDirected, family.flatMap({ definition.legend.families[$0] })?.isSupport ?? false {
      yaml.report(
        fields.values["directed"], .mutualSupport,
        "Support points towards the people supported, so it cannot be mutual; delete `directed: false`, or give the"
          + " relation another family")
      isDirected = true
    }
    if !isTaken(id, "relation", fields) {
      if let family {
        take(id, "relation")
        definition.relations.append(
          Relation(id, family: family, label: label, pluralLabel: plural, isDirected: isDirected))
        definition.leftOut.relations[id] = nil
      } else {
        definition.leftOut.relations[id] = yaml.place(of: fields.node)
      }
    }
    add([id.rawValue, label, plural], for: id, to: \.definition.relationNames, kind: "relation", fields)
  }

  private mutating func readInformant(_ node: YAMLNode) {
    guard
      let fields = fields(of: node, in: .informants),
      let id: InformantGroup.ID = yaml.identifier(fields, "id")
    else { return }
    guard !isTaken(id, "informant group", fields) else { return }
    take(id, "informant group")
    let group = InformantGroup(
      id, name: yaml.prose(fields, "name") ?? id.rawValue, aliases: yaml.proses(fields, "aliases"),
      speaksFor: Set(actors(fields, "speaks-for")),
      speaksForNobody: fields.values["speaks-for"]?.sequence?.isEmpty ?? false)
    definition.informants.append(group)
    add(
      [id.rawValue, group.name] + group.aliases, for: id, to: \.definition.informantNames, kind: "informant group",
      fields)
  }

  private mutating func readDisclosure(_ fields: YAMLReader.Fields) {
    let before = yaml.problems.count
    defer {
      // With a mistake here nobody knows what may be published: then nothing may.
      if yaml.problems.count > before { definition.disclosure = DisclosureSettings(minimum: .max, excerpts: .withheld) }
    }
    guard let node = fields.values["disclosure"],
      let settings = yaml.fields(
        of: node, as: "`disclosure`",
        keys: DefinitionKeys.disclosure)
    else { return }
    if let minimum = yaml.number(settings, "minimum", atMost: .max) { definition.disclosure.minimum = minimum }
    if let rounding = yaml.number(settings, "rounding") {
      if rounding == 0 {
        yaml.report(
          settings.values["rounding"], .wrongType, "`rounding` of `disclosure` is 1 for none, or such as 5 or 10")
      } else {
        definition.disclosure.rounding = rounding
      }
    }
    if let symbol = yaml.prose(settings, "symbol") {
      // `<10` would be said of larger numbers, too, that protect others.
      if symbol.readsAsNumber {
        yaml.report(
          settings.values["symbol"], .wrongType,
          "`symbol` of `disclosure` is \(symbol.quotedInMessage), which reads as a number, and what is withheld can be any"
            + " number; write a sign such as [c]")
      } else {
        definition.disclosure.symbol = symbol
      }
    }
    if let zeros: DisclosureSettings.Zeros = yaml.choice(settings, "zeros") { definition.disclosure.zeros = zeros }
    if let excerpts: DisclosureSettings.Excerpts = yaml.choice(settings, "excerpts") {
      definition.disclosure.excerpts = excerpts
    }
    if let aliases: DisclosureSettings.Aliases = yaml.choice(settings, "aliases") {
      definition.disclosure.aliases = aliases
    }
    for node in yaml.list(settings, "sums") { readSum(node) }
    definition.disclosure.publishedWith = yaml.proses(settings, "with")
  }

  /// Identifiers that are bare numbers tell in which row something stood: another map has other things under them.
  private mutating func warnOfNumbers(_ fields: YAMLReader.Fields, _ key: String) {
    guard let nodes = fields.values[key]?.sequence else { return }
    let found = nodes.compactMap { node -> (id: String, node: YAMLNode)? in
      guard let field = yaml.knownFields(of: node).values["id"], let text = field.scalar?.string.trimmingWhitespace,
        Identifier<MapActor>(text)?.isBareNumber == true
      else { return nil }
      return (text, field)
    }
    guard let first = found.first else { return }
    let shown = found.prefix(3).map(\.id).joined(separator: ", ") + (found.count > 3 ? " and others" : "")
    yaml.report(
      first.node, .numberAsID,
      "Ids of \(key) are bare numbers (\(shown)); when maps are compared they are matched by name first, since another map"
        + " may have others under these numbers. Ids of letters say what is meant",
      severity: .warning)
  }

  // MARK: What the parts share

  /// The fields of an item of a list.
  mutating func fields(of node: YAMLNode, in list: DefinitionList) -> YAMLReader.Fields? {
    yaml.fields(of: node, as: list.item, keys: list.names)
  }

  mutating func texts(_ fields: YAMLReader.Fields, _ key: String) -> [String] {
    yaml.texts(fields, key).map(\.text)
  }

  /// The actors that a list names; names that are not known are reported.
  mutating func actors(_ fields: YAMLReader.Fields, _ key: String) -> [MapActor.ID] {
    yaml.texts(fields, key).compactMap { text, node in
      if let id = definition.actorNames[text] { return id }
      reportUnknown("actor", text, node) { $0.actorNames.suggestion(for: text) }
      return nil
    }
  }

  mutating func reportUnknown(
    _ kind: String, _ text: String, _ node: YAMLNode?, suggestion: (MapDefinition) -> String?
  ) {
    unknownNames += 1
    let suggestion = unknownNames > Self.mostSuggestions ? nil : suggestion(definition)
    // The same words as of evidence, so that one name that is not known is one problem.
    let article = EvidenceReader.article(kind)
    let hint =
      suggestion.map { "did you mean \($0.quotedInMessage)?" } ?? "add it there, or as an alias of \(article) \(kind)"
    yaml.report(node, .unknown(kind), "There is no \(kind) \(text.quotedInMessage) in map.yaml; \(hint)")
  }

  /// Notes that something is on the map, whose id no other of its kind may have.
  mutating func take<Entity>(_ id: Identifier<Entity>, _ kind: String) {
    takenIDs[kind, default: []].insert(id.rawValue)
  }

  mutating func isTaken<Entity>(_ id: Identifier<Entity>, _ kind: String, _ fields: YAMLReader.Fields) -> Bool {
    isTaken(takenIDs[kind]?.contains(id.rawValue) ?? false, id, kind, fields)
  }

  /// Reports an id that something else has already.
  mutating func isTaken<Entity>(
    _ isTaken: Bool, _ id: Identifier<Entity>, _ kind: String, _ fields: YAMLReader.Fields
  ) -> Bool {
    guard isTaken else { return false }
    yaml.report(
      fields.values["id"] ?? fields.node, .duplicateID,
      "There is already \("aei".contains(kind.prefix(1)) ? "an" : "a") \(kind) with the"
        + " id \"\(id)\"; ids must differ")
    return true
  }

  /// Two names that differ by no more than accents and signs are two to the reader of evidence, and hardly to who writes
  /// it.
  private mutating func warnOfNearName(_ spelling: String, of id: String, _ kind: String, _ fields: YAMLReader.Fields) {
    // Ids are made of names, of which more is told.
    let isID = spelling == id
    let key = [
      kind, isID ? NameFolding.withoutAccents(NameFolding.folded(spelling)) : NameFolding.skeleton(spelling),
    ]
    guard let known = plainNames[key] else {
      plainNames[key] = (spelling, id)
      return
    }
    if known.id == id || !nearPairs.insert([kind] + [known.id, id].sorted()).inserted { return }
    let accents = [spelling, known.spelling].map { NameFolding.withoutAccents(NameFolding.folded($0)) }
    yaml.report(
      fields.values["name"] ?? fields.node, .nearDuplicateName,
      "\(spelling.quotedInMessage) is the \(kind) \"\(id)\" and \(known.spelling.quotedInMessage) the \(kind)"
        + " \"\(known.id)\": they differ by \(accents[0] == accents[1] ? "accents" : "signs or spaces") alone. If they are"
        + " one, make one of the names an alias of the other",
      severity: .warning)
  }

  mutating func add<ID: Hashable & CustomStringConvertible>(
    _ spellings: [String], for id: ID, to index: WritableKeyPath<Self, NameIndex<ID>>, kind: String,
    _ fields: YAMLReader.Fields
  ) {
    for spelling in spellings {
      guard let holder = self[keyPath: index].add(spelling, for: id) else {
        warnOfNearName(spelling, of: id.description, kind, fields)
        continue
      }
      yaml.report(
        fields.values["aliases"] ?? fields.values["name"] ?? fields.node, .ambiguousName,
        "\(spelling.quotedInMessage) already stands for the \(kind) \"\(holder)\", so evidence that uses it is counted"
          + " there; delete it from one of the two")
    }
  }
}

extension String {
  /// Whether readers would take it for a number, or for a limit of one, and not for a sign such as `[c1]`.
  fileprivate var readsAsNumber: Bool {
    let isMarked = (hasPrefix("[") || hasPrefix("(")) && contains(where: \.isLetter)
    return !isMarked && contains(where: \.isNumber) || ["no", "none", "nil", "zero"].contains(lowercased())
  }
}
