import Documents
import MapModel
import OrderedCollections

extension ImportedMapMaker {
  /// What draws a node, and says nothing of what it stands for.
  private static let drawing: Set<String> = [
    "x", "y", "z", "r", "g", "b", "a", "color", "colour", "size", "fill", "shape", "image", "fixed",
  ]

  /// An actor for each node, and for each group that is named and no node.
  /// - Throws: ``GraphFileError`` if somebody is to receive support who is not there.
  mutating func makeActors() throws(GraphFileError) -> [MapActor] {
    var spellings = DistinctSpellings()
    let wanted = graph.nodes.map { node in
      let id = node.id.cleaned(onOneLine: true)
      let label = node.label.cleaned(onOneLine: true)
      let named = text(node.attributes, columns.name)
      return (columns.name.flatMap { _ in named } ?? (label.isEmpty ? id : label))
    }
    // Names come first, since people know actors by them.
    let names = wanted.enumerated().map { place, name in
      let name = name.isEmpty ? "Actor \(place + 1)" : name
      return spellings.name(name, for: place)
    }
    let same = zip(names, wanted).count { $0 != $1 }
    notices.note(.assumed, "actors of the same name as another are told apart by a number", count: same)
    for (place, node) in graph.nodes.enumerated() {
      let isGiven = Self.isGiven(node.id)
      ids.append(spellings.identifier(isGiven ? node.id : names[place], of: "actor", for: place, isKept: isGiven))
    }
    standIns = linkedStages()
    var actors = graph.nodes.indices.map { actor($0, name: names[$0], &spellings) }
    // Main roles come first, which have names.
    for place in actors.indices { addOtherRoles(of: place, to: &actors[place]) }
    join(&actors, &spellings)
    try mark(&actors)
    noteAttributes(of: actors)
    if columns.stage != nil, options.stages.isEmpty, legend.stageNames.count > 1 {
      let names = legend.stageNames.joined(separator: ", ")
      notices.note(
        .assumed,
        "stages stand from left to right in the order in which nodes name them: \(names); --stages followed by these in"
          + " another order, with commas between, changes that")
    }
    return actors
  }

  /// Puts the stages into the order that the user gives.
  mutating func orderStages() throws(GraphFileError) {
    if options.stages.isEmpty { return }
    let said = OrderedSet(graph.nodes.compactMap { text($0.attributes, columns.stage) })
    for stage in options.stages {
      guard let known = said.first(where: { $0.isSameName(as: stage) }) else {
        throw GraphFileError(
          file: graph.file,
          message: said.isEmpty
            ? "--stages puts the stages of nodes into order, and no column says at which stage they stand; name it with"
              + " --stage"
            : "no node stands at the stage \(stage.quotedInMessage); there are "
              + said.prefix(12).map(\.quotedInMessage).joined(separator: ", "))
      }
      _ = legend.stage(known)
    }
  }

  /// Marks who is in receipt of support: by name, or because that is the role.
  private mutating func mark(_ actors: inout [MapActor]) throws(GraphFileError) {
    var names = NameIndex<Int>()
    for (place, actor) in actors.enumerated() {
      for name in [actor.name] + actor.aliases { names.add(name, for: place) }
    }
    for name in options.beneficiaries {
      guard let place = names[name] else {
        let hint = names.suggestion(for: name).map { "; did you mean \($0.quotedInMessage)?" } ?? ""
        throw GraphFileError(
          file: graph.file, message: "there is no actor \(name.quotedInMessage), whom --beneficiary names\(hint)")
      }
      actors[place].isBeneficiary = true
    }
    if columns.beneficiary != nil || !options.beneficiaries.isEmpty { return }
    for (place, node) in graph.nodes.enumerated() {
      guard let role = text(node.attributes, columns.role),
        ["beneficiary", "beneficiaries"].contains(NameFolding.folded(role))
      else { continue }
      actors[place].isBeneficiary = true
      hasBeneficiaries = true
      notices.note(
        .assumed, "actors whose role is \(role.quotedInMessage) receive support",
        at: [actors[place].name.quotedInMessage])
    }
  }

  /// Whether an identifier was given by people: tools number nodes, such as `n12`, and other files have other nodes there.
  private static func isGiven(_ id: String) -> Bool {
    guard MapActor.ID(id) != nil, !id.hasPrefix("elem-") else { return false }
    let letters = id.prefix { $0.isLetter }
    let rest = id.dropFirst(letters.count).drop { $0 == "-" || $0 == "_" }
    return letters.count > 4 || !rest.allSatisfy(\.isNumber) || (rest.isEmpty && !letters.isEmpty)
  }

