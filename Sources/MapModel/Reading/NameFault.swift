/// What is wrong with a name where it is drawn.
public struct NameFault: Sendable, Hashable {
  /// What kind of fault it is.
  public let code: Problem.Code
  /// What was found, and what to do about it.
  public let message: String
  /// The message without the name, if several names can have the same fault.
  public let cause: String?

  /// Makes a fault.
  public init(code: Problem.Code, message: String, cause: String? = nil) {
    (self.code, self.message, self.cause) = (code, message, cause)
  }
}
