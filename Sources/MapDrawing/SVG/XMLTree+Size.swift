import XML

extension XMLTree {
  /// Says how large an SVG is on paper; its drawing is made larger or smaller to fit.
  mutating func setSize(width: Double, height: Double, unit: String) {
    for (name, length) in [("width", width), ("height", height)] {
      guard let index = attributes.firstIndex(where: { $0.name == name }) else { continue }
      attributes[index].value = Self.hundredths(length) + unit
    }
  }

  /// A number with at most two decimals.
  private static func hundredths(_ number: Double) -> String {
    let (whole, rest) = Int((number * 100).rounded()).quotientAndRemainder(dividingBy: 100)
    return rest == 0 ? "\(whole)" : "\(whole).\(String(100 + rest).dropFirst())"
  }
}
