/// The verb that the name of a relation is, such as "Refers to", "works with", "Funded by" or "In contact with".
///
/// What nobody can tell from a noun without a dictionary is none: "A is linked by Support to B" is clumsy and true.
package struct RelationVerb {
  /// What one source does: `refers to`.
  package let single: String
  /// What several do: `refer to`.
  package let plural: String

  /// Finds the verb; `nil` if the name is none.
  package init?(_ name: String) {
    var words = name.replacing("-", with: " ").replacing("_", with: " ").split(separator: " ").map(String.init)
    if words.allSatisfy({ $0 == $0.uppercased() }),
      words.first.map({ Self.plural(of: $0.lowercased()) != nil }) ?? false
    {
      words = words.map { $0.lowercased() }
    }
    for place in words.indices where Self.prepositions.contains(words[place].lowercased()) {
      words[place] = words[place].lowercased()
    }
    guard var first = words.first, first.allSatisfy(\.isLetter) else { return nil }
    // A sentence goes on with small letters; what is in capitals only is an abbreviation.
    if first.dropFirst().allSatisfy(\.isLowercase) { first = first.lowercased() }
    words[0] = first
    let isClosed = Self.endsWithPreposition(name)
    func phrase(_ start: String, _ rest: [String]) -> String { ([start] + rest).joined(separator: " ") }
    let rest = Array(words.dropFirst())
    if let plural = Self.plural(of: first) {
      (single, self.plural) = (phrase(first, rest), phrase(plural, rest))
    } else if isClosed, !rest.isEmpty, Self.stems.contains(first) {
      (single, self.plural) = (phrase(Self.thirdPerson(of: first), rest), phrase(first, rest))
    } else if isClosed, !rest.isEmpty, Self.isState(first) {
      (single, self.plural) = (phrase("is", words), phrase("are", words))
    } else {
      return nil
    }
  }

  /// The verb of sentences such as "School refers to Hub", of one source and of several.
  /// - Parameter name: the name of the relation; `nil` if it has none.
  package static func phrases(of name: String?, isMutual: Bool) -> (single: String, plural: String) {
    let preposition = isMutual ? "with" : "to"
    guard let name else { return ("is connected \(preposition)", "are connected \(preposition)") }
    if let verb = RelationVerb(name) { return (verb.single, verb.plural) }
    // "Referral to" needs no second preposition.
    let end = endsWithPreposition(name) ? "" : " \(preposition)"
    return ("is linked by \(name)\(end)", "are linked by \(name)\(end)")
  }

  /// One spelling for all names that are said alike, so that they mean the same relation: `Referral`, `referral to` and "is
  /// linked by Referral to".
  package static func spelling(of name: String) -> String {
    NameFolding.folded(phrases(of: name, isMutual: false).single)
  }

  /// Whether a name ends with a word behind which the other end is said: `Referral to`.
  private static func endsWithPreposition(_ name: String) -> Bool {
    name.split { !$0.isLetter }.last.map { prepositions.contains($0.lowercased()) } ?? false
  }

  /// What several do, of a verb in the third person: "refers" is "refer"; `nil` if it is no verb.
  private static func plural(of verb: String) -> String? {
    switch verb {
    case "is": return "are"
    case "has": return "have"
    default: break
    }
    guard verb.last == "s", verb.count > 3, verb.first?.isLowercase ?? false else { return nil }
    // Nouns in the plural, such as meetings, services, referrals and payments, end like verbs.
    let isNoun = ["ss", "ngs", "ces", "ons", "als", "ips", "ments", "ities", "us", "ists"].contains(
      where: verb.hasSuffix)
    if isNoun, !likeNouns.contains(verb), !verb.hasSuffix("duces") { return nil }
    if verb.hasSuffix("ies") { return verb.dropLast(3) + "y" }
    if ["ches", "shes", "sses", "xes", "oes"].contains(where: verb.hasSuffix) { return String(verb.dropLast(2)) }
    return String(verb.dropLast())
  }

  private static func thirdPerson(of stem: String) -> String {
    ["ch", "sh", "ss", "x", "o"].contains(where: stem.hasSuffix) ? stem + "es" : stem + "s"
  }

  /// Whether a word says how something is, so that a phrase that ends with a preposition goes on from "is": "funded by",
  /// "working with", "responsible for", "part of", "in contact with".
  private static func isState(_ word: String) -> Bool {
    let endings = ["ed", "able", "ible"]
    return endings.contains { word.hasSuffix($0) && word.count > $0.count + 2 }
      || word.hasSuffix("ing") && word.count > 5
      || states.contains(word) || prepositions.contains(word)
  }

  private static let prepositions: Set<String> = [
    "to", "with", "by", "from", "for", "of", "in", "on", "at", "into", "through", "about", "under", "within", "between",
    "towards", "over", "alongside",
  ]
  private static let states: Set<String> = [
    "part", "led", "run", "sent", "paid", "given", "taught", "known", "seen", "held", "bought", "told", "close",
    "accountable", "aware", "next", "similar", "subject",
  ]
  /// Verbs that end as nouns in the plural do.
  private static let likeNouns: Set<String> = [
    "brings", "belongs", "commissions", "finances", "influences", "mentions", "questions", "convinces", "places",
    "replaces", "announces", "experiences", "signals", "supplements", "implements", "complements", "discusses",
    "assesses", "addresses", "passes", "focuses", "enhances",
  ]
  /// Verbs as they are found in the headings of tables.
  private static let stems: Set<String> = [
    "refer", "work", "report", "provide", "meet", "talk", "speak", "send", "give", "pay", "fund", "support", "share",
    "signpost", "link", "connect", "advise", "deliver", "consult", "collaborate", "cooperate", "coordinate", "partner",
    "communicate", "contribute", "liaise", "belong", "lead", "receive", "depend", "rely", "listen", "train", "employ",
    "introduce", "pass", "hand", "contract", "account", "engage", "respond", "recruit", "subcontract", "commission",
  ]
}
