import Foundation
import MapDisclosure
import MapModel
import MapReports
import TestSupport
import Testing
import XML

@testable import MapDrawing

/// Legends beside figures and off, titles inside, and sizes on paper, in all formats.
struct FigurePaperTests {
  private static func plan(
    _ drawing: DrawingSettings, for use: FigureUse = .screen, id: FigureDefinition.ID = "town"
  ) throws -> FigurePlan {
    var map = try SmallMaps.town()
    map.drawing = drawing
    var style = FigureStyle()
    style.use = use
    return FigurePlan(
      FigureDefinition(id, number: "1", title: "The town", message: "Mentors help.", content: .map(.init())),
      of: map.published(for: .team), style: style)
  }

  private static func svg(_ plan: FigurePlan, _ options: PictureOptions = PictureOptions()) throws -> WellFormedXML {
    try #require(WellFormedXML(try plan.figure.bytes(as: .svg, options: options)))
  }

  private static func legend(_ plan: FigurePlan) -> Frame? {
    let frames = plan.scene.parts.compactMap { part -> Frame? in
      guard case .text(let text) = part, text.classes == ["legend"] else { return nil }
      return text.box(fontSize: plan.scene.fontSize).frame
    }
    return frames.first.map { frames.dropFirst().reduce($0) { $0.union($1) } }
  }

  private static func actors(_ plan: FigurePlan) -> Frame {
    plan.scene.parts.reduce(Frame(left: 0, bottom: 0, right: 1, top: 1)) { frame, part in
      guard case .shape(let shape) = part, shape.classes.first == "actor" else { return frame }
      return frame.union(shape.place.frame)
    }
  }

