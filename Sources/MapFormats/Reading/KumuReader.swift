import OrderedCollections

/// Reads the JSON of Kumu: blueprints, and exports of whole projects.
struct KumuReader {
  private var builder: GraphBuilder

  static func read(_ json: JSONValue, file: String) throws(GraphFileError) -> ImportedGraph {
    var reader = KumuReader(builder: GraphBuilder(format: "Kumu JSON", file: file))
    return try reader.read(json)
  }

  private mutating func read(_ json: JSONValue) throws(GraphFileError) -> ImportedGraph {
    builder.graph.title = json["name"]?.text ?? ""
    builder.graph.description = json["description"]?.text ?? ""
    for name in ["loops", "maps", "perspectives"] {
      builder.graph.note(.left, "\(name) of Kumu", count: json[name]?.list?.count ?? 0)
    }
    for element in json["elements"]?.list ?? [] { try readElement(element) }
    for connection in json["connections"]?.list ?? [] { try readConnection(connection) }
    return try builder.finish()
  }

  /// The fields of an element or a connection; an export keeps those of people apart from its own.
  private func fields(of item: JSONValue) throws(GraphFileError) -> OrderedDictionary<String, JSONValue> {
    guard let fields = item.object else { throw builder.fault("an element or a connection is no object") }
    return fields["attributes"]?.object ?? fields
  }

  private mutating func readElement(_ item: JSONValue) throws(GraphFileError) {
    let fields = try fields(of: item)
    let label = fields["label"]?.text ?? fields["Label"]?.text ?? ""
    guard let id = item["_id"]?.text ?? item["id"]?.text ?? (label.isEmpty ? nil : label) else {
      throw builder.fault("an element has neither an id nor a label")
    }
    let attributes = builder.attributes(fields, without: ["id", "_id", "label", "Label"])
    let place = try builder.add(ImportedGraph.Node(id, label: label, attributes: attributes))
    if !label.isEmpty { builder.add(label, for: place) }
  }

  private mutating func readConnection(_ item: JSONValue) throws(GraphFileError) {
    guard var source = item["from"]?.text, var target = item["to"]?.text else {
      throw builder.fault("a connection does not say `from` where `to` where it runs")
    }
    let own: Set<String> = ["id", "_id", "from", "to", "direction", "reversed", "delayed"]
    if item["reversed"]?.flag == true {
      (source, target) = (target, source)
      builder.graph.note(.assumed, "connections that Kumu shows reversed run that way")
    }
    if item["delayed"]?.flag == true { builder.graph.note(.left, "marks of delay on connections") }
    let direction = item["direction"]?.text?.lowercased()
    if direction == nil { builder.graph.note(.assumed, "connections without a direction run from `from` to `to`") }
    let id = (item["_id"] ?? item["id"])?.text.map { " (\($0))" } ?? ""
    try builder.add(
      from: source, to: target, isMutual: direction == "mutual" || direction == "undirected",
      builder.attributes(try fields(of: item), without: own), place: "connection \(builder.edgeCount + 1)\(id)")
  }
}
