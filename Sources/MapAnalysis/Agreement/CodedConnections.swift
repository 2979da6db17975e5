import MapModel
import OrderedCollections

/// What coders coded of connections, in each place.
struct CodedConnections {
  private struct Key: Hashable {
    var connection: Connection.ID
    var area: Area.ID?
  }

  private struct Unit {
    var statements: [CodedStatement] = []
    var values: [CoderAgreement.CodedValue?]
  }

  private let units: OrderedDictionary<Key, Unit>
  private let coders: OrderedSet<String>

  init(of map: NetworkMap, _ reading: DocumentReading) {
    let coders = reading.coders
    var units: OrderedDictionary<Key, Unit> = [:]
    var readers: [String: [Int]] = [:]
    for connection in map.connections.values {
      for statement in connection.statements {
        guard let coder = coders.firstIndex(of: statement.coder) else { continue }
        let own = readers[statement.interview] ?? reading.readers(of: statement.interview)
        readers[statement.interview] = own
        // What only one has read cannot be compared.
        guard own.count > 1 else { continue }
        let areas: [Area.ID?] =
          switch statement.placement {
          case .programme: [nil]
          case .everywhere: map.areas.isEmpty ? [nil] : Array(map.areas.keys)
          case .areas(let some): map.areas.keys.filter(some.contains)
          }
        for area in areas {
          let key = Key(connection: connection.id, area: area)
          var unit = units[key] ?? Unit(values: Array(repeating: nil, count: coders.count))
          for reader in own where unit.values[reader] == nil { unit.values[reader] = .notCoded }
          unit.values[coder] = Self.joined(unit.values[coder] ?? .notCoded, statement.stance)
          unit.statements.append(statement)
          units[key] = unit
        }
      }
    }
    (self.units, self.coders) = (units, coders)
  }

  private static func joined(_ value: CoderAgreement.CodedValue, _ stance: Stance) -> CoderAgreement.CodedValue {
    let coded: CoderAgreement.CodedValue =
      switch stance {
      case .present: .present
      case .absent: .absent
      case .unclear: .unclear
      }
    return value == .notCoded || value == coded ? coded : .mixed
  }

  /// What each coder coded of each connection in each place.
  var data: ReliabilityData<CoderAgreement.CodedValue> {
    ReliabilityData(coderCount: coders.count, units: units.values.map(\.values))
  }

  /// The connections in places of which coders coded different things.
  var differences: [CoderAgreement.ConnectionDifference] {
    units.compactMap { key, unit in
      guard Set(unit.values.compactMap(\.self)).count > 1 else { return nil }
      var values: OrderedDictionary<String, CoderAgreement.CodedValue> = [:]
      for (coder, value) in zip(coders, unit.values) { values[coder] = value }
      return .init(connection: key.connection, area: key.area, values: values, statements: unit.statements)
    }
  }
}
