import MapModel
import YAML

extension DefinitionReader {
  /// Reads what the sources of numbers write in their place, and beside them.
  mutating func readSymbols(_ fields: YAMLReader.Fields) {
    let keys = NumberSymbols.Meaning.allCases.map(\.rawValue)
    guard let node = fields.values["symbols"], let given = yaml.fields(of: node, as: "`symbols`", keys: keys) else {
      return
    }
    var meanings: [String: NumberSymbols.Meaning] = [:]
    for meaning in NumberSymbols.Meaning.allCases {
      for (symbol, node) in yaml.texts(given, meaning.rawValue) {
        let other = meaning == .marks ? nil : meanings.updateValue(meaning, forKey: symbol.lowercased())
        if let other, other != meaning {
          yaml.report(
            node, .ambiguousName,
            "\(symbol.quotedInMessage) already means \(other.rawValue); delete it from one of the two")
        } else if symbol.contains(where: \.isNumber), symbol.allSatisfy({ $0.isNumber || ".,".contains($0) }) {
          yaml.report(node, .badNumber, "\(symbol.quotedInMessage) is a number, and cannot be a symbol")
        } else {
          definition.symbols.set(symbol, to: meaning)
        }
      }
    }
  }
}
