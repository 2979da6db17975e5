import MapModel
import MapReports
import OrderedCollections

/// Draws a matrix: rows with names, columns with their numbers, and a sign or a number where two meet.
struct MatrixFigure {
  private let matrix: ActorMatrix
  private let style: FigureStyle
  private let names: [String]
  private let cellWidth: Double
  private let numberWidth: Double
  private let nameWidth: Double

  private static let rowHeight = 14.0
  private static let cellSize = 8.5
  private static let nameSize = 10.0
  private static let mostNameWidth = 190.0
  /// A little sign of the sector's colours beside names and above columns.
  private static let swatch = 8.0
  /// Between columns that do not belong together.
  private static let gap = 4.0

  init(_ matrix: ActorMatrix, style: FigureStyle) {
    (self.matrix, self.style) = (matrix, style)
    names = matrix.entries.map { Self.shortened($0.name) }
    let texts = matrix.cells.map(\.text) + [String(matrix.entries.count)]
    let widest = texts.map { TextMetrics.width(of: $0, fontSize: Self.cellSize) }.max() ?? 0
    cellWidth = max(Self.rowHeight, widest + 4)
    let headings = matrix.entries.map { TextMetrics.width(of: $0.heading, fontSize: Self.nameSize) * 1.1 - 20 }
    let widths = names.map { TextMetrics.width(of: $0, fontSize: Self.nameSize) }
    numberWidth = TextMetrics.width(of: String(matrix.entries.count), fontSize: Self.nameSize) + 8
    nameWidth = Self.swatch + numberWidth + max(widths.max() ?? 0, headings.max() ?? 0) * 1.1 + 10
  }

  /// A name, or as much of its beginning as a row has room for: its number and the text beside the figure tell it apart.
  private static func shortened(_ name: String) -> String {
    func fits(_ text: String) -> Bool { TextMetrics.width(of: text, fontSize: nameSize) <= mostNameWidth }
    if fits(name) { return name }
    var kept = String(name.prefix(80))
    while !kept.isEmpty, !fits(kept + "\u{2026}") { kept.removeLast() }
    return kept + "\u{2026}"
  }

  /// Where the columns start, each with whether it is the first of those that belong together.
  private var columns: [(left: Double, isFirst: Bool)] {
    var left = nameWidth
    return matrix.entries.indices.map { place in
      let isFirst = startsAnew(place)
      if isFirst { left += Self.gap }
      defer { left += cellWidth }
      return (left, isFirst)
    }
  }

  private func startsAnew(_ place: Int) -> Bool {
    place == 0 || matrix.entries[place].heading != matrix.entries[place - 1].heading
  }

  /// Draws the matrix, downwards from the origin.
  func draw(on canvas: inout FigureCanvas) {
    let columns = columns
    let right = (columns.last?.left ?? nameWidth) + cellWidth
    let top = -Self.rowHeight - Self.swatch - 3
    var middles: [Double] = []
    var y = top
    for place in matrix.entries.indices {
      if startsAnew(place) {
        y -= Self.rowHeight
        canvas.draw(
          style.hairline(
            Rectangle(center: Point(right / 2, y + Self.rowHeight), width: right, height: 0.8), id: "rule-\(place)"))
      }
      middles.append(y - Self.rowHeight / 2)
      y -= Self.rowHeight
    }
    canvas.include(Frame(left: 0, bottom: y, right: right, top: 0))
    drawGrid(columns.map(\.left), middles, on: &canvas)
    for (place, entry) in matrix.entries.enumerated() {
      let (left, middle) = (columns[place].left, middles[place])
      if startsAnew(place) {
        canvas.draw(
          entry.heading, at: Point(0, middle + Self.rowHeight), id: "heading-\(place)", fontSize: Self.nameSize)
      }
      draw(entry, at: Point(Self.swatch / 2, middle), id: "row-\(place)", on: &canvas)
      canvas.draw(
        String(place + 1),
        inMiddleOf: Rectangle(
          center: Point(Self.swatch + numberWidth / 2, middle), width: numberWidth, height: Self.rowHeight),
        id: "row-\(place)-number", fontSize: Self.nameSize)
      canvas.draw(
        names[place], at: Point(Self.swatch + numberWidth, middle), id: "row-\(place)-name", fontSize: Self.nameSize)
      draw(
        entry, at: Point(left + cellWidth / 2, -Self.rowHeight - Self.swatch / 2), id: "column-\(place)", on: &canvas)
      canvas.draw(
        String(place + 1),
        inMiddleOf: Rectangle(
          center: Point(left + cellWidth / 2, -Self.rowHeight / 2), width: cellWidth, height: Self.rowHeight),
        id: "column-\(place)-number", fontSize: Self.cellSize)
    }
    for cell in matrix.cells {
      let place = Rectangle(
        center: Point(columns[cell.column].left + cellWidth / 2, middles[cell.row]), width: cellWidth,
        height: Self.rowHeight)
      canvas.draw(
        style.cell(
          cell.text, cell.ground, at: place, id: id(of: cell), classes: ["cell"], fontSize: Self.cellSize))
    }
  }

  /// Thin lines below rows and right of columns, along which the eye finds a cell's names; and what a row has with itself.
  private func drawGrid(_ lefts: [Double], _ middles: [Double], on canvas: inout FigureCanvas) {
    guard let first = lefts.first, let last = lefts.last, let top = middles.first, let bottom = middles.last else {
      return
    }
    let half = Self.rowHeight / 2
    let (width, height) = (last + cellWidth - first, top - bottom + Self.rowHeight)
    for (place, middle) in middles.enumerated() {
      canvas.draw(
        style.hairline(
          Rectangle(center: Point(first + width / 2, middle - half), width: width, height: 0.3), id: "grid-row-\(place)"
        ))
    }
    for (place, left) in lefts.enumerated() {
      canvas.draw(
        style.hairline(
          Rectangle(center: Point(left + cellWidth, top + half - height / 2), width: 0.3, height: height),
          id: "grid-column-\(place)"))
    }
    for (place, (left, middle)) in zip(lefts, middles).enumerated() {
      canvas.draw(
        Scene.Shape(
          id: "diagonal-\(place)", classes: ["rule"], outline: .box,
          paint: .init(fill: style.panelColor, color: style.panelOutline, width: 0.3),
          place: Rectangle(center: Point(left + cellWidth / 2, middle), width: cellWidth, height: Self.rowHeight)))
    }
  }

  private func draw(_ entry: ActorMatrix.Entry, at center: Point, id: String, on canvas: inout FigureCanvas) {
    let sector = entry.sector ?? Sector("none", name: "", fill: Palette.paper, outline: Palette.neutral)
    var paint = style.paint(sector)
    paint.width = 1
    canvas.draw(
      Scene.Shape(
        id: id, classes: ["sector"], outline: .box, paint: paint,
        place: Rectangle(center: center, width: Self.swatch, height: Self.swatch)))
  }

  private func id(of cell: ActorMatrix.Cell) -> String { "cell-\(cell.row + 1)-\(cell.column + 1)" }

  /// What readers of the SVG are told of cells.
  var titles: [String: String] {
    Dictionary(uniqueKeysWithValues: matrix.cells.map { (id(of: $0), matrix.title(of: $0)) })
  }
}