  @Test func `a legend stands below, beside, or not in the picture, where the words explain the signs`() throws {
    let below = try Self.plan(.init())
    let beside = try Self.plan(.init(legend: .beside))
    let off = try Self.plan(.init(legend: .off))
    #expect(try #require(Self.legend(below)).top < Self.actors(below).bottom)
    #expect(try #require(Self.legend(beside)).left > Self.actors(beside).right)
    #expect(Self.legend(off) == nil)
    #expect(off.figure.alternative.contains("## Shape: main role in the programme"))
    #expect(!below.figure.alternative.contains("## Shape: main role in the programme"))
    for plan in [below, beside, off] { #expect(plan.faults.overlaps == 0) }
  }

  @Test func `all that is drawn lies in the frame, and the frame holds nothing else`() throws {
    for place in DrawingSettings.LegendPlace.allCases {
      let scene = try Self.plan(.init(legend: place, showsTitle: true)).scene
      let frames = scene.parts.map { part -> Frame in
        switch part {
        case .shape(let shape): shape.place.frame
        case .text(let text): text.box(fontSize: scene.fontSize).frame
        case .line(let line):
          line.path.points.reduce(Rectangle(center: line.path.points[0], width: 0, height: 0).frame) {
            $0.union(Rectangle(center: $1, width: 0, height: 0).frame)
          }
        }
      }
      let all = frames.dropFirst().reduce(frames[0]) { $0.union($1) }
      // A badge or a head may lie a little outside a panel.
      for (one, other) in [
        (all.left, scene.frame.left), (all.right, scene.frame.right), (all.top, scene.frame.top),
        (all.bottom, scene.frame.bottom),
      ] {
        #expect(abs(one - other) < 12, "\(place)")
      }
    }
  }

  @Test func `the legend of a small network is set small`() throws {
    let map = try PlainMaps.map(["a", "b"], [.init("a", "b")])
    let plan = FigurePlan(
      FigureDefinition("f", title: "F", content: .map(.init())), of: map.published(for: .team))
    let legend = try #require(Self.legend(plan))
    let sizes = plan.scene.parts.compactMap { part -> Double? in
      if case .text(let text) = part, text.classes == ["legend"] { text.fontSize ?? plan.scene.fontSize } else { nil }
    }
    #expect(sizes.allSatisfy { $0 < plan.scene.fontSize && $0 >= 8 })
    // Three parts of one entry in six rows of fifteen points, more or less.
    #expect(legend.height < 110)
  }

  @Test func `a long text of a legend has several lines, and nothing of it is lost`() {
    let text = (1...40).map { "word\($0)" }.joined(separator: " ")
    let legend = FigureLegend(parts: [
      .init(id: "p", heading: text, entries: [.init(sign: .mark("x"), text: text, definition: text)])
    ])
    for form in [PlacedLegend.Form.columns, .explained, .compact] {
      let placed = PlacedLegend(legend, within: 200, style: FigureStyle(), form: form)
      let words = placed.parts.flatMap { part -> [Substring] in
        if case .text(let text) = part { text.content.split(separator: " ") } else { [] }
      }
      #expect(words.filter { $0 != "x" }.count == (form == .explained ? 120 : 80), "\(form)")
      let frames = placed.parts.compactMap { part -> Frame? in
        if case .text(let text) = part, text.content != "x" { text.box(fontSize: 11).frame } else { nil }
      }
      for (index, frame) in frames.enumerated() {
        let before = frames[..<index].filter { $0.left == frame.left }.map(\.rectangle)
        #expect(!before.contains { $0.overlaps(frame.rectangle) }, "\(form)")
      }
    }
  }

  @Test func `title and message stand in the picture where that is asked for`() throws {
    let texts = try Self.svg(try Self.plan(.init(showsTitle: true))).elements.filter { $0.name == "text" }.map(\.text)
    #expect(texts.contains("Figure 1 The town") && texts.contains("Mentors help."))
    let without = try Self.svg(try Self.plan(.init())).elements.filter { $0.name == "text" }.map(\.text)
    #expect(!without.contains("Figure 1 The town"))
  }

  // MARK: Sizes

  /// Pixels and dots per metre, as the file says them.
  private static func size(ofPNG png: [UInt8]) throws -> (width: Int, perMetre: Int) {
    func number(at start: Int) -> Int { png[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    let chunk = try #require(png.firstRange(of: Array("pHYs".utf8)))
    return (number(at: 16), number(at: chunk.upperBound))
  }

  @Test(arguments: [40.0, 90, 170, 420], [nil, 7.0, 12] as [Double?])
  func `a picture is as wide on paper as is asked for`(width: Double, textSize: Double?) throws {
    let plan = try Self.plan(.init(width: width, textSize: textSize))
    let svg = try #require(try Self.svg(plan).elements.last)
    #expect(svg.attributes["width"] == "\(Int(width))mm")
    let box = try #require(svg.attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) })
    let height = try #require(svg.attributes["height"].flatMap { Double($0.dropLast(2)) })
    #expect(abs(box[2] / box[3] - width / height) < 0.01 * width / height)
    let png = try Self.size(ofPNG: plan.figure.bytes(as: .png, options: PictureOptions(resolution: 300)))
    #expect(abs(Double(png.width) / Double(png.perMetre) * 1000 - width) < 0.1)
    #expect(abs(Double(png.perMetre) * 0.0254 - 300) < 5)
    let pdf = String(decoding: try plan.figure.bytes(as: .pdf), as: UTF8.self)
    let media = try #require(pdf.firstMatch(of: #/MediaBox \[ 0 0 ([0-9.]+) /#))
    let points = try #require(Double(media.1))
    #expect(abs(points / 72 * 25.4 - width) < 0.4)
    // Text keeps its size where there is room; where there is not, somebody says so.
    let figure = plan.figure
    if let textSize, figure.textSize < textSize - 0.05 {
      let shortfall = try #require(figure.shortfall)
      #expect(shortfall.contains("and not \(Int(textSize))") && shortfall.contains("\(Int(width)) mm wide"))
    } else if let textSize {
      #expect(abs(figure.textSize - textSize) < 0.05 && figure.shortfall == nil)
    }
  }

  @Test func `a height limits, and a text size alone decides`() throws {
    let low = try Self.plan(.init(height: 50)).figure
    #expect(low.height <= 50 / 25.4 * 72 + 0.01)
    let large = try Self.plan(.init(textSize: 22)).figure
    #expect(large.textSize == 22 && large.shortfall == nil)
    let small = try Self.plan(.init(height: 40, textSize: 30)).figure
    #expect(try #require(small.shortfall).contains("mm high"))
  }

  @Test func `print fits a page of A4, and slides have their own size`() throws {
    let page = try Self.plan(.init(), for: .print).figure
    #expect(page.width <= 728.01 && page.height <= 620.01)
    let slide = try Self.plan(.init(width: 100), for: .slides).figure
    #expect(abs(slide.width - 300 / 25.4 * 72) < 0.1 && slide.height <= 150 / 25.4 * 72 + 0.1)
    #expect(FigureUse.print.resolution == 300)
  }

  // MARK: Formats

  @Test func `ids begin with the figure's, so that two stand in one page`() throws {
    var ids: [String] = []
    for id in ["one", "two"] as [FigureDefinition.ID] {
      for hasOutlines in [false, true] {
        let xml = try Self.svg(try Self.plan(.init(), id: id), PictureOptions(hasOutlines: hasOutlines))
        let own = xml.elements.compactMap { $0.attributes["id"] }
        #expect(!own.isEmpty && own.allSatisfy { $0.hasPrefix("\(id)-") })
        #expect(Set(own).count == own.count)
        for element in xml.elements {
          for (name, value) in element.attributes where name.hasSuffix("href") {
            #expect(own.contains(String(value.dropFirst())), "\(value)")
          }
        }
        if !hasOutlines { ids += own }
      }
    }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `letters can be outlines, of a figure that still says what it is`() throws {
    let plan = try Self.plan(.init())
    let xml = try Self.svg(plan, PictureOptions(hasOutlines: true))
    let root = try #require(xml.elements.last)
    #expect(root.attributes["role"] == "img" && root.attributes["aria-labelledby"] == "town-title")
    #expect(xml.elements.contains { $0.name == "title" && $0.text == "Figure 1 The town" })
    #expect(!xml.elements.contains { $0.name == "text" } && xml.elements.contains { $0.name == "path" })
    let width = try #require(root.attributes["width"].flatMap { Double($0.dropLast(2)) })
    #expect(abs(width - plan.width) < 1)
  }

  @Test func `a PDF says its title and its language, and where its objects are`() throws {
    let pdf = try Self.plan(.init()).figure.bytes(as: .pdf)
    let title = "Figure 1 The town".utf16.map { String(format: "%04X", Int($0)) }.joined()
    #expect(pdf.firstRange(of: Array("/Title <FEFF\(title)>".utf8)) != nil)
    #expect(pdf.firstRange(of: Array("/Lang (en-GB)".utf8)) != nil)
    let start = try #require(pdf.suffix(64).firstRange(of: Array("startxref\n".utf8))).upperBound
    let table = try #require(Int(String(decoding: pdf[start...].prefix { $0 != 10 }, as: UTF8.self)))
    let lines = String(decoding: pdf[table...], as: UTF8.self).split(separator: "\n")
    #expect(lines[0] == "xref")
    for (number, line) in lines.dropFirst(2).prefix(while: { $0.count >= 18 && $0.contains("0000") }).enumerated() {
      guard line.hasSuffix("n ") || line.hasSuffix("n"), let offset = Int(line.prefix(10)) else { continue }
      #expect(pdf[offset...].starts(with: Array("\(number) 0 obj".utf8)), "\(line)")
    }
  }

  @Test func `parallelograms have one slant, whatever their width`() {
    for (width, height) in [(60.0, 24.0), (100, 24), (200, 24), (200, 60)] {
      let slant = Outline.parallelogramLean(width: width, height: height) / height
      #expect(abs(slant - Outline.parallelogramSlant) < 1e-9)
    }
    // A tall one still has room for its label.
    #expect(Outline.parallelogramLean(width: 60, height: 200) == 15)
  }
}
