import Documents
import MapModel

/// What `map.yaml` can say as a JSON Schema (draft-07), for editors that complete and check while one writes: made of the
/// keys by which the reader goes.
///
/// It knows keys and choices, not what evidence makes of them: `netmap check` says the rest.
public enum DefinitionSchema {
  /// The schema as JSON.
  /// - Throws: an `EncodingError`, which a value without numbers that are none never is.
  public static func document() throws -> String { try JSONText.text(of: schema) }

  /// The line at the top of a `map.yaml` by which editors find the schema in a file beside it.
  public static func modeline(file: String) -> String { "# yaml-language-server: $schema=\(file)\n" }

  private static var schema: JSONSchema {
    var properties: [String: JSONSchema] = [:]
    for key in DefinitionKeys.map { properties[key] = property(key) }
    var schema = JSONSchema.object(properties, required: ["title"])
    schema.schema = "http://json-schema.org/draft-07/schema#"
    schema.title = "map.yaml of netmap"
    schema.description = "A network map of a programme: who is on it, and where its evidence stands."
    return schema
  }

  /// A key at the top.
  private static func property(_ key: String) -> JSONSchema {
    if let list = DefinitionList.all.first(where: { $0.path == [key] }) { return items(of: list) }
    switch key {
    case "format": return JSONSchema(enumeration: [.whole(1)], "The format of this file.")
    case "title": return JSONSchema.scalar("The title of the map.")
    case "lang": return JSONSchema.scalar("The language of the map, such as cy or en-GB.")
    case "source": return open(DefinitionKeys.source, "The publication from which the map is coded.")
    case "folders": return JSONSchema.texts("Folders beside the map from which files may be named, such as ../data.")
    case "legend":
      let lists = DefinitionKeys.legend.compactMap { name in
        DefinitionList.all.first { $0.path.last == name }.map { (name, items(of: $0)) }
      }
      return .object(
        Dictionary(uniqueKeysWithValues: lists), "Shapes of roles, colours of sectors, lines of families, stages.")
    case "interviews":
      return files(
        "What interviews say: one row, one coded statement; or what a coding tool exports.", others: ["documents"])
    case "fieldwork": return files("Who was interviewed where, and how many interviews there were.")
    case "outcomes", "codings": return files("A file of the map folder.")
    case "mi": return mi
    case "symbols":
      let keys = NumberSymbols.Meaning.allCases.map { ($0.rawValue, JSONSchema.texts("")) }
      return .object(Dictionary(uniqueKeysWithValues: keys), "What sources write in the place of numbers.")
    case "comparison":
      return .object(["per": items(of: .bases)], "By which numbers others are divided when areas are compared.")
    case "drawing": return drawing
    case "page":
      return .object(
        ["steps": items(of: .steps), "words": items(of: .words)],
        "The interactive page: the steps of a talk, and its words in another language.")
    case "disclosure": return disclosure
    default: return JSONSchema()
    }
  }

  // MARK: Lists

  /// A list of items with their keys, or a table that holds it.
  private static func items(of list: DefinitionList) -> JSONSchema {
    var properties: [String: JSONSchema] = [:]
    for key in list.keys { properties[key.name] = value(of: key) }
    let first = list.keys.first?.name
    let item = JSONSchema.object(properties, required: first == "id" || first == "name" ? [first ?? ""] : [])
    return JSONSchema(
      anyOf: [
        .list(item), .object(["file": .scalar(""), "sheet": .scalar(""), "columns": JSONSchema()], required: ["file"]),
      ],
      list.meaning)
  }

  private static func value(of key: DefinitionList.Key) -> JSONSchema {
    if key.isCondition || key.holdsOthers { return JSONSchema(key.meaning) }
    switch key.choices {
    case .words(let words) where words == ["TRUE", "FALSE"]:
      return JSONSchema(type: ["boolean"], key.meaning)
    case .words(let words) where words.contains("TRUE"):
      return JSONSchema(
        anyOf: [
          JSONSchema(type: ["boolean"]), JSONSchema(enumeration: words.filter { $0 != "TRUE" }.map { .text($0) }),
        ], key.meaning)
    case .words(let words): return JSONSchema(enumeration: words.map { .text($0) }, key.meaning)
    case .sheet, nil: return key.namesSeveral ? .texts(key.meaning) : .scalar(key.meaning)
    }
  }

  // MARK: Files

