import Foundation
import MapAnalysis
import Testing

/// A set of reliability data, and what statsmodels and krippendorff say of it.
private struct GoldenSet: Decodable {
  /// What is said of two coders.
  struct Pair: Decodable {
    let first: Int
    let second: Int
    let kappa: Double?
    let alpha: Double?

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      first = try values.decode(Int.self)
      second = try values.decode(Int.self)
      kappa = try values.decode(Double?.self)
      alpha = try values.decode(Double?.self)
    }
  }

  struct File: Decodable { let sets: [GoldenSet] }

  let id: Int
  let coders: Int
  let units: [[Int?]]
  let alpha: Double?
  let pairs: [Pair]

  var data: ReliabilityData<Int> { ReliabilityData(coderCount: coders, units: units) }

  static let all = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try JSONDecoder().decode(
      File.self, from: Data(contentsOf: folder.appending(path: "Golden/agreement.json"))
    ).sets
  }
}

struct ReliabilityDataTests {
  private static func isSame(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) < 1e-9
  }

  @Test func `kappa and alpha are those of statsmodels and krippendorff`() throws {
    let sets = try GoldenSet.all.get()
    #expect(sets.count == 240)
    for golden in sets {
      #expect(Self.isSame(golden.data.krippendorffsAlpha, golden.alpha), "set \(golden.id)")
      for pair in golden.pairs {
        let two = golden.data.pair(pair.first, pair.second)
        #expect(Self.isSame(two.cohensKappa, pair.kappa), "set \(golden.id), \(pair.first) and \(pair.second)")
        #expect(Self.isSame(two.krippendorffsAlpha, pair.alpha), "set \(golden.id), \(pair.first) and \(pair.second)")
      }
      let kappas = golden.pairs.compactMap(\.kappa)
      let mean = kappas.isEmpty ? nil : kappas.reduce(0, +) / Double(kappas.count)
      #expect(Self.isSame(golden.data.cohensKappa, mean), "set \(golden.id)")
    }
  }

  /// Three coders of four units, computed by hand.
  ///
  /// a a a | a a b | b b - | a - -: of pairs in the first unit 3 of 3 agree, in the second 1 of 3, in the third 1 of 1: 5 of
  /// 7. In coincidences (Krippendorff 2011): 8 values, 5 a and 3 b, that can be compared; o(ab) + o(ba) = 4 / (3 - 1) = 2;
  /// alpha = 1 - (8 - 1) · 2 / (2 · 5 · 3) = 8/15.
  @Test func `agreement of three coders is as by hand`() throws {
    let data = ReliabilityData(
      coderCount: 3, units: [["a", "a", "a"], ["a", "a", "b"], ["b", "b", nil], ["a", nil, nil]])
    #expect(data.comparedUnitCount == 3)
    #expect(try #require(data.percentAgreement) == 5.0 / 7)
    #expect(abs(try #require(data.krippendorffsAlpha) - 8.0 / 15) < 1e-12)
    // The first two: a a, a a, b b. The first and third: a a, a b, of which chance gives the same. So with the second and third.
    #expect(data.pair(0, 1).cohensKappa == 1)
    #expect(data.pair(0, 2).cohensKappa == 0)
    #expect(try #require(data.cohensKappa) == 1.0 / 3)
  }

  /// The order of coders and of units, and the names of values, do not matter.
  @Test func `nothing depends on order or names`() throws {
    for golden in try GoldenSet.all.get() {
      let data = golden.data
      let turned = ReliabilityData(coderCount: data.coderCount, units: data.units.map { $0.reversed() })
      let shuffled = ReliabilityData(coderCount: data.coderCount, units: data.units.reversed())
      let renamed = ReliabilityData(
        coderCount: data.coderCount, units: data.units.map { $0.map { $0.map { "value \(7 - $0)" } } })
      for other in [turned, shuffled] {
        #expect(other.percentAgreement == data.percentAgreement)
        #expect(Self.isSame(other.cohensKappa, data.cohensKappa), "set \(golden.id)")
        #expect(Self.isSame(other.krippendorffsAlpha, data.krippendorffsAlpha), "set \(golden.id)")
      }
      #expect(renamed.percentAgreement == data.percentAgreement)
      #expect(Self.isSame(renamed.cohensKappa, data.cohensKappa))
      #expect(Self.isSame(renamed.krippendorffsAlpha, data.krippendorffsAlpha))
    }
  }

  @Test func `coders who do the same agree wholly, unless nothing can differ`() throws {
    for golden in try GoldenSet.all.get() {
      let column = golden.units.map { $0[0] }
      let twins = ReliabilityData(coderCount: 3, units: column.map { [$0, $0, $0] })
      let values = Set(column.compactMap(\.self))
      #expect(twins.percentAgreement == (values.isEmpty ? nil : 1))
      #expect(twins.cohensKappa == (values.count < 2 ? nil : 1))
      #expect(twins.krippendorffsAlpha == (values.count < 2 ? nil : 1))
    }
  }

  /// What a coder has not coded is compared with nothing: a coder without values, and units of one coder, change nothing.
  @Test func `what is missing does not disagree`() throws {
    for golden in try GoldenSet.all.get() {
      let data = golden.data
      let more = ReliabilityData(
        coderCount: data.coderCount + 1,
        units: data.units.map { $0 + [nil] } + [[1] + [Int?](repeating: nil, count: data.coderCount)])
      #expect(more.comparedUnitCount == data.comparedUnitCount)
      #expect(more.percentAgreement == data.percentAgreement)
      #expect(Self.isSame(more.cohensKappa, data.cohensKappa))
      #expect(Self.isSame(more.krippendorffsAlpha, data.krippendorffsAlpha))
    }
  }

  @Test func `agreement of nothing is undefined`() {
    for data in [
      ReliabilityData<Int>(coderCount: 0, units: []), ReliabilityData(coderCount: 1, units: [[1], [2]]),
      ReliabilityData(coderCount: 2, units: [[1, nil], [nil, 1]]),
    ] {
      #expect(data.comparedUnitCount == 0)
      #expect(data.percentAgreement == nil)
      #expect(data.cohensKappa == nil)
      #expect(data.krippendorffsAlpha == nil)
    }
  }
}
