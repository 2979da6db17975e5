#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(CRT)
  import CRT
#endif

/// How an eye tells colours apart.
package enum ColorVision: Sendable, CaseIterable {
  case common, protanopia, deuteranopia, tritanopia

  /// What it is called.
  package var name: String {
    switch self {
    case .common: "trichromacy"
    case .protanopia: "protanopia"
    case .deuteranopia: "deuteranopia"
    case .tritanopia: "tritanopia"
    }
  }

  /// What linear red, green and blue become: the matrices for a severity of 1 of Machado, Oliveira and Fernandes 2009
  /// (doi:10.1109/TVCG.2009.113).
  fileprivate var matrix: [[Double]] {
    switch self {
    case .common: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}

/// A colour as lightness, red against green, and yellow against blue (CIE 1976 L*a*b*, white point D65).
package struct LabColor: Sendable, Hashable {
  package var lightness: Double
  package var a: Double
  package var b: Double

  package init(lightness: Double, a: Double, b: Double) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  /// A colour of a screen, as an eye sees it.
  package init(_ color: MapColor, seenWith vision: ColorVision = .common) {
    func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
      matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let linear = [color.red, color.green, color.blue].map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let seen = product(vision.matrix, linear).map { min(1, max(0, $0)) }
    // IEC 61966-2-1.
    let xyz = product(
      [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
      ], seen)
    let roots = zip(xyz, [0.95047, 1, 1.08883]).map { part, white -> Double in
      let share = part / white
      return share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
    }
    self.init(lightness: 116 * roots[1] - 16, a: 500 * (roots[0] - roots[1]), b: 200 * (roots[1] - roots[2]))
  }

  /// The distance from another colour by CIEDE2000: 1 is just noticed side by side (Sharma, Wu and Dalal 2005,
  /// doi:10.1002/col.20070).
  package func difference(from other: LabColor) -> Double {
    func seventh(_ value: Double) -> Double { (pow(value, 7) / (pow(value, 7) + 6_103_515_625)).squareRoot() }
    func degrees(_ radians: Double) -> Double { radians * 180 / .pi }
    func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
    let chroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let stretch = 1 + (1 - seventh(chroma)) / 2
    func polar(_ color: LabColor) -> (chroma: Double, hue: Double) {
      let (a, b) = (color.a * stretch, color.b)
      let hue = a == 0 && b == 0 ? 0 : degrees(atan2(b, a))
      return (hypot(a, b), hue < 0 ? hue + 360 : hue)
    }
    let (one, two) = (polar(self), polar(other))
    let isGrey = one.chroma * two.chroma == 0
    var turn = isGrey ? 0 : two.hue - one.hue
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    let deltaL = other.lightness - lightness
    let deltaC = two.chroma - one.chroma
    let deltaH = 2 * (one.chroma * two.chroma).squareRoot() * sin(turn / 2 * .pi / 180)
    let meanL = (lightness + other.lightness) / 2
    let meanC = (one.chroma + two.chroma) / 2
    let sum = one.hue + two.hue
    let meanH =
      isGrey ? sum : abs(one.hue - two.hue) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
    let weight =
      1 - 0.17 * cosine(meanH - 30) + 0.24 * cosine(2 * meanH) + 0.32 * cosine(3 * meanH + 6)
      - 0.20 * cosine(4 * meanH - 63)
    let offset = (meanL - 50) * (meanL - 50)
    let scaledL = deltaL / (1 + 0.015 * offset / (20 + offset).squareRoot())
    let scaledC = deltaC / (1 + 0.045 * meanC)
    let scaledH = deltaH / (1 + 0.015 * meanC * weight)
    let bend = (meanH - 275) / 25
    let rotation = -2 * seventh(meanC) * sin(60 * exp(-bend * bend) * .pi / 180)
    return (scaledL * scaledL + scaledC * scaledC + scaledH * scaledH + rotation * scaledC * scaledH).squareRoot()
  }
}

extension MapColor {
  /// The distance at which two colours are taken for nearly one.
  package static let leastDifference = 10.0

  /// The distance from another colour by CIEDE2000, as an eye sees both.
  package func difference(from other: MapColor, seenWith vision: ColorVision) -> Double {
    LabColor(self, seenWith: vision).difference(from: LabColor(other, seenWith: vision))
  }
}
