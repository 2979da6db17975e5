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

/// Where a file is, or would be, by whatever path or link it is named.
struct FilePlace {
  /// What stands at a path.
  enum Kind: Equatable {
    case nothing
    case file(isWritable: Bool)
    case folder
    /// A symbolic link, wherever it leads.
    case link
    case other
  }

  /// What a file is on its file system, whatever its names.
  private struct Identity: Equatable {
    let device: UInt64
    let number: UInt64

    init?(_ status: stat) {
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      (device, number) = (UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino))
    }
  }

  /// `nil` if there is no file yet.
  private let identity: Identity?
  /// The path without links, dots and differences of case, which some file systems do not make.
  private let path: String?

  /// The place to which a path leads.
  init(_ path: String) {
    var status = stat()
    identity = unsafe stat(path, &status) == 0 ? Identity(status) : nil
    self.path = Self.resolved(path).lowercased()
  }

  /// The file that is open; `nil` if it is none.
  init?(descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, let identity = Identity(status) else { return nil }
    (self.identity, path) = (identity, nil)
  }

  /// Whether both are the same file, or would be if there were one.
  func isSame(as other: FilePlace) -> Bool {
    if let identity, identity == other.identity { return true }
    return path != nil && path == other.path
  }

  /// Whether the other would have to be a folder for this to be.
  func lies(in other: FilePlace) -> Bool {
    guard let path, let above = other.path else { return false }
    return path.hasPrefix(above + "/")
  }

  /// What stands at a path; a link at its end is not followed.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    // To some users nothing is forbidden; that a file is marked as not to be written is meant for them, too.
    case S_IFREG:
      let isAllowed = unsafe access(path, W_OK) == 0
      return .file(isWritable: isAllowed && status.st_mode & 0o222 != 0)
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// A path from the root with all links followed, also where what they lead to is not there.
  private static func resolved(_ path: String) -> String {
    let start = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var ahead: [Substring] = start.split(separator: "/").reversed()
    var done: [Substring] = []
    // As many as Linux follows.
    var links = 40
    while let part = ahead.popLast() {
      if part == "." { continue }
      if part == ".." {
        _ = done.popLast()
        continue
      }
      let here = "/" + (done + [part]).joined(separator: "/")
      if links > 0, let target = try? FileManager.default.destinationOfSymbolicLink(atPath: here) {
        links -= 1
        if target.hasPrefix("/") { done = [] }
        ahead += target.split(separator: "/").reversed()
      } else {
        done.append(part)
      }
    }
    return "/" + done.joined(separator: "/")
  }
}
