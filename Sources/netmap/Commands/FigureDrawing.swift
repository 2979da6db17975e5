import Documents
import MapModel
import NetworkMaps

/// The figures of a map as files: all are drawn before any is written.
struct FigureDrawing {
  /// The figures, with names of their own.
  let figures: [Figure]
  /// The files of each, by its place among the figures.
  let files: [[OutputFiles.File]]
  /// Says from which inputs they were made.
  let manifest: OutputFiles.File

  /// Draws figures, and says on a terminal how far it is.
  init(
    _ found: [(definition: FigureDefinition, plans: [FigurePlan])], of map: PublishedMap, from inputs: [InputFile],
    as pictures: FigureOptions
  ) throws {
    let formats = try pictures.formats
    var manifest = FigureManifest(
      of: map, inputs: inputs, version: PackageVersion.current, graphviz: try Figure.rendererVersion())
    let plans = found.flatMap(\.plans)
    figures = plans.map(\.figure).withDistinctIDs
    var files: [[OutputFiles.File]] = []
    for (index, (plan, figure)) in zip(plans, figures).enumerated() {
      Console.progress("Drawing \(index + 1) of \(plans.count): \(plan.definition.heading)")
      let drawn = try figure.files(formats, options: pictures.pictures)
      manifest.add(plan, as: figure, files: drawn)
      files.append(drawn.map { OutputFiles.File($0.name, $0.bytes) })
    }
    Console.progress("")
    self.files = files
    self.manifest = .init("manifest.json", try JSONText.text(of: manifest).utf8)
  }

  /// Writes all files into a folder.
  /// - Parameter others: files beside those of the figures.
  func write(into folder: String, _ others: [OutputFiles.File] = [], by outputs: OutputFiles) throws {
    try outputs.write(files.flatMap(\.self) + others, into: folder, sealedBy: manifest)
  }
}
