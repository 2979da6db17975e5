import CResources
import Documents
public import MapModel
import YAML

/// All that the interactive page says by itself, to be translated.
public enum PagePhrases {
  /// The phrases in English, in an order that keeps together what stands together.
  ///
  /// What is counted has its form for one behind a tabulator.
  static let all: [(english: String, one: String?)] = {
    let resource = unsafe netmaps_phrases_txt()
    // The bytes are a constant of the program.
    let text = unsafe String(
      decoding: UnsafeBufferPointer(start: resource.bytes, count: resource.count), as: UTF8.self)
    return text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t").map(String.init)
      return (parts[0], parts.count > 1 ? parts[1] : nil)
    }
  }()

  /// A table of all phrases, comma-separated, with what is translated: the file that `page: words:` names.
  public static func table(with translations: [PhraseTranslation] = []) -> String {
    let known = Dictionary(translations.map { ($0.english, $0) }) { first, _ in first }
    let forms = PhraseTranslation.formNames
    return CSVText.text(
      header: DefinitionList.words.names,
      rows: all.map { phrase in
        let said = known[phrase.english]
        return [phrase.english, said?.translation ?? ""] + forms.map { said?.forms[$0] ?? "" }
      })
  }

  /// What is inserted into a phrase: the numbers in braces.
  static func places(in phrase: String) -> Set<Substring> {
    Set(phrase.matches(of: #/\{\d+\}/#).map(\.0))
  }
}

extension DefinitionReader {
  /// Reads the language of the map.
  mutating func readLanguage(_ fields: YAMLReader.Fields) {
    guard let tag = yaml.text(fields, "lang") else { return }
    // Browsers refuse to count in a language whose name has another form.
    if tag.wholeMatch(of: #/[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?/#) == nil {
      yaml.report(
        fields.values["lang"], .unknownValue,
        "`lang` is \(tag.quotedInMessage), which is no tag of a language; it should be one such as cy, de or en-GB")
      return
    }
    definition.language = tag
  }

  /// Reads what the page's phrases are in the language of the map.
  mutating func readWords(_ page: YAMLReader.Fields) {
    guard let node = page.values["words"] else { return }
    if let name = node.scalar?.string, !name.isEmpty {
      yaml.report(
        node, .wrongType, "`words` should name a table: `words: {file: \(name.visibleOnOneLine)}`")
      return
    }
    let known = Dictionary(PagePhrases.all.map { ($0.english, $0.one) }) { first, _ in first }
    var translated: Set<String> = []
    for item in yaml.list(page, "words") {
      guard let fields = fields(of: item, in: .words), let english = yaml.text(fields, "english", isRequired: true)
      else { continue }
      guard known[english] != nil else {
        yaml.report(
          fields.values["english"], .unknownValue,
          "The page does not say \(english.quotedInMessage); `netmap page MAP --words FILE` writes what it says",
          severity: .warning)
        continue
      }
      var word = PhraseTranslation(english, translation: yaml.text(fields, "translation") ?? "")
      for form in PhraseTranslation.formNames { word.forms[form] = yaml.text(fields, form) }
      for (key, text) in [("translation", word.translation)] + word.forms.sorted(by: { $0.key < $1.key })
      where !text.isEmpty {
        let lost = PagePhrases.places(in: english).subtracting(PagePhrases.places(in: text)).sorted()
        // A number that a word says, such as "two", need not stand there.
        if lost.isEmpty || key != "translation" && lost == ["{1}"] { continue }
        yaml.report(
          fields.values[key], .unknownValue,
          "The translation of \(english.quotedInMessage) leaves out \(lost.joined(separator: " and ")), where something"
            + " is inserted", severity: .warning)
      }
      if word.translation.isEmpty && word.forms.isEmpty || !translated.insert(english).inserted { continue }
      definition.pageWords.append(word)
    }
    let missing = PagePhrases.all.filter { !translated.contains($0.english) }
    if let first = missing.first, !node.isEmptyList {
      yaml.report(
        node, .missingKey,
        "\(missing.count) of the \(PagePhrases.all.count) phrases of the page are not translated, such as"
          + " \(first.english.quotedInMessage); they stay English", severity: .warning)
    }
  }
}

extension YAMLNode {
  fileprivate var isEmptyList: Bool { sequence?.isEmpty ?? true }
}