  private mutating func actor(_ place: Int, name: String, _ spellings: inout DistinctSpellings) -> MapActor {
    let node = graph.nodes[place]
    let (role, sector) = (named(node.attributes, columns.role), named(node.attributes, columns.sector))
    let isActivity = isActivity(node, role.name ?? "")
    var actor = MapActor(
      ids[place], name: name, shortName: shortName(of: place, &spellings),
      role: legend.role(role.name, as: role.id, isActivity: isActivity),
      sector: legend.sector(sector.name, as: sector.id),
      stage: stage(of: place), isBeneficiary: isYes(node, columns.beneficiary), isPlural: isPlural(node, name))
    actor.description = description(of: node)
    for alias in texts(node.attributes, columns.aliases) {
      if spellings[alias] == place || !spellings.take(alias, for: place) {
        notices.note(.left, "other names that stand for another actor, or say the name again")
      } else {
        actor.aliases.append(alias)
      }
    }
    addAttributes(of: node, to: &actor)
    return actor
  }

  /// The short name of a node, unless it is another's name.
  private mutating func shortName(of place: Int, _ spellings: inout DistinctSpellings) -> String? {
    guard let short = text(graph.nodes[place].attributes, columns.shortName) else { return nil }
    if spellings[short] == place || spellings.take(short, for: place) { return short }
    notices.note(.left, "short names that stand for another actor", at: [short.quotedInMessage])
    return nil
  }

  /// What describes a node; what would give away how to reach somebody only where the user asks for it.
  private mutating func description(of node: ImportedGraph.Node) -> String {
    guard let text = text(node.attributes, columns.description, onOneLine: false) else { return "" }
    if options.description != nil || !ContactColumns.areIn(text) { return text }
    notices.note(.left, Self.contacts, at: [node.label.quotedInMessage])
    return ""
  }

  private static let contacts =
    "descriptions and attributes with an e-mail address or a telephone number in them, which --description or --attribute"
    + " keeps if you name their column; anybody could read them"

  /// Whether others meet in what a node stands for: as it says, or by the name of its role.
  private mutating func isActivity(_ node: ImportedGraph.Node, _ role: String) -> Bool {
    if columns.activity != nil { return isYes(node, columns.activity) }
    let names = ["activity", "activities", "event", "events", "meeting", "meetings"]
    guard names.contains(NameFolding.folded(role)) else { return false }
    notices.note(.assumed, "what has the role \(role.quotedInMessage) is an activity, in which others meet")
    return true
  }

  /// Whether sentences say "refer" of an actor, and not "refers": as its node says, or by the English of its name.
  private mutating func isPlural(_ node: ImportedGraph.Node, _ name: String) -> Bool {
    if columns.plural != nil { return isYes(node, columns.plural) }
    guard let word = name.split(separator: " ").last, word.count > 3, word.hasSuffix("s"),
      word.contains(where: \.isLowercase), word.allSatisfy(\.isLetter),
      !["ss", "us", "is"].contains(where: word.hasSuffix)
    else { return false }
    notices.note(
      .assumed, "names that end in s are plural in sentences; `plural:` of the actor changes that",
      at: [name.quotedInMessage])
    return true
  }

  private func isYes(_ node: ImportedGraph.Node, _ column: String?) -> Bool {
    ["true", "yes"].contains(text(node.attributes, column)?.lowercased())
  }

  private mutating func stage(of place: Int) -> Stage.ID {
    if columns.stage == nil { return legend.stage("Network") }
    let stage = named(graph.nodes[standIns[place] ?? place].attributes, columns.stage)
    return legend.stage(stage.name, as: stage.id)
  }

  /// For each node that does not say at which stage it stands, another that stands where its edges put it: the earliest of
  /// those to which it leads, else the latest of those that lead to it, else the last of all.
  private mutating func linkedStages() -> [Int: Int] {
    let said = graph.nodes.map { text($0.attributes, columns.stage) }
    let order = OrderedSet((legend.stageNames + said.compactMap(\.self)).map(NameFolding.folded))
    let steps = said.map { $0.flatMap { order.firstIndex(of: NameFolding.folded($0)) } }
    let latest = steps.compactMap(\.self).max()
    guard steps.contains(nil), let last = steps.indices.last(where: { steps[$0] == latest }), latest != nil else {
      return [:]
    }
    var (targets, sources): ([Int: Int], [Int: Int]) = ([:], [:])
    for edge in graph.edges {
      if let step = steps[edge.target], steps[edge.source] == nil {
        let known = targets[edge.source].flatMap { steps[$0] } ?? .max
        if step < known { targets[edge.source] = edge.target }
      }
      if let step = steps[edge.source], steps[edge.target] == nil {
        let known = sources[edge.target].flatMap { steps[$0] } ?? -1
        if step > known { sources[edge.target] = edge.source }
      }
    }
    let unsaid = steps.indices.filter { steps[$0] == nil }
    notices.note(
      .assumed,
      "actors whose stage is not said stand where connections put them: at the first stage to which theirs lead, else at"
        + " the last from which others come, else at the last", count: unsaid.count)
    return Dictionary(uniqueKeysWithValues: unsaid.map { ($0, targets[$0] ?? sources[$0] ?? last) })
  }

