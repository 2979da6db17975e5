import MapEvidence
import MapModel
import Tabular
import XML
import YAML

extension Target {
  /// Languages and words: what is written of what was read is read again as the same.
  static let texts = [
    Target(
      name: "yaml", seeds: { $0.maps.compactMap { $0.files["map.yaml"] }.filter { $0.count < 20_000 } },
      fault: { input in
        // An alias may repeat much: what is written again is only of what is short.
        guard let node = try? YAMLNode.compose(String(decoding: input, as: UTF8.self)) else { return nil }
        let text = YAMLText.document([("a", YAMLText(node))])
        guard text.utf8.count < 1 << 20, let again = try? YAMLNode.compose(text) else {
          return text.utf8.count < 1 << 20 ? "what was written cannot be read: \(text.prefix(300))" : nil
        }
        guard let value = again.mapping?.first?.value else { return "nothing was read again" }
        return isSame(node, value) ? nil : "another value was read again: \(text.prefix(300))"
      }),
    Target(
      name: "xml", seeds: { $0.graphs.map(\.bytes).filter { $0.first == UInt8(ascii: "<") && $0.count < 10_000 } },
      fault: { input in
        guard let tree = try? XMLTree(reading: input) else { return nil }
        do {
          return try XMLTree(reading: Array(tree.document.utf8)) == tree ? nil : "another tree was read again"
        } catch {
          return "what was written cannot be read: \(error)"
        }
      }),
    Target(
      name: "csv",
      seeds: {
        $0.maps.flatMap { $0.files.filter { $0.key.hasSuffix(".csv") }.values }.map { Array($0.prefix(2_000)) }
      },
      fault: { input in
        let decoded = DecodedText(input)
        guard String(validating: decoded.bytes, as: UTF8.self) != nil else { return "what was decoded is not UTF-8" }
        let table = DelimitedText(decoded.bytes)
        if let fault = table.faults.first(where: { $0.line < 1 || $0.column < 1 || $0.message.isEmpty }) {
          return "a fault without a place or words: \(fault)"
        }
        if table.rows.contains(where: { row in row.cells.contains { $0.line < row.line || $0.column < 1 } }) {
          return "a cell stands before its row"
        }
        for isLast in [true, false] {
          var (quick, plain) = (
            CellScanner(separator: table.dialect.separator), CellScanner(separator: table.dialect.separator)
          )
          let (one, other) = (
            quick.scan(decoded.bytes, isLast: isLast), plain.scanWithFaults(decoded.bytes, isLast: isLast)
          )
          if one.consumed != other.consumed || quick.line != plain.line || texts(one.block) != texts(other.block) {
            return "read quickly, the rows are others"
          }
        }
        return nil
      }),
    Target(
      name: "dates",
      seeds: { _ in
        [
          "2025-01-31", "31/01/2025", "1.2.25", "31 January 2025", "January 31st, 2025", "Fri 3 Jan 2025", "45678",
          "20250131",
          "2025-01-31T10:00:00Z", "45678.5", "29/02/2024 12:30",
        ].map { Array($0.utf8) }
      },
      fault: { input in
        let text = String(decoding: input, as: UTF8.self)
        let (dayFirst, monthFirst) = (DateReading(text, isMonthFirst: false), DateReading(text, isMonthFirst: true))
        if dayFirst.form != monthFirst.form { return "the order of dates changes what \(text.debugDescription) is" }
        if dayFirst.form != .ambiguous, dayFirst != monthFirst { return "\(text.debugDescription) has two dates" }
        guard let date = dayFirst.date else { return nil }
        let (year, month, day) = (Int(date.number) / 10_000, Int(date.number) / 100 % 100, Int(date.number) % 100)
        return CalendarDay(year: year, month: month, day: day) == date
          ? nil : "\(text.debugDescription) is \(date.number), which is no day"
      }),
    Target(
      name: "names", seeds: { _ in HostileNames.seeds },
      fault: { input in
        let names = String(decoding: input, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
          String.init)
        var index = NameIndex<String>()
        for name in names {
          let folded = NameFolding.folded(name)
          if NameFolding.folded(folded) != folded { return "\(name.debugDescription) folds twice" }
          if ComposedText.composed(ComposedText.composed(name)) != ComposedText.composed(name) {
            return "\(name.debugDescription) composes twice"
          }
          let pattern = NamePattern(name)
          if pattern.isWholeName, !pattern.matches(folded: folded) { return "\(name.debugDescription) is not itself" }
          index.add(name, for: folded)
          if index[name] == nil { return "\(name.debugDescription) is not found" }
          _ = (index.suggestion(for: name + "x"), name.slug(), NameFolding.skeleton(name), CodeKind.parts(of: name))
          _ = (
            RowWords.isNote(name, isAlone: true), RowWords.namesNothing(name),
            pattern.matches(folded: NameFolding.folded(names[0]))
          )
        }
        return nil
      }),
  ]

  /// Whether values mean the same to whoever asks; a key is a text.
  private static func isSame(_ one: YAMLNode, _ other: YAMLNode) -> Bool {
    switch (one.content, other.content) {
    case (.scalar(let left), .scalar(let right)):
      isNothing(left) && isNothing(right)
        || left.string.unicodeScalars.elementsEqual(right.string.unicodeScalars) && one.bool == other.bool
          && one.int == other.int
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy(isSame)
    case (.mapping(let left), .mapping(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy {
          $0.key.scalar?.string ?? "" == $1.key.scalar?.string ?? "" && isSame($0.value, $1.value)
        }
    default: false
    }
  }

  /// Whether it is what YAML calls null, however it is written.
  private static func isNothing(_ scalar: YAMLNode.Scalar) -> Bool {
    scalar.isPlain && ["", "~", "null"].contains(scalar.string)
  }

  private static func texts(_ block: CellBlock) -> [[String]] {
    block.rows.map { row in
      ["\(row.line) \(row.start)"]
        + block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].map(block.text)
    }
  }
}

private enum HostileNames {
  static let seeds =
    (Mutator.tokens + ["School *", "*Trust", "a*b*c", "NHS England\nNHS-England", "Total", "Totals (all)"])
    .map { Array($0.utf8) }
}
