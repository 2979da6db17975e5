/// The sixteen ways in which three nodes can be joined by arcs, by their M-A-N names: the numbers of mutual,
/// asymmetric and null pairs, then a letter where these do not settle it (Down, Up, Cyclic, Transitive).
///
/// Source: P. W. Holland and S. Leinhardt, "A method for detecting structure in sociometric data", American Journal of
/// Sociology 76 (1970), doi:10.1086/224954.
public enum TriadClass: String, Sendable, CaseIterable, Codable {
  /// No arc.
  case empty = "003"
  /// One arc.
  case oneArc = "012"
  /// One mutual pair.
  case mutual = "102"
  /// A ← B → C.
  case outStar = "021D"
  /// A → B ← C.
  case inStar = "021U"
  /// A → B → C.
  case chain = "021C"
  /// A ↔ B ← C.
  case mutualIn = "111D"
  /// A ↔ B → C.
  case mutualOut = "111U"
  /// A → B → C and A → C.
  case transitive = "030T"
  /// A → B → C → A.
  case cycle = "030C"
  /// A ↔ B ↔ C.
  case twoMutual = "201"
  /// A ← B → C and A ↔ C.
  case mutualBelow = "120D"
  /// A → B ← C and A ↔ C.
  case mutualAbove = "120U"
  /// A → B → C and A ↔ C.
  case mutualChain = "120C"
  /// All but one of the six arcs.
  case nearlyComplete = "210"
  /// All six arcs.
  case complete = "300"

  /// The class of each arrangement of arcs among A, B and C. Bits 0 and 1 of the index stand for A → B and B → A, bits 2
  /// and 3 for A → C and C → A, bits 4 and 5 for B → C and C → B.
  static let byArcs: [TriadClass] = (0..<64).map { arcs in
    let pairs = [arcs & 3, arcs >> 2 & 3, arcs >> 4 & 3]
    let mutual = pairs.count { $0 == 3 }
    let asymmetric = pairs.count { $0 == 1 || $0 == 2 }
    // The arcs of the asymmetric pairs that leave and enter each node.
    let ends: [(source: Int, target: Int)] = zip(pairs, [(0, 1), (0, 2), (1, 2)]).compactMap { pair, ends in
      pair == 1 ? (ends.0, ends.1) : pair == 2 ? (ends.1, ends.0) : nil
    }
    let out = (0..<3).map { node in ends.count { $0.source == node } }
    let into = (0..<3).map { node in ends.count { $0.target == node } }
    switch (mutual, asymmetric) {
    case (0, 0): return .empty
    case (0, 1): return .oneArc
    case (1, 0): return .mutual
    case (0, 2): return out.contains(2) ? .outStar : into.contains(2) ? .inStar : .chain
    case (0, 3): return out.contains(2) ? .transitive : .cycle
    case (2, 0): return .twoMutual
    case (1, 2): return out.contains(2) ? .mutualBelow : into.contains(2) ? .mutualAbove : .mutualChain
    case (2, 1): return .nearlyComplete
    case (3, 0): return .complete
    default:
      // One mutual pair and one arc: does the arc enter the mutual pair or leave it?
      let apart = pairs[0] == 3 ? 2 : pairs[1] == 3 ? 1 : 0
      return out[apart] == 1 ? .mutualIn : .mutualOut
    }
  }
}
