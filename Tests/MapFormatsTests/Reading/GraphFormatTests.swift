import MapFormats
import OrderedCollections
import Testing

/// Files written by hand after the formats' documents.
struct GraphFormatTests {
  private static func read(_ text: String, nodes: String? = nil) throws -> ImportedGraph {
    try GraphFile.read(Array(text.utf8), name: "folder/file", nodes: nodes.map { (Array($0.utf8), "nodes") })
  }

  /// Each edge as `source > target`, or `source - target` if it runs both ways.
  private static func edges(_ graph: ImportedGraph) -> [String] {
    graph.edges.map { "\(graph.nodes[$0.source].id) \($0.isMutual ? "-" : ">") \(graph.nodes[$0.target].id)" }
  }

  private static func left(_ graph: ImportedGraph) -> [String] {
    graph.notices.filter { $0.kind == .left }.map(\.description)
  }
  private static func assumed(_ graph: ImportedGraph) -> [String] {
    graph.notices.filter { $0.kind == .assumed }.map(\.description)
  }

  // MARK: GraphML

  @Test func `GraphML: defaults, types, mixed directions, and what has no place is counted`() throws {
    let graph = try Self.read(
      """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
        <g:key id="k" for="node" attr.name="kind" attr.type="string"><g:default>school</g:default></g:key>
        <g:key id="n" for="all" attr.name="big" attr.type="long"/>
        <g:key id="b" for="edge" attr.name="sure" attr.type="boolean"/>
        <g:graph edgedefault="directed"><g:desc>Who knows whom</g:desc>
          <g:edge source="a" target="b" directed="false"><g:data key="b">true</g:data><g:data key="zz">1</g:data></g:edge>
          <g:node id="a"><g:data key="n">12345678901234567</g:data><g:port name="p"/></g:node>
          <g:node id="b"><g:data key="k">service</g:data><g:data key="n">7</g:data></g:node>
          <g:edge id="e2" source="b" target="c" sourceport="p"/>
          <g:hyperedge><g:endpoint node="a"/></g:hyperedge>
        </g:graph>
        <g:graph/>
      </g:graphml>
      """)
    #expect(Self.edges(graph) == ["a - b", "b > c"])
    #expect(graph.nodes[0].attributes == ["kind": .text("school"), "big": .text("12345678901234567")])
    #expect(graph.nodes[1].attributes == ["kind": .text("service"), "big": .number(7)])
    #expect(graph.edges[0].attributes == ["sure": .text("true")])
    #expect(graph.edges[1].place == "edge 2 (e2)" && graph.description == "Who knows whom" && graph.file == "file")
    #expect(
      Set(Self.left(graph)) == [
        "graphs behind the first", "data under keys that the file does not declare", "ports of nodes",
        "ports at which edges end", "hyperedges, which join more than two nodes",
      ])
    #expect(
      Self.assumed(graph) == [
        "ends of edges that are no nodes of the file are actors of which nothing else is known; where one is misspelt, mend the"
          + " file and import it anew: \"c\""
      ])
  }

  @Test func `GraphML of yEd: labels, groups, and heads that say the direction`() throws {
    func node(_ id: String, _ label: String, inside: String = "") -> String {
      """
      <node id="\(id)"><data key="d0"><y:ShapeNode><y:Geometry x="1"/><y:NodeLabel>\(label)<y:LabelModel/></y:NodeLabel>
      </y:ShapeNode></data>\(inside)</node>
      """
    }
    func edge(_ source: String, _ target: String, _ heads: (String, String)) -> String {
      """
      <edge source="\(source)" target="\(target)"><data key="d1"><y:PolyLineEdge><y:Arrows source="\(heads.0)"
      target="\(heads.1)"/><y:EdgeLabel>refers to</y:EdgeLabel></y:PolyLineEdge></data></edge>
      """
    }
    let graph = try Self.read(
      """
      <graphml xmlns:y="y"><key for="node" id="d0" yfiles.type="nodegraphics"/><key for="edge" id="d1" yfiles.type="edgegraphics"/>
      <graph edgedefault="directed">\(node("n0", "Schools", inside: "<graph>\(node("n0::n0", "School A"))</graph>"))
      \(node("n1", "Hub"))\(edge("n0::n0", "n1", ("none", "standard")))\(edge("n0", "n1", ("delta", "none")))
      \(edge("n1", "n0", ("none", "none")))\(edge("n1", "n0", ("delta", "delta")))</graph></graphml>
      """)
    #expect(graph.nodes.map(\.label) == ["Schools", "School A", "Hub"])
    #expect(graph.nodes.map(\.group) == [nil, 0, nil])
    #expect(Self.edges(graph) == ["n0::n0 > n1", "n1 > n0", "n1 - n0", "n1 - n0"])
    #expect(graph.edges.allSatisfy { $0.attributes == ["label": .text("refers to")] })
    #expect(
      Self.left(graph) == [
        "shapes, colours and places of nodes, as yEd draws them (3)",
        "lines, colours and bends of edges, as yEd draws them (4)",
      ])
    #expect(Self.assumed(graph).count == 2)
  }

  // MARK: GEXF

  @Test func `GEXF: kinds of edge, parents, lists, and times that are told`() throws {
    let graph = try Self.read(
      """
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph mode="dynamic">
      <attributes class="node"><attribute id="0" title="tags" type="liststring"/>
      <attribute id="1" title="cases" type="integer"><default>3</default></attribute></attributes>
      <nodes><node id="a" label="A"><attvalues><attvalue for="0" value="[north, pilot]"/><attvalue for="1" value="5" start="1"/>
      <attvalue for="1" value="9" start="2"/><attvalue for="9" value="x"/></attvalues><viz:color r="1" g="2" b="3"/>
      <nodes><node id="b" label="B" start="2020"/></nodes></node><node id="c" pid="a"/><node id="d" pid="zz"/></nodes>
      <edges><edge source="a" target="b" weight="2.5" kind="advice"/><edge source="b" target="c" type="directed"/>
      <edge source="c" target="a" type="mutual"><spells><spell start="1"/></spells></edge></edges></graph></gexf>
      """)
    #expect(Self.edges(graph) == ["a - b", "b > c", "c - a"])
    #expect(graph.nodes.map(\.group) == [nil, 0, 0, nil])
    #expect(graph.nodes[0].attributes == ["cases": .number(5), "tags": .list(["north", "pilot"])])
    #expect(graph.nodes[1].attributes == ["cases": .number(3)] && graph.nodes[1].label == "B")
    #expect(graph.edges[0].attributes == ["kind": .text("advice"), "weight": .number(2.5)])
    #expect(
      Set(Self.left(graph)) == [
        "values of attributes that the file does not declare", "colours, sizes and places of nodes",
        "values that hold at another time: the first of each is taken",
        "when values begin and end; they are taken as there all the time",
        "when nodes begin and end; they are taken as there all the time",
        "when edges begin and end; they are taken as there all the time", "groups that are no nodes of the file",
      ])
  }

  // MARK: Pajek

  @Test func `Pajek: relations, lists, two modes, and letters as numbers`() throws {
    let graph = try Self.read(
      """
      % made by hand\r
      *Network Town network\r
      *Vertices 5 2\r
      1 "School A" 0.1 0.2 0.5 box ic Red staff 12\r
      2 "B&#252;ro"\r
      4 Hub [5-9]\r
      *Arcs :1 "advice"\r
      1 2 3 l "often" c Blue\r
      2 2\r
      *Edges\r
      4 1 2.5\r
      *Arcslist\r
      1 3 4\r
      *Partition sex\r
      1\r
      """)
    #expect(graph.title == "Town network")
    #expect(graph.nodes.map(\.label) == ["School A", "B\u{FC}ro", "", "Hub", ""])
    #expect(graph.nodes[0].attributes == ["mode": .number(1), "staff": .number(12)])
    #expect(graph.nodes[4].attributes == ["mode": .number(2)])
    #expect(Self.edges(graph) == ["1 > 2", "2 > 2", "4 - 1", "1 > 3", "1 > 4"])
    #expect(graph.edges[0].attributes == ["weight": .number(3), "label": .text("often"), "relation": .text("advice")])
    #expect(graph.edges[2].attributes == ["weight": .number(2.5)])
    #expect(graph.edges[2].place == "edge 3 (line 11)")
    #expect(Self.left(graph).count == 5)
    let matrix = try Self.read("*Vertices 2\n*Matrix\n0 2\n0 0\n")
    #expect(Self.edges(matrix) == ["1 > 2"] && matrix.edges[0].attributes == ["weight": .number(2)])
  }

  // MARK: JSON

  @Test func `Pajek: a quotation mark in a name stands doubled`() throws {
    let graph = try Self.read("*Vertices 3\n1 \"Hub \"\"A\"\"\" 0.1 0.2\n2 \"\"\"B\"\"\"\n3 \"\"\n*Arcs\n1 2\n")
    #expect(graph.nodes.prefix(2).map(\.label) == ["Hub \"A\"", "\"B\""])
  }

  @Test func `node-link JSON: ids of any kind, places in D3, and what netmap exports`() throws {
    let graph = try Self.read(
      #"""
      {"directed": false, "graph": {"name": "Town"}, "nodes": [{"id": 1, "x\u00e9": [1, "a"], "in": {"a": 1}},
      {"id": "1"}, {"id": ["a", 2], "big": 12345678901234567890, "odd": NaN, "none": null}],
      "links": [{"source": 1, "target": ["a", 2]}, {"source": "1", "target": 1}]}
      """#)
    #expect(graph.title == "Town" && graph.nodes.map(\.id) == ["1", "1", "a, 2"])
    #expect(
      graph.edges.map { [$0.source, $0.target] } == [[0, 2], [1, 0]] && graph.edges.allSatisfy { $0.isMutual })
    #expect(graph.nodes[0].attributes == ["x\u{E9}": .list(["1", "a"])])
    #expect(graph.nodes.last?.attributes == ["big": .text("12345678901234567890"), "odd": .text("NaN")])
    #expect(Self.left(graph) == ["what stands under \"in\", which has parts"])
    let d3 = try Self.read(#"{"nodes": [{"name": "A"}, {"name": "B"}], "links": [{"source": 1, "target": 0}]}"#)
    #expect(Self.edges(d3) == ["1 > 0"] && d3.nodes[1].attributes == ["name": .text("B")])
    let own = try Self.read(
      #"""
      {"directed": true, "nodes": [{"id": "a"}, {"id": "b"}], "edges": [
      {"source": "a", "target": "b", "relation": "meets", "mutual": true}, {"source": "b", "target": "a", "relation": "meets",
      "mutual": true}, {"source": "a", "target": "a", "relation": "meets", "mutual": true}, {"source": "b", "target": "a"}]}
      """#)
    #expect(Self.edges(own) == ["a - b", "a - a", "b > a"])
  }

  @Test func `Cytoscape.js: two lists or one, compound nodes, and the view left`() throws {
    let node = #"{"data": {"id": "a", "name": "A", "parent": "g"}, "position": {"x": 1}, "classes": "school"}"#
    let edge = #"{"data": {"id": "e", "source": "a", "target": "g", "interaction": "pp"}}"#
    let graph = try Self.read(
      #"{"data": {"name": "Town"}, "elements": {"nodes": [\#(node), {"data": {"id": "g"}}], "edges": [\#(edge)]}, "style": []}"#
    )
    #expect(graph.title == "Town" && graph.nodes.map(\.group) == [1, nil])
    #expect(graph.nodes[0].attributes == ["name": .text("A"), "classes": .text("school")])
    #expect(Self.edges(graph) == ["a > g"] && graph.edges[0].place == "edge 1 (e)")
    #expect(Self.left(graph) == ["styles and settings of the view", "places of nodes"])
    #expect(Self.edges(try Self.read("[\(node), \(edge), {\"data\": {\"id\": \"g\"}}]")) == ["a > g"])
  }

  @Test func `Kumu: blueprints by id or label, and exports of projects`() throws {
    let blueprint = try Self.read(
      #"""
      {"elements": [{"label": "School A", "type": "School", "tags": ["x", "y"]}, {"id": "h", "label": "Hub"}],
      "connections": [{"from": "School A", "to": "h", "direction": "undirected"}, {"from": "Hub", "to": "School A"}]}
      """#)
    #expect(Self.edges(blueprint) == ["School A - h", "h > School A"])
    #expect(blueprint.nodes[0].attributes == ["type": .text("School"), "tags": .list(["x", "y"])])
    let export = try Self.read(
      #"""
      {"name": "Town", "description": "D", "attributes": {}, "elements": [{"_id": "elem-1", "attributes": {"label": "A",
      "element type": "School"}}, {"_id": "elem-2", "attributes": {"label": "B"}}], "connections": [{"_id": "conn-1",
      "direction": "directed", "reversed": true, "delayed": true, "from": "elem-1", "to": "elem-2", "attributes":
      {"connection type": "Referral"}}], "loops": [], "maps": [{}], "perspectives": [{}, {}]}
      """#)
    #expect(Self.edges(export) == ["elem-2 > elem-1"] && export.title == "Town" && export.description == "D")
    #expect(export.edges[0].attributes == ["connection type": .text("Referral")])
    #expect(Self.left(export) == ["maps of Kumu", "perspectives of Kumu (2)", "marks of delay on connections"])
  }

  @Test func `JSON Graph Format: nodes by id, and each edge's own direction`() throws {
    let graph = try Self.read(
      #"""
      {"graph": {"directed": false, "label": "Town", "nodes": {"a": {"label": "A", "metadata": {"n": 1}}, "b": {}},
      "edges": [{"source": "a", "target": "b", "relation": "r"}, {"source": "b", "target": "a", "directed": true}]}}
      """#)
    #expect(graph.title == "Town" && Self.edges(graph) == ["a - b", "b > a"])
    #expect(graph.nodes[0].attributes == ["n": .number(1)] && graph.edges[0].attributes == ["relation": .text("r")])
  }

  // MARK: Tables

  @Test func `tables: numbers are numbers where a whole column is, and ids with zeros stay`() throws {
    let graph = try Self.read(
      "Source;Target;Type;Weight;code\n1;2;Directed;2.5;007\n2;1;Undirected;;8\n;1;;;\n2;3;;1;9\n",
      nodes: "Id;Label;role;staff\n1;School A;school;12\n2;Hub;;\n1;School B;school;13\n")
    #expect(Self.edges(graph) == ["1 > 2", "2 - 1", "2 > 3"])
    #expect(graph.nodes.map(\.label) == ["School B", "Hub", ""])
    #expect(graph.nodes[0].attributes == ["role": .text("school"), "staff": .number(13)])
    #expect(graph.edges[0].attributes == ["Weight": .number(2.5), "code": .text("007")])
    #expect(graph.edges.map(\.place) == ["row 2", "row 3", "row 5"])
    #expect(Self.left(graph) == ["rows of edges of which an end is empty: row 4 (\"1\")"])
    #expect(Self.assumed(graph).count == 3)
  }

  @Test(arguments: [
    ("from,to\na,b\nb,c\n", ["a > b", "b > c"]), ("a,b\nb,c\n", ["a > b", "b > c"]),
    ("1 2\n2 3\n", ["1 > 2", "2 > 3"]),
    ("who,whom\na,b\nb,c\n", ["a > b", "b > c"]), ("3\t4\n4\t5\n", ["3 > 4", "4 > 5"]),
    ("From,To,direction\na,b|c,mutual\n", ["a - b", "a - c"]), ("sep=;\nego;alter\na;b\n", ["a > b"]),
  ])
  func `plain lists of edges have a header or none`(text: String, edges: [String]) throws {
    #expect(Self.edges(try Self.read(text)) == edges)
  }

  @Test func `tables: a ditto mark stands for what stands above, but where a node is called so`() throws {
    let table = "from,to,type\nHub,School,funds\n\"\"\"\",Clinic,ditto\nHub,Ditto,do.\n"
    let graph = try Self.read(table)
    #expect(Self.edges(graph) == ["Hub > School", "Hub > Clinic", "Hub > Clinic"])
    #expect(graph.edges.map { $0.attributes["type"] } == [.text("funds"), .text("funds"), .text("funds")])
    #expect(
      Self.assumed(graph).contains { $0.contains("ditto marks stand for what stands above them (4)") },
      "\(Self.assumed(graph))")
    let named = try Self.read(table, nodes: "id,sector\nHub,x\nSchool,''\nClinic,y\nDitto,z\n")
    #expect(named.nodes.map { $0.attributes["sector"] } == [.text("x"), .text("x"), .text("y"), .text("z")])
    #expect(Self.edges(named).last == "Hub > Ditto")
  }

  /// R's `write.table` of a data frame: the names of rows stand below no name.
  @Test(arguments: [" ", ","])
  func `tables: names of rows without a header are no ends`(separator: String) throws {
    let rows = [["from", "to", "relation"], ["1", "Hub A", "School", "refers to"], ["2", "School", "GP", "funds"]]
    let text = rows.map { $0.map { "\"\($0)\"" }.joined(separator: separator) + "\n" }.joined()
    let graph = try Self.read(text)
    #expect(Self.edges(graph) == ["Hub A > School", "School > GP"])
    #expect(graph.edges[0].attributes["relation"] == .text("refers to"))
  }

  /// Tables as Excel, UCINET and R's `write.csv` and `write.table` write them.
  @Test(
    arguments: [
      (",Hub,School,GP\nHub,0,1,0\nSchool,1,0,2\nGP,0,0,0\n", ["Hub > School", "School > Hub", "School > GP"]),
      (
        "Ties in 2024\n\nFrom / to,Hub,School,GP,Total\nHub,,x,,1\nSchool,x,-,x,2\nGP,,,,0\nTotal,1,1,1,3\n",
        ["Hub > School", "School > Hub", "School > GP"]
      ),
      (
        "\"\",\"Hub\",\"GP\",\"School\"\n\"Hub\",0,0,1\n\"School\",1,1,0\n\"GP\",0,0,0\n",
        ["Hub > School", "School > Hub", "School > GP"]
      ),
      (
        "\"Hub\" \"School\" \"GP\"\n\"Hub\" 0 1 0\n\"School\" 1 0 1\n\"GP\" 0 1 0\n",
        ["Hub - School", "School - GP"]
      ),
      (";Panel;Forum\nHub;1;0\nSchool;1;1\nGP;;\n", ["Hub > Panel", "School > Panel", "School > Forum"]),
    ] as [(String, [String])])
  func `a matrix is read as what its cells say`(text: String, edges: [String]) throws {
    let graph = try Self.read(text)
    #expect(Self.edges(graph) == edges)
    #expect(Set(graph.nodes.map(\.id)).isSuperset(of: ["Hub", "School", "GP"]))
    #expect(Self.assumed(graph).contains { $0.contains("is a matrix of ties") })
  }

  @Test func `a matrix: weights, words, the diagonal, and what is not known`() throws {
    let graph = try Self.read("Actor,Hub,School,GP\nHub,1,3,NA\nSchool,funds,1,0.5\nGP,0,refers to,1\n")
    #expect(Self.edges(graph) == ["Hub > School", "School > Hub", "School > GP", "GP > School"])
    #expect(graph.edges.map { $0.attributes["weight"]?.words ?? "" } == ["3", "", "0.5", ""])
    #expect(graph.edges.map { $0.attributes["relation"]?.words ?? "" } == ["", "funds", "", "refers to"])
    #expect(Self.left(graph).contains { $0.contains("diagonal") && $0.contains("3") })
    #expect(Self.left(graph).contains { $0.contains("nothing is known") })
    // What stands beside a table of edges says what actors are.
    let flags = try Self.read("from,to\nHub,GP\n", nodes: "Name,North,South\nHub,1,0\nGP,0,1\n")
    #expect(Self.edges(flags) == ["Hub > GP"] && flags.nodes[0].attributes["North"]?.words == "1")
  }

  /// After the documents of NDEx on CX and CX2, and `networkx.adjacency_data`.
  @Test(arguments: [
    """
    [{"numberVerification": []}, {"nodes": [{"@id": 1, "n": "Hub"}]}, {"edges": [{"@id": 9, "s": 1, "t": 2, "i": "funds"}]},
     {"nodes": [{"@id": 2, "n": "School"}]}, {"nodeAttributes": [{"po": 1, "n": "sector", "v": "nhs"}]},
     {"networkAttributes": [{"n": "name", "v": "Ours"}]}, {"cartesianLayout": []}, {"status": [{"success": true}]}]
    """,
    """
    [{"CXVersion": "2.0", "hasFragments": false},
     {"attributeDeclarations": [{"nodes": {"name": {"a": "n"}, "sector": {"v": "nhs"}}, "edges": {"interaction": {"a": "i"}}}]},
     {"networkAttributes": [{"name": "Ours"}]}, {"nodes": [{"id": 1, "v": {"n": "Hub"}}, {"id": 2, "v": {"n": "School"}}]},
     {"edges": [{"id": 9, "s": 1, "t": 2, "v": {"i": "funds"}}]}, {"visualProperties": []}, {"status": [{"success": true}]}]
    """,
  ])
  func `CX: aspects in any order, attributes beside or apart`(text: String) throws {
    let graph = try Self.read(text)
    #expect(graph.title == "Ours" && graph.nodes.map(\.label) == ["Hub", "School"])
    #expect(graph.nodes[0].attributes["sector"] == .text("nhs"))
    #expect(graph.edges.map { $0.attributes["interaction"] } == [.text("funds")])
    #expect(Self.left(graph).count == 1 && Self.left(graph)[0].contains("aspect"))
  }

  @Test func `node-link JSON: lists of neighbours, and no edges at all`() throws {
    let graph = try Self.read(
      #"{"directed": false, "nodes": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "adjacency": [[{"id": "b", "kind": "x"}], [{"id": "a", "kind": "x"}, {"id": "c"}], [{"id": "b"}]], "steps": [1]}"#
    )
    #expect(Self.edges(graph) == ["a - b", "b - c"])
    #expect(graph.edges[0].attributes["kind"] == .text("x"))
    #expect(Self.left(graph) == ["what stands under \"steps\""])
    #expect(throws: GraphFileError.self) { try Self.read(#"{"nodes": [{"id": "a"}]}"#) }
  }

  @Test func `Kumu's tables: edges may call nodes by their labels, and their type is no direction`() throws {
    let graph = try Self.read(
      "From,To,Type,direction\nSchool A,h1,Referral,directed\nh1,s1,Directed,mutual\n",
      nodes: "ID,Label,Type\ns1,School A,School\nh1,Hub,\n")
    #expect(Self.edges(graph) == ["s1 > h1", "h1 - s1"])
    #expect(graph.edges.map { $0.attributes["Type"]?.words } == ["Referral", "Directed"])
  }

  // MARK: What cannot be read

  @Test(arguments: [
    ("", "empty"), ("<a><b></a>", "whole XML"), ("<html/>", "GraphML and GEXF"), ("<graphml/>", "no <graph>"),
    ("<gexf/>", "no <graph>"), ("{", "JSON"), ("{\"a\": 1}", "no graph that is known"), ("[1, 2] 3", "JSON"),
    ("{\"nodes\": [], \"edges\": []}", "no nodes"), ("{\"nodes\": [1], \"edges\": []}", "no object"),
    ("graph [ node [ id 1 ] ]", "GraphML"), ("digraph { a -> b }", "GraphML"), ("dl n=4\n", "UCINET"),
    ("*Vertices 99999999999\n", "more than"), ("*Vertices x\n", "how many"), ("*Arcs\n1 2\n", "no number of a node"),
    ("*Vertices 2\n3 \"a\"\n", "file:2: "), ("a\n", "two columns"), ("id,label\n1,a\n", "--nodes"),
    ("<graphml><graph><node/></graph></graphml>", "no id"), ("\0\u{1}\u{2}", "no text"),
    ("from,to\n\"a,b\n", "file:2: "), ("Creator \"igraph\"\nVersion 1\ngraph\n[\n  directed 1\n", "GraphML"),
    ("a b {'weight': 3}\nb c {}\n", "braces"), ("# a\nb 1\n# b\nc\n", "LGL"), ("Team,Staff\nHub,3\nGP,12\n", "numbers"),
  ])
  func `what is no graph is told in words that help`(text: String, words: String) {
    let error = #expect(throws: GraphFileError.self) { try Self.read(text) }
    #expect(error?.description.contains(words) ?? false, "\(error?.description ?? "")")
  }

  /// Found by libFuzzer: the library's messages went to whoever printed them with what steers a terminal.
  @Test func `what a file has in it steers no terminal from a message`() {
    let error = #expect(throws: GraphFileError.self) { try Self.read("{\"nodes\": [\n \u{17}\u{1B}red]}") }
    #expect(error?.line == 2 && error?.message.hasSuffix("\"red\" is no value of JSON") ?? false, "\(error as Any)")
    #expect(GraphFileError(file: "x", message: "a\u{1B}b\nc").message == "ab c")
  }

  @Test func `hostile files end in a message`() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: GraphFileError.self) { try Self.read("{\"nodes\": \(deep)") }
    let nested = String(repeating: "<node id='a'><graph>", count: 10_000)
    #expect(throws: GraphFileError.self) { try Self.read("<graphml><graph>\(nested)") }
    let bomb = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
    #expect(throws: GraphFileError.self) {
      try Self.read(
        "<!DOCTYPE graphml [<!ENTITY l0 \"lol\">\(bomb)]><graphml><graph><node id='a'/><desc>&l9;</desc></graph></graphml>"
      )
    }
    let many = (0...ImportedGraph.mostNodes).map { "\($0),\($0)" }.joined(separator: "\n")
    #expect(throws: GraphFileError.self) { try Self.read("from,to\n\(many)\n") }
    #expect(throws: GraphFileError.self) {
      try GraphFile.read([UInt8](repeating: 0x20, count: ImportedGraph.largestFile + 1), name: "x")
    }
  }

  @Test func `a large document is read in one piece`() throws {
    let text = String(repeating: "a long text ", count: 10)
    let nodes = (0..<5_000).map {
      "<node id=\"n\($0)\"><data key=\"d\">\(text)\(text)\(text)\(text)\(text)\(text)\(text)\(text)</data></node>"
    }
    let graph = try Self.read("<graphml><key id=\"d\" attr.name=\"d\"/><graph>\(nodes.joined())</graph></graphml>")
    #expect(graph.nodes.count == 5_000)
  }

  @Test func `bytes cut off or changed anywhere do not end the program`() {
    let texts = [
      "<graphml><key id='d' attr.name='x' attr.type='int'/><graph><node id='a'><data key='d'>1</data></node></graph></graphml>",
      "<gexf><graph><nodes><node id='a' label='A'/></nodes><edges><edge source='a' target='a'/></edges></graph></gexf>",
      "*Vertices 2\n1 \"a\" 0 0 box\n*Arcs\n1 2 3\n", "from,to,type\na,\"b\",x\n",
      "{\"nodes\": [{\"id\": \"\\u00e9\"}], \"links\": [{\"source\": 0, \"target\": 1e3}]}",
    ]
    for text in texts {
      let bytes = Array(text.utf8)
      for place in bytes.indices {
        for change in [nil, 0x22, 0x00, 0x2A, 0xFF, 0x3C, 0x7B, 0x0A] as [UInt8?] {
          var changed = bytes
          if let change { changed[place] = change } else { changed.removeSubrange(place...) }
          if let graph = try? GraphFile.read(changed, name: "x") { _ = try? ImportedMap(graph) }
        }
      }
    }
  }
}
