/// A part of a JSON Schema (draft-07), as far as definitions need it.
struct JSONSchema: Encodable {
  /// A value that stands for itself.
  enum Constant: Encodable {
    case text(String)
    case whole(Int)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .whole(let number): try container.encode(number)
      }
    }
  }

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case title, description, type, properties, required, additionalProperties, items, anyOf
    case enumeration = "enum"
  }

  var schema: String?
  var title: String?
  var description: String?
  private var type: [String]?
  private var properties: [String: JSONSchema]?
  private var required: [String]?
  private var additionalProperties: Bool?
  /// One, or none.
  private var items: [JSONSchema] = []
  private var anyOf: [JSONSchema]?
  private var enumeration: [Constant]?

  /// Anything.
  init(_ words: String = "") { description = words.isEmpty ? nil : words }

  /// A value of one of some types.
  init(type: [String], _ words: String = "") {
    self.init(words)
    self.type = type
  }

  /// One of some values.
  init(enumeration: [Constant], _ words: String = "") {
    self.init(words)
    self.enumeration = enumeration
  }

  /// What one of several says; a key with nothing behind it says nothing.
  init(anyOf: [JSONSchema], _ words: String = "") {
    self.init(words)
    self.anyOf = anyOf + [JSONSchema(type: ["null"])]
  }

  /// A mapping with these keys and no others.
  static func object(
    _ properties: [String: JSONSchema], required: [String] = [], _ words: String = ""
  ) -> JSONSchema {
    var schema = JSONSchema(type: ["object"], words)
    schema.properties = properties
    schema.required = required.isEmpty ? nil : required
    schema.additionalProperties = false
    return schema
  }

  static func object(_ properties: [String: JSONSchema], _ words: String) -> JSONSchema {
    .object(properties, required: [], words)
  }

  /// A list of items.
  static func list(_ item: JSONSchema) -> JSONSchema {
    var schema = JSONSchema(type: ["array"])
    schema.items = [item]
    return schema
  }

  /// A text, or what YAML takes for a number or a truth value.
  static func scalar(_ words: String) -> JSONSchema {
    JSONSchema(type: ["string", "number", "boolean", "null"], words)
  }

  /// One text or several.
  static func texts(_ words: String) -> JSONSchema { JSONSchema(anyOf: [scalar(""), list(scalar(""))], words) }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(schema, forKey: .schema)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(description, forKey: .description)
    try container.encodeIfPresent(type, forKey: .type)
    try container.encodeIfPresent(properties, forKey: .properties)
    try container.encodeIfPresent(required, forKey: .required)
    try container.encodeIfPresent(additionalProperties, forKey: .additionalProperties)
    try container.encodeIfPresent(items.first, forKey: .items)
    try container.encodeIfPresent(anyOf, forKey: .anyOf)
    try container.encodeIfPresent(enumeration, forKey: .enumeration)
  }
}
