import Foundation
import TestSupport
import Testing

/// Sentences are made in the reports: rooms below them give identifiers and numbers, and hold no English.
struct EnglishTests {
  /// The rooms, and the files in them that may hold words, with the reason.
  private static let rooms: [(String, Set<String>)] = [
    // The catalogue names and explains measures for all rooms.
    ("MapAnalysis", ["MapMeasures+Catalogue.swift"]),
    ("MapDisclosure", []),
    (
      "MapModel",
      [
        // The names of the legend that a map has if it brings none are a map's data, and those of figures, too.
        "Legend.swift", "FigureDefinition.swift",
        // What is wrong with a map is said where it is found, by whoever reads one, without any report.
        "MapError.swift", "NetworkMap.swift", "NetworkMap+Problems.swift", "NetworkMap+Questions.swift",
        "NetworkMap+Shares.swift", "ReferenceCheck.swift", "Sector+Contrast.swift", "Period+Faults.swift",
        "NetworkMap+Additions.swift",
        // Where people change a map, which problems say.
        "MapOrigin.swift",
        "Problem.swift", "ProblemGroup.swift",
        // The headings of a codebook are names in the tool that reads it.
        "CodeKind.swift",
        // The verb of a relation is its name, by which import makes relations and codes find them.
        "RelationVerb.swift",
      ]
    ),
  ]

  @Test(arguments: rooms)
  func `has no sentence below the reports`(room: String, exempt: Set<String>) throws {
    let folder = URL(filePath: Package.path(to: "Sources/\(room)"))
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var seen: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let name = file.lastPathComponent
      seen.insert(name)
      if exempt.contains(name) { continue }
      #expect(Self.sentences(in: try String(contentsOf: file, encoding: .utf8)) == [], "\(room)/\(name)")
    }
    // A file that has gone is no exception any more.
    #expect(exempt.isSubset(of: seen) && seen.count > exempt.count)
  }

  @Test func `knows a sentence from an identifier, a comment and a broken rule`() {
    let source = #"""
      /// "Two words" in a comment.
      let id = "cut-point-\(actor)"  // and "two more"
      let plain = ["single-evidence", ", ", "a", "\u{201C}"].joined(separator: " ")
      precondition(isFine, "programmers read this")
      let sentence = "nothing connects \(names.map { "the \($0)" }.joined(separator: ", "))"
      let ids = "\(source) \(target)"
      let short = "\(one) and \(other)"
      """#
    #expect(Self.sentences(in: source) == ["the \u{FFFC}", "nothing connects \u{FFFC}", "\u{FFFC} and \u{FFFC}"])
  }

  /// The literals in which a space parts a word from another, or from something interpolated, of which the literals are
  /// looked at, too; identifiers with spaces between them are no sentence.
  private static func sentences(in source: String) -> [String] {
    source.split(separator: "\n").filter { !$0.contains("precondition") }
      .flatMap { line in
        var rest = line[...]
        return literals(in: &rest, isInterpolated: false)
      }
      .filter { $0.contains(/\p{L} +[\p{L}\u{FFFC}]|\u{FFFC} +\p{L}/) }
  }

  /// The literals of a line, up to its end or a comment, or to the bracket that closes an interpolation.
  private static func literals(in rest: inout Substring, isInterpolated: Bool) -> [String] {
    var found: [String] = []
    var depth = 0
    while let character = rest.popFirst() {
      switch character {
      case "/" where rest.first == "/": return found
      case "(": depth += 1
      case ")" where depth == 0 && isInterpolated: return found
      case ")": depth -= 1
      case "\"": found += literal(in: &rest)
      default: break
      }
    }
    return found
  }

  /// The literals within a literal that has been opened, and then itself.
  private static func literal(in rest: inout Substring) -> [String] {
    var (inner, text): ([String], String) = ([], "")
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\" else {
        text.append(character)
        continue
      }
      guard rest.popFirst() == "(" else { continue }
      inner += literals(in: &rest, isInterpolated: true)
      text.append("\u{FFFC}")
    }
    return inner + [text]
  }
}
