import MapModel
import OrderedCollections
import Tabular
import XML

/// A file that another tool keeps a graph in: GraphML, GEXF, Pajek, JSON of several kinds, or tables.
public enum GraphFile {
  /// Reads a graph from a file on disk.
  /// - Parameters:
  ///   - path: the file.
  ///   - nodes: the table of nodes beside a table of edges: a file, or a sheet of the workbook that the file is.
  ///   - options: what the user says of the file's columns.
  /// - Throws: ``GraphFileError`` if it cannot be opened, or no graph can be read from it.
  public static func read(
    at path: String, nodes: String? = nil, options: ImportOptions = ImportOptions()
  ) throws(GraphFileError) -> ImportedGraph {
    let bytes = try bytes(at: path)
    guard let nodes else { return try read(bytes, name: path, options: options) }
    let sheets = WorkbookTables.sheets(of: bytes)
    if sheets.contains(where: { $0.isSameName(as: nodes) }) {
      return try read(bytes, name: path, sheet: nodes, options: options)
    }
    do {
      return try read(bytes, name: path, nodes: (try Self.bytes(at: nodes), nodes), options: options)
    } catch  where !sheets.isEmpty && error.file == nodes {
      throw GraphFileError(
        file: nodes,
        message: "there is neither such a sheet nor a file that can be read; the workbook's sheets are"
          + " \(sheets.prefix(12).map(\.quotedInMessage).joined(separator: ", "))")
    }
  }

  private static func bytes(at path: String) throws(GraphFileError) -> [UInt8] {
    do {
      var file = try FileChunks(.disk(path: path))
      // One byte more than there may be shows what is too large.
      return try file.next(min(file.size, ImportedGraph.largestFile) + 1)
    } catch {
      throw GraphFileError(
        file: path, message: "this cannot be read; mind the spelling, that it is a file, and that you may open it")
    }
  }

  /// Reads a graph; what it is shows in its content, whatever the file is called.
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: what the file is called.
  ///   - nodes: the table of nodes beside a table of edges, with its name.
  ///   - sheet: the sheet of a workbook that is a table of nodes, whatever else its sheets are.
  ///   - options: what the user says of the file's columns.
  /// - Throws: ``GraphFileError`` if no graph can be read from it.
  /// - Complexity: O(n), where n is the number of bytes.
  public static func read(
    _ bytes: [UInt8], name: String, nodes: (bytes: [UInt8], name: String)? = nil, sheet: String? = nil,
    options: ImportOptions = ImportOptions()
  ) throws(GraphFileError) -> ImportedGraph {
    // A path says where somebody keeps the file, which is nobody's business.
    let name = name.split(separator: "/").last.map(String.init) ?? name
    for file in [(bytes, name), nodes.map { ($0.bytes, $0.name) }].compactMap(\.self) {
      guard file.0.count <= ImportedGraph.largestFile else {
        throw GraphFileError(
          file: file.1, message: "the file has more than \(ImportedGraph.largestFile >> 20) MB, which no map shows")
      }
    }
    let isTable = nodes != nil
    if SpreadsheetFile.isStart(bytes) || nodes.map({ SpreadsheetFile.isStart($0.bytes) }) ?? false {
      return try WorkbookTables.read(bytes, name: name, nodes: nodes, sheet: sheet, options)
    }
    let text = DecodedText(bytes)
    let start = String(decoding: text.bytes.prefix(1 << 12), as: UTF8.self).drop(while: \.isWhitespace)
    switch start.first {
    case "<" where !isTable: return try readXML(bytes, name)
    case "{" where !isTable, "[" where !isTable: return try readJSON(text.bytes, name)
    default: break
    }
    if !isTable, PajekReader.isStart(start) { return try PajekReader.read(text.text, file: name) }
    if let hint = hint(of: start) { throw GraphFileError(file: name, message: hint) }
    let edges = try GraphTable(bytes, file: name, matrices: .all)
    let table = try nodes.map { nodes throws(GraphFileError) in try GraphTable(nodes.bytes, file: nodes.name) }
    return try GraphTablesReader.read(
      edges: [edges], nodes: table.map { [$0] } ?? [], file: name,
      format: nodes == nil ? "a table of edges" : "tables of nodes and edges", options)
  }

  /// What to do with a file of a kind that is known and not read.
  private static func hint(of start: Substring) -> String? {
    let word = start.prefix { $0.isLetter || $0 == "#" || $0 == "%" }.lowercased()
    let openings = ["graph", "digraph", "strict", "creator", "version", "comment"]
    if openings.contains(word), start.prefix(400).contains(where: { "[{".contains($0) }), start.contains("graph") {
      return "this is GML or DOT, which is not read; save the graph as GraphML with the tool that made it"
    }
    if word == "dl" { return "this is DL of UCINET, which is not read; save the network as Pajek (.net) or as a table" }
    let lines = start.split(whereSeparator: \.isNewline)
    if lines.prefix(20).contains(where: { $0.last == "}" && $0.contains(" {") }) {
      return
        "this is a list of edges of networkx, with what it says of them in braces, which is not read; save the graph as"
        + " GraphML or as node-link JSON"
    }
    if lines.first?.hasPrefix("# ") ?? false, lines.count > 1 {
      return
        "this is LGL or a list of neighbours, which is not read; save the graph as GraphML with the tool that made it"
    }
    let isBinary = start.unicodeScalars.prefix(1024).contains {
      $0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0)
    }
    if isBinary { return "this is no text, and no file of a kind that is read" }
    return nil
  }

  private static func readXML(_ bytes: [UInt8], _ name: String) throws(GraphFileError) -> ImportedGraph {
    let root: XMLTree
    do {
      root = try XMLTree(reading: bytes)
    } catch {
      throw GraphFileError(file: name, line: error.line, message: "this is no whole XML document: \(error.message)")
    }
    switch root.localName.lowercased() {
    case "graphml": return try GraphMLReader.read(root, file: name)
    case "gexf": return try GEXFReader.read(root, file: name)
    default:
      throw GraphFileError(
        file: name,
        message: "this is XML of the kind \(String(root.localName).quotedInMessage); GraphML and GEXF are read")
    }
  }

  private static func readJSON(_ bytes: [UInt8], _ name: String) throws(GraphFileError) -> ImportedGraph {
    let json: JSONValue
    do {
      json = try JSONValue(reading: bytes)
    } catch {
      throw GraphFileError(file: name, line: error.line, message: "this is no whole JSON document: \(error.message)")
    }
    if json["elements"]?.list != nil, json["connections"]?.list != nil { return try KumuReader.read(json, file: name) }
    if json["elements"] != nil || json.list?.first?["data"] != nil { return try CytoscapeReader.read(json, file: name) }
    if json["graphs"]?.list != nil || json["graph"]?["nodes"] != nil {
      return try JSONGraphReader.read(json, file: name)
    }
    if let aspects = json.list, aspects.contains(where: { $0["nodes"] != nil && ($0["nodes"]?.list ?? []).count > 0 }) {
      return try CXReader.read(aspects, file: name)
    }
    if json["nodes"]?.list != nil { return try NodeLinkReader.read(json, file: name) }
    throw GraphFileError(
      file: name,
      message:
        "this JSON is no graph that is known: node-link JSON has `nodes` and `edges`, Cytoscape.js has `elements`,"
        + " Kumu has `elements` and `connections`")
  }
}
