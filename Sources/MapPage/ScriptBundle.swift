/// The page's script, made of its modules: each keeps a scope of its own, and stands behind those that it imports from.
///
/// A page of one file cannot load modules: browsers refuse to import from `file:`, and the content security policy lets
/// no other script through. So each module becomes a function that returns what the module exports. The modules keep to
/// one form of import and two of export, each at the start of a line, and never give an exported name another value, for
/// an importer would not see it; who writes otherwise is told when the tests run.
struct ScriptBundle {
  /// The modules' names, in the order of the script.
  private(set) var order: [String] = []
  /// The script.
  private(set) var text = "'use strict';\n(() => {\nconst $ = {};\n"

  /// What is wrong with the modules.
  enum Fault: Error, Equatable {
    /// A line that starts with `import` or `export` and has none of the known forms.
    case unknownForm(module: String, line: String)
    /// A module that no file holds.
    case noModule(String, importedBy: String)
    /// A name that a module does not export.
    case notExported(String, by: String, importedBy: String)
    /// Modules that import each other, the first again at the end.
    case circle([String])
  }

  private let modules: [String: String]
  private var exports: [String: [String]] = [:]

  /// Puts modules together.
  /// - Parameters:
  ///   - modules: the texts of the modules by their names.
  ///   - start: the module that is run, after all that it needs.
  /// - Complexity: O(n), where n is the length of the modules.
  init(of modules: [String: String], from start: String) throws(Fault) {
    self.modules = modules
    try add(start, importedBy: [])
    text += "})();"
  }

  private mutating func add(_ name: String, importedBy path: [String]) throws(Fault) {
    if let place = path.firstIndex(of: name) { throw .circle(path[place...] + [name]) }
    if exports[name] != nil { return }
    guard let module = modules[name] else { throw .noModule(name, importedBy: path.last ?? "") }
    var lines: [Substring] = []
    var exported: [String] = []
    for line in module.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("import") {
        guard let (names, source) = Self.imported(line) else { throw .unknownForm(module: name, line: String(line)) }
        try add(source, importedBy: path + [name])
        for one in names where exports[source]?.contains(one) != true {
          throw .notExported(one, by: source, importedBy: name)
        }
        lines.append("const { \(names.joined(separator: ", ")) } = $.\(source);")
      } else if line.hasPrefix("export") {
        guard let (names, declaration) = Self.exported(line) else {
          throw .unknownForm(module: name, line: String(line))
        }
        exported += names
        lines.append(declaration)
      } else {
        lines.append(line)
      }
    }
    exports[name] = exported
    order.append(name)
    text += "$.\(name) = (() => {\n\(ShortScript(lines.joined(separator: "\n") + "\n").text)"
    text += "return { \(exported.joined(separator: ", ")) };\n})();\n"
  }

  /// The names and the module of `import { a, b } from './module.js';`.
  private static func imported(_ line: Substring) -> (names: [String], source: String)? {
    guard let match = line.wholeMatch(of: #/import \{ ([\w$, ]+) \} from '\./(\w+)\.js';/#) else { return nil }
    return (list(match.1), String(match.2))
  }

  /// The names and the rest of `export const a = …`, `export const { a, b: c } = …` or `export function a(…`.
  private static func exported(_ line: Substring) -> (names: [String], declaration: Substring)? {
    let declaration = line.dropFirst("export ".count)
    if let match = declaration.prefixMatch(of: #/(?:const|(?:async )?function) ([\w$]+)[ (]/#) {
      return ([String(match.1)], declaration)
    }
    guard let match = declaration.prefixMatch(of: #/const \{ ([\w$,: ]+) \} = /#) else { return nil }
    return (list(match.1).map { $0.split(separator: ": ").last.map(String.init) ?? $0 }, declaration)
  }

  private static func list(_ text: Substring) -> [String] { text.split(separator: ", ").map(String.init) }
}
