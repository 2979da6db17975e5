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

/// Files of one folder that are written as one: all are there in the end, or those that were before.
///
/// They are written into a draft beside their places, a folder of the run's own, and moved when all are whole: a new folder
/// at once, into an old one file by file. Whoever moves holds a lock on the folder, so that two runs never mix their
/// files. A run that is killed leaves its draft behind at most, which the next one that writes there removes.
package struct FileSet {
  /// A file under its name, which may lead into folders below.
  package struct File {
    package var name: String
    package var bytes: [UInt8]

    package init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  }

  /// What cannot be written or made, and why.
  package struct Fault: Error {
    /// What it is.
    package enum Kind: Sendable { case file, newFolder, folder }

    package let path: String
    package let kind: Kind
    /// The reason, as a clause.
    package let reason: String

    init(_ path: String, _ kind: Kind = .file, _ number: Int32 = errno) {
      (self.path, self.kind, reason) = (path, kind, Self.words(of: number))
    }

    private static func words(of number: Int32) -> String {
      switch number {
      case ENOSPC, EDQUOT: "the disk is full"
      case EFBIG: "it is larger than files may be there"
      case EACCES, EPERM: "you may not write there"
      case EROFS: "nothing can be written on that disk"
      case ENOENT: "its folder does not exist"
      case ENOTDIR: "a part of its path is a file and no folder"
      case EEXIST, EISDIR, ENOTEMPTY: "something else of that name is in the way"
      case ENAMETOOLONG: "the name is too long"
      case EMFILE, ENFILE: "too many files are open"
      case ELOOP: "links lead round in a circle"
      case EWOULDBLOCK: "another run is writing there and does not end"
      default: unsafe String(cString: strerror(number))
      }
    }
  }

  /// How the name of a run's own folder begins.
  private static let draftStart = ".netmap-"
  /// How long another run may hold the lock, in milliseconds.
  private static let longestWait: UInt32 = 10_000

  private let folder: String
  private let files: [File]
  /// What vouches for the others, and is taken away while they are replaced.
  private let seal: File?
  /// Folders that this run has made, outermost first.
  private var made: [String] = []

  /// Writes files.
  /// - Parameters:
  ///   - folder: their folder, which is made with those above it where `makesFolder` says so.
  ///   - seal: a file that vouches for the others: while they are replaced there is none.
  /// - Throws: ``Fault`` if any cannot be written; then nothing has changed.
  /// - Complexity: O(n), where n is the number of bytes.
  package static func write(
    _ files: [File], into folder: String, sealedBy seal: File? = nil, makesFolder: Bool = true
  ) throws(Fault) {
    let parts = folder.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    let path = folder.hasPrefix("/") ? "/" + parts : parts.isEmpty ? "." : parts
    var set = FileSet(folder: path, files: files + [seal].compactMap(\.self), seal: seal)
    do throws(Fault) {
      if makesFolder, try !set.isThere(path), try set.makeAtOnce() { return }
      try set.writeIntoFolder()
    } catch {
      for path in set.made.reversed() { _ = unsafe rmdir(path) }
      throw error
    }
  }

  private func isThere(_ path: String) throws(Fault) -> Bool {
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw Fault(path, .newFolder, EEXIST) }
      return true
    }
    guard errno == ENOENT else { throw Fault(path, .newFolder) }
    return false
  }

  /// Makes a folder and those above it, and remembers which there were not.
  private mutating func makeFolder(_ path: String) throws(Fault) {
    if try isThere(path) { return }
    if let above = Self.above(path), above != "/" { try makeFolder(above) }
    if unsafe mkdir(path, 0o777) == 0 {
      made.append(path)
    } else if errno != EEXIST {
      throw Fault(path, .newFolder)
    }
  }

  /// The folder in which a path is; `nil` for one that is in the folder where one stands.
  private static func above(_ path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the folder with all its files.
  /// - Returns: whether it has appeared; another run may have made it meanwhile.
  private mutating func makeAtOnce() throws(Fault) -> Bool {
    let above = Self.above(folder) ?? "."
    try makeFolder(above)
    Self.removeLeftovers(in: above)
    let draft = try Draft(in: above, Self.draftStart, for: folder)
    defer { draft.remove() }
    let content = draft.path + "/folder"
    try makeFolder(content)
    for file in files {
      if let below = Self.above("\(content)/\(file.name)") { try makeFolder(below) }
      try write(file, to: "\(content)/\(file.name)")
    }
    if unsafe rename(content, folder) == 0 { return true }
    if [EEXIST, ENOTEMPTY].contains(errno) { return false }
    throw Fault(folder, .newFolder)
  }

  /// Writes the files beside those that are there, and moves them.
  private mutating func writeIntoFolder() throws(Fault) {
    for file in files where file.name.contains("/") {
      if let below = Self.above("\(folder)/\(file.name)") { try makeFolder(below) }
    }
    // A run that had made the folder may have been killed right after.
    for path in [Self.above(folder) ?? ".", folder] { Self.removeLeftovers(in: path) }
    let draft = try Draft(in: folder, Self.draftStart, for: folder)
    defer { draft.remove() }
    for (place, file) in files.enumerated() { try write(file, to: "\(draft.path)/\(place)") }
    let lock = try Self.lock(folder)
    defer { if lock >= 0 { close(lock) } }
    try move(from: draft.path)
  }

  /// The path of a file, as whoever names its folder would name it.
  private func place(of file: File) -> String { folder == "." ? file.name : "\(folder)/\(file.name)" }

  /// Writes a file, with the rights of the one that it replaces.
  private func write(_ file: File, to path: String) throws(Fault) {
    let place = self.place(of: file)
    var status = stat()
    let isThere = unsafe lstat(place, &status) == 0
    if !isThere, errno != ENOENT { throw Fault(place) }
    let output = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard output >= 0 else { throw Fault(place) }
    var written = 0
    while written < file.bytes.count {
      let count = unsafe file.bytes[written...].withUnsafeBytes { unsafe Self.write(output, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let number = count == 0 ? ENOSPC : errno
        close(output)
        throw Fault(place, .file, number)
      }
      written += count
    }
    if isThere { _ = fchmod(output, status.st_mode & 0o777) }
    // Some disks say only now that they are full.
    guard close(output) == 0 else { throw Fault(place) }
  }

  private static func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(file, bytes.baseAddress, bytes.count)
    #else
      unsafe Darwin.write(file, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Moves all files to their places; if one cannot be, those that were there come back.
  private func move(from draft: String) throws(Fault) {
    var isKept: [Bool] = []
    func undo() {
      for (place, isKept) in isKept.enumerated().reversed() {
        let path = self.place(of: files[place])
        _ = unsafe isKept ? rename("\(draft)/old-\(place)", path) : unlink(path)
      }
    }
    let last = files.count - 1
    if let seal, unsafe rename(self.place(of: seal), "\(draft)/old-\(last)") != 0, errno != ENOENT {
      throw Fault(self.place(of: seal))
    }
    for (place, file) in files.enumerated() {
      let path = self.place(of: file)
      let kept = "\(draft)/old-\(place)"
      if place < last || seal == nil { _ = unsafe link(path, kept) }
      guard unsafe rename("\(draft)/\(place)", path) == 0 else {
        let fault = Fault(path)
        undo()
        if let seal { _ = unsafe rename("\(draft)/old-\(last)", self.place(of: seal)) }
        throw fault
      }
      isKept.append(unsafe access(kept, F_OK) == 0)
    }
  }

  /// Waits until no other run moves files in a folder.
  /// - Returns: what holds the lock until it is closed; less than 0 where there are no locks.
  private static func lock(_ folder: String) throws(Fault) -> Int32 {
    let file = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if file < 0 { return file }
    var waited: UInt32 = 0
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { break }
      guard waited < longestWait else {
        close(file)
        throw Fault(folder, .folder, EWOULDBLOCK)
      }
      usleep(10_000)
      waited += 10
    }
    return file
  }

  /// Removes what runs that were killed have left in a folder.
  private static func removeLeftovers(in folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(draftStart) && name.utf8.count == draftStart.utf8.count + 6 {
      // Whoever still writes holds its lock.
      if let draft = Draft(leftAt: folder + "/" + name) { draft.remove() }
    }
  }
}

/// A folder of a run's own, which it holds a lock on.
private struct Draft {
  let path: String
  private let lock: Int32

  /// - Parameter target: the folder that is written, of which errors speak.
  init(in folder: String, _ start: String, for target: String) throws(FileSet.Fault) {
    let kind: FileSet.Fault.Kind = folder == target ? .folder : .newFolder
    for _ in 0..<10 {
      var path = Array("\(folder)/\(start)XXXXXX".utf8CString)
      guard unsafe mkdtemp(&path) != nil else { throw FileSet.Fault(target, kind) }
      let name = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      let lock = unsafe open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if lock >= 0 {
        _ = flock(lock, LOCK_EX)
        // Before that, another run could take it for left behind.
        if unsafe access(name, W_OK) == 0 {
          (self.path, self.lock) = (name, lock)
          return
        }
        close(lock)
      } else if errno != ENOENT {
        let fault = FileSet.Fault(target, kind)
        _ = unsafe rmdir(name)
        throw fault
      }
    }
    throw FileSet.Fault(target, kind, EWOULDBLOCK)
  }

  /// One that nobody holds; `nil` if somebody does, or it is no folder.
  init?(leftAt path: String) {
    let lock = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard lock >= 0 else { return nil }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      return nil
    }
    (self.path, self.lock) = (path, lock)
  }

  /// Removes the folder with all that is in it.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    close(lock)
  }
}
