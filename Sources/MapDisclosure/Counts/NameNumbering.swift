/// Gives names dense numbers; two spellings of one name have the same.
struct NameNumbering {
  private let canonical: @Sendable (String) -> String
  private var numbers = DenseNumbering<String>()
  private var known = DenseNumbering<String>()
  private var numberOfKnown: [Int] = []
  /// The names, by their numbers, as they are spelt first.
  private(set) var values: [String] = []

  init(canonical: @escaping @Sendable (String) -> String) { self.canonical = canonical }

  /// The number of a name.
  mutating func number(of name: String) -> Int {
    let spelling = known.number(of: name)
    if spelling < numberOfKnown.count { return numberOfKnown[spelling] }
    let number = numbers.number(of: canonical(name))
    if number == values.count { values.append(name) }
    numberOfKnown.append(number)
    return number
  }

  /// The number of a name that has one.
  func known(_ name: String) -> Int? { numbers.known(canonical(name)) }
}
