import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

@testable import MapDrawing

struct SideColorsTests {
  @Test func `colours of sides can be read on paper, and differ from each other and from what is missing`() {
    for (index, color) in Palette.sides.enumerated() {
      // WCAG 2.2, 1.4.3: signs are written in them.
      #expect(color.contrast(with: Palette.paper) >= 4.5)
      for other in [Palette.missing, Palette.text, Palette.muted] {
        #expect(color.difference(from: other) >= Palette.visibleDifference, "\(color) \(other)")
      }
      for other in Palette.sides[..<index] { #expect(color != other) }
    }
  }

  /// Oklab as its author gives it: white, black and the distance of the primaries' lightness.
  @Test func `differences are those of Oklab`() {
    #expect(abs(MapColor.white.difference(from: MapColor(rgb: 0)) - 1) < 1e-4)
    // Red is (0.627955, 0.224863, 0.125846) and blue (0.452014, -0.032457, -0.311528).
    let (l, a, b) = (0.627955 - 0.452014, 0.224863 + 0.032457, 0.125846 + 0.311528)
    let red = MapColor(rgb: 0xFF0000)
    #expect(abs(red.difference(from: MapColor(rgb: 0x0000FF)) - (l * l + a * a + b * b).squareRoot()) < 1e-4)
    #expect(red.difference(from: red) == 0)
  }

  @Test(arguments: [
    Legend.report.sectors.values.map(\.outline), [Palette.sides[0]], [Palette.sides[0], Palette.sides[1]],
    [Palette.sides[1], Palette.sides[2]], [],
  ])
  func `sides differ from every outline of a legend`(outlines: [MapColor]) {
    let (first, second) = Palette.sides(besides: outlines)
    for outline in outlines {
      #expect(first.difference(from: outline) >= Palette.visibleDifference, "\(first) \(outline)")
      #expect(second.difference(from: outline) >= Palette.visibleDifference, "\(second) \(outline)")
    }
    #expect(first.difference(from: second) >= 2 * Palette.visibleDifference)
    for vision in ColorVision.allCases {
      #expect(first.difference(from: second, seenWith: vision) >= MapColor.leastDifference, "\(vision)")
    }
  }

  @Test func `takes what comes nearest where a legend has all of them, and what is seen on a dark ground`() {
    let (first, second) = Palette.sides(besides: Palette.sides)
    #expect(first != second)
    let dark = Palette.sides(besides: [], on: MapColor(rgb: 0x202020))
    #expect(dark.0 != dark.1)
  }

  @Test func `colours of families and of what is missing are told apart by every eye`() {
    let lines = [Palette.text, Palette.coordination, Palette.missing, Palette.doubtful]
    for (index, line) in lines.enumerated() {
      for other in lines[..<index] {
        for vision in ColorVision.allCases {
          #expect(line.difference(from: other, seenWith: vision) >= MapColor.leastDifference, "\(line) \(other)")
        }
      }
    }
  }

  @Test func `what is not clear is thinner and lighter than what is, and is still seen`() {
    var muted = FigureStyle()
    muted.isMuted = true
    for style in [FigureStyle(), muted] {
      for family in [Family.support, .coordination] {
        for standing in [LineStanding.plain, .common, .mixed, .onlyFirst, .onlySecond] {
          let clear = style.line(family, isUnclear: false, .few, standing)
          let unclear = style.line(family, isUnclear: true, .few, standing)
          #expect(unclear.width < clear.width, "\(family.id) \(standing)")
          #expect(unclear.color.luminance >= clear.color.luminance)
          #expect(unclear.color.contrast(with: Palette.panel) >= 3)
        }
      }
      for standing in [ActorStanding.absentHere, .unknownHere] {
        let paint = style.paint(Sector("s", name: "", fill: .white, outline: .text), standing)
        #expect(paint.width < 1.4 && paint.color.contrast(with: Palette.panel) >= 3)
      }
    }
    for doubtful in [Presence.unclear, .contradicted, .unplaced] {
      for certain in [Presence.said, .recorded, .both] {
        #expect(Palette.cell(of: doubtful).luminance > Palette.cell(of: certain).luminance, "\(doubtful) \(certain)")
      }
    }
  }
}
