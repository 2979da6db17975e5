/// A step of a programme's theory of change: what is expected to lead to what comes next, and the claims that can bear it
/// out.
public struct TheoryStep: Sendable, Hashable, Identifiable {
  /// A step's identifier.
  public typealias ID = Identifier<TheoryStep>

  /// The identifier.
  public let id: ID
  /// The words of the theory.
  public var words: String
  /// Where they stand; empty if the source does not say.
  public var reference: String
  /// The claims whose verdicts tell of the step, in their order; none if no evidence of the map can.
  public var claims: [Claim.ID]

  /// Makes a step.
  public init(_ id: ID, words: String, reference: String = "", claims: [Claim.ID] = []) {
    (self.id, self.words, self.reference, self.claims) = (id, words, reference, claims)
  }
}
