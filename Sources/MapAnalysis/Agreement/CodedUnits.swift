import MapModel
import OrderedCollections

/// The units that coders coded, with who put which code there.
struct CodedUnits {
  private struct Unit {
    var passage: Passage
    var readers: [Int]
    /// The places of those who put a code there, by the folded code.
    var coders: [String: Set<Int>]
  }

  /// The codes in the order of the codings, as they are first spelt.
  let codes: [String]
  private let units: [Unit]
  private let reading: DocumentReading

  init(of map: NetworkMap, _ unit: CoderAgreement.Unit, _ reading: DocumentReading) {
    let passages =
      unit == .passage
      ? map.passages()
      : OrderedDictionary(grouping: map.codings, by: \.document).map { Passage(document: $0, codings: $1) }
    var spellings: OrderedDictionary<String, String> = [:]
    for coding in map.codings where !coding.coder.isEmpty {
      let folded = NameFolding.folded(coding.code)
      if spellings[folded] == nil { spellings[folded] = coding.code }
    }
    codes = Array(spellings.values)
    units = passages.map { passage in
      var coders: [String: Set<Int>] = [:]
      for coding in passage.codings {
        if let coder = reading.coders.firstIndex(of: coding.coder) {
          coders[NameFolding.folded(coding.code), default: []].insert(coder)
        }
      }
      return Unit(passage: passage, readers: reading.readers(of: passage.document), coders: coders)
    }
    self.reading = reading
  }

  /// Whether each coder put a code on each unit.
  func data(of code: String) -> ReliabilityData<Bool> {
    let folded = NameFolding.folded(code)
    return ReliabilityData(
      coderCount: reading.coders.count,
      units: units.map { unit in
        var values = [Bool?](repeating: nil, count: reading.coders.count)
        for reader in unit.readers { values[reader] = unit.coders[folded]?.contains(reader) ?? false }
        return values
      })
  }

  /// The same of all codes together.
  var dataOfAllCodes: ReliabilityData<Bool> {
    ReliabilityData(coderCount: reading.coders.count, units: codes.flatMap { data(of: $0).units })
  }

  /// The units on which coders who have read them put different codes.
  var differences: [CoderAgreement.PassageDifference] {
    func names(_ places: some Sequence<Int>) -> [String] { places.map { reading.coders[$0] } }
    return units.compactMap { unit in
      let differing = codes.compactMap { code -> CoderAgreement.PassageDifference.Code? in
        let coded = unit.coders[NameFolding.folded(code)] ?? []
        if coded.isEmpty || unit.readers.allSatisfy(coded.contains) { return nil }
        return .init(
          code: code, coded: names(unit.readers.filter(coded.contains)),
          notCoded: names(unit.readers.filter { !coded.contains($0) }))
      }
      return differing.isEmpty ? nil : .init(passage: unit.passage, codes: differing)
    }
  }
}
