/// A measure: what it is called, what it means, and where its value stands in a row of measures.
///
/// ``MapMeasures/ofActors`` and ``MapMeasures/ofWhole`` are the catalogue: tables, JSON, claims, pages and help name and
/// explain a measure as it does.
public struct Measure<Row>: Sendable, Identifiable {
  /// Where a value stands in a row.
  public enum Path: Sendable {
    /// A whole number.
    case whole(any KeyPath<Row, Int> & Sendable)
    /// A whole number that may be undefined or withheld.
    case optionalWhole(any KeyPath<Row, Int?> & Sendable)
    /// A number.
    case real(any KeyPath<Row, Double> & Sendable)
    /// A number that may be undefined.
    case optionalReal(any KeyPath<Row, Double?> & Sendable)
    /// Yes or no.
    case flag(any KeyPath<Row, Bool> & Sendable)
  }

  /// The identifier: the key in JSON, such as `inDegree`; a dot leads into an object, as in `brokerage.liaison`.
  public let id: String
  /// The name in the literature, for sentences: `in-degree`.
  public let name: String
  /// The heading in tables for people.
  public let heading: String
  /// What it means, as a clause.
  public let explanation: String
  /// What it means in few words, for a sentence that is about something else.
  public let brief: String
  /// What it counts or measures.
  public let unit: MeasureUnit
  /// How many decimals are shown; of a share, in per cent.
  public let decimals: Int
  /// Where the value stands in a row.
  public let path: Path

  init(
    _ id: String, _ path: Path, name: String, heading: String? = nil, _ explanation: String, brief: String? = nil,
    unit: MeasureUnit, decimals: Int = 0
  ) {
    (self.id, self.path, self.name, self.explanation) = (id, path, name, explanation)
    self.heading = heading ?? name.prefix(1).uppercased() + name.dropFirst()
    self.brief = brief ?? explanation
    (self.unit, self.decimals) = (unit, decimals)
  }

  /// The heading in CSV: the identifier, without the object that it is in.
  public var column: String { id.split(separator: ".").last.map(String.init) ?? id }

  /// The identifier in words with hyphens, as `map.yaml` and options spell it: `in-degree`.
  public var hyphenated: String {
    id.reduce(into: "") { words, letter in words += letter.isUppercase ? "-" + letter.lowercased() : String(letter) }
  }

  /// The value in a row; `nil` where it is undefined or withheld.
  public func value(in row: Row) -> MeasureValue? {
    switch path {
    case .whole(let path): .whole(row[keyPath: path])
    case .optionalWhole(let path): row[keyPath: path].map(MeasureValue.whole)
    case .real(let path): .real(row[keyPath: path])
    case .optionalReal(let path): row[keyPath: path].map(MeasureValue.real)
    case .flag(let path): .flag(row[keyPath: path])
    }
  }
}

/// What a measure counts or measures.
public enum MeasureUnit: String, Sendable, Hashable, CaseIterable {
  /// Actors.
  case actors
  /// Connections.
  case connections
  /// Cases that the MI counts.
  case cases
  /// Ordered pairs of actors.
  case pairs
  /// Parts of the map.
  case parts
  /// A share of a whole, from 0 to 1.
  case share
  /// A number of no unit.
  case number
  /// Yes or no.
  case yesOrNo
}

/// A value of a measure.
public enum MeasureValue: Sendable, Hashable, Encodable {
  /// A whole number.
  case whole(Int)
  /// A number.
  case real(Double)
  /// Yes or no.
  case flag(Bool)

  /// The value as a number; yes is 1 and no 0.
  public var number: Double {
    switch self {
    case .whole(let number): Double(number)
    case .real(let number): number
    case .flag(let isTrue): isTrue ? 1 : 0
    }
  }

  /// Writes the bare number, or `true` or `false`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .whole(let number): try container.encode(number)
    case .real(let number): try container.encode(number)
    case .flag(let isTrue): try container.encode(isTrue)
    }
  }
}
