public import MapModel

/// How a map folder is read.
public struct ReadingOptions: Sendable {
  /// Whether files of cases may be split by a second thread while they are counted; the result is the same.
  public var usesTwoThreads: Bool
  /// Whether the digests of all files are taken, from the bytes as they are read.
  public var takesDigests: Bool
  /// The day on which files of cases were written that do not say it: what is later lies in the future.
  public var today: CalendarDay
  /// Is told how far the reading of large files has come.
  public var progress: ReadingProgress?
  /// Tells what is wrong with a name where it is drawn; names are not looked at without it.
  public var nameFaults: (@Sendable (String) -> [NameFault])?
  /// What becomes of programs that a map asks for, such as `duckdb`.
  public var programs = Programs.refused

  /// What becomes of programs that a map asks for.
  ///
  /// Whoever made a map decides what such a program reads, and where. So none is started but with the consent of whoever
  /// reads the map.
  public enum Programs: Sendable {
    /// They are not started, and that their numbers are missing is an error.
    case refused
    /// They are started.
    case started
    /// They are not started, and nothing is said: for what is asked of a map, their numbers do not matter.
    case passedOver
  }

  /// Makes options.
  /// - Parameter today: the day of today; without it, the clock is asked, once.
  public init(
    usesTwoThreads: Bool = true, takesDigests: Bool = false, today: CalendarDay = .today,
    progress: ReadingProgress? = nil, nameFaults: (@Sendable (String) -> [NameFault])? = nil
  ) {
    self.usesTwoThreads = usesTwoThreads
    self.takesDigests = takesDigests
    self.today = today
    self.progress = progress
    self.nameFaults = nameFaults
  }
}
