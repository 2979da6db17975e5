import Documents
import MapDisclosure
import MapModel
import OrderedCollections
import Tabular

extension MapFormat {
  private static let kumuLosses = [
    "absences", "statements and single numbers", "how sure it is in each area", "fieldwork, expectations and claims",
    "figures, colours and places, which Kumu makes by itself",
    "numbers that are withheld: their cells are empty, and a field says so", "bars (|) in lists",
  ]

  /// A workbook for Kumu.
  static let kumu = MapFormat(
    "kumu", summary: "a workbook that Kumu imports: sheets of elements and of connections", fileExtension: "xlsx",
    losses: kumuLosses, isBinary: true, canMergeParallels: true
  ) { published, options in
    let kumu = KumuWriter(ExportedGraph(of: published, options))
    return [File("map.xlsx", try WorkbookWriter.bytes(of: kumu.sheets))]
  }

  /// The same as JSON.
  static let kumuBlueprint = MapFormat(
    "kumu-json", summary: "a JSON blueprint that Kumu imports, also by an address on the web", fileExtension: "json",
    losses: kumuLosses, canMergeParallels: true
  ) { published, options in KumuWriter(ExportedGraph(of: published, options)).blueprint.document(levels: 2) }
}

/// Writes elements and connections under the names of fields that Kumu knows, and others that people read.
private struct KumuWriter {
  /// What a field says: a number, a text, or several texts.
  private enum Field {
    case number(ExportedValue)
    case text(String)
    case list([String])
  }

  private typealias Fields = OrderedDictionary<String, Field>

  private let graph: ExportedGraph
  private let map: NetworkMap
  /// What connections call elements: a search in Kumu finds nothing behind an underscore.
  private let ids: [String]

  init(_ graph: ExportedGraph) {
    (self.graph, map) = (graph, graph.published.map)
    var names = DistinctNames()
    ids = graph.nodes.map { names.name($0.id.replacing("_", with: "-")) }
  }

  private func elements() -> [Fields] {
    graph.nodes.enumerated().map { place, node in
      let actor = node.actor
      var tags = actor.otherRoles.map { map.legend.roles[$0]?.name ?? $0.rawValue }
      if actor.isBeneficiary { tags.append("Receives support") }
      if map.isActivity(actor.id) { tags.append("Activity") }
      var fields: Fields = [
        "ID": .text(ids[place]), "Label": .text(node.label),
        "Type": .text(map.legend.roles[actor.role]?.name ?? actor.role.rawValue),
        "Description": .text(actor.description), "Tags": .list(tags),
        "Sector": .text(map.legend.sectors[actor.sector]?.name ?? actor.sector.rawValue),
        "Stage": .text(map.legend.stages[actor.stage]?.name ?? actor.stage.rawValue),
        "Beneficiary": .text(actor.isBeneficiary ? "yes" : "no"),
        "Group": .text(text("groupName", node)),
      ]
      for (column, value) in zip(graph.nodeColumns, node.values) {
        guard let value, column.name.hasPrefix(ExportedActors.attributePrefix) else { continue }
        let name = String(column.name.dropFirst(ExportedActors.attributePrefix.count))
        let isNumber = column.kind == .whole || column.kind == .decimal
        // A field of the same name, in whatever case, would be the same to Kumu.
        let free = name.numbered(" ") { name in fields.keys.contains { $0.isSameName(as: name) } ? nil : name }
        fields[free] = isNumber ? .number(value) : .text(value.text)
      }
      return fields
    }
  }

  private func text(_ column: String, _ node: ExportedGraph.Node) -> String {
    graph.nodeColumns.firstIndex { $0.name == column }.flatMap { node.values[$0]?.text } ?? ""
  }

  private func connections() -> [Fields] {
    graph.edges.map { edge in
      func value(_ column: String) -> ExportedValue? {
        graph.edgeColumns.firstIndex { $0.name == column }.flatMap { edge.values[$0] }
      }
      func parts(_ column: String) -> [String] { value(column)?.text.split(separator: ";").map(String.init) ?? [] }
      let relations = edge.relation.split(separator: ";").map { $0.replacing("-", with: " ") }
      var fields: Fields = [
        "ID": .text(edge.id), "From": .text(ids[edge.source]), "To": .text(ids[edge.target]),
        "Type": .text(relations.joined(separator: " + ")), "direction": .text(edge.isMutual ? "mutual" : "directed"),
        "Label": .text(edge.label.replacing(";", with: "; ")), "Family": .list(parts("familyName")),
        "Status": .text(value("status")?.text ?? ""), "Cases": value("cases").map(Field.number) ?? .text(""),
        "Cases of": .text(value("casesOf")?.text ?? ""),
        "Cases withheld": .text(value("suppressed") == .flag(true) ? "yes" : ""),
        "Statements": value("statements").map(Field.number) ?? .text(""), "Areas": .list(parts("areaNames")),
      ]
      if value("periods") != nil { fields["Periods"] = .list(parts("periods")) }
      if graph.options.mergesParallels { fields["Strength"] = .number(.whole(edge.weight)) }
      return fields
    }
  }

  // MARK: JSON

  var blueprint: JSONValue {
    func items(_ all: [Fields]) -> JSONValue {
      .list(
        all.map { fields in
          var item: OrderedDictionary<String, JSONValue> = [:]
          for (name, field) in fields {
            let key = Self.known.contains(name) ? name.lowercased() : name
            switch field {
            case .text(let text) where text.isEmpty: continue
            case .list(let list) where list.isEmpty: continue
            case .text(let text): item[key] = .text(text)
            case .number(let number): item[key] = JSONValue(number)
            case .list(let list): item[key] = .list(list.map { .text($0) })
            }
          }
          return .object(item)
        })
    }
    return .object(["elements": items(elements()), "connections": items(connections())])
  }

  /// The fields that Kumu knows by small letters.
  private static let known: Set<String> = ["ID", "Label", "Type", "Description", "Tags", "From", "To"]

  // MARK: Workbook

  var sheets: [WorkbookSheet] {
    [sheet("Elements", elements()), sheet("Connections", connections()), notes]
  }

  private func sheet(_ name: String, _ all: [Fields]) -> WorkbookSheet {
    let columns = OrderedSet(all.flatMap(\.keys))
    let header = WorkbookSheet.Row(columns.map { .text(WorkbookText.cell($0)) }, look: .header)
    let rows = all.map { fields in
      WorkbookSheet.Row(
        columns.map { column in
          switch fields[column] {
          case .text(let text)?: WorkbookText.text(text)
          case .number(let number)?: WorkbookText.cell(number)
          case .list(let list)?:
            WorkbookText.text(list.map { $0.replacing("|", with: "/") }.joined(separator: "|"))
          case nil: .empty
          }
        })
    }
    var sheet = WorkbookSheet(name, [header] + rows)
    sheet.columns = columns.map { .init(width: $0 == "Label" || $0 == "Description" ? 32 : 16) }
    sheet.frozenRows = 1
    return sheet
  }

  /// Kumu leaves sheets that are called so.
  private var notes: WorkbookSheet {
    let lines = [
      graph.title, graph.remarks,
      "Elements are actors; their type is their main role, and tags are other roles. Connections run from From to To.",
      "Status says what a connection rests on: said in interviews, recorded in management information, or both; unclear and"
        + " contradicted are doubtful.",
    ]
    var sheet = WorkbookSheet(
      "Notes (ignore)", lines.filter { !$0.isEmpty }.map { .init([WorkbookText.text($0)]) })
    sheet.columns = [.init(width: 100)]
    return sheet
  }
}
