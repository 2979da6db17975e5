// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let collections: Target.Dependency = .product(name: "OrderedCollections", package: "swift-collections")

// A target exists where a dependency must be forbidden: Graphviz knows no maps, MapModel no files,
// MapEvidence no pictures, and MapAnalysis neither.
let package = Package(
  name: "NetworkMaps",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "NetworkMaps", targets: ["NetworkMaps"]),
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
      name: "CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    // No library, but a header: what Clang can ask of a processor, and Swift cannot.
    .systemLibrary(name: "CProcessor"),
    // Not .embedInCode, which makes arrays of numbers in Swift of them.
    .target(name: "CResources"),
    .target(name: "Graphviz", dependencies: ["CGraphviz"], swiftSettings: settings),
    .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: settings + [.strictMemorySafety()]),
    .target(name: "MapModel", dependencies: [collections], swiftSettings: settings),
    .target(
      name: "MapEvidence", dependencies: ["CDigest", "CProcessor", "CResources", "MapModel", "YAML", collections],
      exclude: ["Resources"],
      swiftSettings: settings),
    .target(name: "MapAnalysis", dependencies: ["MapModel", collections], swiftSettings: settings),
    .target(
      name: "MapDrawing", dependencies: ["CDigest", "CResources", "MapModel", "MapAnalysis", "Graphviz", collections],
      exclude: ["Page/Resources"], swiftSettings: settings),
    .target(name: "MapFormats", dependencies: ["MapModel", collections], swiftSettings: settings),
    .target(
      name: "NetworkMaps",
      dependencies: [
        "Graphviz", "MapModel", "MapEvidence", "MapAnalysis", "MapDrawing", "MapFormats", collections,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "netmap",
      dependencies: ["MapModel", "NetworkMaps", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings),
    .executableTarget(
      name: "library-example", dependencies: ["NetworkMaps"], path: "Examples/library", swiftSettings: settings),
    .target(name: "TestSupport", dependencies: ["NetworkMaps"], path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "GraphvizTests", dependencies: ["Graphviz"], swiftSettings: settings),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: settings),
    .testTarget(
      name: "MapModelTests", dependencies: ["MapModel", "TestSupport", collections], swiftSettings: settings),
    .testTarget(
      name: "MapEvidenceTests", dependencies: ["MapEvidence", "TestSupport", collections], swiftSettings: settings),
    .testTarget(
      name: "MapAnalysisTests", dependencies: ["MapAnalysis", "TestSupport", collections], exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "MapDrawingTests", dependencies: ["MapDrawing", "Graphviz", "TestSupport"], exclude: ["Snapshots"],
      swiftSettings: settings),
    .testTarget(name: "MapFormatsTests", dependencies: ["MapFormats", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "netmapTests", dependencies: ["netmap", "library-example", "NetworkMaps", "TestSupport"],
      exclude: ["Browser"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
