import Foundation
import TestSupport
import Testing

/// What maps, files and arguments hold does nothing to a terminal, and nothing that they are makes the tool hang or crash.
struct HostileInputTests {
  private static let netmap = BuiltProgram("netmap")

  /// Steers a terminal, turns the direction of writing, and hides.
  private static let steering =
    "\u{1B}]0;t\u{7}\u{1B}[31m\u{9B}31m\u{8}\u{7F}\u{202E}\u{2066}\u{200F}\u{61C}\u{200B}\u{2060}\u{FEFF}\u{AD}\u{E0041}\u{2028}"
  private static let steeringInYAML = steering.unicodeScalars.map { scalar in
    let digits = String(scalar.value, radix: 16)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }.joined()

  /// What of a text must never reach a terminal.
  private static func steers(_ text: String) -> Set<Unicode.Scalar> {
    Set(
      text.unicodeScalars.filter {
        $0 != "\n" && ([.control, .format, .lineSeparator].contains($0.properties.generalCategory))
      })
  }

  private static func hostileMap(definition more: String = "", interviews: String = "") throws -> TemporaryFolder {
    let mark = steeringInYAML
    return try TemporaryFolder([
      "map.yaml": """
      format: 1
      title: "T\(mark)itle"
      areas: [{id: n, name: "No\(mark)rth", aliases: ["N\(mark)"]}, {id: s, name: "So\(mark)uth"}]
      actors:
        - {id: a, name: "Al\(mark)pha", role: other, sector: nhs, stage: set-up, aliases: ["A\(mark)lias"]}
        - {id: b, name: "Be\(mark)ta", role: other, sector: nhs, stage: delivery}
        - {id: c, name: "Ga\(mark)mma", role: other, sector: nhs, stage: delivery, beneficiary: true}
      relations: [{id: r, family: support, label: "he\(mark)lps", plural: "he\(mark)lp"}]
      informants: [{id: i, name: "In\(mark)form", speaks-for: [a, b]}]
      mi: [{file: counts.csv, cases: ["ca\(mark)ses"]}]
      claims: [{id: k, words: "Wo\(mark)rds", connection: {from: a, to: c, relation: r}}]
      expectations: [{id: e, because: "Be\(mark)cause", connection: {from: c, to: b}, in: areas}]
      figures: [{id: f, number: "1\(mark)", title: "Fi\(mark)gure", message: "Me\(mark)ssage"}]
      disclosure: {excerpts: published, aliases: published, symbol: "[c\(mark)]"}
      \(more)
      """,
      "interviews.csv": "id,area,interview,informant,from,to,relation,excerpt,reference\n"
        + "s,n,I\(steering)1,i,a,b,r,Ex\(steering)cerpt,Re\(steering)f\ns2,,I2,i,b,c,r,Ex\(steering)cerpt,\(steering)\n"
        + interviews,
      "fieldwork.csv": "area,informant,interviews\nn,i,1\ns,i,1\n",
      "counts.csv": "area,from,to,relation,measure,period,count,reference,computed\n"
        + "n,a,c,r,ca\(steering)ses,20\(steering)25,12,Re\(steering)f,4\(steering)+8\n"
        + "s,a,c,r,ca\(steering)ses,20\(steering)25,3,Re\(steering)f,1\(steering)+2\n",
    ])
  }

