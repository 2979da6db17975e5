extension String {
  /// The text in the letters that identifiers, and names of files and columns, can hold: `Holy Trinity, Upper Site` is
  /// `holy-trinity-upper-site`; empty if the text has none of them.
  ///
  /// The letters a to z, in lower case, and digits stay; what stands between them becomes a separator, and none starts the
  /// slug.
  /// - Parameters:
  ///   - joinsRuns: whether all that stands between two letters becomes one separator, or each character one.
  ///   - ignored: characters that are left out.
  ///   - longest: the greatest number of letters and separators.
  /// - Complexity: O(n), where n is the length of the text.
  package func slug(
    separator: Character = "-", joinsRuns: Bool = true, ignoring ignored: Set<Character> = [], longest: Int = .max
  ) -> String {
    let lower = lowercased()
    // Where runs are joined it does not matter how many marks a letter has, and so the letter itself can stay.
    let characters = joinsRuns ? lower.unicodeScalars.map(Character.init) : Array(lower)
    var slug: [Character] = []
    for character in characters where slug.count < longest {
      if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if let last = slug.last, !ignored.contains(character), !joinsRuns || last != separator {
        slug.append(separator)
      }
    }
    return String(slug)
  }

  /// The first of the text, the text with 2 behind it, with 3, and so on, that can be used.
  /// - Parameter use: what is made of a text; `nil` if it is taken.
  package func numbered<Found>(_ separator: Character = "-", _ use: (String) -> Found?) -> Found {
    var (candidate, number) = (self, 1)
    while true {
      if let found = use(candidate) { return found }
      number += 1
      candidate = "\(self)\(separator)\(number)"
    }
  }
}
