public import MapModel
public import OrderedCollections

/// How far the coders of a map agree, on codes and on connections, and where they do not.
///
/// A coder is compared with others only in documents that both have read: those in which the coder coded anything, and those
/// that the map lists as read by the coder. There, what a coder did not code was left uncoded, which is a value like any
/// other; what a coder has not read is missing.
public struct CoderAgreement: Sendable, Hashable {
  /// Of what it is asked whether a code was put there.
  public enum Unit: String, Sendable, CaseIterable {
    /// A passage that any coder coded, with whatever code; see ``Passage``.
    case passage
    /// A document that any coder coded.
    case document
  }

  /// On what coders can agree.
  public enum Subject: Sendable, Hashable {
    /// Whether a code was put on each unit, or not.
    case code(String)
    /// The same of all codes together: each code on each unit is a unit of its own.
    case allCodes
    /// What was coded of each connection in each place: an area, or the programme without one.
    case connections
  }

  /// The numbers of a subject.
  public struct Row: Sendable, Hashable {
    /// On what the coders agree.
    public let subject: Subject
    /// Which coders: all, or two of them.
    public let coders: [String]
    /// How many units can be compared, since two of them have read what they stand in.
    public let units: Int
    /// The share of pairs of coders' values that are equal; `nil` without any unit.
    public let percent: Double?
    /// Cohen's kappa, of more than two coders the mean of the pairs; `nil` where it is undefined.
    public let kappa: Double?
    /// Krippendorff's alpha; `nil` where it is undefined.
    public let alpha: Double?

    init<Value>(_ subject: Subject, _ coders: [String], _ data: ReliabilityData<Value>) {
      (self.subject, self.coders, units) = (subject, coders, data.comparedUnitCount)
      (percent, kappa, alpha) = (data.percentAgreement, data.cohensKappa, data.krippendorffsAlpha)
    }
  }

  /// A unit that coders coded differently.
  public struct PassageDifference: Sendable, Hashable {
    /// A code that some put there and some who have read it did not.
    public struct Code: Sendable, Hashable {
      /// The code.
      public let code: String
      /// Who put it there.
      public let coded: [String]
      /// Who did not.
      public let notCoded: [String]
    }

    /// The passage, or all that was coded of the document.
    public let passage: Passage
    /// The codes in which coders differ.
    public let codes: [Code]
  }

  /// A connection in a place of which coders coded different things.
  public struct ConnectionDifference: Sendable, Hashable {
    /// The connection.
    public let connection: Connection.ID
    /// The area; `nil` for the programme.
    public let area: Area.ID?
    /// What each coder coded of it; those who have read nothing of it are left out.
    public let values: OrderedDictionary<String, CodedValue>
    /// The statements of it that any of them coded.
    public let statements: [CodedStatement]
  }

  /// What a coder coded of a connection in a place.
  public enum CodedValue: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case notCoded
    /// That it is there.
    case present
    /// That it is not.
    case absent
    /// That it is not clear.
    case unclear
    /// Several of these.
    case mixed
  }

  /// What a unit is.
  public let unit: Unit
  /// The coders, as the map lists them and then as codings and statements name them.
  public let coders: [String]
  /// The numbers: of all coders for each subject, then, with more than two, of each two.
  public let rows: [Row]
  /// The passages or documents that were coded differently, in the order of ``NetworkMap/passages()``.
  public let passages: [PassageDifference]
  /// The connections that were coded differently, in the order of the map.
  public let connections: [ConnectionDifference]

  /// Compares the coders of a map.
  /// - Precondition: the map is as it was read: what is published for anybody names no coders.
  /// - Complexity: O(p · k · c²), where p is the number of passages and of connections in places, k of codes and c of
  ///   coders.
  public init(of map: NetworkMap, unit: Unit = .passage) {
    let reading = DocumentReading(of: map)
    let units = CodedUnits(of: map, unit, reading)
    let ends = CodedConnections(of: map, reading)
    let coders = Array(reading.coders)
    func rows<Value>(_ subject: Subject, _ data: ReliabilityData<Value>) -> [Row] {
      var rows = [Row(subject, coders, data)]
      guard coders.count > 2 else { return rows }
      for first in coders.indices {
        for second in coders.indices.dropFirst(first + 1) {
          rows.append(Row(subject, [coders[first], coders[second]], data.pair(first, second)))
        }
      }
      return rows
    }
    let ofCodes = units.codes.map { rows(.code($0), units.data(of: $0)) }
    let together = units.codes.count > 1 ? rows(.allCodes, units.dataOfAllCodes) : []
    let ofConnections = ends.data.units.isEmpty ? [] : rows(.connections, ends.data)
    (self.unit, self.coders, self.rows) = (unit, coders, ofCodes.flatMap(\.self) + together + ofConnections)
    passages = units.differences
    connections = ends.differences
  }
}