  /// A file by its name, or by more, or several.
  private static func files(_ words: String, others: [String] = []) -> JSONSchema {
    var whole = DefinitionKeys.file.map { ($0, $0 == "columns" ? JSONSchema() : JSONSchema.scalar("")) }
    whole += [("files", JSONSchema())] + others.map { ($0, JSONSchema()) }
    let file = JSONSchema.object(Dictionary(uniqueKeysWithValues: whole))
    return JSONSchema(anyOf: [.scalar(""), file, .list(JSONSchema(anyOf: [.scalar(""), file]))], words)
  }

  private static var mi: JSONSchema {
    func open(_ keys: [String], _ known: [String: JSONSchema], required: [String]) -> JSONSchema {
      var properties = Dictionary(uniqueKeysWithValues: keys.map { ($0, JSONSchema()) })
      properties.merge(known) { $1 }
      return .object(properties, required: required)
    }
    let counts = open(
      DefinitionKeys.counts, ["file": .scalar("The file."), "cases": .texts("Measures that count cases.")],
      required: ["file"])
    let rule = open(
      DefinitionKeys.rule,
      [
        "relation": .scalar("The relation of the connections that it counts."),
        "count": JSONSchema(enumeration: CaseRule.Unit.allCases.map { .text($0.rawValue) }, "What is counted."),
        "re-referrals": JSONSchema(enumeration: CaseRule.Repetition.allCases.map { .text($0.rawValue) }),
        "count-zeros": JSONSchema(type: ["boolean"]),
      ], required: ["from", "to", "relation"])
    let cases = open(
      DefinitionKeys.cases + DefinitionKeys.queried.filter { !DefinitionKeys.cases.contains($0) },
      [
        "query": open(
          DefinitionKeys.query,
          ["engine": JSONSchema(enumeration: CaseQuery.Engine.allCases.map { .text($0.rawValue) })], required: []),
        "file": .scalar("The file."), "rules": .list(rule),
        "details": .texts("Columns of what each case is told apart by."),
        "completed": .texts("What a status says of cases that are completed."),
        "dates": JSONSchema(enumeration: [.text("day-first"), .text("month-first")], "How dates are written."),
      ], required: ["rules"])
    return JSONSchema(
      anyOf: [.list(JSONSchema(anyOf: [counts, cases]))],
      "Files of management information: with rules, a row for each case; without, a number in each row.")
  }

  // MARK: Settings

  private static var drawing: JSONSchema {
    let known: [String: JSONSchema] = [
      "legend": JSONSchema(
        enumeration: DrawingSettings.LegendPlace.allCases.map { .text($0.rawValue) }, "Where legends stand."),
      "title": JSONSchema(type: ["boolean"], "Whether title and message stand in the picture."),
      "width": JSONSchema(type: ["number", "string"], "The width on paper, in millimetres."),
      "height": JSONSchema(type: ["number", "string"], "The greatest height on paper, in millimetres."),
      "text": JSONSchema(type: ["number", "string"], "The size of text on paper, in points."),
    ]
    return .object(
      Dictionary(uniqueKeysWithValues: DefinitionKeys.drawing.map { ($0, known[$0] ?? JSONSchema()) }),
      "How figures are drawn.")
  }

  private static var disclosure: JSONSchema {
    typealias Settings = DisclosureSettings
    let known: [String: JSONSchema] = [
      "minimum": JSONSchema(type: ["integer"], "The smallest count, other than 0, that is shown to the public."),
      "rounding": JSONSchema(type: ["integer"], "Counts are rounded to the nearest multiple of it; 1 for none."),
      "symbol": .scalar("What stands in the place of a count that is withheld."),
      "zeros": JSONSchema(enumeration: Settings.Zeros.allCases.map { .text($0.rawValue) }),
      "excerpts": JSONSchema(
        enumeration: Settings.Excerpts.allCases.map { .text($0.rawValue) },
        "published: words of interviews may be shown."),
      "aliases": JSONSchema(enumeration: Settings.Aliases.allCases.map { .text($0.rawValue) }),
      "sums": items(of: .sums), "with": .texts("Maps that are published with this one."),
    ]
    return .object(
      Dictionary(uniqueKeysWithValues: DefinitionKeys.disclosure.map { ($0, known[$0] ?? JSONSchema()) }),
      "What the public may not see. A mistake here withholds everything.")
  }

  private static func open(_ keys: [String], _ words: String) -> JSONSchema {
    .object(Dictionary(uniqueKeysWithValues: keys.map { ($0, JSONSchema.scalar("")) }), words)
  }
}
