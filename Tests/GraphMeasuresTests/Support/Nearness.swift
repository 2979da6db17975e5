/// Whether two lists agree to within a tolerance, relative to 1 or to the larger value.
func isNear(_ first: [Double], _ second: [Double], tolerance: Double = 1e-10) -> Bool {
  first.count == second.count && zip(first, second).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($0), abs($1)) }
}

/// Whether two lists are undefined at the same places and agree elsewhere.
func isNear(_ first: [Double?], _ second: [Double?], tolerance: Double = 1e-10) -> Bool {
  first.map { $0 == nil } == second.map { $0 == nil }
    && isNear(first.compactMap(\.self), second.compactMap(\.self), tolerance: tolerance)
}
