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

  /// The value with another one where keys lead; mappings that are missing on the way are made.
  package func setting(_ path: ArraySlice<String>, to value: YAMLNode) -> YAMLNode {
    guard let key = path.first else { return value }
    var pairs = mapping ?? []
    let place = pairs.firstIndex { $0.key.scalar?.string == key }
    let inner = place.map { pairs[$0].value } ?? YAMLNode(.mapping([]), at: value.mark)
    let pair = (
      key: place.map { pairs[$0].key } ?? YAMLNode(.scalar(Scalar(key)), at: value.mark),
      value: inner.setting(path.dropFirst(), to: value)
    )
    if let place { pairs[place] = pair } else { pairs.append(pair) }
    return YAMLNode(.mapping(pairs), at: mark)
  }
}
