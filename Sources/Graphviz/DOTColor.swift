/// A colour of red, green and blue, written as `#rrggbb`; libgraphviz never sees anything else.
package struct DOTColor: Sendable, Hashable {
  let text: String

  /// Makes a colour from its three parts.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    let digits = Array("0123456789abcdef")
    func pair(_ byte: UInt8) -> String { String([digits[Int(byte >> 4)], digits[Int(byte & 15)]]) }
    text = "#" + pair(red) + pair(green) + pair(blue)
  }
}
