import Testing

@testable import MapEvidence

struct CaseIDStyleTests {
  private static func oddities(_ id: String, beside model: String) -> [String] {
    let (id, model) = (Array(id.utf8), Array(model.utf8))
    let style = CaseIDStyle(of: model.span)
    return style.oddities(of: id.span, shape: CaseIDStyle.shape(of: id.span)).names
  }

  @Test func `knows digits and blanks wherever they stand, and takes no other byte for one`() {
    for length in 1...19 {
      for byte in UInt8.min...UInt8.max {
        for place in Set([0, length / 2, length - 1]) {
          var id = [UInt8](repeating: UInt8(ascii: "-"), count: length)
          id[place] = byte
          let shape = CaseIDStyle.shape(of: id.span)
          #expect((shape & CaseIDStyle.digits != 0) == (0x30...0x39 ~= byte), "\(byte) at \(place) of \(length)")
          #expect((shape & CaseIDStyle.blank != 0) == (byte <= 32), "\(byte) at \(place) of \(length)")
        }
      }
    }
  }

  @Test func `knows what is odd beside the first id`() {
    #expect(Self.oddities("MI00000017", beside: "MI00000001") == [])
    #expect(Self.oddities("MI17", beside: "MI00000001") == ["leading zeros"])
    #expect(Self.oddities("mi00000017", beside: "MI00000001") == ["upper and lower case"])
    #expect(Self.oddities("0017", beside: "17") == ["leading zeros"])
    #expect(Self.oddities("2024-05-017", beside: "17") == [])
    #expect(Self.oddities("17.0", beside: "17") == ["\".0\" at the end"])
    #expect(Self.oddities("1 7", beside: "17") == ["blanks, quotation marks or invisible letters"])
    #expect(Self.oddities("120", beside: "17") == [])
  }

  @Test func `has one usual spelling for all of an id`() {
    let model = Array("MI00000001".utf8)
    let style = CaseIDStyle(of: model.span)
    for id in ["MI00000017", "mi17", "MI 017", "Mi17.0", "'mi0017"] {
      let bytes = Array(id.utf8)
      #expect(String(decoding: style.usual(CaseIDStyle.folded(bytes.span)), as: UTF8.self) == "MI00000017", "\(id)")
    }
  }
}
