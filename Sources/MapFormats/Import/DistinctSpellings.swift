import MapModel

/// Gives names and identifiers of which none is read as another's, whatever their case, spacing and hyphens.
struct DistinctSpellings {
  private var index = NameIndex<Int>()
  /// The last number behind each spelling that several wanted.
  private var numbers: [String: Int] = [:]

  /// The owner of a spelling.
  subscript(spelling: String) -> Int? { index[spelling] }

  /// Whether a spelling was free, which its owner then has.
  mutating func take(_ spelling: String, for owner: Int) -> Bool { index.add(spelling, for: owner) == nil }

  /// The name that is wanted, with a number behind it if another has it.
  mutating func name(_ wanted: String, for owner: Int) -> String {
    spelling(wanted, for: owner) { "\(wanted) (\($0))" }
  }

  /// An identifier made of those letters of a text that one can have.
  /// - Parameters:
  ///   - kind: what stands where none of the letters can.
  ///   - isKept: whether the text stays as it is where it is an identifier.
  mutating func identifier<Entity>(
    _ text: String, of kind: String, for owner: Int, isKept: Bool = false
  ) -> Identifier<Entity> {
    var slug = text.slug(longest: 40)
    while slug.last == "-" { slug.removeLast() }
    var base = isKept ? Identifier<Entity>(text)?.rawValue ?? slug : slug
    if base.isEmpty { base = kind }
    // A bare number would tell in which row something stood.
    if base.allSatisfy(\.isNumber) { base = "\(kind)-\(base)" }
    let free = spelling(base, for: owner) { "\(base.prefix(56))-\($0)" }
    // What is made of the letters of an identifier is one.
    return Identifier(free) ?? Identifier(stringLiteral: "x")
  }

  private mutating func spelling(_ wanted: String, for owner: Int, _ numbered: (Int) -> String) -> String {
    if take(wanted, for: owner) { return wanted }
    while true {
      let number = numbers[wanted, default: 1] + 1
      numbers[wanted] = number
      let candidate = numbered(number)
      if take(candidate, for: owner) { return candidate }
    }
  }
}

/// The values of a column that are told apart, each with an identifier: `School` and `school` are one.
struct ImportedCategories<Entity> {
  private(set) var entries: [(id: Identifier<Entity>, name: String)] = []
  private var places: [String: Int] = [:]
  private var spellings = DistinctSpellings()
  private let kind: String

  init(of kind: String) { self.kind = kind }

  /// The identifier of a value.
  /// - Parameter wanted: the identifier that the file gives it; without one, it is made of the name.
  mutating func id(of name: String, as wanted: String? = nil) -> Identifier<Entity> {
    let folded = NameFolding.folded(wanted ?? name)
    if let known = places[folded] { return entries[known].id }
    let place = entries.count
    places[folded] = place
    let distinct = spellings.name(name, for: place)
    let id: Identifier<Entity> = spellings.identifier(wanted ?? distinct, of: kind, for: place, isKept: wanted != nil)
    entries.append((id, distinct))
    return id
  }
}

extension String {
  /// Whether people mean the same by both.
  func isSameName(as other: String) -> Bool { NameFolding.folded(self) == NameFolding.folded(other) }

  /// The text without what no file of a map can hold: marks that steer a terminal, and spaces at its ends.
  func cleaned(onOneLine: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: scalars.append(onOneLine ? " " : "\n")
      case 0x09: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars).trimmingWhitespace
  }
}
