import Testing

@testable import Tabular

struct ByteHashTests {
  @Test func `is the same wherever the bytes stand, and whatever follows them`() {
    let text = Array("Special School, Upper Site 0815, St Mary's and Holy Trinity".utf8)
    for count in 0...text.count {
      let alone = ByteHash.of(text.span.extracting(0..<count))
      for start in [0, 1, 7, 40] {
        let bytes = [UInt8](repeating: 0x22, count: start) + text[..<count] + [UInt8](repeating: 0xFF, count: 64)
        let amongOthers = ByteHash.of(bytes.span, start..<start + count)
        #expect(amongOthers == alone, "\(count) bytes at \(start)")
      }
    }
  }

  @Test func `differs for texts that differ in one byte or in length`() {
    var seen: Set<UInt64> = []
    var texts = 0
    for count in 0...40 {
      for place in 0...count {
        var text = [UInt8](repeating: 0, count: count)
        if place < count { text[place] = 1 }
        seen.insert(ByteHash.of(text.span))
        texts += 1
      }
    }
    #expect(seen.count == texts)
  }
}
