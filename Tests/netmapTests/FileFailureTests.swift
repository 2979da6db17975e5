import Foundation
import TestSupport
import Testing

/// What is said, and what is on the disk afterwards, when files cannot be read or written: all of a set, or what was there.
struct FileFailureTests {
  private static let netmap = BuiltProgram("netmap")
  private static let sh = InstalledProgram("sh")

  /// Whether a test may mount what only it sees.
  private static let canMount =
    (try? sh.run(["-c", "unshare -m sh -c 'mount -t tmpfs -o size=64k tmpfs /mnt'"]).code) == 0

  /// A folder with the starter map.
  private static func place(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(files)
    #expect(try netmap.run("new", folder.path + "/map").code == 0)
    return folder
  }

  /// Runs a line of the shell in a folder, in which `netmap` is the tool.
  private static func shell(_ line: String, in folder: TemporaryFolder) throws -> (code: Int32, text: String) {
    try sh.run(["-c", "netmap() { '\(netmap.path)' \"$@\"; }; \(line)"], in: folder.path)
  }

  /// A way in which writing fails: what the shell does, what is said, and what is there afterwards.
  struct Failure: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var line: String
    var words: String
    var left: [String]
  }

  @Test(arguments: [
    Failure(
      testDescription: "standard output is full", line: "netmap query map > /dev/full", words: "is the disk full?",
      left: ["map"]),
    Failure(
      testDescription: "a file larger than allowed", line: "ulimit -f 1; netmap page map --output p.html",
      words: "\"p.html\" cannot be written (it is larger than files may be there)", left: ["map"]),
    Failure(
      testDescription: "one of a set is", line: "ulimit -f 8; netmap figures map --output new",
      words: "it is larger than files may be there", left: ["map"]),
    Failure(
      testDescription: "a name that is too long",
      line: "netmap page map --output \(String(repeating: "x", count: 300))",
      words: "cannot be written (the name is too long)", left: ["map"]),
    Failure(
      testDescription: "no folder", line: "netmap page map --output none/p.html",
      words: "cannot be written to (its folder does not exist)", left: ["map"]),
    Failure(
      testDescription: "a file in the place of a folder", line: "touch taken; netmap figures map --output taken/in",
      words: "cannot be made (a part of its path is a file and no folder)", left: ["map", "taken"]),
    Failure(
      testDescription: "a folder of which not all can be made",
      line: "netmap figures map --output a/b/\(String(repeating: "x", count: 300))",
      words: "(the name is too long)", left: ["map"]),
  ])
  func `nothing is left where it cannot be written`(failure: Failure) throws {
    let folder = try Self.place()
    let run = try Self.shell(failure.line, in: folder)
    #expect(run.code == 1, "\(run.text)")
    #expect(run.text.contains(failure.words), "\(run.text)")
    #expect(folder.names == failure.left)
  }

  @Test(.enabled(if: canMount, "only who may mount can fill a disk"), arguments: [0, 4, 20, 60, 100, 140])
  func `a full disk keeps the set that it has`(free: Int) throws {
    let folder = try Self.place()
    try FileManager.default.createDirectory(atPath: folder.path + "/disk", withIntermediateDirectories: false)
    // The set is some 110 kB; what is in the way of it grows.
    let run = try Self.shell(
      """
      unshare -m sh -c '
        mount -t tmpfs -o size=400k tmpfs disk && cp map/map.yaml old.svg && mkdir disk/out && echo old > disk/out/manifest.json
        echo old > disk/out/whole-map.svg; head -c $((400 - \(free)))k /dev/zero > disk/filler 2>/dev/null
        "$0" figures map --output disk/out; echo "code $?"; ls -A disk disk/out; cat disk/out/manifest.json
      ' '\(Self.netmap.path)' 2>&1
      """, in: folder)
    let isWritten = run.text.contains("code 0\n")
    #expect(isWritten || run.text.contains("cannot be") && run.text.contains("the disk is full"), "\(run.text)")
    #expect(isWritten || run.text.contains("code 1\n") && run.text.hasSuffix("whole-map.svg\nold\n"), "\(run.text)")
    #expect(!run.text.contains(".netmap-"))
  }

  @Test(.enabled(if: canMount, "only who may mount can make a disk that is read only"))
  func `a disk that can only be read is told`() throws {
    let folder = try Self.place()
    try FileManager.default.createDirectory(atPath: folder.path + "/disk", withIntermediateDirectories: false)
    for output in ["figures map --output disk", "figures map --output disk/new", "page map --output disk/p.html"] {
      let run = try Self.shell(
        "unshare -m sh -c 'mount -t tmpfs -o ro tmpfs disk; \"$0\" \(output)' '\(Self.netmap.path)' 2>&1", in: folder)
      #expect(run.code == 1 && run.text.contains("nothing can be written on that disk"), "\(run.text)")
    }
  }

  @Test func `the rights of a file are kept, and those of a new one are the usual`() throws {
    let folder = try Self.place(["old.html": "old"])
    let run = try Self.shell(
      """
      umask 027; chmod 604 old.html
      for f in old.html new.html; do netmap page map --output $f; done
      netmap figures map --output figures; chmod 600 figures/whole-map.svg; netmap figures map --output figures
      stat -c '%a %n' old.html new.html figures figures/whole-map.svg figures/manifest.json
      """, in: folder)
    for line in [
      "604 old.html", "640 new.html", "750 figures", "600 figures/whole-map.svg", "640 figures/manifest.json",
    ] {
      #expect(run.text.contains("\n\(line)\n"), "\(run.text)")
    }
  }

  @Test(.timeLimit(.minutes(30))) func `a run that is killed leaves all or nothing, and the next one cleans up`() throws
  {
    let folder = try Self.place()
    for milliseconds in stride(from: 5, to: 400, by: 20) {
      let run = try Self.shell(
        "netmap figures map --output out & sleep 0.\(String(1000 + milliseconds).dropFirst()); kill -9 $!; wait",
        in: folder)
      let isThere = FileManager.default.fileExists(atPath: folder.path + "/out")
      #expect(!isThere || FileManager.default.fileExists(atPath: folder.path + "/out/manifest.json"), "\(run.text)")
      // As if one had been killed before, too.
      let left = folder.path + (isThere ? "/out" : "") + "/.netmap-abcdef"
      try FileManager.default.createDirectory(atPath: left + "/folder", withIntermediateDirectories: true)
      try Data("x".utf8).write(to: URL(filePath: left + "/0"))
      let next = try Self.netmap.run("figures", folder.path + "/map", "--output", folder.path + "/out")
      #expect(next.code == 0, "\(next.errors)")
      #expect(try !Self.shell("ls -AR .", in: folder).text.contains(".netmap-"))
      try FileManager.default.removeItem(atPath: folder.path + "/out")
    }
  }

  @Test(.timeLimit(.minutes(30))) func `runs at once never mix their files`() throws {
    let folder = try Self.place()
    // Their titles are their only difference, and stand in every figure.
    let run = try Self.shell(
      """
      for n in 1 2 3 4; do cp -r map map$n; sed -i "s/^title: .*/title: Map number $n/; s/title: The/title: Number $n of the/" map$n/map.yaml; done
      for round in 1 2 3; do
        for n in 1 2 3 4; do netmap figures map$n --output out >/dev/null 2>&1 & done; wait
        grep -o 'Map number [1-4]' out/manifest.json | sort -u; grep -oh 'Number [1-4] of' out/*.md | sort -u | wc -l
      done; ls -A out | grep netmap-
      """, in: folder)
    let lines = run.text.split(separator: "\n")
    #expect(lines.count == 6, "\(run.text)")
    #expect(
      lines.indices.allSatisfy { $0 % 2 == 0 ? lines[$0].hasPrefix("Map number") : lines[$0].hasSuffix("1") },
      "\(run.text)")
  }

  @Test(arguments: [4, 5, 6, 8, 12]) func `too few files that may be open are told, and end nothing halfway`(
    limit: Int
  ) throws {
    let folder = try Self.place()
    for verb in [
      "check map", "figures map --output out", "page map --output p.html", "export map --as xlsx --output x.xlsx",
    ] {
      let run = try Self.shell("ulimit -n \(limit); netmap \(verb)", in: folder)
      #expect((0...1).contains(run.code), "\(verb) \(run)")
      #expect(!run.text.isEmpty)
    }
    #expect(folder.names.allSatisfy { !$0.hasPrefix(".netmap-") })
  }

  @Test(.timeLimit(.minutes(30))) func `a file that is changed and cut while it is read crashes nothing`() throws {
    let folder = try Self.place()
    let rows = (0..<60_000).map { "r\($0),northtown,friends,children,supports,words\n" }.joined()
    try Data(("id,area,from,to,relation,excerpt\n" + rows).utf8).write(to: URL(filePath: folder.path + "/all.csv"))
    let run = try Self.shell(
      """
      (while [ ! -e stop ]; do cp all.csv map/interviews.csv; : > map/interviews.csv; done) & 
      for n in 1 2 3 4 5 6 7 8; do netmap check map > said 2>&1; echo "code $?"; done; touch stop; wait
      """, in: folder)
    let codes = run.text.split(separator: "\n")
    #expect(codes.count == 8 && codes.allSatisfy { $0 == "code 0" || $0 == "code 1" }, "\(run.text)")
  }
}
