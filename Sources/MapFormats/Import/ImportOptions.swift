/// Under which names a graph says what a map asks for; without them, what is plainly there is taken.
///
/// Names are compared as people mean them, whatever their case.
public struct ImportOptions: Sendable, Hashable {
  /// Which way edges run.
  public enum Direction: String, Sendable, CaseIterable {
    /// As the file says.
    case given
    /// All from their source to their target.
    case directed
    /// All both ways at once.
    case mutual
  }

  /// The title of the map; the graph's own, or the name of the file, without it.
  public var title: String?
  /// Where nodes say what people call them.
  public var name: String?
  /// Where nodes say which role they play.
  public var role: String?
  /// Where nodes say of which sector they are.
  public var sector: String?
  /// Where nodes say at which stage they stand.
  public var stage: String?
  /// Where nodes say of which other they are part.
  public var group: String?
  /// Where nodes, and edges, are described.
  public var description: String?
  /// Where edges say what they are.
  public var relation: String?
  /// Where edges say of which family of relations they are.
  public var family: String?
  /// Where edges say in which areas they hold.
  public var area: String?
  /// Where edges say in which periods they hold.
  public var period: String?
  /// Where edges say in which interview they were spoken of.
  public var interview: String?
  /// Where edges say which group of informants spoke of them.
  public var informant: String?
  /// Where edges hold the words of who spoke of them.
  public var excerpt: String?
  /// Where nodes say what is kept although it looks like an address or a telephone number.
  public var attributes: [String] = []
  /// The names of actors that are in receipt of support.
  public var beneficiaries: [String] = []
  /// The stages, from left to right; those of the file that are not among them stand behind.
  public var stages: [String] = []
  /// Where people change the map that is made, as notices say it.
  public var definition = "map.yaml"
  /// Where edges say how many cases were counted.
  public var cases: String?
  /// Which way edges run.
  public var direction = Direction.given

  /// Makes options that name nothing.
  public init() {}

  /// The names that are of columns of nodes.
  var namedOfNodes: [String] { [name, role, sector, stage, group, description].compactMap(\.self) + attributes }
}
