import Testing

@testable import Tabular

struct GrowingBufferTests {
  @Test func `keeps its elements while it grows`() {
    var buffer = GrowingBuffer<Int32>()
    for number in 0..<10_000 { buffer.append(Int32(number)) }
    buffer[17] = -1
    buffer.extend(with: 7, to: 10_002)
    #expect(buffer.count == 10_002)
    let expected = (0..<10_002).map { $0 == 17 ? -1 : $0 < 10_000 ? Int32($0) : 7 }
    #expect((0..<10_002).map { buffer[$0] } == expected)
    #expect(buffer.withElements { $0[9_999] } == 9_999)
    buffer.reset(to: 3, count: 2)
    #expect((buffer.count, buffer[1]) == (2, 3))
  }

  @Test func `stops at an index that no element has`() async {
    await #expect(processExitsWith: .failure) {
      var buffer = GrowingBuffer<UInt8>()
      buffer.append(1)
      buffer.append(2)
      buffer.removeAll()
      buffer[0] = 3
    }
    await #expect(processExitsWith: .failure) {
      let buffer = GrowingBuffer<UInt32>(zeros: 4)
      _ = buffer[-1]
    }
  }
}
