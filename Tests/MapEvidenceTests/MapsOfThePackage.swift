import Foundation
import MapEvidence
import TestSupport

/// The maps that come with the package.
enum MapsOfThePackage {
  /// The folders under `Maps`.
  static let folders: [String] = {
    let path = Package.path(to: "Maps")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { "\(path)/\($0)" }.filter { FileManager.default.fileExists(atPath: $0 + "/map.yaml") }
  }()

  /// All files of a folder, by their names.
  static func files(in folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      if type == .typeRegular { files[name] = [UInt8](try Data(contentsOf: URL(filePath: path))) }
    }
    return files
  }
}
