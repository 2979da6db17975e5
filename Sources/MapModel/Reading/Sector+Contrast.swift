extension Sector {
  /// What is hard to see, by the key of `map.yaml`: WCAG 2.2 AA asks for 4.5:1 for text (1.4.3) and 3:1 for outlines
  /// (1.4.11).
  package var contrastFaults: [(key: String, message: String)] {
    var faults: [(key: String, message: String)] = []
    if fill.contrast(with: .text) < 4.5 {
      faults.append(
        (
          "fill",
          "Dark text on \(fill) cannot be read easily (contrast below 4.5 to 1); choose a paler fill"
        ))
    }
    if outline.contrast(with: .white) < 3 {
      faults.append(
        (
          "outline",
          "The outline \(outline) stands out too little from white (contrast below 3 to 1); choose a darker one"
        ))
    }
    return faults
  }
}
