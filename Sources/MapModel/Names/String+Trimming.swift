extension String {
  /// Without white space, and what cannot be seen, at its ends.
  package var trimmingWhitespace: String {
    // Most texts have nothing to trim, and looking at two bytes tells.
    func isLetterOrSign(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
    guard let head = utf8.first, let tail = utf8.last else { return "" }
    if isLetterOrSign(head), isLetterOrSign(tail) { return self }
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
