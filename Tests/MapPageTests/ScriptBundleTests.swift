import Foundation
import TestSupport
import Testing

@testable import MapPage

struct ScriptBundleTests {
  @Test func `puts a module behind those that it imports from, once each`() throws {
    let modules = [
      "start": "import { b } from './second.js';\nimport { a } from './first.js';\nb(a);\n",
      "second": "import { a } from './first.js';\nexport function b(more) { return a + more; }\n",
      "first": "export const a = 1;\n",
    ]
    let bundle = try ScriptBundle(of: modules, from: "start")
    #expect(bundle.order == ["first", "second", "start"])
    #expect(bundle.text.matches(of: /const\{a\}=\$\.first;/).count == 2)
    #expect(bundle.text.contains("return { b };") && !bundle.text.contains("import") && !bundle.text.contains("export"))
  }

  /// A line that looks like a comment is left alone where it stands in a template.
  @Test func `leaves templates, texts and regular expressions as they are written`() throws {
    let text =
      "const a = `\n// not a comment\n/** nor this */\n  ${f({ b: '}' })} // nor this`;\n"
      + "const c = /[/']  \\/'/g, d = a / b; const e = '//  ';\n"
    let short =
      "const a=`\n// not a comment\n/** nor this */\n  ${f({b:'}'})} // nor this`;"
      + "const c=/[/']  \\/'/g,d=a/b;const e='//  ';"
    #expect(try ScriptBundle(of: ["start": text], from: "start").text.contains(short))
  }

  @Test func `leaves out comments, indentation and spaces that part nothing`() throws {
    let text = "/** What it does. */\nfunction f(a) {\n  // Why.\n\n  return a / 2; // half\n}\n"
    #expect(ShortScript(text).text == "function f(a){return a/2;}\n")
    #expect(
      ShortScript("if (a in b) return / x/.test(c - -d + +e, f++ + g);").text
        == "if(a in b)return/ x/.test(c- -d+ +e,f++ +g);")
  }

  @Test(arguments: [
    ("export const { a, b: c } = d;", "return { a, c };"), ("export async function load() {}", "return { load };"),
    ("export const f = (x) => x;", "return { f };"),
  ])
  func `gives what a module exports`(line: String, result: String) throws {
    #expect(try ScriptBundle(of: ["start": line], from: "start").text.contains(result))
  }

  @Test(
    arguments: [
      (["start": "import a from './b.js';"], .unknownForm(module: "start", line: "import a from './b.js';")),
      // An importer would keep the first value.
      (["start": "export let a = 1;"], .unknownForm(module: "start", line: "export let a = 1;")),
      (["start": "export default 1;"], .unknownForm(module: "start", line: "export default 1;")),
      (["start": "import { a } from './b.js';"], .noModule("b", importedBy: "start")),
      (
        ["start": "import { a } from './b.js';", "b": "const a = 1;"],
        .notExported("a", by: "b", importedBy: "start")
      ),
      (
        ["start": "import { a } from './b.js';", "b": "import { c } from './start.js';\nexport const a = 1;"],
        .circle(["start", "b", "start"])
      ),
    ] as [([String: String], ScriptBundle.Fault)])
  func `refuses what it would get wrong`(modules: [String: String], fault: ScriptBundle.Fault) {
    #expect(throws: fault) { try ScriptBundle(of: modules, from: "start") }
  }

  @Test func `holds every module of the page`() throws {
    let bundle = try ScriptBundle(of: PageResources.modules, from: "page")
    #expect(bundle.order.sorted() == PageResources.modules.keys.sorted())
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Package.path(to: "Sources/MapPage/Resources/Script"))
    #expect(files.sorted() == bundle.order.map { $0 + ".js" }.sorted())
  }
}
