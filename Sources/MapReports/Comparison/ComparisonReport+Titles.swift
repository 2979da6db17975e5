package import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension ComparisonReport {
  /// All tables of the comparison for people, with what each shows.
  package var titledTables: [Document.TitledTable] {
    tables.map { kind in
      let table = self.table(kind)
      let first = Self.firstNumber(of: kind)
      let numbers = first.map { Array($0..<table.header.count) } ?? []
      return .init(
        kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst(), title: title(of: kind),
        table.withNumbers(numbers))
    }
  }

  private func title(of kind: Table) -> String {
    switch kind {
    case .presence: "What is known of each connection"
    case .actors: "What is known of each actor"
    case .fieldwork: "How many interviews were held with whom"
    case .similarity: "How alike each two are"
    case .overlap: "How many connections and actors each two have in common"
    case .measures: "What actors measure, and their ranks"
    case .gaps: "Where each gap is one"
    case .changes: "What came, went and stayed"
    case .rates: "Numbers of the management information, and for each 100 of a base"
    case .crispSet: "Cases and conditions for qualitative comparative analysis: connections"
    case .expectations: "Cases and conditions for qualitative comparative analysis: expectations"
    }
  }

  /// From which column on a table holds numbers; `nil` if it holds none.
  private static func firstNumber(of kind: Table) -> Int? {
    switch kind {
    case .presence, .actors, .gaps, .changes: nil
    case .fieldwork, .crispSet, .expectations: 1
    case .similarity: 2
    case .overlap: 4
    case .measures: 3
    case .rates: 6
    }
  }
}
