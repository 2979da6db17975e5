import MapAnalysis
import MapDisclosure
import MapDrawing
import MapModel
import MapReports
import OrderedCollections

/// The picture of a page: the whole map, or its groups where it is too large to be read; and, out of sight, what is seen
/// once groups are opened or closed.
struct PagePicture {
  let plan: FigurePlan
  /// Whether groups stand for their parts in it.
  let isGrouped: Bool
  /// What is drawn.
  private(set) var scene: Scene

  /// How much a reader can see at once, and the page can draw anew.
  private static let most = (actors: 150, connections: 700)

  /// - Complexity: that of drawing the map.
  init(of published: PublishedMap) {
    let map = published.map
    let groups = map.groupsOfOthers
    isGrouped =
      !groups.isEmpty && (map.actors.count > Self.most.actors || map.connections.count > Self.most.connections)
    let pictured = isGrouped ? published.collapsing(.all) : published
    // Who is expected and missing stands on the map, so that its gap leads there.
    var marks = GapMarks(pictured.map.gaps(), in: .wholeMap, on: pictured.map)
    (marks.missingPairs, marks.bearing, marks.sentences) = ([], [], [])
    // On most screens the whole is shown somewhat smaller, and even then an actor is large enough to be hit (WCAG 2.2,
    // success criterion 2.5.8).
    var style = FigureStyle()
    style.leastHeight = 30
    plan = FigurePlan(
      FigureDefinition("map", title: map.title, content: .map(.init())), of: pictured, in: .wholeMap, style: style,
      marks: marks, isFiltered: true)
    scene = plan.figure.scene
    // The script names the parts of the picture, and the page's panel and table say what it shows.
    scene.titles = [:]
    number()
    if !groups.isEmpty { addSpares(of: map, style) }
  }

  /// Lines have their places in the page's data as ids, and of their classes the page needs one.
  private mutating func number() {
    let places = Dictionary(
      uniqueKeysWithValues: plan.content.lines.enumerated().map { ($0.element.id, $0.offset) })
    for index in scene.parts.indices {
      guard case .line(var line) = scene.parts[index], let place = places[line.id] else { continue }
      (line.id, line.classes) = ("line-\(place)", ["line"])
      scene.parts[index] = .line(line)
    }
  }

  /// Adds the actors that are not drawn, and how a line of each family looks.
  private mutating func addSpares(of map: NetworkMap, _ style: FigureStyle) {
    let drawn = Set(plan.content.actors.map(\.id))
    let answers = isGrouped ? FigureContent(.init(), of: map, isFiltered: true).answers : plan.content.answers
    var samples: OrderedDictionary<String, NetworkMap.Answer> = [:]
    for answer in answers where answer.connection.source != answer.connection.target && answer.presence.isCertain {
      guard let family = map.relations[answer.connection.relation]?.family else { continue }
      let look = "look-\(family)" + (map.isMutual(answer.connection.relation) ? ".mutual" : "")
      if samples[look] == nil { samples[look] = answer }
    }
    let ends = Set(samples.values.flatMap { [$0.connection.source, $0.connection.target] })
    let content = FigureContent(
      actors: map.actors.values.filter { ends.contains($0.id) || !drawn.contains($0.id) },
      answers: Array(samples.values), on: map, state: { $0.map(\.connection.id) })
    let looks = Dictionary(
      content.lines.compactMap { line in
        samples.first { $0.value.connection.id == line.answers.first?.connection.id }.map { (line.id, $0.key) }
      }
    ) { first, _ in first }
    let shownIDs = Set(drawn.map { "actor-\($0)" })
    for part in FigurePlan.parts(of: content, on: map, style: style) {
      switch part {
      case .shape(var shape) where shape.classes.first == "actor":
        if shownIDs.contains(shape.id) { continue }
        shape.classes = ["actor", "spare"]
        scene.parts.append(.shape(shape))
      case .line(var line):
        guard let look = looks[line.id] else { continue }
        (line.id, line.classes, line.ends) = (look, ["spare"], nil)
        scene.parts.append(.line(line))
      default: continue
      }
    }
  }
}
