import ArgumentParser
import Documents
import MapModel
import NetworkMaps

/// `netmap compare`: areas, or maps, side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare areas or periods of a map, or maps with each other.",
    discussion: """
      Without another map, the areas of the map are compared; with others, the maps as wholes, or the areas that \
      --areas names on any of them. --periods compares periods instead, of the whole map or of one area, and says what \
      came, what went and what stayed. Actors of several maps are matched by id, name and alias. For each connection it \
      is told apart whether it is there (said, recorded or both), doubtful (unclear, contradicted), reported absent, \
      known but of no place (unplaced), not found although somebody who could know was asked, or not known because \
      nobody was.

        netmap compare Maps/ami
        netmap compare Maps/ami --areas Knowsley,Salford --family support
        netmap compare Maps/ami --periods
        netmap compare Maps/ami --periods "Year 1,Years 2 and 3" --areas Salford
        netmap compare Maps/ami --output Comparison
        netmap compare Maps/ami --format csv --table crisp-set
        netmap compare Maps/ami --output Comparison --format xlsx
        netmap compare Maps/ami Maps/expansion --stage set-up
      """)

  @OptionGroup var options: MapOptions

  @Argument(help: "Further maps, compared with the first.", completion: .file(extensions: ["xlsx"]))
  var others: [String] = []

  @Option(
    help: ArgumentHelp("Only these areas, separated by commas, in this order.", valueName: "areas"))
  var areas: String?

  @Option(
    help: ArgumentHelp(
      "These periods, separated by commas, in this order; without names, the longest that the map lists, apart from each"
        + " other. Give the map before it.", valueName: "periods"))
  var periods: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(
    help: ArgumentHelp(
      "Also draw the comparison, and write all its tables, into this folder.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    help: """
      How to print: text, csv, json or xlsx (a workbook of all tables; with --output, it is comparison.xlsx in the folder).
      """)
  var format: TableFormat = .text

  @Option(help: "With --format csv, which table.")
  var table: ComparisonReport.Table?

  @OptionGroup(title: "Figures, with --output") var pictures: FigureOptions

  @Option(
    help: ArgumentHelp(
      "How many permutations the correlation is tested with: without it 5000, and none of more than"
        + " \(MapComparison.mostTestedSides) areas, periods or maps.", valueName: "number"))
  var permutations: Int?

  @Option(help: ArgumentHelp("Where the random numbers of the permutations start.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...1_000_000).contains(permutations ?? 1) else {
      throw ValidationError("--permutations takes a number from 1 to 1000000.")
    }
    if table != nil, format != .csv { throw ValidationError("--table goes with --format csv.") }
  }

  func run() throws {
    let (read, inputs, outputs) = try options.load(with: others, evidence, takesDigests: output != nil)
    let maps = try groups.collapsed(read)
    let comparison = PublishedComparison(
      of: maps, sides: try sides(of: maps), query: try filter.query(with: Names(of: maps)))
    let report = ComparisonReport(
      of: comparison, mapNames: folders, permutations: permutations, seed: seed, threads: 2)
    guard let output else { return try print(report, outputs) }
    // Figures are drawn, and their names looked at, before anything is printed or written.
    let drawn = ComparisonFigures(comparison, style: pictures.style)
    let figures = (0..<drawn.count).map { drawn[$0] }
    var manifest = FigureManifest(
      of: maps, inputs: inputs, version: PackageVersion.current, graphviz: try Figure.rendererVersion())
    var files = try files(of: report, figures, &manifest)
    if format == .xlsx { files.append(OutputFiles.File("comparison.xlsx", try report.workbook())) }
    let seal = OutputFiles.File("manifest.json", try JSONText.text(of: manifest).utf8)
    try outputs.check(files + [seal], into: output)
    if format != .xlsx { try print(report, outputs) }
    try outputs.write(files, into: output, sealedBy: seal)
    FigureOptions.report(figures)
    tell(of: drawn, report.tables.count, in: output)
  }

  private func print(_ report: ComparisonReport, _ outputs: OutputFiles) throws {
    switch format {
    case .xlsx: try outputs.write(report.workbook(), to: "-", isBinary: true)
    case .json: Console.print(data: try JSONText.text(of: report))
    case .csv:
      let table = table ?? .presence
      Console.print(data: report.csv(table))
      let others = report.tables.filter { $0 != table }.map(\.rawValue)
      Console.report("netmap: this is the table \(table.rawValue); --table also takes \(others.asList).")
      Console.report(notes: report.published.maps.narrowing, report.note)
    case .text: Console.print(report.text)
    }
  }

  /// Figures and tables.
  private func files(
    of report: ComparisonReport, _ figures: [Figure], _ manifest: inout FigureManifest
  ) throws -> [OutputFiles.File] {
    let formats = try pictures.formats
    var files: [OutputFiles.File] = []
    for (index, figure) in figures.enumerated() {
      Console.progress("Drawing \(index + 1) of \(figures.count)")
      let drawn = try figure.files(formats, options: pictures.pictures)
      manifest.add(figure, files: drawn)
      files += drawn.map { OutputFiles.File($0.name, $0.bytes) }
    }
    Console.progress("")
    return files
      + report.tables.map { OutputFiles.File("\($0.rawValue).csv", report.csv($0).utf8) }
  }

  private func tell(of figures: ComparisonFigures, _ tables: Int, in folder: String) {
    Console.report(
      "netmap: \(counted(figures.count, "figure")) in \(folder), each with a text alternative, and"
        + " \(counted(tables, "table")).")
    if figures.leavesOutPairs {
      Console.report(
        "netmap: differences of pairs are drawn for up to \(ComparisonFigures.mostPairedSides) sides; choose two with"
          + " \(periods == nil ? "--areas" : "--periods").")
    }
  }

  /// The names of the maps' folders, told apart.
  private var folders: [String] {
    var names = DistinctNames()
    return ([options.map] + others).map { names.name(Self.name($0)) }
  }

  /// What is compared: areas of the only map, maps as wholes, or the areas that are named on any map.
  private func sides(of maps: PublishedMaps) throws -> [ComparisonSide] {
    if periods != nil { return try sidesOfPeriods(of: maps) }
    let alignment = maps.alignment
    let folders = folders
    guard let areas else {
      if others.isEmpty {
        let all = alignment.frame.areas.values.map { area in
          ComparisonSide(ComparisonSide.ID(area.id.rawValue) ?? "area", name: area.name, in: .area(area.id))
        }
        guard all.count > 1 else {
          throw Failure(
            message: "netmap: the map has \(counted(all.count, "area")); a comparison takes two, or another map.",
            code: 2)
        }
        return all
      }
      let titles = alignment.maps.map(\.title)
      return alignment.maps.indices.map { map in
        let isAlone = titles.count { $0 == titles[map] } == 1
        let name = isAlone ? titles[map] : folders[map]
        return ComparisonSide(ComparisonSide.ID(folders[map]) ?? "map", name: name, map: map)
      }
    }
    let known = Names(of: maps)
    let chosen = try areas.split(separator: ",").map { try known.area(String($0).trimmingWhitespace) }
    if let twice = chosen.indices.first(where: { chosen[..<$0].contains(chosen[$0]) }) {
      let name = alignment.frame.areas[chosen[twice]]?.name ?? ""
      throw Failure(message: "netmap: --areas names \(name.visibleOnOneLine) twice.", code: 2)
    }
    var sides: [ComparisonSide] = []
    var names = DistinctNames()
    for area in chosen {
      for map in alignment.maps.indices {
        guard let own = alignment.area(area, on: map), let known = alignment.frame.areas[area] else { continue }
        let isAlone = others.isEmpty
        // An id has room for a number behind the names.
        let id = isAlone ? area.rawValue : names.name(String("\(area)-\(folders[map])".prefix(60)))
        sides.append(
          ComparisonSide(
            ComparisonSide.ID(id) ?? "area", name: isAlone ? known.name : "\(known.name) (\(folders[map]))", map: map,
            in: .area(own)))
      }
    }
    guard sides.count > 1 else {
      throw Failure(message: "netmap: a comparison takes at least two areas, or another map.", code: 2)
    }
    return sides
  }

  /// Periods of the only map, or of each map that knows them; of the one area that is named, if one is.
  private func sidesOfPeriods(of maps: PublishedMaps) throws -> [ComparisonSide] {
    let (alignment, known) = (maps.alignment, Names(of: maps))
    let area = try areas.map(known.area)
    let texts = (periods ?? "").split(separator: ",").map { String($0).trimmingWhitespace }
    var sides: [ComparisonSide] = []
    for (place, map) in alignment.maps.enumerated() {
      let own = area.flatMap { alignment.area($0, on: place) }
      if area != nil, own == nil { continue }
      // A name that one of the maps does not know is known by another, or said to be unknown.
      let chosen =
        periods == OptionalValues.all
        ? map.periodsApart
        : try texts.compactMap { others.isEmpty ? try known.period($0) : map.periodNames[$0] }
      if let twice = chosen.indices.first(where: { chosen[..<$0].contains(chosen[$0]) }) {
        throw Failure(message: "netmap: --periods names \(chosen[twice].quotedInMessage) twice.", code: 2)
      }
      sides += ComparisonSide.sides(of: chosen, on: place, in: own)
    }
    guard sides.count > 1 else {
      throw Failure(
        message: periods == OptionalValues.all
          ? "netmap: the map lists \(counted(sides.count, "period")) apart from each other; a comparison takes two. List"
            + " them \(alignment.frame.origin.place(of: "periods", sheet: "Periods")), or name some after --periods."
          : "netmap: a comparison takes at least two periods.",
        code: 2)
    }
    if others.isEmpty { return sides }
    let folders = folders
    var names = DistinctNames()
    return sides.map { side in
      let id = names.name(String("\(side.id)-\(folders[side.map])".prefix(60)))
      return ComparisonSide(
        ComparisonSide.ID(id) ?? side.id, name: "\(side.name) (\(folders[side.map]))", map: side.map, in: side.scope)
    }
  }

  /// The last part of a path, as far as an identifier can hold it.
  private static func name(_ path: String) -> String {
    let last = path.split(separator: "/").last { $0 != "." && $0 != ".." } ?? "map"
    let plain = String(last).slug(joinsRuns: false, longest: 30)
    return plain.isEmpty ? "map" : plain
  }
}
