import NetworkMaps

// Read a map folder. Problems are collected, each with its file, line and column.
let reading = MapFolder.read(at: "Maps/ami")
for problem in reading.problems { print(problem) }
guard let full = reading.map else { fatalError("This is not a map.") }

// What the public may see: from here on, nothing else can get out.
let published = full.published(for: .public)
let map = published.map

// Which schools' actors support young people, and where was that said or recorded?
var query = ConnectionQuery()
query.targets = ["young-people"]
query.families = [.support]
query.sectors = ["school"]
for answer in map.connections(matching: query) {
  let name = map.actors[answer.connection.source]?.name ?? ""
  let places = map.placesInWords(of: answer.connection)
  print("\(name): \(answer.presence.name);", places.isEmpty ? "of the programme" : "in \(places)")
}

// Draw a figure of your own.
let definition = FigureDefinition(
  "support", title: "Who supports whom", content: .map(.init(families: [.support])))
let figure = FigurePlan(definition, of: published)
let svg = try figure.bytes(as: .svg)
print(
  "\(definition.title): \(svg.isEmpty ? "nothing" : "drawn"), \(figure.faults.linesThroughNodes) lines through nodes")
