import GraphMeasures
import Testing

@Suite struct OverlapTests {
  @Test func `counts what is in both and in one`() {
    var overlap = Overlap()
    for (isInFirst, isInSecond) in [(true, true), (true, false), (true, false), (false, true), (false, false)] {
      overlap.add(isInFirst, isInSecond)
    }
    #expect(overlap == Overlap(common: 1, onlyFirst: 2, onlySecond: 1))
    #expect(overlap.jaccard == 0.25)
    #expect(Overlap().jaccard == nil)
  }

  @Test func `Jaccard's share is that of R's sets`() throws {
    for golden in try ComparedGraphs.all.get() {
      let (first, second) = try golden.graphs()
      var overlap = Overlap()
      for source in 0..<golden.count {
        for target in 0..<golden.count {
          overlap.add(first.hasArc(from: source, to: target), second.hasArc(from: source, to: target))
        }
      }
      #expect((overlap.jaccard == nil) == (golden.jaccard == nil))
      #expect(abs((overlap.jaccard ?? 0) - (golden.jaccard ?? 0)) <= 1e-12)
    }
  }
}
