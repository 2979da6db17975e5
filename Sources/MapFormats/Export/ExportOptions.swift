public import MapModel

/// What of a map is written for another tool, and how.
public struct ExportOptions: Sendable, Hashable {
  /// Where an actor stands on a drawing.
  public struct Place: Sendable, Hashable {
    /// To the right, in points.
    public let x: Double
    /// Upwards, in points.
    public let y: Double

    /// Makes a place.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
  }

  /// Which connections are written.
  public var query: ConnectionQuery
  /// Where actors stand, for formats that hold places; none, for tools that lay graphs out by themselves.
  public var places: [MapActor.ID: Place] = [:]
  /// Whether all that runs from one actor to another is one edge, with the number of connections as its weight.
  public var mergesParallels = false

  /// Makes options.
  public init(_ query: ConnectionQuery = ConnectionQuery()) { self.query = query }
}
