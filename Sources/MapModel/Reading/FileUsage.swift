public import OrderedCollections

/// How much of a file of evidence is used in the map.
public struct FileUsage: Sendable, Hashable {
  /// What a file's parts are.
  public enum Unit: String, Sendable {
    /// Rows of management information.
    case rows
    /// Coded segments of interviews.
    case segments
  }

  /// The file, relative to the map folder.
  public let file: String
  /// What is counted.
  public let unit: Unit
  /// How many there are.
  public package(set) var total = 0
  /// How many of them are used.
  public package(set) var used = 0
  /// What else is in the file and is not read, each by its name in the singular.
  public package(set) var notRead: OrderedDictionary<String, Int> = [:]
  /// How many are not, by the code of the reason.
  public package(set) var leftOut: [String: Int] = [:]

  /// Makes a usage of nothing yet.
  public init(file: String, unit: Unit) { (self.file, self.unit) = (file, unit) }

  /// Adds what another count of the same file's parts found.
  package mutating func merge(_ other: FileUsage) {
    total += other.total
    used += other.used
    leftOut.merge(other.leftOut, uniquingKeysWith: +)
    notRead.merge(other.notRead, uniquingKeysWith: +)
  }

  /// The share that is used, from 0 to 1; `nil` for an empty file.
  public var share: Double? { total == 0 ? nil : Double(used) / Double(total) }
}
