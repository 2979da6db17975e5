public import MapModel
import OrderedCollections

/// What an outsider can work out of the numbers that public outputs withhold.
///
/// It is for the team: it holds the numbers. The outsider has every public output of the maps, knows the settings and
/// this program, and every sum that a reader would know; see ``KnownSum``. What was published elsewhere, or in an earlier
/// edition that is not among the maps, is out of its reach.
public struct DisclosureAudit: Sendable, Hashable {
  /// A withheld number.
  public struct Entry: Sendable, Hashable {
    /// The map, by its place.
    public let map: Int
    /// The connection on it.
    public let connection: Connection.ID
    /// The number, and what it is of.
    public let count: Count
    /// Whether it is withheld for being small, and not only to protect others.
    public let isSmall: Bool
    /// The least that it can be, as far as an outsider can tell; `nil` if that could not be decided.
    public let lowest: Int?
    /// The most that it can be; `nil` if there is no end to it.
    public let highest: Int?
    /// Whether the outsider knows too much: the most is below the minimum, or less than the minimum above the least, or
    /// it could not be decided.
    public let isTooNarrow: Bool
  }

  /// The withheld numbers, in the order of the maps.
  public let entries: [Entry]
  /// The sums that were taken for known because the numbers bear them out.
  public let sums: [KnownSum]
  /// Where sums that nobody declares were not sought to the end.
  public let limits: [SearchLimit]
  /// The smallest number that is shown.
  public let minimum: Int

  /// Whether an outsider can tell too much of any number.
  public var isBroken: Bool { entries.contains(where: \.isTooNarrow) }

  /// Audits maps that are published together.
  /// - Precondition: there is a map.
  /// - Complexity: for each set of withheld numbers that sums connect, that of an exact solver; sets too large for it are
  ///   said to be undecided.
  public init(of maps: [NetworkMap]) {
    let alignment = MapAlignment(maps)
    let counts = CountTable(of: alignment)
    let table = counts.table(maps.map(\.disclosure))
    let published = Disclosure.published(MapAlignment(maps.map(Self.marked)), for: .public)
    var isKnown = table.numbers.map { $0.kind == .fixed || $0.kind == .possible }
    var places: [(map: Int, connection: Connection.ID, count: Count)] = []
    for (place, map) in maps.enumerated() {
      for connection in map.connections.values {
        var shown = (published[place].connections[connection.id]?.counts ?? [])[...]
        for (index, count) in connection.counts.enumerated() {
          let isThere = shown.first?.reference == Self.mark(index)
          let seen = isThere ? shown.removeFirst() : nil
          // A zero that is left out is withheld; where zeros are shown, it is known.
          isKnown[places.count] = seen.map { $0.value != .suppressed } ?? false
          places.append((place, connection.id, count))
        }
      }
    }
    let minimum = min(table.minimum, SuppressionTable.largest)
    let ranges = CountAttack(table, isKnown: isKnown).ranges()
    entries = places.enumerated().compactMap { index, place in
      guard !isKnown[index], case .number(let number) = place.count.value else { return nil }
      let range = ranges[index]
      let isOpen = range.map { range in
        range.highest.map { $0 >= minimum && $0 - range.lowest >= minimum } ?? true
      }
      return Entry(
        map: place.map, connection: place.connection, count: place.count, isSmall: number < minimum,
        lowest: range?.lowest, highest: range?.highest, isTooNarrow: !(isOpen ?? false))
    }
    sums = counts.found.map(\.sum)
    limits = counts.limits(withheld: isKnown.prefix(places.count).map { !$0 })
    self.minimum = minimum
  }

  /// A map whose numbers can be told apart when some are left out, even where two are of the same.
  private static func marked(_ map: NetworkMap) -> NetworkMap {
    map.mappingConnections { connection in
      var marked = connection
      for index in marked.counts.indices { marked.counts[index].reference = mark(index) }
      return marked
    }
  }

  private static func mark(_ index: Int) -> String { String(index) }
}
