// swift-tools-version: 6.2
import PackageDescription

let lenient: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
// Unsafe code stands in Tabular, and where libgraphviz and expat are called: elsewhere the compiler reports it.
let settings = lenient + [.strictMemorySafety()]

let collections: Target.Dependency = .product(name: "OrderedCollections", package: "swift-collections")

// A target exists where a dependency must be forbidden; Sources/README.md draws them and says why.
let package = Package(
  name: "NetworkMaps",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "NetworkMaps", targets: ["NetworkMaps"]),
    .library(name: "GraphMeasures", targets: ["GraphMeasures"]),
    .executable(name: "netmap", targets: ["netmap"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CTabular"),
    // Not .embedInCode, which makes arrays of numbers in Swift of them.
    .target(name: "CResources"),
    .target(name: "GraphMeasures", swiftSettings: settings),
    .target(name: "XML", dependencies: ["CExpat"], swiftSettings: settings),
    .target(name: "Tabular", dependencies: ["CDigest", "CTabular", "CZlib", "XML"], swiftSettings: lenient),
    .target(name: "Graphviz", dependencies: ["CGraphviz"], swiftSettings: settings),
    .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: settings),
    .target(name: "MapModel", dependencies: [collections], swiftSettings: settings),
    .target(
      name: "MapEvidence",
      dependencies: ["CResources", "Documents", "GraphMeasures", "Tabular", "MapModel", "XML", "YAML", collections],
      exclude: ["Resources"], swiftSettings: settings),
    .target(name: "MapDisclosure", dependencies: ["MapModel", collections], swiftSettings: settings),
    .target(name: "MapAnalysis", dependencies: ["GraphMeasures", "MapModel", collections], swiftSettings: settings),
    .target(name: "Documents", dependencies: ["Tabular"], swiftSettings: settings),
    .target(
      name: "MapReports",
      dependencies: ["GraphMeasures", "Documents", "MapModel", "MapDisclosure", "MapAnalysis", collections],
      swiftSettings: settings),
    .target(
      name: "MapDrawing",
      dependencies: [
        "GraphMeasures", "Graphviz", "MapModel", "MapAnalysis", "MapDisclosure", "MapReports", "Documents", "XML",
        collections,
      ], swiftSettings: settings),
    .target(
      name: "MapPage",
      dependencies: [
        "CResources", "Documents", "Tabular", "MapModel", "MapAnalysis", "MapDisclosure", "MapReports", "MapDrawing",
        "XML",
        collections,
      ],
      exclude: ["Resources"], swiftSettings: settings),
    .target(
      name: "MapFormats",
      dependencies: ["Documents", "MapModel", "MapDisclosure", "MapReports", "Tabular", "XML", collections],
      swiftSettings: settings),
    .target(
      name: "NetworkMaps",
      dependencies: [
        "GraphMeasures", "MapModel", "MapEvidence", "MapDisclosure", "MapAnalysis", "Documents", "MapReports",
        "MapDrawing", "MapPage", "MapFormats", collections,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "netmap",
      dependencies: [
        "Documents", "MapModel", "NetworkMaps", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "library-example", dependencies: ["NetworkMaps"], path: "Examples/library", swiftSettings: settings),
    .target(name: "TestSupport", dependencies: ["NetworkMaps"], path: "Tests/TestSupport", swiftSettings: settings),
    // Changes whole maps at random, and looks at everything that is made of them; Tests/Mutations/README.md.
    .executableTarget(
      name: "mutations",
      dependencies: ["MapEvidence", "MapModel", "NetworkMaps", "Tabular", "TestSupport", "XML", "YAML"],
      path: "Tests/Mutations",
      exclude: ["README.md", "Inputs", "Seeds", "run.py"], swiftSettings: lenient),
    .testTarget(
      name: "GraphMeasuresTests", dependencies: ["GraphMeasures"], exclude: ["Golden"], swiftSettings: settings),
    .testTarget(name: "XMLTests", dependencies: ["TestSupport", "XML"], swiftSettings: settings),
    .testTarget(name: "TabularTests", dependencies: ["Tabular", "TestSupport"], swiftSettings: lenient),
    .testTarget(name: "GraphvizTests", dependencies: ["Graphviz"], swiftSettings: settings),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: settings),
    .testTarget(
      name: "MapModelTests", dependencies: ["MapModel", "TestSupport", collections], swiftSettings: settings),
    .testTarget(
      name: "MapEvidenceTests",
      dependencies: ["MapDisclosure", "MapEvidence", "Tabular", "TestSupport", "YAML", collections],
      exclude: ["Engines"], swiftSettings: settings),
    .testTarget(
      name: "MapDisclosureTests", dependencies: ["MapDisclosure", "MapEvidence", "TestSupport", collections],
      swiftSettings: settings),
    .testTarget(
      name: "MapAnalysisTests", dependencies: ["MapAnalysis", "GraphMeasures", "TestSupport", collections],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "MapDrawingTests",
      dependencies: ["GraphMeasures", "Graphviz", "MapDisclosure", "MapReports", "MapDrawing", "TestSupport", "XML"],
      exclude: ["Snapshots"], swiftSettings: settings),
    .testTarget(
      name: "MapPageTests",
      dependencies: [
        "MapAnalysis", "MapDisclosure", "MapDrawing", "MapPage", "MapReports", "NetworkMaps", "TestSupport",
        collections,
      ],
      exclude: ["Modules"], swiftSettings: settings),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "Tabular", "TestSupport", "XML"], swiftSettings: settings),
    .testTarget(
      name: "MapReportsTests",
      dependencies: ["Documents", "MapReports", "MapAnalysis", "MapDisclosure", "TestSupport", collections],
      swiftSettings: settings),
    .testTarget(
      name: "MapFormatsTests",
      dependencies: [
        "Documents", "MapFormats", "MapDisclosure", "MapEvidence", "Tabular", "TestSupport", "XML",
        collections,
      ],
      exclude: ["Peers"], swiftSettings: settings),
    .testTarget(
      name: "netmapTests", dependencies: ["netmap", "library-example", "mutations", "NetworkMaps", "TestSupport"],
      exclude: ["Browser", "Chapters"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
