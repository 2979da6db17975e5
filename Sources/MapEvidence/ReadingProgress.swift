/// Tells how far the reading of large files has come.
public struct ReadingProgress: Sendable {
  private let handler: @Sendable (_ file: String, _ part: Double) -> Void

  /// Makes a report of progress.
  /// - Parameter handler: is called with the file at hand and how much has been read, from 0 to 1; often, and on the
  ///   thread that reads.
  public init(_ handler: @escaping @Sendable (_ file: String, _ part: Double) -> Void) { self.handler = handler }

  func report(_ file: String, _ part: Double) { handler(file, part) }
}
