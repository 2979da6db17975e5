import Testing
import YAML

struct HostileYAMLTests {
  private func failure(_ text: String) -> YAMLError? {
    do {
      _ = try YAMLNode.compose(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("a: \"open\n", 2, 1), ("a: [1, 2\nb: 3\n", 2, 2), ("a:\n\t- b\n", 2, 1), ("a: b: c\n", 1, 5),
      ("a: *none\n", 1, 4), ("a: &x [*x]\n", 1, 8), ("a: 1\n---\nb: 2\n", 2, 1), ("a: @b\n", 1, 4),
      ("%YAML 3.0\n---\na", 1, 1),
      ("a: 1\r\nb: \u{1}\r\n", 2, 4), ("a: 1\nb: x\0y\n", 2, 5), ("é: é\u{2028}\u{7}", 2, 1),
    ])
  func `what is wrong is said with its place`(text: String, line: Int, column: Int) throws {
    let error = try #require(failure(text))
    #expect([error.line, error.column] == [line, column])
    #expect(!error.message.isEmpty)
  }

  @Test func `a repeated key is named where it stands first; canonically equal texts are one key`() throws {
    let error = try #require(failure("b: 1\n\u{E9}: 1\na: 1\ne\u{301}: 2\na: 2\n"))
    #expect(error.kind == .duplicateKeys(["a", "\u{E9}"]))
    #expect(error.mark == YAMLNode.Mark(line: 3, column: 1))
    // Keys of different types are different, and lists are no keys that anybody looks up.
    #expect(failure("a: 1\n!number a: 2\n? [a]\n: 3\n? [a]\n: 4\n") == nil)
  }

  @Test(
    arguments: ["[", "- ", "? ", "{a: ", "[{a: "])
  func `values stand in each other only so deep`(opening: String) throws {
    let error = try #require(failure(String(repeating: opening, count: 100_000)))
    #expect(error.kind == .limit)
    #expect(error.line == 1)
    let allowed = YAMLNode.maximalDepth
    let fitting = String(repeating: "[", count: allowed) + String(repeating: "]", count: allowed)
    #expect(failure(fitting) == nil)
    #expect(failure("[" + fitting + "]")?.kind == .limit)
  }

  @Test(
    arguments: ["y: *x8\n", "? *x8\n: 1\n"])
  func `aliases of aliases end at once, as values and as keys`(last: String) throws {
    var text = "x0: &x0 [a,a,a,a,a,a,a,a,a]\n"
    for level in 1...8 {
      text += "x\(level): &x\(level) [" + Array(repeating: "*x\(level - 1)", count: 9).joined(separator: ",") + "]\n"
    }
    let error = try #require(failure(text + last))
    #expect(error.kind == .limit)
    #expect(error.line == 6)
  }

  @Test func `a large text is not repeated without end`() throws {
    let long = String(repeating: "x", count: 1 << 20)
    let few = "a: &a \(long)\nb: [" + Array(repeating: "*a", count: 7).joined(separator: ",") + "]\n"
    #expect(failure(few) == nil)
    let many = "a: &a \(long)\nb: [" + Array(repeating: "*a", count: 9).joined(separator: ",") + "]\n"
    #expect(failure(many)?.kind == .limit)
    #expect(failure(many)?.line == 2)
  }

  @Test(
    arguments: ["\"", "'", "|\n  ", ""])
  func `scalars of a mebibyte are read whole, however they are written`(opening: String) throws {
    let text = String(repeating: "é", count: 1 << 19)
    let closing = opening.count == 1 ? opening : "\n"
    let node = try #require(try YAMLNode.compose("a: " + opening + text + closing))
    #expect(node["a"]?.scalar?.string.utf8.count == (1 << 20) + (opening.contains("|") ? 1 : 0))
  }

  @Test func `bytes that are no UTF-8 come as replacement characters, which are text`() throws {
    let text = String(decoding: [0x61, 0x3A, 0x20, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80] as [UInt8], as: UTF8.self)
    #expect(try YAMLNode.compose(text)?["a"]?.scalar?.string.contains("\u{FFFD}") == true)
  }

  @Test func `whatever is put together, there is a value or an error, and the same one twice`() {
    let pieces = [
      "a", "b: ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", ": ", "? ", "&x ", "*x", "\"", "'", "|\n",
      ">-\n",
      "# c\n", "!!str ", "! ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "\t", "é", "\u{FEFF}", "\u{85}", "😀", "\\",
      "\r", "\0",
    ]
    // A generator with a seed, so that what fails fails again.
    var state: UInt64 = 20_260_101
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<20_000 {
      let text = (0...next(14)).map { _ in pieces[next(pieces.count)] }.joined()
      let (once, again) = (Result { try YAMLNode.compose(text) }, Result { try YAMLNode.compose(text) })
      #expect("\(once)" == "\(again)")
    }
  }
}
