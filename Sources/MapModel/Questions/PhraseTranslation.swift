/// What a phrase of the interactive page is in the language of the map.
public struct PhraseTranslation: Sendable, Hashable {
  /// The phrase in English, with numbers for what is inserted: `Routes from {1} to {2}`.
  public var english: String
  /// What it is in the language.
  public var translation: String
  /// What it is with numbers of some kind, by the names of the kinds in CLDR: `zero`, `one`, `two`, `few` and `many`.
  /// Other numbers take the translation.
  public var forms: [String: String]

  /// Makes a translation.
  public init(_ english: String, translation: String, forms: [String: String] = [:]) {
    (self.english, self.translation, self.forms) = (english, translation, forms)
  }

  /// The names of the forms that numbers can need besides that of most.
  package static let formNames = ["zero", "one", "two", "few", "many"]
}

extension NetworkMap {
  /// The language of a map that says none.
  public static let english = "en-GB"
}
