import NetworkMaps

/// Saves a map made in code as a folder, for `netmap`, an editor or a spreadsheet to go on with.
func save(_ map: NetworkMap, to folder: String) -> String {
  do {
    try MapFolder.write(map, to: folder)
    return "saved"
  } catch {
    // Nothing was written: the folder is not empty, say, or two statements have the same id.
    return error.description
  }
}

/// Reads a map whose files are not on disk, such as those of an upload, and says what is wrong with them.
func check(upload files: [String: [UInt8]]) -> [String] {
  let reading = MapFolder.read(MapFiles(files), options: ReadingOptions(takesDigests: true))
  let digests = reading.inputs.map { "\($0.name) \($0.sha256?.prefix(8) ?? "")" }
  let problems = reading.problems.map { problem in
    problem.code == .unknownActor ? "Somebody is missing: \(problem.message)" : problem.description
  }
  return digests + problems
}

/// The same map after a way through files that never were on disk.
func copied(_ map: NetworkMap) throws(MapSavingError) -> NetworkMap? {
  MapFolder.read(MapFiles(try MapFolder.files(of: map))).map
}
