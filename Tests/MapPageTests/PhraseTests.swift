import Documents
import Foundation
import MapAnalysis
import TestSupport
import Testing

@testable import MapPage

/// The table of all that the page says, and what becomes of it.
struct PhraseTests {
  /// A text of a program with its insertions numbered, from its opening quotation mark on: `Routes from {1} to {2}`.
  private struct Literal {
    var phrase = ""
    private(set) var end: Int

    init(in text: [Character], at start: Int, opening: [Character], closing: Character) {
      let mark = text[start]
      var number = 0
      end = start + 1
      while text[end] != mark {
        if Array(text[end..<min(end + 2, text.count)]) == opening {
          number += 1
          phrase += "{\(number)}"
          end += 2
          var depth = 1
          while depth > 0 {
            if "\"`'".contains(text[end]) {
              end = Literal(in: text, at: end, opening: opening, closing: closing).end
              continue
            }
            if text[end] == opening[1] { depth += 1 }
            if text[end] == closing { depth -= 1 }
            end += 1
          }
        } else if text[end] == "\\", text[end + 1] == "u", let brace = text[end...].firstIndex(of: "}") {
          phrase += (Int(String(text[end + 3..<brace]), radix: 16)).flatMap(Unicode.Scalar.init).map { "\($0)" } ?? ""
          end = brace + 1
        } else {
          if text[end] == "\\" { end += 1 }
          phrase.append(text[end])
          end += 1
        }
      }
      end += 1
    }
  }

  private static func literals(in text: String, after opener: Regex<Substring>, _ opening: String, _ closing: Character)
    -> [String]
  {
    let characters = Array(text)
    return text.matches(of: opener).map { match in
      let start = text.distance(from: text.startIndex, to: match.range.upperBound) - 1
      return Literal(in: characters, at: start, opening: Array(opening), closing: closing).phrase
        .trimmingCharacters(in: .whitespaces)
    }
  }

  private static func files(_ folder: String, ending: String) throws -> [String] {
    let path = Package.path(to: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(ending) }.sorted()
      .map { try String(contentsOf: URL(filePath: "\(path)/\($0)"), encoding: .utf8) }
  }

  private static func phrases() throws -> Set<String> {
    Set(
      try String(contentsOf: URL(filePath: Package.path(to: "Sources/MapPage/Resources/phrases.txt")), encoding: .utf8)
        .split(separator: "\n").map { String($0.split(separator: "\t")[0]) })
  }

  /// Who adds a sentence to the page finds here which line the table lacks.
  @Test func `the table has all that the page's files say`() throws {
    let table = try Self.phrases()
    var said: Set<String> = []
    for script in try Self.files("Sources/MapPage/Resources/Script", ending: ".js") {
      said.formUnion(
        Self.literals(in: script, after: #/[^\w.$]say`/#, "${", "}"))
      for match in script.matches(of: #/[^\w.$]count\((?:[^']*?), '([^']*)'(?:, '([^']*)')?\)/#) {
        said.insert("{1} " + (match.2.map(String.init) ?? match.1 + "s"))
      }
    }
    for file in try Self.files("Sources/MapPage", ending: ".swift") + Self.files("Sources/MapReports", ending: ".swift")
      + Self.files("Sources/Documents", ending: "Words.swift")
    {
      let code = file.replacing(#/(?m)^\s*\/\/.*$/#, with: "")
      said.formUnion(Self.literals(in: code, after: #/[^\w.]say\(\s*"/#, "\\(", ")"))
    }
    for page in try Self.files("Sources/MapPage/Resources", ending: ".html") {
      for match in page.matches(of: #/>([^<]*[A-Za-z][^<]*)<|aria-label="([^"]*)"/#) {
        said.insert((match.1 ?? match.2 ?? "").trimmingCharacters(in: .whitespacesAndNewlines))
      }
    }
    for measure in MapMeasures.ofActors { said.formUnion([measure.name, measure.brief]) }
    for measure in PageMeasure.all { said.formUnion([measure.heading, measure.ranking].compactMap(\.self)) }
    #expect(said.count > 400)
    #expect(said.subtracting(table).sorted() == [], "lines that Sources/MapPage/Resources/phrases.txt lacks")
    // What is only counted stands in the table, too.
    let needless = table.subtracting(said).filter { !$0.hasPrefix("{1} ") }
    #expect(needless.sorted() == [], "lines that nothing says any more")
  }

  private static let node = InstalledProgram("node")

  /// Which form goes with a number is what the Unicode Consortium says (CLDR), which comes with Node.
  @Test(.enabled(if: node.isThereOrDemanded, "Node is not installed: .setup/browser installs it"))
  func `numbers take the forms of each language`() throws {
    let languages =
      "am ar be bn bs ca cs cy da de el en es fa fi fr ga gd gu he hi hr hu id is it ja ko lt lv mk ms mt nl pa pl pt ro"
      + " ru sk sl sr sv th tr uk ur vi zh zu"
    let numbers = Array(0...130) + [200, 201, 202, 203, 211, 1000, 1_000_000, 2_000_000, 1_000_001]
    let script =
      "for (const l of '\(languages)'.split(' ')) console.log(l, \(numbers).map((n) => new Intl.PluralRules(l).select(n)).join(' '))"
    let (code, text) = try Self.node.run(["-e", script])
    #expect(code == 0 && text.contains("cy zero one two few other other many"), "\(text)")
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      let ours = numbers.map { PluralForm(of: $0, in: words[0]).rawValue }
      #expect(ours == Array(words.dropFirst()), "\(words[0])")
    }
  }

  @Test func `phrases are said in the language of the open book`() {
    let book = Phrasebook(
      language: "cy",
      phrases: [
        "from {1} to {2}": ["other": "i {2} o {1}"], "{1} steps": ["other": "{1} cam", "two": "dau gam"],
        "{1} and {2}": ["other": "{1} a {2}"],
      ])
    #expect(say("from \("{2}") to \(3)") == "from {2} to 3")
    Phrasebook.$open.withValue(book) {
      #expect(say("from \("{2}") to \(3)") == "i 3 o {2}")
      #expect(say(" from \("a") to \("b")  ") == " i b o a  ")
      #expect(say("not translated \(1)") == "not translated 1")
      #expect(counted(2, "step") == "dau gam" && counted(5, "step") == "5 cam" && counted(2, "hop") == "2 hops")
      #expect(["x", "y", "z"].asList == "x, y a z")
    }
  }
}
