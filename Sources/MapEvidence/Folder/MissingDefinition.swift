import MapModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why there is no map at a path, and what of that which lies there could be meant.
enum MissingDefinition {
  /// The sentence without its full stop.
  static func message(at path: String) -> String {
    let quoted = path.quotedInMessage
    let manager = FileManager.default
    var isFolder = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      return "There is no folder \(quoted); mind the spelling and where you are"
    }
    guard isFolder else {
      let (folder, name) = parts(of: path)
      return name == "map.yaml"
        ? "\(quoted) is the definition of a map; name the folder that it is in, \(folder.quotedInMessage)"
        : "\(quoted) is a file, and a map is a folder with a map.yaml in it, or a workbook (.xlsx)"
    }
    let names = ((try? manager.contentsOfDirectory(atPath: path)) ?? []).sorted()
    if let other = names.first(where: { ["map.yaml", "map.yml"].contains($0.lowercased()) }) {
      return "The folder \(quoted) holds \(other.quotedInMessage), which must be called map.yaml"
    }
    let maps =
      names.filter { manager.fileExists(atPath: "\(path)/\($0)/map.yaml") }
      + names.filter { $0.lowercased().hasSuffix(".xlsx") && !$0.hasPrefix("~") }
    let hint =
      maps.isEmpty
      ? "`netmap new DIR` makes one"
      : "did you mean \(maps.prefix(3).map { "\(path)/\($0)".quotedInMessage }.joined(separator: " or "))?"
    return "The folder \(quoted) holds no map.yaml, so it is not a map; \(hint)"
  }

  /// The folder of a file, and its name.
  private static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
