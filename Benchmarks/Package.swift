// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses NetworkMaps builds it.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "NetworkMaps", path: "..")],
  targets: [
    .executableTarget(
      name: "mi-benchmark", dependencies: [.product(name: "NetworkMaps", package: "NetworkMaps")]),
    .executableTarget(
      name: "graph-benchmark", dependencies: [.product(name: "GraphMeasures", package: "NetworkMaps")]),
  ],
  swiftLanguageModes: [.v6]
)
