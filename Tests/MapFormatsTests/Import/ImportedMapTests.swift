import MapEvidence
import MapFormats
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct ImportedMapTests {
  /// A graph of nodes, and of edges between their places.
  private static func graph(
    _ nodes: [ImportedGraph.Node], _ edges: [(Int, Int, Bool, OrderedDictionary<String, ImportedGraph.Value>)]
  ) -> ImportedGraph {
    var graph = ImportedGraph(format: "GraphML", file: "town.graphml")
    graph.nodes = nodes
    graph.edges = edges.enumerated().map { place, edge in
      ImportedGraph.Edge(
        from: edge.0, to: edge.1, isMutual: edge.2, attributes: edge.3, place: "edge \(place + 1)")
    }
    return graph
  }

  private static func names(_ names: String...) -> [ImportedGraph.Node] { names.map { ImportedGraph.Node($0) } }

  /// A map that a folder holds, and that is read from it without a problem that is an error.
  private static func imported(_ graph: ImportedGraph, _ change: (inout ImportOptions) -> Void = { _ in }) throws
    -> ImportedMap
  {
    var options = ImportOptions()
    change(&options)
    let imported = try ImportedMap(graph, options)
    let files = try MapFolder.files(of: imported.map)
    #expect(!MapFolder.read(MapFiles(files)).hasErrors)
    return imported
  }

  private static func notices(_ imported: ImportedMap, _ kind: ImportNotice.Kind) -> [String] {
    imported.notices.filter { $0.kind == kind }.map(\.description)
  }

  // MARK: What may be published

  @Test func `how to reach somebody, and notes of whoever made the file, do not become public in silence`() throws {
    let nodes: [ImportedGraph.Node] = [
      ImportedGraph.Node(
        "School",
        attributes: [
          "Description": .text("A primary school; ask Mrs Cole (cole@school.example)."),
          "Notes": .text("Hard to reach."),
          "Where": .text("Church Lane, 01632 960123"), "Kind": .text("school"),
        ]),
      ImportedGraph.Node("Clinic", attributes: ["Description": .text("Open since 2019."), "Kind": .text("health")]),
    ]
    let graph = Self.graph(nodes, [(0, 1, false, [:])])
    let imported = try Self.imported(graph)
    let words = imported.map.actors.values.flatMap { [$0.description] + $0.attributes.values.map(\.words) }
    #expect(
      words.filter { !$0.isEmpty }.allSatisfy {
        !$0.contains("cole@") && !$0.contains("960123") && !$0.contains("Hard")
      })
    #expect(imported.map.actors["Clinic"]?.description == "Open since 2019.")
    let left = Self.notices(imported, .left).joined(separator: "\n")
    #expect(
      left.contains("--description \"Notes\" keeps them") && left.contains("an e-mail address or a telephone number"))
    let asked = try Self.imported(graph) { $0.description = "Notes" }
    #expect(asked.map.actors["School"]?.description == "Hard to reach.")
    let kept = try Self.imported(graph) { $0.attributes = ["Where"] }
    #expect(kept.map.actors["School"]?.attributes["Where"]?.words == "Church Lane, 01632 960123")
  }

  /// Found by libFuzzer: an export of ours in which one actor's short name was made another's name was not imported at all.
  @Test func `a short name that is another actor's name is left, and told`() throws {
    let nodes = [("Children", "Pupils"), ("Town council", "children")].map { name, short in
      ImportedGraph.Node(
        name, label: name,
        attributes: [
          "short": .text(short), "role": .text("other"), "roleName": .text("Other"), "sector": .text("nhs"),
          "sectorName": .text("NHS"), "stage": .text("delivery"), "stageName": .text("Delivery"),
        ])
    }
    let imported = try Self.imported(Self.graph(nodes, [(0, 1, false, [:])]))
    #expect(imported.map.actors.values.map(\.shortName) == ["Pupils", "Town council"])
    #expect(Self.notices(imported, .left).contains { $0.contains("short names") && $0.contains("\"children\"") })
  }

  @Test func `names in the plural, activities and edges that stand twice are told`() throws {
    let nodes = ["Parent Champions", "NHS", "Citizens Advice", "St James", "Children's", "Panel"].map { name in
      ImportedGraph.Node(name, attributes: ["Role": .text(name == "Panel" ? "Meeting" : "Service")])
    }
    typealias Edge = (Int, Int, Bool, OrderedDictionary<String, ImportedGraph.Value>)
    let edge: Edge = (0, 5, false, ["type": .text("attends"), "Note": .text("x")])
    let other: Edge = (0, 5, false, ["type": .text("attends"), "Note": .text("y")])
    let imported = try Self.imported(Self.graph(nodes, [edge, edge, other]))
    #expect(imported.map.actors.values.filter(\.isPlural).map(\.name) == ["Parent Champions", "St James"])
    #expect(imported.map.actors.values.filter { imported.map.isActivity($0.id) }.map(\.name) == ["Panel"])
    let assumed = Self.notices(imported, .assumed)
    #expect(assumed.contains { $0.contains("plural in sentences") && $0.contains("St James") })
    #expect(assumed.contains { $0.contains("edge 2, as edge 1") && !$0.contains("edge 3") })
  }

  // MARK: Actors

  @Test func `actors without a stage stand where their connections put them, never behind all others`() throws {
    func node(_ name: String, _ stage: String?) -> ImportedGraph.Node {
      ImportedGraph.Node(name, attributes: stage.map { ["Stage": .text($0), "Role": .text("Service")] } ?? [:])
    }
    let nodes = [
      node("Funder", "Set-up"), node("Mentors", "Delivery"), node("Pupils", "Delivery"), node("Board", nil),
      node("Club", nil), node("Island", nil),
    ]
    // The board leads to the funder and the mentors; the funder leads to the club.
    let imported = try Self.imported(
      Self.graph(nodes, [(3, 1, false, [:]), (3, 0, false, [:]), (0, 4, false, [:]), (1, 2, false, [:])]))
    let map = imported.map
    func stage(_ name: MapActor.ID) -> String? { map.actors[name].flatMap { map.legend.stages[$0.stage]?.name } }
    #expect(map.legend.stages.values.map(\.name) == ["Set-up", "Delivery"])
    #expect(["Board", "Club", "Island"].map { stage($0) } == ["Set-up", "Set-up", "Delivery"])
    #expect(Self.notices(imported, .assumed).contains { $0.contains("whose stage is not said") && $0.contains("3") })
  }

  @Test func `a noun and the noun with its preposition are one relation`() throws {
    typealias Edge = (Int, Int, Bool, OrderedDictionary<String, ImportedGraph.Value>)
    let kinds = ["Referral", "referral to", "Refers to", "refer to", "Funding"]
    let edges = kinds.enumerated().map { place, kind -> Edge in (place, place + 1, false, ["type": .text(kind)]) }
    let map = try Self.imported(Self.graph(Self.names("a", "b", "c", "d", "e", "f"), edges)).map
    #expect(
      map.relations.values.map(\.label) == ["is linked by Referral to", "refers to", "is linked by Funding to"])
  }

  @Test func `what plainly says role, sector, stage, group, description and other names is taken`() throws {
    let nodes = [
      ImportedGraph.Node(
        "n0", label: "School A",
        attributes: [
          "Type": .text("School"), "Sector": .text("Education"), "stage": .text("Delivery"), "group": .text("Schools"),
          "Description": .text("Two\nlines"), "Aliases": .text("Upper School|School A"), "staff": .number(12),
          "tags": .list(["x", "y"]), "x": .number(1), "r": .number(255),
        ]),
      ImportedGraph.Node("n1", label: "Schools", attributes: ["type": .text("school")]),
    ]
    let imported = try Self.imported(Self.graph(nodes, [(0, 1, false, [:])]))
    let map = imported.map
    let school = try #require(map.actors["school-a"])
    #expect(school.name == "School A" && school.description == "Two\nlines" && school.aliases == ["Upper School"])
    #expect(map.legend.roles[school.role]?.name == "School" && map.legend.sectors[school.sector]?.name == "Education")
    #expect(map.legend.stages[school.stage]?.name == "Delivery" && school.group == "schools")
    #expect(school.attributes == ["id": .text("n0"), "staff": .number(12), "tags": .text("x; y")])
    #expect(map.legend.sectors[map.actors["schools"]?.sector ?? "x"]?.name == "Not said")
    #expect(Self.notices(imported, .left).contains("colours, sizes and places of nodes (2)"))
  }

  @Test func `options name columns, whatever their case; what is not there is told with what is`() throws {
    let nodes = [
      ImportedGraph.Node("a", attributes: ["Part Played": .text("Lead"), "type": .text("x"), "Called": .text("Hub")]),
      ImportedGraph.Node("b", attributes: ["type": .text("y")]),
    ]
    let graph = Self.graph(nodes, [(0, 1, false, ["Kind of tie": .text("refers to"), "type": .text("z")])])
    let map = try Self.imported(graph) { options in
      (options.role, options.relation, options.name) = ("part-played", "kind of tie", "called")
      (options.sector, options.title) = ("TYPE", "Our town")
    }.map
    #expect(map.title == "Our town" && map.actors.values.map(\.name) == ["Hub", "b"])
    #expect(map.legend.roles.values.map(\.name) == ["Lead", "Not said"])
    #expect(map.legend.sectors.values.map(\.name) == ["x", "y"])
    #expect(
      map.relations.values.map(\.label) == ["refers to"] && map.relations.values.map(\.pluralLabel) == ["refer to"])
    let error = #expect(throws: GraphFileError.self) { try Self.imported(graph) { $0.stage = "phase" } }
    #expect(
      error?.description.contains("\"Part Played\", \"type\", \"Called\"") ?? false, "\(error?.description ?? "")")
  }

  @Test func `nodes of one name stay apart, and ids are fit, distinct, and kept where people gave them`() throws {
    let nodes = [
      ImportedGraph.Node("early-help", label: "Early Help"), ImportedGraph.Node("7", label: "School"),
      ImportedGraph.Node("n8", label: "school"), ImportedGraph.Node("School (2)"), ImportedGraph.Node("12"),
      ImportedGraph.Node("\u{448}\u{43A}\u{43E}\u{43B}\u{430}"), ImportedGraph.Node("a b"), ImportedGraph.Node("A-B"),
      ImportedGraph.Node("actor-12"), ImportedGraph.Node(""), ImportedGraph.Node(" ", label: "two\nlines"),
    ]
    let map = try Self.imported(Self.graph(nodes, [(1, 2, false, [:]), (3, 3, true, [:])])).map
    #expect(map.actors.count == nodes.count && map.actors["early-help"]?.name == "Early Help")
    #expect(
      map.actors.values.map(\.name) == [
        "Early Help", "School", "school (2)", "School (2) (2)", "12", "\u{448}\u{43A}\u{43E}\u{43B}\u{430}", "a b",
        "A-B (2)",
        "actor-12", "Actor 10", "two lines",
      ])
    #expect(map.actors["school"]?.attributes == ["id": .text("7")])
    #expect(!map.actors.keys.contains { $0.isBareNumber })
  }

  @Test func `groups that lie in themselves end, and named groups that are no nodes are made`() throws {
    var nodes = Self.names("a", "b", "c")
    (nodes[0].group, nodes[1].group, nodes[2].group) = (1, 0, 2)
    let circle = try Self.imported(Self.graph(nodes, []))
    #expect(circle.map.actors.values.count { $0.group != nil } == 1)
    #expect(Self.notices(circle, .left) == ["groups that lie in themselves, or in each other too deep (2)"])
    let named = [ImportedGraph.Node("a", attributes: ["team": .text("North team")]), ImportedGraph.Node("b")]
    let map = try Self.imported(Self.graph(named, [])) { $0.group = "team" }.map
    #expect(map.actors["a"]?.group == "north-team" && map.actors["north-team"]?.name == "North team")
  }

  @Test func `columns with too many values are told and not taken, unless they are named`() throws {
    let nodes = (0..<14).map { ImportedGraph.Node("person\($0)x", attributes: ["type": .text("kind \($0)")]) }
    let imported = try Self.imported(Self.graph(nodes, []))
    #expect(imported.map.legend.roles.values.map(\.name) == ["Not said"])
    #expect(imported.map.actors["person3x"]?.attributes == ["type": .text("kind 3")])
    #expect(Self.notices(imported, .assumed).contains { $0.contains("14 different values") })
    let named = try Self.imported(Self.graph(nodes, [])) { ($0.role, $0.sector) = ("type", "type") }
    #expect(named.map.legend.roles.count == 14 && named.map.legend.sectors.count == 14)
    #expect(Self.notices(named, .assumed).filter { $0.contains("look alike") }.count == 2)
    #expect(named.map.legend.sectors.values.allSatisfy { $0.contrastFaults.isEmpty })
    #expect(throws: GraphFileError.self) { try Self.imported(Self.graph(nodes, [])) { $0.stage = "type" } }
  }

  // MARK: Connections

  @Test func `a statement for each edge says where it stands; what runs both ways is mutual`() throws {
    let edges: [(Int, Int, Bool, OrderedDictionary<String, ImportedGraph.Value>)] = [
      (0, 1, false, ["type": .text("Referral"), "label": .text("refers to"), "note": .text("said so")]),
      (0, 1, false, ["type": .text("referral"), "label": .text("refers to")]),
      (1, 0, true, ["type": .text("Referral")]),
      (0, 0, false, ["type": .text("supports"), "odd": .text("z")]), (1, 1, true, [:]),
    ]
    let imported = try Self.imported(Self.graph(Self.names("hub", "clinic"), edges))
    let map = imported.map
    #expect(map.relations.values.map(\.id.rawValue) == ["referral", "referral-mutual", "supports", "connected"])
    #expect(map.relations.values.map(\.isDirected) == [true, false, true, false])
    #expect(map.relations.values.map(\.label) == ["refers to", "refers to (2)", "supports", "is connected with"])
    let first = try #require(map.connections[.init(from: "hub", to: "clinic", "referral")])
    #expect(first.statements.map(\.reference) == ["edge 1 of town.graphml", "edge 2 of town.graphml"])
    #expect(first.statements.map(\.excerpt) == ["said so", ""] && first.counts.isEmpty)
    #expect(map.connections[.init(from: "hub", to: "clinic", "referral-mutual")]?.statements.map(\.id) == ["edge-3"])
    #expect(map.connections.count == 4 && map.areas.isEmpty && map.fieldwork.entries.isEmpty)
    #expect(Self.notices(imported, .left) == ["\"odd\" of edges"])
    let directed = try Self.imported(Self.graph(Self.names("hub", "clinic"), edges)) { $0.direction = .directed }.map
    #expect(directed.relations.values.allSatisfy { $0.isDirected })
    #expect(directed.connections[.init(from: "clinic", to: "hub", "referral")] != nil)
    let mutual = try Self.imported(Self.graph(Self.names("hub", "clinic"), edges)) { $0.direction = .mutual }.map
    #expect(!mutual.relations.values.contains { $0.isDirected } && mutual.connections.count == 3)
  }

  @Test(arguments: [
    ("refers to", "refer to"), ("supports", "support"), ("is part of", "are part of"), ("carries out", "carry out"),
    ("teaches", "teach"), ("has", "have"), ("refers-to", "refer to"), ("belongs to", "belong to"),
    ("commissions", "commission"), ("provides housing to", "provide housing to"),
  ])
  func `verbs have a plural`(single: String, plural: String) throws {
    let graph = Self.graph(Self.names("a", "b"), [(0, 1, false, ["relation": .text(single)])])
    let relation = try #require(try Self.imported(graph).map.relations.values.first)
    #expect(relation.label == single.replacing("-", with: " ") && relation.pluralLabel == plural)
  }

  @Test(arguments: [
    ("Refers to", "refers to"), ("WORKS WITH", "works with"), ("Works With", "works with"), ("Supports", "supports"),
    ("Provides housing to", "provides housing to"), ("Refer to", "refers to"), ("Funded by", "is funded by"),
    ("In contact with", "is in contact with"), ("Working with", "is working with"), ("Part of", "is part of"),
    ("Referral to", "is linked by Referral to"), ("Contract with", "contracts with"),
  ])
  func `names are said as verbs where they are, with one preposition`(name: String, label: String) throws {
    let graph = Self.graph(Self.names("a", "b"), [(0, 1, false, ["relation": .text(name)])])
    #expect(try Self.imported(graph).map.relations.values.first?.label == label)
  }

  @Test(arguments: ["Referral", "meetings", "support services", "Business", "12"])
  func `names that are no verbs stand in a sentence all the same`(name: String) throws {
    let graph = Self.graph(Self.names("a", "b"), [(0, 1, false, ["relation": .text(name)])])
    let relation = try #require(try Self.imported(graph).map.relations.values.first)
    #expect(relation.label == "is linked by \(name) to" && relation.pluralLabel == "are linked by \(name) to")
  }

  @Test func `families, areas and periods are taken from edges`() throws {
    let edges: [(Int, Int, Bool, OrderedDictionary<String, ImportedGraph.Value>)] = [
      (0, 1, false, ["family": .text("Support"), "where": .text("North; South"), "period": .text("2024")]),
      (0, 1, false, ["family": .text("Money"), "where": .text("all"), "period": .text("2024|2025")]),
      (0, 1, true, ["where": .text("north")]),
    ]
    let map = try Self.imported(Self.graph(Self.names("a", "b"), edges)) { $0.area = "where" }.map
    #expect(map.areas.values.map(\.name) == ["North", "South"])
    #expect(map.legend.families.values.map(\.name) == ["Support", "Money", "Connection"])
    #expect(map.relations.count == 3)
    let statements = map.connections.values.flatMap(\.statements)
    #expect(statements.map(\.placement) == [.areas(["north", "south"]), .everywhere, .areas(["north"])])
    #expect(statements.map(\.time) == [.periods(["2024"]), .periods(["2024", "2025"]), .unsaid])
  }

  @Test func `what is denied or in doubt is not said to be there; activities and beneficiaries are known`() throws {
    let nodes = [
      ImportedGraph.Node(
        "a", attributes: ["role": .text("meeting"), "activity": .text("true"), "beneficiary": .text("no")]),
      ImportedGraph.Node(
        "b", attributes: ["role": .text("lead"), "activity": .text("false"), "beneficiary": .text("yes")]),
    ]
    let edges = ["unclear", "Absent", "said", "contradicted"].enumerated().map { place, status in
      (
        place % 2, (place + 1) % 2, false,
        ["status": ImportedGraph.Value.text(status), "relation": .text("\(place)")] as OrderedDictionary
      )
    }
    let map = try Self.imported(Self.graph(nodes, edges)).map
    #expect(map.connections.values.flatMap(\.statements).map(\.stance) == [.unclear, .absent, .present, .unclear])
    #expect(map.isActivity("a") && !map.isActivity("b"))
    #expect(map.actors.values.map(\.isBeneficiary) == [false, true] && map.actors["a"]?.attributes.isEmpty == true)
    let other = Self.graph(Self.names("a", "b"), [(0, 1, false, ["status": .text("active")])])
    #expect(try Self.imported(other).map.connections.values.first?.statements.first?.stance == .present)
  }

  // MARK: Cases

  @Test func `weights are left, with a word on what they may be; asked for, they are cases and no statements`() throws {
    let edges: [(Int, Int, Bool, OrderedDictionary<String, ImportedGraph.Value>)] = [
      (0, 1, false, ["weight": .number(12), "area": .text("North")]),
      (0, 1, false, ["weight": .number(8), "area": .text("North")]),
      (0, 1, false, ["weight": .number(3)]), (1, 0, false, ["weight": .number(2.5)]),
      (1, 1, false, ["weight": .number(4), "note": .text("quoted")]), (1, 0, false, ["weight": .number(-1)]),
      (1, 0, false, ["weight": .number(5), "area": .text("North|South")]),
    ]
    let plain = try Self.imported(Self.graph(Self.names("a", "b"), edges))
    #expect(Self.notices(plain, .left) == ["\"weight\" of edges (7)"])
    #expect(plain.map.connections.values.allSatisfy { $0.counts.isEmpty })
    let imported = try Self.imported(Self.graph(Self.names("a", "b"), edges)) { $0.cases = "Weight" }
    let there = try #require(imported.map.connections[.init(from: "a", to: "b", "connected")])
    #expect(there.statements.isEmpty && there.counts.map(\.value) == [.number(20), .number(3)])
    #expect(there.counts.map(\.area) == ["north", nil] && there.counts.map(\.measure) == ["cases", "cases"])
    #expect(there.counts.map(\.computation) == ["the sum of 2 edges", ""])
    let back = try #require(imported.map.connections[.init(from: "b", to: "a", "connected")])
    #expect(back.statements.count == 3 && back.counts.isEmpty)
    let own = try #require(imported.map.connections[.init(from: "b", to: "b", "connected")])
    #expect(own.statements.map(\.excerpt) == ["quoted"] && own.counts.map(\.value) == [.number(4)])
    #expect(
      Self.notices(imported, .left) == [
        "numbers of cases that are no whole numbers from 0 (2)",
        "numbers of cases of edges that name several areas or periods",
      ])
    let whole = Self.graph(Self.names("a", "b"), [(0, 1, false, ["Referrals": .number(3)])])
    #expect(Self.notices(try Self.imported(whole), .left).first?.contains("--cases \"Referrals\"") ?? false)
    let counted = try Self.imported(whole) { $0.cases = "referrals" }.map
    #expect(counted.connections.values.first?.counts.first?.measure == "Referrals")
  }

  // MARK: Whatever stands in a file

  @Test func `any words become a map that is read again`() throws {
    let texts =
      HostileText.samples + [
        "null", "~", "all", "yes", "1e5", "a: b", "- x", "#x", "x;y|z", "", " ", "\u{0}", "\r\n", "e\u{301}cole",
        "\u{E9}cole",
        String(repeating: "x", count: 200), "\u{FEFF}x", "\u{2028}", "{a}", "[b", "'", "%", "@", "*a", "&a", "!x",
        "> |",
      ]
    var random = RandomNumbers(seed: 7)
    for _ in 0..<60 {
      func text() -> String { texts[random.below(texts.count)] }
      func attributes(_ names: [String]) -> OrderedDictionary<String, ImportedGraph.Value> {
        var result: OrderedDictionary<String, ImportedGraph.Value> = [:]
        for name in names where random.below(2) == 0 {
          result[name] =
            [.text(text()), .number(Double(random.below(9)) / 4), .list([text(), text()])][random.below(3)]
        }
        return result
      }
      let nodes = (0..<2 + random.below(8)).map { place in
        ImportedGraph.Node(
          text(), label: random.below(2) == 0 ? text() : "",
          attributes: attributes(["role", "sector", "stage", "group", "description", "aliases", "name", "id", text()]),
          group: random.below(4) == 0 ? random.below(2) : nil)
      }
      var graph = ImportedGraph(format: "GEXF", file: text())
      graph.nodes = nodes
      (graph.title, graph.description) = (text(), text())
      graph.edges = (0..<random.below(12)).map { place in
        ImportedGraph.Edge(
          from: random.below(nodes.count), to: random.below(nodes.count), isMutual: random.below(2) == 0,
          attributes: attributes(["relation", "family", "area", "period", "note", "weight", "label", text()]),
          place: "edge \(place + 1)")
      }
      let map = try Self.imported(graph).map
      #expect(map.connections.values.reduce(0) { $0 + $1.statements.count } == graph.edges.count)
      #expect(map.actors.count >= nodes.count)
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
private struct RandomNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }
}
