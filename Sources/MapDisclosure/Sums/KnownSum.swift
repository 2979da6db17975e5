public import MapModel

/// A sum that disclosure control takes for known to readers because the numbers bear it out.
public struct KnownSum: Sendable, Hashable {
  /// What is added up.
  public let dimension: DeclaredSum.Dimension
  /// The name of the area, period, measure, actor or relation whose numbers are the sum.
  public let total: String
  /// The names of those whose numbers are added.
  public let parts: [String]
  /// In how many places it holds exactly.
  public let holding: Int
  /// In how many places it is taken to hold although it is a unit or two off.
  public let nearly: Int
}
