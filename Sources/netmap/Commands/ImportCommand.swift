import ArgumentParser
import NetworkMaps

/// `netmap import`: a map from a graph of another tool.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a map of a graph from another tool.",
    discussion: """
      Reads Excel workbooks (.xlsx) with a sheet of ties and one of actors, as people and Kumu keep them, GraphML (yEd, Gephi, networkx, igraph), GEXF, Pajek .net, JSON (Kumu, Cytoscape.js, CX, node-link as of \
      networkx, JSON Graph Format), matrices, and tables of edges, alone or with a table of nodes: CSV of Gephi (Source, \
      Target), of R (from, to), of Kumu (From, To), or plain. What a file is shows in its content. The map is a folder, or a \
      workbook if its name ends in .xlsx.

      Each node becomes an actor and each edge a statement that says where in the file it stands, so that the map passes \
      `netmap check` and can be drawn and asked at once. Without options, what columns plainly name is taken: a column \
      called role or type decides the shape, sector the colour, and so on. All that was assumed, and all that was left, \
      is printed.

        netmap import edges.csv --nodes nodes.csv --output my-map
        netmap import network.graphml --role kind --output my-map
        netmap import ties.xlsx --interview "Who said it" --output my-map.xlsx
      """)

  @Argument(help: "The file with the graph; of tables, the one with the edges.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "The table of nodes that belongs to a table of edges: a file, or a sheet of the workbook.",
      valueName: "file or sheet"), completion: .file())
  var nodes: String?

  @Option(
    help: ArgumentHelp(
      "The folder to make for the map, or the workbook (.xlsx). It must not exist yet, or be empty.",
      valueName: "folder"), completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("The title of the map.", valueName: "words"))
  var title: String?

  @Option(help: ArgumentHelp("What nodes are called, if not by label or name.", valueName: "column"))
  var name: String?

  @Option(help: ArgumentHelp("What decides an actor's role, and so its shape.", valueName: "column"))
  var role: String?

  @Option(help: ArgumentHelp("What decides an actor's sector, and so its colour.", valueName: "column"))
  var sector: String?

  @Option(
    help: ArgumentHelp("What decides where an actor stands, from left to right; up to 6 stages.", valueName: "column"))
  var stage: String?

  @Option(
    help: ArgumentHelp(
      "The stages from left to right, with commas between; without this, as the file names them.", valueName: "names"))
  var stages: String?

  @Option(
    help: ArgumentHelp(
      "An actor that receives support, at the right end of figures; can be repeated.", valueName: "name"))
  var beneficiary: [String] = []

  @Option(
    help: ArgumentHelp(
      "Keeps what nodes say there although it looks like an e-mail address, a telephone number or a contact.",
      valueName: "column"))
  var attribute: [String] = []

  @Option(help: ArgumentHelp("Which other actor an actor is part of.", valueName: "column"))
  var group: String?

  @Option(help: ArgumentHelp("What describes actors, and the words on connections.", valueName: "column"))
  var description: String?

  @Option(help: ArgumentHelp("What an edge stands for, such as refers to.", valueName: "column"))
  var relation: String?

  @Option(help: ArgumentHelp("What a relation is of, such as support, and so its line.", valueName: "column"))
  var family: String?

  @Option(help: ArgumentHelp("The areas in which an edge holds, separated by ; or |.", valueName: "column"))
  var area: String?

  @Option(help: ArgumentHelp("The periods in which an edge holds, separated by ; or |.", valueName: "column"))
  var period: String?

  @Option(help: ArgumentHelp("The interview in which an edge was spoken of; for the team alone.", valueName: "column"))
  var interview: String?

  @Option(
    help: ArgumentHelp(
      "The group of informants that spoke of an edge; groups are published. The same column as --interview holds both,"
        + " as in Interview 3, mentor.", valueName: "column"))
  var informant: String?

  @Option(help: ArgumentHelp("The words of who spoke of an edge.", valueName: "column"))
  var excerpt: String?

  @Option(
    help: ArgumentHelp(
      "How many cases an edge counts, such as weight. Without this, weights are left: they can mean anything.",
      valueName: "column"))
  var cases: String?

  @Option(help: "Which way edges run: given (as the file says), directed (all one way) or mutual (all both ways).")
  var direction: ImportOptions.Direction = .given

  func run() throws {
    if OutputFiles.holdsAnything(output) {
      throw Failure(
        message: "netmap: \"\(output)\" already exists and is not empty; give the name of a new"
          + " \(makesWorkbook ? "workbook" : "folder").", code: 2)
    }
    let (graph, imported) = try read()
    try write(imported.map)
    Console.print(imported.text(of: graph))
    Console.print(
      """

      Made \(output). Next: netmap check \(output)
            netmap figures \(output) --output Figures\n
      """)
  }

  private var makesWorkbook: Bool { output.lowercased().hasSuffix(".xlsx") }

  private func write(_ map: NetworkMap) throws {
    guard makesWorkbook else {
      do { try MapFolder.write(map, to: output) } catch { throw Failure(message: "netmap: \(error)") }
      return
    }
    let conversion: MapConversion
    do { conversion = try MapConversion.workbook(of: map) } catch { throw Failure(message: "netmap: \(error)") }
    try OutputFiles().write(conversion.files[MapConversion.workbookName] ?? [], to: output)
  }

  private func read() throws -> (ImportedGraph, ImportedMap) {
    do {
      let graph = try GraphFile.read(at: file, nodes: nodes, options: options)
      return (graph, try ImportedMap(graph, options))
    } catch {
      throw Failure(message: "netmap: \(error)")
    }
  }

  private var options: ImportOptions {
    var options = ImportOptions()
    (options.title, options.name, options.role, options.sector, options.stage) = (title, name, role, sector, stage)
    (options.group, options.description, options.relation, options.family) = (group, description, relation, family)
    (options.area, options.period, options.cases, options.direction) = (area, period, cases, direction)
    (options.interview, options.informant, options.excerpt) = (interview, informant, excerpt)
    (options.beneficiaries, options.attributes) = (beneficiary, attribute)
    options.stages = (stages ?? "").split(separator: ",").map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
    if makesWorkbook { options.definition = "the workbook" }
    return options
  }
}
