/// How a map folder is read.
public struct ReadingOptions: Sendable {
  /// Whether files of cases may be split by a second thread while they are counted; the result is the same.
  public var usesTwoThreads: Bool
  /// Whether the digests of all files are taken, which reads them once more.
  public var takesDigests: Bool
  /// Is told how far the reading of large files has come.
  public var progress: ReadingProgress?

  /// Makes options.
  public init(usesTwoThreads: Bool = true, takesDigests: Bool = false, progress: ReadingProgress? = nil) {
    self.usesTwoThreads = usesTwoThreads
    self.takesDigests = takesDigests
    self.progress = progress
  }
}
