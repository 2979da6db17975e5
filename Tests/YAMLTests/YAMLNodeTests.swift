import Testing
import YAML

struct YAMLNodeTests {
  private func value(_ text: String) throws -> YAMLNode { try #require(try YAMLNode.compose(text)) }

  @Test func `each value knows where it starts, in lines and characters from 1`() throws {
    let node = try value("title: Été 😀\nareas:\n  - {id: é, name: x}\n")
    #expect(node.mark == YAMLNode.Mark(line: 1, column: 1))
    #expect(node["title"]?.mark == YAMLNode.Mark(line: 1, column: 8))
    let area = try #require(node["areas"]?.sequence?.first)
    #expect(area.mark == YAMLNode.Mark(line: 3, column: 5))
    #expect(area["name"]?.mark == YAMLNode.Mark(line: 3, column: 19))
  }

  @Test func `scalars are what stands there, with or without quotation marks`() throws {
    let node = try value("a: 1\nb: \"1\"\nc: !!str 1\nd: |\n  two\n  lines\ne: \"nul\\0\"\nf:\n")
    #expect(node["a"]?.scalar == YAMLNode.Scalar("1"))
    #expect(node["b"]?.scalar == YAMLNode.Scalar("1", isPlain: false, isQuoted: true, tag: YAMLNode.Scalar.stringTag))
    #expect(node["c"]?.scalar == YAMLNode.Scalar("1", tag: YAMLNode.Scalar.stringTag))
    #expect(node["d"]?.scalar?.string == "two\nlines\n")
    #expect(node["e"]?.scalar?.string == "nul\0")
    #expect(try value("a: \u{FEFF}b")["a"]?.scalar?.string == "b")
    #expect(node["f"]?.scalar?.string == "")
    #expect(node["g"] == nil)
  }

  /// Found by libFuzzer: an item of nothing was written as no item.
  @Test func `a list is written with as many items as were read, also of nothing`() throws {
    let node = try value("a:\n  -\n  - ~\n  - \"\"\nb: [[], x]\nc:\n")
    let again = try value(YAMLText.document([("root", YAMLText(node))]))
    let items = try #require(again["root"]?["a"]?.sequence)
    #expect(items.map { $0.scalar?.isPlain } == [true, true, false])
    #expect(items.map { $0.scalar?.string } == ["null", "~", ""])
    #expect(again["root"]?["b"]?.sequence?.count == 2)
    #expect(again["root"]?["c"]?.scalar == YAMLNode.Scalar("null"))
  }

  @Test(
    arguments: [
      ("0", 0), ("-7", -7), ("+1_000", 1000), ("0x1F", 31), ("-0x1f", -31), ("0b101", 5), ("0o17", 15), ("017", 15),
      ("1:30", 90), ("-1:00:00", -3600), ("08", nil), ("-0", nil), ("1.0", nil), ("", nil), ("1:", nil), ("a:1", nil),
      ("9223372036854775808", nil), ("999999999:1:1:1:1:1:1:1:1:1:1:1", nil),
    ] as [(String, Int?)])
  func `whole numbers are those of YAML 1.1`(text: String, number: Int?) {
    let mark = YAMLNode.Mark(line: 1, column: 1)
    #expect(YAMLNode(.scalar(YAMLNode.Scalar(text)), at: mark).int == number)
    #expect(YAMLNode(.scalar(YAMLNode.Scalar(text, isPlain: false)), at: mark).int == nil)
  }

  @Test func `truth values stand without quotation marks`() throws {
    let node = try value("[true, Yes, ON, false, no, Off, \"true\", 1, [true]]")
    #expect(node.sequence?.map(\.bool) == [true, true, true, false, false, false, nil, nil, nil])
  }

  @Test func `an alias is the value of the latest anchor of its name, and keeps that place`() throws {
    let node = try value("a: &x [1]\nb: *x\nc: &x 2\nd: *x\n<<: {e: 3}\n")
    #expect(node["b"]?.sequence?.first?.int == 1)
    #expect(node["b"]?.mark == YAMLNode.Mark(line: 1, column: 4))
    #expect(node["d"]?.int == 2)
    // Merge keys are keys as any other.
    #expect(node["e"] == nil)
    #expect(node["<<"]?["e"]?.int == 3)
  }

  @Test(
    arguments: ["", "# nothing\n", "\n\n"])
  func `no document is no value; an empty one is an empty text`(text: String) throws {
    #expect(try YAMLNode.compose(text) == nil)
    #expect(try value("---\n" + text).scalar?.string == "")
  }
}
