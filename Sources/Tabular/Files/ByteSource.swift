#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the bytes of a file are: on disk, or in memory.
package enum ByteSource: Sendable {
  case disk(path: String)
  case memory([UInt8])

  /// What stands at a path.
  package enum Standing: Sendable, Hashable {
    case file, nothing, folder, pipe, socket, device

    init(mode: mode_t) {
      switch mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .folder
      case S_IFIFO: self = .pipe
      case S_IFSOCK: self = .socket
      default: self = .device
      }
    }
  }

  /// What is there, behind symbolic links; nothing of it is opened or read.
  package var standing: Standing {
    guard case .disk(let path) = self else { return .file }
    // C would take a zero byte for the end of the path.
    if path.utf8.contains(0) { return .nothing }
    var status = stat()
    return stat(path, &status) == 0 ? Standing(mode: status.st_mode) : .nothing
  }
}
