import Foundation
import NetworkMaps
import TestSupport
import Testing

/// Interviews that are coded with a map's own codebook come back as the same statements.
struct CodebookRoundTripTests {
  /// What a statement says, whatever its name and its words.
  private struct Said: Hashable {
    var connection: Connection.ID
    var stance: Stance
    var frequency: Frequency?
    var attribution: Attribution?
    var areas: Set<Area.ID>
    var periods: Set<String>
    var informants: Set<InformantGroup.ID>

    init(_ connection: Connection.ID, _ statement: CodedStatement) {
      self.connection = connection
      (stance, frequency, attribution) = (statement.stance, statement.frequency, statement.attribution)
      if case .areas(let ids) = statement.placement { areas = ids } else { areas = [] }
      periods = statement.time.names
      informants = Set(statement.informants)
    }
  }

  private static func said(on map: NetworkMap) -> [Said: Int] {
    map.connections.values.flatMap { connection in connection.statements.map { Said(connection.id, $0) } }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test(arguments: ["ami", "wellbeing", "expansion"])
  func `what is coded with the codebook is what was said`(name: String) throws {
    let path = Package.path(to: "Maps/\(name)")
    let map = try #require(MapFolder.read(at: path).map)
    let format = try #require(MapFormat.named("qdc"))
    let codebook = String(decoding: try format.files(of: map.published(for: .team))[0].bytes, as: UTF8.self)
    let codes = try #require(codebook.firstMatch(of: /(?s)<Codes>.*<\/Codes>/)).0
    var ids: [String: Substring] = [:]
    for code in codebook.matches(of: /guid="([^"]*)" name="([^"]*)"/) { ids[String(code.2)] = code.1 }

    var selections: [String] = []
    for connection in map.connections.values {
      for statement in connection.statements {
        let said = Said(connection.id, statement)
        let relation = try #require(map.relations[connection.relation])
        let ends = relation.isDirected ? ["from", "to"] : ["actor", "actor"]
        var names = ["relation: \(relation.label)", "stance: \(statement.stance)"]
        for (end, id) in zip(ends, [connection.source, connection.target]) {
          names.append("\(end): \(try #require(map.actors[id]).name)")
        }
        if let frequency = statement.frequency { names.append("frequency: \(frequency)") }
        if let attribution = statement.attribution { names.append("attribution: \(attribution)") }
        for id in said.areas { names.append("area: \(try #require(map.areas[id]).name)") }
        for period in said.periods { names.append("period: \(period)") }
        for id in said.informants { names.append("informant: \(try #require(map.informants[id]).name)") }
        let codings = try names.map { name in
          let escaped = name.replacing("&", with: "&amp;")
          return "<Coding guid=\"c\"><CodeRef targetGUID=\"\(try #require(ids[escaped], "\(name)"))\"/></Coding>"
        }
        let start = selections.count * 10
        selections.append(
          "<PlainTextSelection guid=\"s\" startPosition=\"\(start)\" endPosition=\"\(start + 5)\">\(codings.joined())"
            + "</PlainTextSelection>")
      }
    }
    let project =
      "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"P\"><CodeBook>\(codes)</CodeBook><Sources>"
      + "<TextSource guid=\"d\" name=\"All\">\(selections.joined())</TextSource></Sources></Project>"

    // The same definition, with the project in the place of the table of statements.
    let definition = try String(contentsOfFile: path + "/map.yaml", encoding: .utf8)
    let start = try #require(definition.range(of: "\ninterviews:"))
    let rest = definition[start.upperBound...]
    let next = try #require(rest.firstMatch(of: /\n[a-z]/)).range.lowerBound
    let folder = try TemporaryFolder(["p.qde": project])
    let files = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0 != "map.yaml" }
    for file in files where file.hasSuffix(".csv") {
      try FileManager.default.copyItem(atPath: path + "/" + file, toPath: folder.path + "/" + file)
    }
    let changed = definition[..<start.lowerBound] + "\ninterviews: p.qde" + rest[next...]
    try folder.write(Data(changed.utf8), to: "map.yaml")

    let again = MapFolder.read(at: folder.path)
    #expect(Self.said(on: try #require(again.map)) == Self.said(on: map))
    let usage = try #require(again.usage.first { $0.unit == .segments })
    #expect(usage.used == selections.count && usage.total == selections.count)
  }
}
