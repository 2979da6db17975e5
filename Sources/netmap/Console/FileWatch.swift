#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Looks at files again and again until one has changed and none changes any more.
///
/// Files are asked for, a few times in a second, since what tells of changes differs from system to system and says nothing
/// of folders on a network.
struct FileWatch {
  /// How a file looks from outside; what was saved looks otherwise, whatever way it was saved.
  private struct Look: Equatable {
    private(set) var size: Int64 = -1
    var device: UInt64 = 0
    var number: UInt64 = 0
    var seconds: Int64 = 0
    var nanoseconds: Int64 = 0

    /// A file that is not there looks like nothing.
    init(_ path: String) {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { return }
      (size, device) = (Int64(status.st_size), UInt64(truncatingIfNeeded: status.st_dev))
      number = UInt64(truncatingIfNeeded: status.st_ino)
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      (seconds, nanoseconds) = (Int64(time.tv_sec), Int64(time.tv_nsec))
    }
  }

  /// How often files are looked at, in microseconds.
  private static let pause: UInt32 = 150_000
  /// How many times in a row they must look alike before a change counts as whole: programs save in several steps.
  private static let quietLooks = 4

  /// The files.
  let paths: [String]
  private let looks: [Look]

  /// Looks at files for the first time.
  init(_ paths: [String]) { (self.paths, looks) = (paths, paths.map(Look.init)) }

  /// How many of the files are there; one that is not is watched as well, since it can come.
  var count: Int { looks.count { $0.size >= 0 } }

  /// Whether the files look otherwise now.
  var hasChanged: Bool { paths.map(Look.init) != looks }

  /// Waits until a file has changed, and then until all have been left alone for a while.
  func waitForChange() {
    while !hasChanged { usleep(Self.pause) }
    waitUntilQuiet()
  }

  /// Waits until no file changes any more.
  func waitUntilQuiet() {
    var (last, same) = (paths.map(Look.init), 0)
    while same < Self.quietLooks {
      usleep(Self.pause)
      let now = paths.map(Look.init)
      (last, same) = now == last ? (last, same + 1) : (now, 0)
    }
  }

  /// Lets Ctrl-C end the tool at once as if its work were done, since the user ends what has no end; files are written whole
  /// or not at all.
  static func endOnInterrupt() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      _ = signal(number) { _ in _exit(0) }
      unsafe sigaddset(&signals, number)
    }
    // Whoever starts the tool may have them blocked, and what it starts has them so, too.
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
