public import MapModel
import OrderedCollections

/// What a map loses if some actors leave.
///
/// An actor of the programme has lost its way to others if no chain of connections, followed either way, leads there any
/// more without passing through a beneficiary. What is left of the programme is the largest part of what was the
/// programme, never a part that was apart from it before; of several that are equally large, all are.
public struct Departure: Sendable, Hashable {
  /// What a beneficiary keeps and loses.
  public struct Support: Sendable, Hashable {
    /// The beneficiary.
    public let beneficiary: MapActor.ID
    /// The sources of support that leave.
    public let leaving: [MapActor.ID]
    /// Sources that stay, and have lost their way to the rest of the programme.
    public let stranded: [MapActor.ID]
    /// Sources that stay, and that the rest of the programme still reaches.
    public let remaining: [MapActor.ID]
    /// Sources that had no way to the rest of the programme before.
    public let apart: [MapActor.ID]
  }

  /// An actor that no longer connects to any actor of a sector.
  public struct LostSectors: Sendable, Hashable {
    /// The actor.
    public let actor: MapActor.ID
    /// The sectors, in the order of the legend.
    public let sectors: [Sector.ID]
  }

  /// How many pairs of actors have a route between them, before and after.
  public struct Routes: Sendable, Hashable {
    /// With those who leave.
    public let before: Int
    /// Without them.
    public let after: Int

    /// Makes the two numbers.
    public init(before: Int, after: Int) { (self.before, self.after) = (before, after) }
  }

  /// Who leaves, in the order of the definition.
  public let removed: [MapActor.ID]
  /// The support of each beneficiary that has any.
  public let supports: [Support]
  /// What is left of the programme: its largest part, or all of several of the same size; none if no two actors of it
  /// are still connected.
  public let parts: [[MapActor.ID]]
  /// Actors of the programme that are in none of its parts any more.
  public let cutOff: [MapActor.ID]
  /// Co-existing and further support that no longer connects to a sector, and did before.
  public let lostSectors: [LostSectors]
  /// The pairs of actors at different stages with a route between them, before and after, those who leave not counted.
  public let routes: Routes

  /// Takes actors out of a graph.
  /// - Complexity: O(n · p + m), where n is the number of actors, p of parts of the programme, and m of connections.
  public init(of actors: Set<MapActor.ID>, from whole: MapGraph) {
    let map = whole.map
    let (before, after) = (ProgrammeParts(whole), ProgrammeParts(whole, without: actors))
    let (labelsBefore, labelsAfter) = (before.labels(on: whole), after.labels(on: whole))
    parts = before.cores.flatMap { core in
      let core = Set(before.ids(core))
      let pieces = after.parts.map(after.ids).filter { core.contains($0[0]) && $0.count > 1 }
      return pieces.filter { $0.count == pieces[0].count }
    }
    let coreBefore = before.reach(of: before.cores.flatMap(before.ids), on: whole, without: [])
    let coreAfter = before.reach(of: parts.flatMap(\.self), on: whole, without: actors)
    removed = whole.actors.map(\.id).filter(actors.contains)
    let workers = whole.actors.indices.filter {
      !whole.actors[$0].isBeneficiary && !actors.contains(whole.actors[$0].id)
    }
    cutOff = workers.map { whole.actors[$0].id }.filter { coreBefore.contains($0) && !coreAfter.contains($0) }
    supports = whole.actors.filter { $0.isBeneficiary && !actors.contains($0.id) }.compactMap { beneficiary in
      let sources = Self.sources(of: beneficiary.id, whole)
      if sources.isEmpty { return nil }
      let staying = sources.filter { !actors.contains($0) }
      return Support(
        beneficiary: beneficiary.id, leaving: sources.filter(actors.contains),
        stranded: staying.filter { coreBefore.contains($0) && !coreAfter.contains($0) },
        remaining: staying.filter(coreAfter.contains),
        apart: staying.filter { !coreBefore.contains($0) })
    }
    // Which sectors each part holds, before and after.
    func sectors(_ labels: [Int]) -> [Int: Set<Sector.ID>] {
      workers.reduce(into: [:]) { $0[labels[$1], default: []].insert(whole.actors[$1].sector) }
    }
    let (sectorsBefore, sectorsAfter) = (sectors(labelsBefore), sectors(labelsAfter))
    let supporting = Set(supports.flatMap { $0.stranded + $0.remaining })
    lostSectors = workers.compactMap { node in
      let actor = whole.actors[node]
      guard supporting.contains(actor.id) else { return nil }
      let lost = (sectorsBefore[labelsBefore[node]] ?? []).subtracting(sectorsAfter[labelsAfter[node]] ?? [])
        .subtracting([actor.sector])
      if lost.isEmpty { return nil }
      return LostSectors(actor: actor.id, sectors: map.legend.sectors.keys.filter(lost.contains))
    }
    func routes(_ labels: [Int]) -> Int {
      // Pairs that stand in one part and at different stages.
      let parts = Dictionary(grouping: workers) { labels[$0] }
      return parts.values.reduce(0) { sum, part in
        let stages = Dictionary(grouping: part) { whole.actors[$0].stage }.values.map(\.count)
        return sum + (part.count * part.count - stages.reduce(0) { $0 + $1 * $1 }) / 2
      }
    }
    self.routes = Routes(before: routes(labelsBefore), after: routes(labelsAfter))
  }

  /// Who supports somebody, in the order of the definition.
  private static func sources(of beneficiary: MapActor.ID, _ whole: MapGraph) -> [MapActor.ID] {
    let sources = Set(
      whole.answers.filter { answer in
        answer.connection.target == beneficiary && whole.map.isSupport(answer.connection.relation)
      }.map(\.connection.source))
    return whole.actors.filter { sources.contains($0.id) && !whole.map.isActivity($0.id) && $0.id != beneficiary }.map(
      \.id)
  }
}
