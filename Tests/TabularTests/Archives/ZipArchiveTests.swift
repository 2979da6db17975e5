import Foundation
import TestSupport
import Testing

@testable import Tabular

struct ZipArchiveTests {
  private static let python = InstalledProgram("python3")
  private static let text = Array(String(repeating: "a few words, \u{E9}\n", count: 9_000).utf8)

  private static func archive() throws -> [UInt8] {
    var writer = ZipWriter()
    try writer.add("mimetype", Array("text/plain".utf8), isCompressed: false)
    try writer.add("Folder/text.txt", text)
    try writer.add("empty", [])
    return writer.archive()
  }

  private static func kind(_ bytes: [UInt8], reading name: String? = nil, limit: Int = 1 << 28) -> ZipFault.Kind? {
    do throws(ZipFault) {
      let archive = try ZipArchive(.memory(bytes))
      for entry in archive.entries where name == nil || entry.name == name {
        _ = try archive.bytes(of: entry, limit: limit)
      }
      return nil
    } catch { return error.kind }
  }

  /// The archive with bytes changed, from the end of its list of files or from its start.
  private static func changed(_ change: (inout [UInt8]) -> Void) throws -> [UInt8] {
    var bytes = try archive()
    change(&bytes)
    return bytes
  }

  private static func place(of signature: [UInt8], in bytes: [UInt8]) -> Int {
    bytes.indices.first { bytes[$0...].starts(with: signature) } ?? 0
  }

  @Test func `reads what it writes, by names in any case, the same from disk`() throws {
    let bytes = try Self.archive()
    #expect(try Self.archive() == bytes)
    let folder = try TemporaryFolder()
    try folder.write(Data(bytes), to: "a.zip")
    for source in [ByteSource.memory(bytes), .disk(path: folder.path + "/a.zip")] {
      let archive = try ZipArchive(source)
      #expect(archive.entries.map(\.name) == ["mimetype", "Folder/text.txt", "empty"])
      let entry = try #require(archive["folder/TEXT.txt"])
      #expect(try archive.bytes(of: entry) == Self.text)
      #expect(entry.compressedSize < 2_000)
      #expect(archive["none"] == nil)
    }
    #expect(throws: ZipFault.self) { try ZipArchive(.disk(path: folder.path)) }
  }

  @Test(.enabled(if: python.isThereOrDemanded)) func `reads what Python writes, and Python what it writes`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data(Self.archive()), to: "ours.zip")
    let script = """
      import zipfile
      ours = zipfile.ZipFile("ours.zip")
      assert ours.testzip() is None
      names = ours.namelist()
      for name, large in [("theirs.zip", False), ("large.zip", True)]:
        zipfile.ZIP64_LIMIT = 10 if large else (1 << 31) - 1
        with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as theirs:
          theirs.comment = b"PK\\5\\6 is no end here"
          theirs.mkdir("Folder") if hasattr(theirs, "mkdir") else None
          for n in names: theirs.writestr(n, ours.read(n))
      """
    let run = try Self.python.run(["-c", script], in: folder.path)
    #expect(run.code == 0, "\(run.text)")
    for name in ["theirs.zip", "large.zip"] {
      let archive = try ZipArchive(.disk(path: folder.path + "/" + name))
      #expect(archive.entries.map(\.name) == ["mimetype", "Folder/text.txt", "empty"])
      #expect(try archive.bytes(of: #require(archive["Folder/text.txt"])) == Self.text)
    }
  }

  @Test func `every change of a byte and every cut is a fault, or changes nothing that is read`() throws {
    var writer = ZipWriter()
    try writer.add("a.txt", Array("one text, one text, one text".utf8))
    try writer.add("b/c", Array("stored".utf8), isCompressed: false)
    let bytes = writer.archive()
    let whole = try ZipArchive(.memory(bytes))
    let contents = try whole.entries.map { try whole.bytes(of: $0) }
    var read = 0
    for place in bytes.indices {
      for mask: UInt8 in [1, 0x80, 0xFF] {
        var changed = bytes
        changed[place] ^= mask
        guard let archive = try? ZipArchive(.memory(changed)) else { continue }
        for (entry, content) in zip(archive.entries, contents) {
          guard let bytes = try? archive.bytes(of: entry) else { continue }
          #expect(bytes == content)
          read += 1
        }
      }
      #expect(Self.kind(Array(bytes[..<place])) != nil)
    }
    // Times, versions and attributes are not looked at.
    #expect(read > 100)
  }

  @Test func `hostile archives are told by their kinds`() throws {
    let list: [UInt8] = [0x50, 0x4B, 1, 2]
    #expect(Self.kind(Array("no archive at all, but long enough".utf8)) == .noArchive)
    #expect(Self.kind([]) == .noArchive)
    for name in ["../x", "/x", "a/../../x", "C:/x", "..\\x", "a\u{0}b", ""] {
      var writer = ZipWriter()
      try writer.add(name, [1])
      #expect(Self.kind(writer.archive()) == .damaged, "\(name)")
    }
    var twice = ZipWriter()
    for content: UInt8 in [1, 2] { try twice.add("same", [content]) }
    #expect(Self.kind(twice.archive()) == .damaged)
    let encrypted = try Self.changed { $0[Self.place(of: list, in: $0) + 8] |= 1 }
    #expect(Self.kind(encrypted) == .encrypted)
    let method = try Self.changed { $0[Self.place(of: list, in: $0) + 10] = 14 }
    #expect(Self.kind(method) == .unknownMethod)
    // The second file is said to start where the first does.
    let overlap = try Self.changed { bytes in
      let first = Self.place(of: list, in: bytes)
      let second = bytes.indices.first { $0 > first && bytes[$0...].starts(with: list) } ?? 0
      for offset in 42..<46 { bytes[second + offset] = 0 }
    }
    #expect(Self.kind(overlap) == .damaged)
    #expect(Self.kind(try Self.archive(), limit: 1_000) == .tooLarge)
  }

  @Test func `what expands without end is left soon`() throws {
    var writer = ZipWriter()
    try writer.add("bomb", [UInt8](repeating: 0, count: 100_000_000))
    let archive = try ZipArchive(.memory(writer.archive()))
    var stream = try ZipStream(archive.entries[0], of: archive)
    var part: [UInt8] = []
    var fault: ZipFault?
    do throws(ZipFault) { while try stream.next(&part) {} } catch { fault = error }
    #expect(fault?.kind == .tooLarge)
    #expect(stream.count < 50_000_000)
  }
}
