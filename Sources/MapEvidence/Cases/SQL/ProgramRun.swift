#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A run of another program, to its end. No shell has a part in it.
struct ProgramRun {
  /// Why there is none.
  enum Fault: Error {
    case notFound
    /// It did not end in time, and was stopped.
    case tooLate
    /// The system's number of the error.
    case system(Int32)
  }

  /// What it ended with; less than 0 for a signal.
  let code: Int32
  let output: [UInt8]
  let errors: [UInt8]

  /// Runs a program that is looked for where the system looks for programs.
  /// - Parameters:
  ///   - arguments: its name, and what it gets.
  ///   - input: what it reads on its standard input.
  ///   - seconds: after how long it is stopped.
  init(_ arguments: [String], input: [UInt8], seconds: Int) throws(Fault) {
    // Files without a name, not pipes: nobody waits for the other, and nothing is left behind.
    let files = [try Self.file(input), try Self.file([]), try Self.file([])]
    defer { for file in files { close(file) } }
    let process = try Self.start(arguments, files)
    var (status, waited): (Int32, UInt32) = (0, 0)
    while true {
      let ended = unsafe waitpid(process, &status, WNOHANG)
      if ended == process { break }
      if ended < 0, errno != EINTR { throw .system(errno) }
      if waited / 1000 >= UInt32(seconds) {
        kill(process, SIGKILL)
        _ = unsafe waitpid(process, &status, 0)
        throw .tooLate
      }
      // Most answers come soon, and some after minutes.
      let pause: UInt32 = waited < 1000 ? 5 : 100
      usleep(pause * 1000)
      waited += pause
    }
    code = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    output = try Self.bytes(of: files[1])
    errors = try Self.bytes(of: files[2])
    // Some systems find out only in the new process that there is no such program.
    if code == 127, output.isEmpty { throw .notFound }
  }

  private static func start(_ arguments: [String], _ files: [Int32]) throws(Fault) -> pid_t {
    let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
    var process: pid_t = 0
    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
    for (place, file) in files.enumerated() { unsafe posix_spawn_file_actions_adddup2(&actions, file, Int32(place)) }
    let error = unsafe Self.withCStrings(arguments) { pointers in
      unsafe Self.withCStrings(environment) { environment in
        unsafe posix_spawnp(&process, arguments[0], &actions, nil, pointers, environment)
      }
    }
    if error == ENOENT || error == EACCES { throw .notFound }
    if error != 0 { throw .system(error) }
    return process
  }

  /// Lends texts as C has them: an array that ends with nothing.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies + [nil])
  }

  /// A file that only this process knows, with bytes to be read from its start.
  private static func file(_ bytes: [UInt8]) throws(Fault) -> Int32 {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var path = Array("\(folder)/netmap-XXXXXX".utf8CString)
    let file = unsafe mkstemp(&path)
    guard file >= 0 else { throw .system(errno) }
    _ = unsafe unlink(path)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let error = errno
        close(file)
        throw .system(error)
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  /// All that a file holds.
  private static func bytes(of file: Int32) throws(Fault) -> [UInt8] {
    lseek(file, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe part.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
      if count < 0 { throw .system(errno) }
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
  }
}
