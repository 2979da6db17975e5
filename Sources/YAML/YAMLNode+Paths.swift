extension YAMLNode {
  /// The value to which keys lead, from mapping to mapping.
  package subscript(path path: ArraySlice<String>) -> YAMLNode? {
    guard let key = path.first else { return self }
    return self[key]?[path: path.dropFirst()]
  }

  /// The value with another one where keys lead; as it is if they lead nowhere.
  package func replacing(_ path: ArraySlice<String>, by value: YAMLNode?) -> YAMLNode {
    guard let key = path.first, let pairs = mapping else { return self }
    return YAMLNode(
      .mapping(
        pairs.compactMap { pair in
          guard pair.key.scalar?.string == key else { return pair }
          if path.count == 1 { return value.map { (pair.key, $0) } }
          return (pair.key, pair.value.replacing(path.dropFirst(), by: value))
        }), at: mark)
  }
}
