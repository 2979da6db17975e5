public import MapModel
import OrderedCollections

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension MapFolder {
  /// The files from which a map can be read again: `map.yaml`, and its evidence as tables.
  ///
  /// All that a map holds is in them, and reading them gives an equal map, which is tried before they are returned. Only
  /// where in files the evidence stands is new, and connections of which nobody spoke come behind the others. What a map
  /// does not hold of the files that it was read from is not in them: comments, what codes of coding tools mean, in place
  /// of which are the statements made by them, and case records with their rules, in place of which are the counts.
  /// - Returns: the bytes of each file, by its name.
  /// - Throws: ``MapSavingError`` if a folder cannot hold the map as it is.
  /// - Complexity: O(n), where n is the number of entities and pieces of evidence.
  public static func files(of map: NetworkMap) throws(MapSavingError) -> [String: [UInt8]] {
    let evidence = EvidenceWriter(map: map)
    let counts = evidence.counts
    let definition = DefinitionWriter(
      map, counts: counts.map { ($0.name, $0.caseMeasures(inOrderOf: map.caseMeasures)) })
    // Tables without rows are written, too, so that no older file of that name is read.
    var texts = [
      definitionName: definition.text, EvidenceWriter.interviewsName: evidence.interviews,
      EvidenceWriter.fieldworkName: evidence.fieldwork, EvidenceWriter.outcomesName: evidence.outcomes,
    ]
    if !map.codings.isEmpty { texts[EvidenceWriter.codingsName] = evidence.codings }
    for table in counts { texts[table.name] = table.text }
    let files = texts.mapValues { Array($0.utf8) }
    let reading = read(MapFiles(files))
    let errors = reading.problems.filter { $0.severity == .error }
    guard errors.isEmpty, let read = reading.map else { throw MapSavingError(kind: .errors(errors)) }
    let unkept = map.parts(unlike: read)
    guard unkept.isEmpty else { throw MapSavingError(kind: .unkept(parts: unkept)) }
    return files
  }

  /// Saves a map as a folder, from which ``read(at:options:)`` gives an equal one.
  ///
  /// A new folder appears with all its files or not at all. Where files are replaced, all are or none; others that are there
  /// stay. Nothing is replaced but files: no link, wherever it leads, no pipe or device, and no file that may
  /// only be read; then nothing is written.
  /// - Parameters:
  ///   - path: the folder; those above it are made.
  ///   - replacing: whether the folder may hold files already, of which those with the same names are replaced.
  /// - Throws: ``MapSavingError`` if a folder cannot hold the map as ``files(of:)`` says, there is one that may not be
  ///   changed, or it cannot be written.
  public static func write(
    _ map: NetworkMap, to path: String, replacing: Bool = false
  ) throws(MapSavingError) {
    let files = try files(of: map)
    let manager = FileManager.default
    var isFolder = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      // A link that leads nowhere is something, too.
      if obstacle(at: path) != nil { throw MapSavingError(kind: .occupied(path: path)) }
      return try write(files, into: path)
    }
    let names = isFolder ? try? manager.contentsOfDirectory(atPath: path) : nil
    guard let names, replacing || names.isEmpty else { throw MapSavingError(kind: .occupied(path: path)) }
    for name in files.keys.sorted() {
      let file = path + "/" + name
      if let reason = obstacle(at: file) { throw MapSavingError(kind: .unwritable(path: file, reason: reason)) }
    }
    try write(files, into: path)
  }

  /// Why what stands at a path is not replaced by a file; `nil` if it may be, or nothing is there.
  private static func obstacle(at path: String) -> String? {
    let manager = FileManager.default
    guard let found = try? manager.attributesOfItem(atPath: path) else { return nil }
    switch found[.type] as? FileAttributeType {
    // To some users nothing is forbidden; that a file is marked as not to be written is meant for them, too.
    case .typeRegular?:
      let permissions = found[.posixPermissions] as? Int ?? 0o200
      return manager.isWritableFile(atPath: path) && permissions & 0o222 != 0 ? nil : "it may only be read"
    case .typeDirectory?: return "it is a folder"
    case .typeSymbolicLink?: return "it is a symbolic link"
    default: return "it is a pipe or a device and not a file"
    }
  }

  /// Writes the files as one, sealed by the definition, which names the others.
  private static func write(_ files: [String: [UInt8]], into folder: String) throws(MapSavingError) {
    let others = files.keys.filter { $0 != definitionName }.sorted().map { FileSet.File($0, files[$0] ?? []) }
    do {
      try FileSet.write(
        others, into: folder, sealedBy: FileSet.File(definitionName, files[definitionName] ?? []))
    } catch {
      throw MapSavingError(kind: .unwritable(path: error.path, reason: error.reason))
    }
  }
}

extension NetworkMap {
  /// What of the map another one does not have alike, apart from where in files evidence stands and how connections are
  /// ordered.
  func parts(unlike other: NetworkMap) -> [String] {
    var parts: [String] = []
    func compare<Part: Equatable>(_ name: String, _ part: KeyPath<NetworkMap, Part>) {
      if self[keyPath: part] != other[keyPath: part] { parts.append(name) }
    }
    compare("the title", \.title)
    compare("the source", \.source)
    compare("the legend", \.legend)
    compare("the areas", \.areas)
    compare("the periods", \.periods)
    compare("the measures", \.measures)
    compare("the relations", \.relations)
    compare("the informant groups", \.informants)
    compare("the fieldwork", \.fieldwork)
    compare("the actors", \.actors)
    compare("the figures", \.figures)
    compare("how figures are drawn", \.drawing)
    compare("the positions of actors", \.positions)
    compare("the sections of the report", \.report)
    compare("the claims", \.claims)
    compare("the theory of change", \.theory)
    compare("the language", \.language)
    compare("the steps of the page", \.pageSteps)
    compare("the words of the page", \.pageWords)
    compare("the expectations", \.expectations)
    compare("the actors that expectations look for", \.lookedFor)
    compare("the outcomes", \.outcomes)
    compare("the bases of comparison", \.countBases)
    compare("the disclosure settings", \.disclosure)
    compare("the coders", \.coders)
    compare("the codings", \.codings.withoutLocations)
    for connection in connections.values {
      let kept = other.connections[connection.id]?.withoutLocations
      if kept != connection.withoutLocations {
        let ends = [connection.source, connection.target].map { actors[$0]?.name ?? $0.rawValue }
        let verb = relations[connection.relation]?.label ?? connection.relation.rawValue
        parts.append("the connection \("\(ends[0]) \(verb) \(ends[1])".quotedInMessage)")
      }
    }
    return parts
  }
}

extension Connection {
  /// The connection without where in files its evidence stands.
  fileprivate var withoutLocations: Connection {
    var copy = self
    for index in copy.statements.indices { copy.statements[index].location = nil }
    for index in copy.counts.indices {
      copy.counts[index].location = nil
      if copy.counts[index].reference.hasPrefix(CaseConnections.referenceStart) { copy.counts[index].reference = "" }
    }
    return copy
  }
}

extension [Coding] {
  /// The codings without where in files they stand.
  fileprivate var withoutLocations: [Coding] {
    map { coding in
      var copy = coding
      copy.location = nil
      return copy
    }
  }
}
