/// The course of a line in SVG's path language, told in tenths from point to point, and straight where it is straight.
struct ShortPath {
  /// The course, as the value of `d`.
  private(set) var text = ""
  /// The last command, which need not be said again.
  private var command: Character = " "

  /// The short form of a path that libgraphviz writes: `M` and then `C`, both with absolute numbers.
  /// - Returns: `nil` if it is of another form.
  /// - Complexity: O(n), where n is the length of the path.
  init?(_ path: String) {
    guard path.first == "M" else { return nil }
    let parts = path.dropFirst().split(separator: "C", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = Self.numbers(parts[0]), let curves = Self.numbers(parts[1]), start.count == 2,
      curves.count.isMultiple(of: 6)
    else { return nil }
    var (x, y) = (start[0], start[1])
    text = "M" + Self.tenths(x) + Self.separated(y)
    for first in stride(from: 0, to: curves.count, by: 6) {
      let steps = (0..<6).map { curves[first + $0] - ($0.isMultiple(of: 2) ? x : y) }
      add(steps)
      (x, y) = (x + steps[4], y + steps[5])
    }
  }

  private mutating func add(_ steps: [Int]) {
    let (x, y) = (steps[4], steps[5])
    // How far the handles are from the straight way, in tenths, times its length.
    let length = (Double(x * x + y * y)).squareRoot()
    let isStraight = [0, 2].allSatisfy { handle in
      abs(Double(steps[handle] * y - steps[handle + 1] * x)) <= length && steps[handle] * x + steps[handle + 1] * y >= 0
    }
    if isStraight {
      if x == 0 && y == 0 { return }
      y == 0 ? add("h", [x]) : x == 0 ? add("v", [y]) : add("l", [x, y])
    } else {
      add("c", steps)
    }
  }

  private mutating func add(_ next: Character, _ numbers: [Int]) {
    for (index, number) in numbers.enumerated() {
      if index == 0, next != command { text += "\(next)" + Self.tenths(number) } else { text += Self.separated(number) }
    }
    command = next
  }

  /// Numbers in tenths; `nil` if anything is none.
  private static func numbers(_ text: Substring) -> [Int]? {
    var numbers: [Int] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let number = Double(part), abs(number) < 1e8 else { return nil }
      numbers.append(Int((number * 10).rounded()))
    }
    return numbers
  }

  private static func tenths(_ number: Int) -> String {
    let (whole, rest) = abs(number).quotientAndRemainder(dividingBy: 10)
    return (number < 0 ? "-" : "") + (whole == 0 && rest != 0 ? "" : "\(whole)") + (rest == 0 ? "" : ".\(rest)")
  }

  /// A number behind another: its sign parts them, if it has one.
  private static func separated(_ number: Int) -> String { (number < 0 ? "" : " ") + tenths(number) }
}