  /// Roles beside the main one; those of names that no role has are roles, too.
  private mutating func addOtherRoles(of place: Int, to actor: inout MapActor) {
    for name in texts(graph.nodes[place].attributes, columns.otherRoles) {
      let role = legend.otherRole(name)
      if role != actor.role, !actor.otherRoles.contains(role) { actor.otherRoles.append(role) }
    }
  }

  private mutating func addAttributes(of node: ImportedGraph.Node, to actor: inout MapActor) {
    let id = node.id.cleaned(onOneLine: true)
    if id != actor.name, id != actor.id.rawValue, !id.isEmpty { actor.attributes["id"] = .text(id) }
    let taken = columns.ofNodes
    for (name, value) in node.attributes where !taken.contains(name) && !value.isEmpty {
      if contactColumns.contains(name) {
        notices.note(
          .left,
          "addresses, telephone numbers and names of people to contact, which --attribute keeps if you name them",
          at: [name.quotedInMessage])
        continue
      }
      let isKept = options.attributes.contains { $0.isSameName(as: name) }
      if !isKept, ImportColumns.remarks.contains(NameFolding.folded(name)) {
        notices.note(
          .left,
          "notes on nodes: what describes an actor can be read by anybody; --description \(name.quotedInMessage) keeps them"
        )
        continue
      }
      if !isKept, ContactColumns.areIn(value.words) {
        notices.note(.left, Self.contacts, at: ["\(node.label.quotedInMessage), \(name.quotedInMessage)"])
        continue
      }
      if Self.drawing.contains(NameFolding.folded(name)) {
        notices.note(.left, "colours, sizes and places of nodes")
        continue
      }
      if columns.own.derivedOfNodes.contains(name) {
        notices.note(.left, "in which areas actors are, which follows from their connections")
        continue
      }
      let key = OwnColumns.attribute(name).cleaned(onOneLine: true)
      guard !key.isEmpty else {
        notices.note(.left, "what is said of nodes without a name")
        continue
      }
      let attribute: ActorAttribute =
        if case .number(let number) = value { .number(number) } else { .text(value.words.cleaned(onOneLine: false)) }
      // The same under the same name need not be said twice.
      if actor.attributes[key] == attribute || attribute.words == actor.name || attribute.words.isEmpty { continue }
      actor.attributes[key.numbered(" ") { actor.attributes[$0] == nil ? $0 : nil }] = attribute
    }
  }

  /// Attributes are shown to anybody, which whoever imports a file may not know.
  private mutating func noteAttributes(of actors: [MapActor]) {
    let names = OrderedSet(actors.lazy.flatMap(\.attributes.keys))
    if names.isEmpty { return }
    let shown = names.prefix(8).map(\.quotedInMessage) + (names.count > 8 ? ["\(names.count - 8) more"] : [])
    notices.note(
      .assumed,
      "what else nodes say are attributes of actors, which may be published: \(shown.asList); delete from"
        + " \(options.definition) what may not")
  }

  // MARK: Groups

  /// Puts actors into the groups that their nodes lie in, or name.
  private mutating func join(_ actors: inout [MapActor], _ spellings: inout DistinctSpellings) {
    let nodes = DistinctNodes(graph)
    var groups: [Int: Int] = [:]
    var groupsMade: [String: Int] = [:]
    for (place, node) in graph.nodes.enumerated() {
      if let group = node.group { groups[place] = group }
      guard let name = text(node.attributes, columns.group) else { continue }
      if let known = nodes[name] ?? spellings[name] ?? groupsMade[NameFolding.folded(name)] {
        groups[place] = known
        continue
      }
      groups[place] = actors.count
      let owner = actors.count
      groupsMade[NameFolding.folded(name)] = owner
      let group = named(node.attributes, columns.group)
      let distinct = spellings.name(group.name ?? name, for: owner)
      // A group that is no node stands where the first of its parts does.
      actors.append(
        MapActor(
          spellings.identifier(group.id ?? distinct, of: "group", for: owner, isKept: group.id != nil), name: distinct,
          role: legend.role(nil),
          sector: legend.sector(nil), stage: stage(of: place)))
      notices.note(.assumed, "groups that are no nodes are actors of which nothing else is known")
    }
    for (place, group) in groups.sorted(by: { $0.key < $1.key }) {
      if isWithinItself(place, groups) {
        groups[place] = nil
        notices.note(.left, "groups that lie in themselves, or in each other too deep")
      } else {
        actors[place].group = actors[group].id
      }
    }
    notices.note(
      .assumed, "actors are part of the group that their node lies in, or names", count: groups.count)
  }

  private func isWithinItself(_ place: Int, _ groups: [Int: Int]) -> Bool {
    var (next, steps) = (groups[place], 0)
    while let group = next {
      steps += 1
      if group == place || steps > 20 { return true }
      next = groups[group]
    }
    return false
  }
}
