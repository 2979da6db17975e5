/// What came of the programme in an area, such as a mean rating: the outcome of a comparative analysis.
public struct Outcome: Sendable, Hashable {
  /// What was measured, such as `attendance at start`.
  public var name: String
  /// The area; `nil` for the whole programme.
  public var area: Area.ID?
  /// The value, in the outcome's own unit; `nil` if it is withheld from the output's audience.
  public var value: Double?
  /// How many cases the value rests on, if the source says and it may be told.
  public var cases: Int?
  /// Where in the source the value stands.
  public var reference: String

  /// Makes an outcome.
  public init(_ name: String, area: Area.ID?, value: Double?, cases: Int? = nil, reference: String = "") {
    self.name = name
    self.area = area
    self.value = value
    self.cases = cases
    self.reference = reference
  }
}

/// A measure of the MI by which counts are divided, so that areas of different size can be compared.
public struct CountBase: Sendable, Hashable {
  /// The measure, such as `referred`.
  public var measure: String
  /// What it counts, in a phrase such as `young people referred`.
  public var name: String

  /// Makes a base.
  public init(measure: String, name: String) {
    self.measure = measure
    self.name = name
  }
}
