import MapModel

extension FigureLegend.Entry.Sign {
  /// The sign in words, for those who do not see it.
  package var words: String {
    switch self {
    case .role(let shape): shape.name
    case .sector(let sector): "fill \(sector.fill), outline \(sector.outline)"
    case .line(let family, let isMutual, let isUnclear, let standing, _):
      "\(isUnclear ? "thin, dotted" : family.line.words) line\(isMutual ? " without heads" : family.head.words)"
        + standing.colour
    case .relation(let look, _, _, let isUnclear):
      "\(look.hue.rawValue), \(isUnclear ? "thin, dotted" : look.line.words)\(look.strokeWords) line"
        + (look.head.map { $0.mark.isEmpty ? " with a filled arrow" : $0.mark } ?? " without heads")
    case .band(let band, _, _, _):
      switch band {
      case .untold: "grey line"
      case .few: "thin line"
      case .some: "wider line"
      case .many: "widest line"
      }
    case .frequency(let often, _, _, _):
      switch often {
      case .alike(.common): "widest line"
      case .alike(.some): "wider line"
      case .alike(.rare): "thin line"
      case .differing: "double line"
      case .notSaid: "grey line"
      }
    case .mark(let mark): mark.isEmpty ? "no mark" : "the mark \(mark)"
    case .size(let share): share < 1 ? "a smaller shape" : "a large shape"
    case .node(let standing): standing.words
    case .missing: "broken red line that ends in a bar"
    case .badge(let content): "a sign with \(content.text)"
    case .actor(_, _, _, let number): "the number \(number)"
    case .presence(let presence): "the sign \(presence.symbol)"
    case .cell(let text, _): "a cell with \(text)"
    }
  }
}

extension RelationLook {
  /// What sets its stroke apart besides being broken, in words.
  fileprivate var strokeWords: String {
    switch (isDouble, isWide) {
    case (false, false): ""
    case (true, false): ", double"
    case (false, true): ", wide"
    case (true, true): ", double and wide"
    }
  }
}

extension Family.Line {
  fileprivate var words: String {
    switch self {
    case .solid: "unbroken"
    case .dashed: "dashed"
    }
  }
}

extension Family.Head {
  /// What a line ends with, in words, also where it is an arrow of two strokes.
  fileprivate var mark: String { self == .open ? " with an open arrow" : words }

  /// What a line ends with, in words, unless it is an arrow as lines mostly have.
  fileprivate var words: String {
    switch self {
    case .triangle, .open: ""
    case .diamond: " with a diamond"
    case .dot: " with a dot"
    case .hollowTriangle: " with an empty triangle"
    case .hollowDiamond: " with an empty diamond"
    case .hollowDot: " with a ring"
    case .square: " with a square"
    }
  }
}

extension ActorStanding {
  /// How it is drawn, in words.
  fileprivate var words: String {
    switch self {
    case .plain: "plain outline"
    case .missing: "broken red outline"
    case .bearing: "thick outline"
    case .absentHere: "grey, with a pale outline"
    case .unknownHere: "white, with a pale broken outline"
    case .onlyFirst: "thick outline in the colour of A"
    case .onlySecond: "thick, broken outline in the colour of B"
    }
  }
}

extension LineStanding {
  /// How it changes the look of a line, in words.
  fileprivate var colour: String {
    switch self {
    case .plain, .missing: ""
    case .common: ", grey"
    case .mixed: " with a sign"
    case .onlyFirst: ", thick, in the colour of A"
    case .onlySecond: ", double, in the colour of B"
    }
  }
}

extension Role.Shape {
  /// The shape in words.
  var name: String {
    switch self {
    case .ellipse: "ellipse"
    case .hexagon: "hexagon"
    case .roundedDouble: "rounded rectangle with a double outline"
    case .box: "rectangle"
    case .octagon: "octagon"
    case .parallelogram: "parallelogram"
    case .note: "sheet with a folded corner"
    case .rounded: "rounded rectangle"
    case .cylinder: "drum"
    case .tab: "rectangle with a tab"
    }
  }
}
