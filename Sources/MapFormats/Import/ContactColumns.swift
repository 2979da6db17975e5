import MapModel
import OrderedCollections

/// Finds what lists of organisations say of people: attributes of actors are shown to anybody.
enum ContactColumns {
  /// The names under which nodes hold addresses and telephone numbers, or say whom to ask.
  /// - Parameter kept: names that the user wants to be attributes all the same.
  static func of(_ graph: ImportedGraph, kept: [String]) -> Set<String> {
    var values: OrderedDictionary<String, [String]> = [:]
    for node in graph.nodes {
      for (name, value) in node.attributes where !value.isEmpty { values[name, default: []].append(value.words) }
    }
    var found = Set(
      values.filter { isHeading($0) || $1.count { isAddress($0) || isTelephone($0) } * 2 > $1.count }.keys)
    // Beside an address, a name that is not the actor's is that of somebody there.
    if !found.isEmpty { found.formUnion(values.keys.filter { ofPeople.contains(NameFolding.folded($0)) }) }
    return found.filter { name in !kept.contains { $0.isSameName(as: name) } }
  }

  private static let ofPeople: Set<String> = [
    "name", "full name", "first name", "last name", "forename", "surname", "person",
  ]

  private static func isHeading(_ name: String) -> Bool {
    let words = NameFolding.folded(name).split { !$0.isLetter }.map(String.init)
    if words.contains(where: plain.contains) || words.joined().contains("email") { return true }
    return words.first == "contact" && (words.count == 1 || !others.contains(words[1]))
      || words.last == "contact" && words.count > 1
  }

  private static let plain: Set<String> = [
    "email", "emails", "telephone", "phone", "tel", "mobile", "fax", "postcode", "birth", "dob",
  ]
  /// What is said of contact, and of nobody.
  private static let others: Set<String> = ["frequency", "type", "hours", "level", "with", "time", "count", "method"]

  /// Whether words hold an e-mail address or a telephone number among others.
  static func areIn(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace || ",;<>()[]\"".contains($0) }
    if words.contains(where: { isAddress(String($0).trimmingPunctuation) }) { return true }
    let numbers = text.split { !($0.isASCII && $0.isNumber || " +()-".contains($0)) }
    return numbers.contains { number in
      let start = number.drop { " (-)".contains($0) }
      return start.count { $0.isNumber } > 9 && isTelephone(String(start).trimmingWhitespace)
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let at = text.firstIndex(of: "@"), !text.contains(" "), at > text.startIndex else { return false }
    return text[at...].contains(".")
  }

  /// Ten to fifteen digits that begin as numbers do that are called.
  private static func isTelephone(_ text: String) -> Bool {
    let digits = text.count { $0.isASCII && $0.isNumber }
    let start = text.first { $0 != "(" }
    return (9...15).contains(digits) && (start == "0" || start == "+")
      && text.allSatisfy { $0.isNumber || " +()-.".contains($0) }
  }
}

extension String {
  fileprivate var trimmingPunctuation: String {
    String(drop { $0.isPunctuation }.reversed().drop { $0.isPunctuation }.reversed())
  }
}
