package import Documents

/// A figure as a chapter shows it: drawn, with its words.
package struct ChapterFigure: Sendable, Hashable {
  /// A name that no other figure of the chapter has.
  package var id: String
  /// Its number, such as `5.3`; empty if it has none.
  package var number: String
  /// The title, without the number.
  package var title: String
  /// What it says, in a sentence; empty if nobody said it.
  package var message: String
  /// What it shows, in a sentence or a few.
  package var summary: String
  /// What it shows in more sentences.
  package var blocks: [Document.Block]
  /// The picture, with ids of its own.
  package var svg: String
  /// The same in pixels.
  package var png: [UInt8]
  /// The width on paper, in points.
  package var width: Double
  /// The height on paper, in points.
  package var height: Double
  /// The size of most of its text, in points.
  package var textSize = 0.0

  /// Makes a figure.
  package init(
    id: String, number: String = "", title: String, message: String = "", summary: String,
    blocks: [Document.Block] = [], svg: String, png: [UInt8], width: Double, height: Double
  ) {
    (self.id, self.number, self.title, self.message) = (id, number, title, message)
    (self.summary, self.blocks, self.svg, self.png) = (summary, blocks, svg, png)
    (self.width, self.height) = (width, height)
  }

  /// The figure as a part of a document.
  var picture: Document.Picture {
    var picture = Document.Picture(
      id: id, caption: number.isEmpty ? title : "Figure \(number) \(title)", alternative: summary, svg: svg, png: png,
      width: width, height: height)
    picture.textSize = textSize
    return picture
  }
}

/// The figures of a chapter.
package struct ChapterFigures: Sendable {
  /// Those of the map, by their ids; in the place of one that is too large there are several.
  package var ofMap: [String: [ChapterFigure]] = [:]
  /// The map with its gaps marked, if there are any.
  package var ofGaps: [ChapterFigure] = []
  /// What is known in each area, side by side.
  package var ofAreas: [ChapterFigure] = []
  /// What is known in each period, side by side.
  package var ofPeriods: [ChapterFigure] = []

  /// Makes an empty collection.
  package init() {}

  /// Gives figures without a number the next one, so that each can be referred to: behind `5.7` comes `5.8`.
  ///
  /// - Parameter order: the figures of the map, in the order in which they stand.
  package mutating func number(inOrder order: [String]) {
    let given = order.flatMap { ofMap[$0] ?? [] }.map(\.number).filter { !$0.isEmpty }
    var taken = Set(given)
    // All that stands before the last part of the numbers, if that is the same for all.
    let starts = Set(given.map { $0.split(separator: ".").dropLast().joined(separator: ".") })
    let start = starts.count == 1 ? starts.first ?? "" : ""
    let last = given.compactMap { $0.split(separator: ".").last.flatMap { Int($0) } }.max() ?? 0
    var next = start.isEmpty && starts.count > 1 ? 0 : last
    func numbered(_ figures: [ChapterFigure]) -> [ChapterFigure] {
      figures.map { figure in
        var figure = figure
        while figure.number.isEmpty {
          next += 1
          let number = (start.isEmpty ? "" : start + ".") + String(next)
          if taken.insert(number).inserted { figure.number = number }
        }
        return figure
      }
    }
    for id in order { ofMap[id] = ofMap[id].map(numbered) }
    (ofGaps, ofAreas, ofPeriods) = (numbered(ofGaps), numbered(ofAreas), numbered(ofPeriods))
    prefix = start
  }

  /// What stands before the numbers of figures, and so of tables; empty if nothing does.
  package private(set) var prefix = ""
}