  /// Runs a verb and looks at all that it prints.
  private static func check(_ arguments: [String], in folder: TemporaryFolder, code: Int32? = nil) throws {
    let run = try netmap.run(arguments, in: folder.path)
    if let code { #expect(run.code == code, "\(arguments) \(run.errors)") }
    #expect((0...2).contains(run.code), "\(arguments) \(run.code)")
    #expect(steers(run.errors).isEmpty, "\(arguments)")
    // A file of values for another program holds them as they are.
    if !arguments.contains("csv"), !arguments.contains("--as") {
      #expect(steers(run.output).isEmpty, "\(arguments) \(steers(run.output))")
    }
    #expect(!(run.output + run.errors).isEmpty, "\(arguments)")
  }

  @Test func `no name, word or excerpt reaches the terminal with what steers it`() throws {
    let folder = try Self.hostileMap()
    let verbs = [
      "check", "check --audience team", "query --evidence", "query --evidence --audience team", "query --absent",
      "query --routes --from a --to c", "measure", "measure --explain", "measure --without b", "gaps",
      "gaps --output gaps", "compare", "compare --output both", "figures --output figures", "audit",
      "page --output page.html",
    ]
    for verb in verbs {
      let words = verb.split(separator: " ").map(String.init)
      try Self.check([words[0], "."] + words.dropFirst(), in: folder, code: 0)
      guard !["figures", "page"].contains(words[0]) else { continue }
      for format in ["json", "csv"] {
        try Self.check([words[0], "."] + words.dropFirst() + ["--format", format], in: folder, code: 0)
      }
    }
    try Self.check(["export", ".", "--as", "mermaid", "--output", "m.mmd", "--area", "x"], in: folder, code: 2)
    // The same data are read back from JSON.
    let json = try Self.netmap.run(["query", ".", "--evidence", "--format", "json"], in: folder.path)
    let query = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let evidence = (query["connections"] as? [[String: Any]])?.compactMap { $0["evidence"] as? [[String: Any]] }
    let excerpts = try #require(evidence).joined().compactMap { $0["excerpt"] as? String }
    #expect(excerpts.contains("Ex\(Self.steering)cerpt"))
  }

  @Test func `no error message or argument does`() throws {
    let (mark, yaml) = (Self.steering, Self.steeringInYAML)
    let broken = try Self.hostileMap(
      definition: "\"ke\(yaml)y\": 1\noutcomes: {file: \"no\(yaml)where\"}\n",
      interviews: "s3,a\(mark),I,i\(mark),a\(mark),q\(mark),r\(mark),x,y\n")
    for verb in ["check", "query", "gaps", "measure", "compare", "audit"] {
      try Self.check([verb, "."], in: broken, code: 1)
      if verb != "check" { try Self.check([verb, ".", "--despite-errors"], in: broken) }
    }
    let folder = try Self.hostileMap()
    let wrong = [
      ["query", ".", "--from", mark], ["query", ".", "--from", "zz"], ["query", ".", "--area", mark],
      ["query", ".", "--area", "zz"], ["query", ".", "--relation", mark], ["query", ".", "--role", mark],
      ["query", ".", "--status", mark], ["query", ".", "--within", mark], ["query", ".", "--\(mark)"],
      ["compare", ".", "--areas", "n,\(mark)"], ["compare", ".", "--image-format", mark],
      ["compare", ".", "--areas", "n,n"], ["figures", ".", "--only", mark, "--output", "x"],
      ["export", ".", "--as", mark], ["help", mark], [mark], [mark, "."], ["new", "."],
      ["page", ".", "--output", "\(mark)/x"], ["export", ".", "--as", "json", "--output", "\(mark)/x"],
      ["check", mark], ["query", mark],
    ]
    for arguments in wrong { try Self.check(arguments, in: folder) }
    try Self.check(["figures", ".", "--output", "o\(mark)"], in: folder, code: 0)
    try Self.check(["new", "n\(mark)"], in: folder, code: 0)
    try Self.check(["new", "n\(mark)"], in: folder, code: 2)
  }

  private static let python = InstalledProgram("python3")

  /// Runs the tool on a pseudo-terminal, and returns all that it shows there.
  private static func shown(_ arguments: [String], in folder: TemporaryFolder) throws -> String {
    let spawn = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    let (code, text) = try python.run(["-c", spawn, netmap.path] + arguments, in: folder.path)
    #expect((0...2).contains(code), "\(arguments) \(text)")
    #expect(!text.isEmpty, "\(arguments)")
    // A terminal ends lines with two characters, and the tool replaces its own progress.
    return text.replacing(/\r\n|\u{1B}\[2K\r/.matchingSemantics(.unicodeScalar), with: "\n")
  }

  @Test(.enabled(if: python.isThereOrDemanded, "no python3, which opens a pseudo-terminal"))
  func `no escape character of a map or an argument reaches a terminal`() throws {
    let (folder, mark) = (try Self.hostileMap(), Self.steering)
    let broken = try Self.hostileMap(interviews: "s3,a\(mark),I,i\(mark),a\(mark),q\(mark),r\(mark),x,y\n")
    let runs = [
      "check .", "check . --audience team", "query . --evidence --audience team", "query . --routes --from a --to c",
      "gaps .", "measure . --explain", "compare .", "audit .", "figures . --output figures",
      "query . --evidence --audience team --format csv", "query . --evidence --audience team --format json",
      "export . --as json", "page . --output -", "measure . --format csv",
    ].map { $0.split(separator: " ").map(String.init) }
    for arguments in runs { #expect(try Self.steers(Self.shown(arguments, in: folder)).isEmpty, "\(arguments)") }
    for verb in ["check", "query", "gaps"] {
      #expect(try Self.steers(Self.shown([verb, "."], in: broken)).isEmpty, "\(verb)")
    }
    let wrong = [
      ["query", ".", "--from", mark], ["query", ".", "--from", "zz"], ["query", ".", "--area", mark],
      ["query", mark], ["compare", ".", "--areas", "n,\(mark)"], ["--\(mark)"], ["new", "."],
    ]
    for arguments in wrong { #expect(try Self.steers(Self.shown(arguments, in: folder)).isEmpty, "\(arguments)") }
    // It was a terminal: a file of the same values holds them as they are.
    let csv = try Self.netmap.run(runs[9], in: folder.path).output
    #expect(csv.unicodeScalars.contains("\u{1B}"))
    // Bytes that YAML forbids are in no message either.
    let raw = try TemporaryFolder([
      "map.yaml": "format: 1\ntitle: T\nactors:\n  - {id: a, name: \u{1B}]0;t\u{7}\u{1B}[31m}\n"
    ])
    let message = try Self.shown(["check", "."], in: raw)
    #expect(Self.steers(message).isEmpty && message.contains("map.yaml:4:"), "\(message)")
  }

  /// What is printed past the console would be printed as it is.
  @Test func `nothing is printed but by the console`() throws {
    let sources = Package.path(to: "Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
    #expect(files.count > 300)
    for file in files where file != "netmap/Console/Console.swift" {
      let text = try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8)
      for line in text.split(separator: "\n") where !line.contains("//") {
        #expect(
          !line.contains(
            /(^|[^.\w])(Swift\.)?(print|debugPrint|dump|fputs|puts|printf|vprintf|perror)\("|FileHandle\.standard/),
          "\(file): \(line)")
      }
    }
  }

  private static let aliases = (1...8).reduce("x0: &x0 [a,a,a,a,a,a,a,a,a]\n") { text, level in
    text + "x\(level): &x\(level) [" + Array(repeating: "*x\(level - 1)", count: 9).joined(separator: ",") + "]\n"
  }

  @Test(
    .timeLimit(.minutes(30)),
    arguments: [
      (aliases + "? *x8\n: 1\n", 8), (aliases + "? [*x8]\n: 1\n", 8), (aliases + "? {*x8 : *x8}\n: 1\n", 8),
      (aliases + "y: {<<: *x8}\n", 8), (aliases + "y: {a: {<<: [*x8, *x8]}}\n", 8), (aliases + "? ? *x8\n: 1\n", 8),
      ("? &a [b]\n: &c {*a : *a}\n? *c\n: {? *c : *c}\n", 3),
      ("title: " + String(repeating: "[", count: 50_000) + "\n", 3),
      ("title: " + String(repeating: "{a: ", count: 50_000) + "\n", 3),
      (String(repeating: "? ", count: 50_000) + "a\n", 3), ("title: [" + String(repeating: "x", count: 3_000_000), 4),
      ("? &a [*a]\n: 1\n", 3),
    ])
  func `nested aliases, keys and values end at once with their line`(text: String, line: Int) throws {
    let folder = try TemporaryFolder(["map.yaml": "format: 1\ntitle: T\n" + text])
    let run = try Self.netmap.run("check", folder.path)
    #expect(run.code == 1)
    #expect(run.output.contains("map.yaml:"), "\(run.output.prefix(200))")
    #expect(!run.output.contains("No problems"))
    #expect(line > 0)
  }

  @Test(
    .timeLimit(.minutes(30)),
    arguments: ["map.yaml", "interviews.csv", "fieldwork.csv", "referrals.csv", "outcomes.csv"])
  func `pipes, devices and folders are refused as files of a map`(name: String) throws {
    for device in ["/dev/zero", "/dev/stdin", "/dev/urandom", "pipe", "folder"] {
      let folder = try TemporaryFolder()
      let map = folder.path + "/map"
      #expect(try Self.netmap.run("new", map).code == 0)
      try? FileManager.default.removeItem(atPath: map + "/" + name)
      switch device {
      case "pipe": _ = unsafe mkfifo(map + "/" + name, 0o600)
      case "folder":
        try FileManager.default.createDirectory(atPath: map + "/" + name, withIntermediateDirectories: false)
      default: try FileManager.default.createSymbolicLink(atPath: map + "/" + name, withDestinationPath: device)
      }
      let run = try Self.netmap.run("check", map)
      #expect(run.code == 1, "\(device)")
      #expect(run.output.contains("\(name): error: This is a "), "\(device) \(run.output)")
    }
  }

  @Test(arguments: [
    "9999999999999999999", "1e30", "1000000000000000", "9223372036854775807", "-9223372036854775808", "-1", "1e400",
    "99999999999999999999999999999999999999999", "nan", "inf", "0x7fffffffffffffff",
  ])
  func `numbers of absurd size are problems with their place`(number: String) throws {
    let folder = try TemporaryFolder()
    let map = folder.path + "/map"
    #expect(try Self.netmap.run("new", map).code == 0)
    for (name, old) in [("fieldwork.csv", "volunteers,2"), ("referrals.csv", "2025,31")] {
      let text = try String(contentsOfFile: map + "/" + name, encoding: .utf8)
      let start = old.prefix { $0 != "," } + ","
      try text.replacing(old, with: start + number).write(
        toFile: map + "/" + name, atomically: true, encoding: .utf8)
    }
    let run = try Self.netmap.run("check", map)
    #expect(run.code == 1)
    #expect(run.output.contains("fieldwork.csv:4:22: error"), "\(run.output)")
    #expect(run.output.contains("referrals.csv:3:"), "\(run.output)")
    #expect(run.output.contains("2 errors"))
    for verb in ["query", "gaps", "compare", "measure", "audit"] {
      #expect(try Self.netmap.run(verb, map, "--despite-errors").code < 2)
    }
  }
}
