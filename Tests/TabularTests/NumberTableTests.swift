import Testing

@testable import Tabular

struct NumberTableTests {
  @Test func `numbers each number in the order of its first coming`() {
    var table = NumberTable<NoValue>()
    var known: [UInt64: Int] = [:]
    var state: UInt64 = 42
    for step in 0..<50_000 {
      // A generator of pseudo-random numbers (Knuth, MMIX); every third number comes again, and neighbours come too.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = step % 3 == 0 ? state >> 48 : step % 7 == 0 ? UInt64(step) : state
      let expected = known[number] ?? known.count
      let (position, isNew) = table.insert(number)
      #expect(position == expected && isNew == (known[number] == nil))
      known[number] = expected
    }
    #expect(table.count == known.count)
  }

  @Test func `keeps numbers apart whose halves are alike`() {
    var table = NumberTable<NoValue>()
    let numbers =
      (0..<64).flatMap { shift in [UInt64(1) << UInt64(shift), ~(UInt64(1) << UInt64(shift))] } + [0, .max]
    for (index, number) in numbers.enumerated() { #expect(table.insert(number) == (index, true)) }
    for (index, number) in numbers.enumerated() { #expect(table.insert(number) == (index, false)) }
  }
}
