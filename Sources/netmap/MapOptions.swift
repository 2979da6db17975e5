public import ArgumentParser
public import NetworkMaps

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json
}

extension Audience: ExpressibleByArgument {}
extension Relation.Family: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}

/// What every command that reads a map takes.
struct MapOptions: ParsableArguments {
  @Argument(help: "The map folder.", completion: .directory)
  var map: String

  @Option(help: "Who may see the output: public suppresses small counts and unpublished excerpts; team shows all.")
  var audience: Audience = .public

  @Flag(help: "Go on although the map has errors, with what could be read.")
  var despiteErrors = false

  /// The map as its audience may see it, and what was read.
  struct Loaded {
    var map: NetworkMap
    var reading: MapFolder.Reading
  }

  /// Reads the map; with errors, nothing is made of it unless that was asked for.
  func load() throws -> Loaded {
    let reading = MapFolder.read(at: map)
    let errors = reading.problems.filter { $0.severity == .error }
    for problem in errors { Console.report(problem.description) }
    guard let full = reading.map, errors.isEmpty || despiteErrors else {
      let count = counted(errors.count, "error")
      throw Failure(
        message: reading.map == nil
          ? "netmap: the map cannot be read (\(count))."
          : "netmap: nothing was done, because the map has \(count)."
            + " Mend them, or add --despite-errors to go on with the rest.")
    }
    return Loaded(map: Disclosure.published(full, for: audience), reading: reading)
  }
}

/// Finds what a command-line argument names, or says what it could have been.
struct Names {
  let map: NetworkMap

  func actors(_ texts: [String]) throws -> Set<Actor.ID> { Set(try texts.map(actor)) }

  func actor(_ text: String) throws -> Actor.ID { try find(text, in: map.actorNames, "actor") }

  func area(_ text: String) throws -> Area.ID { try find(text, in: map.areaNames, "area") }

  func relations(_ texts: [String]) throws -> Set<Relation.ID> {
    let index = map.relationNames
    return Set(try texts.map { try find($0, in: index, "relation") })
  }

  func roles(_ texts: [String]) throws -> Set<Role.ID> {
    var index = NameIndex<Role.ID>()
    for role in map.legend.roles.values { [role.id.rawValue, role.name].forEach { index.add($0, for: role.id) } }
    return Set(try texts.map { try find($0, in: index, "role") })
  }

  func sectors(_ texts: [String]) throws -> Set<Sector.ID> {
    var index = NameIndex<Sector.ID>()
    for sector in map.legend.sectors.values {
      [sector.id.rawValue, sector.name].forEach { index.add($0, for: sector.id) }
    }
    return Set(try texts.map { try find($0, in: index, "sector") })
  }

  private func find<ID>(_ text: String, in index: NameIndex<ID>, _ kind: String) throws -> ID {
    if let id = index[text] { return id }
    let hint = index.suggestion(for: text).map { " Did you mean \"\($0)\"?" } ?? ""
    throw Failure(message: "netmap: there is no \(kind) \"\(text)\" on this map.\(hint)", code: 2)
  }
}
