import NetworkMaps

extension Target {
  /// What is drawn and written of texts: each line of the input is the name of an actor, the first the title.
  static let outputs = [
    Target(
      name: "figure", seeds: { _ in names },
      fault: { input in
        guard let map = map(of: input) else { return nil }
        for plan in map.map.drawnFigures.prefix(1).flatMap({ FigurePlan.plans($0, of: map) }) {
          do {
            for file in try plan.figure.files([.svg, .dot]) {
              if let fault = EveryOutput.fault(of: file.name, file.bytes) { return "\(file.name): \(fault)" }
            }
          } catch {
            return "figure: \(error)"
          }
        }
        return nil
      }),
    Target(
      name: "page", seeds: { _ in names },
      fault: { input in
        do { return try map(of: input).flatMap { WellFormed.page(try MapPage(of: $0).html()) } } catch {
          return "page: \(error)"
        }
      }),
    Target(
      name: "exports", seeds: { _ in names },
      fault: { input in
        guard let map = map(of: input) else { return nil }
        do {
          for format in MapFormat.all {
            for file in try format.files(of: map) {
              if let fault = EveryOutput.fault(of: file.name, file.bytes) { return "\(file.name): \(fault)" }
            }
          }
        } catch {
          return "exports: \(error)"
        }
        return nil
      }),
  ]

  private static let names = Mutator.tokens.enumerated().map { place, token in
    Array("\(token)\nMentors \(token)\n\(Mutator.tokens[(place * 7 + 3) % Mutator.tokens.count])\nClinic".utf8)
  }

  /// A map whose title, area, actors and relation are called as the lines of a text; `nil` where names are none.
  private static func map(of input: [UInt8]) -> PublishedMap? {
    let lines = String(decoding: input.prefix(2_000), as: UTF8.self).split(separator: "\n").prefix(8).map(String.init)
    guard let title = lines.first else { return nil }
    let actors = lines.enumerated().compactMap { place, name in
      MapActor.ID("a\(place)").map { MapActor($0, name: name, role: "delivery", sector: "nhs", stage: .delivery) }
    }
    let relation = Relation("r", family: .support, label: title, pluralLabel: title)
    let connections = actors.indices.dropFirst().map { place in
      Connection(
        .init(from: actors[place - 1].id, to: actors[place].id, relation.id),
        statements: [
          CodedStatement(
            id: "s\(place)", placement: .programme, interview: "I", informants: [], stance: .present, excerpt: title,
            reference: lines[place])
        ])
    }
    let map = try? NetworkMap(title: title, relations: [relation], actors: actors, connections: connections)
    return map?.published(for: .team)
  }
}
