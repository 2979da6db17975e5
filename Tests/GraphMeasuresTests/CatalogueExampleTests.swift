import Foundation
import GraphMeasures
import Testing

/// The example of the catalogue page, as it stands there, and what it prints.
@Suite struct CatalogueExampleTests {
  private static var page: String {
    get throws {
      let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      let page = package.appending(path: "Sources/GraphMeasures/GraphMeasures.docc/GraphMeasures.md")
      return try String(contentsOf: page, encoding: .utf8)
    }
  }

  @Test func `the page shows this example, and what it prints`() throws {
    let page = try Self.page
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let from = try #require(source.range(of: "    // The example starts.\n"))
    let to = try #require(source.range(of: "    // The example ends.\n"))
    let example = source[from.upperBound..<to.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }.joined(separator: "\n")
    #expect(page.contains("```swift\n\(example)```"))
    // The numbers of the page are NetworkX's; Golden/make_golden.py has its Florentine families.
    #expect(page.contains("```text\n\(try Self.printed().joined(separator: "\n"))\n```"))
  }

  /// What the example prints.
  private static func printed() throws -> [String] {
    var lines: [String] = []
    func print(_ items: Any...) { lines.append(items.map { "\($0)" }.joined(separator: " ")) }
    // The example starts.
    let marriages = [
      ("Acciaiuoli", "Medici"), ("Castellani", "Peruzzi"), ("Castellani", "Strozzi"), ("Castellani", "Barbadori"),
      ("Medici", "Barbadori"), ("Medici", "Ridolfi"), ("Medici", "Tornabuoni"), ("Medici", "Albizzi"),
      ("Medici", "Salviati"), ("Salviati", "Pazzi"), ("Peruzzi", "Strozzi"), ("Peruzzi", "Bischeri"),
      ("Strozzi", "Ridolfi"), ("Strozzi", "Bischeri"), ("Ridolfi", "Tornabuoni"), ("Tornabuoni", "Guadagni"),
      ("Albizzi", "Ginori"), ("Albizzi", "Guadagni"), ("Bischeri", "Guadagni"), ("Guadagni", "Lamberteschi"),
    ]
    // A marriage joins both ways.
    let florence = try LabelledGraph(arcs: marriages + marriages.map { ($1, $0) })
    let graph = florence.graph
    func rounded(_ value: Double) -> String { String(format: "%.3f", value) }

    // Who is central?
    let betweenness = florence.byLabel(graph.betweenness())
    for (family, value) in betweenness.sorted(by: { $0.value > $1.value }).prefix(3) {
      print(family, rounded(value))
    }
    let eigenvector = florence.byLabel(graph.eigenvector() ?? [])
    print("Strozzi", rounded(eigenvector["Strozzi"] ?? 0))

    // What holds the city together?
    print("density", rounded(graph.density() ?? 0), "transitivity", rounded(graph.transitivity() ?? 0))
    let cuts = graph.cutPoints()
    print(cuts.cutPoints.map { florence.labels[$0] }.sorted())
    print(cuts.bridges.count, "bridges")

    // How free is each family to choose?
    let constraint = florence.byLabel(graph.structuralHoles().constraint)
    for family in ["Medici", "Peruzzi"] {
      if let value = constraint[family] ?? nil { print(family, rounded(value)) }
    }

    // How do the Pazzi reach the Barbadori?
    if let pazzi = florence.node(of: "Pazzi"), let barbadori = florence.node(of: "Barbadori") {
      print(graph.shortestPath(from: pazzi, to: barbadori)?.map { florence.labels[$0] } ?? [])
    }
    // The example ends.
    return lines
  }
}
