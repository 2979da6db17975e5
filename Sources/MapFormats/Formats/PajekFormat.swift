import MapModel

extension MapFormat {
  /// A network of Pajek.
  static let pajek = MapFormat(
    "pajek",
    summary: "a Pajek network (.net), which Pajek, UCINET, igraph and NetworkX read",
    fileExtension: "net",
    losses: [
      "all that is said of actors but their names", "of connections all but their relations",
      "relations as such: they are labels of lines, since igraph and NetworkX read no others",
      "which connections run both ways: each is two arcs", "absences, statements and numbers",
      "quotation marks, backslashes and line breaks in names", "the title, and what is said of the whole map",
    ], holdsPlaces: true, canMergeParallels: true
  ) { published, options in
    let graph = ExportedGraph(of: published, options)
    var text = "*Vertices \(graph.nodes.count)\n"
    // NetworkX tells nodes apart by their names.
    var names = DistinctNames()
    let places = PajekPlaces(graph.nodes.compactMap(\.place))
    for (number, node) in graph.nodes.enumerated() {
      let name = names.name(PajekPlaces.plain(node.label, or: node.id))
      text += "\(number + 1) \"\(name)\"\(node.place.map(places.text) ?? "")\n"
    }
    text += "*Arcs\n"
    for edge in graph.arcs {
      let label = PajekPlaces.plain(edge.relation.replacing(";", with: "; "), or: "")
      text += "\(edge.source + 1) \(edge.target + 1) \(edge.weight) l \"\(label)\"\n"
    }
    return text
  }
}

/// Places between 0 and 1, from the upper left corner, as Pajek has them.
private struct PajekPlaces {
  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>

  init(_ places: [ExportOptions.Place]) {
    func range(_ values: [Double]) -> ClosedRange<Double> { (values.min() ?? 0)...(values.max() ?? 0) }
    (x, y) = (range(places.map(\.x)), range(places.map(\.y)))
  }

  func text(_ place: ExportOptions.Place) -> String {
    func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
      let length = range.upperBound - range.lowerBound
      let share = length > 0 ? (value - range.lowerBound) / length : 0.5
      // A margin, so that no name is cut off.
      return ((0.05 + 0.9 * share) * 10_000).rounded() / 10_000
    }
    return " \(share(place.x, x)) \(share(-place.y, -y.upperBound...(-y.lowerBound))) 0.5"
  }

  /// A name in quotation marks of which nothing ends or escapes them.
  static func plain(_ text: String, or other: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": scalars.append("'")
      case "\\": scalars.append("/")
      case _ where scalar.properties.generalCategory == .control || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
        scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    let plain = String(scalars).trimmingWhitespace
    return plain.isEmpty ? other : plain
  }
}
