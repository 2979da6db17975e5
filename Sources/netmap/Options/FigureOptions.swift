import ArgumentParser
import NetworkMaps
import OrderedCollections

/// In which formats figures are written, and how they look there; every command that draws takes them.
struct FigureOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The formats of figures, separated by commas: svg, dot, png, pdf.", valueName: "formats"))
  var imageFormat = "svg,dot"

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "For what figures are drawn: print (no larger than a page of A4, PNG with 300 dots per inch), screen (as large as they"
        + " are), or slides (30 by 15 cm, text of 12 points). What map.yaml says under drawing: goes before print and"
        + " screen."))
  var use: FigureUse = .screen

  @Option(help: "Where legends stand: inside (below the network), beside it, or off; else as map.yaml says.")
  var legend: DrawingSettings.LegendPlace?

  @Option(help: ArgumentHelp("The dots per inch of PNG, which the file says: 72 to 1200.", valueName: "number"))
  var dpi: Double?

  @Flag(help: "In SVG, draw letters as outlines, which look alike everywhere and cannot be searched.")
  var outlines = false

  func validate() throws {
    _ = try formats
    if let dpi, !PictureOptions.resolutions.contains(dpi) {
      throw ValidationError("--dpi takes a number from 72 to 1200.")
    }
  }

  /// The formats that are asked for.
  var formats: [FigureFormat] { get throws { try FigureFormat.list(imageFormat) } }

  /// How pictures are written.
  var pictures: PictureOptions { PictureOptions(resolution: dpi ?? use.resolution, hasOutlines: outlines) }

  /// How figures look.
  var style: FigureStyle {
    var style = FigureStyle()
    style.use = use
    style.drawing.legend = legend
    return style
  }

  /// Says what could not be drawn as it is meant, and which sizes could not be kept.
  static func report(_ figures: [Figure]) {
    // Each fault once, however many figures show the name.
    for fault in OrderedSet(figures.flatMap(\.faultsInWords)) { Console.report("netmap: \(fault).") }
    for figure in figures {
      if let shortfall = figure.shortfall { Console.report("netmap: \(figure.id): \(shortfall).") }
    }
  }
}
