import NetworkMaps

/// The files of a web site about a map: its page, its figures, and the map for NetworkX.
func webSite(of folder: String) throws -> [String: [UInt8]] {
  // What the public may be told of the map, of its problems and of its files.
  let reading = MapFolder.read(at: folder).published(for: .public)
  // What could not be used may be what matters.
  guard let map = reading.map, !reading.hasErrors else { throw UnusableMap(problems: reading.problems) }

  var files: [String: [UInt8]] = [:]
  files["index.html"] = Array(try MapPage(of: map).html().utf8)
  for file in try MapFormat.named("json")?.files(of: map) ?? [] { files[file.name] = file.bytes }
  for definition in map.map.figures {
    for file in try FigurePlan(definition, of: map).figure.files([.svg]) { files[file.name] = file.bytes }
  }
  // What was withheld, in a sentence.
  files["note.txt"] = Array(map.note.utf8)
  return files
}

/// A map folder with errors.
struct UnusableMap: Error {
  /// What is wrong, with file, line and column.
  var problems: [Problem]
}
