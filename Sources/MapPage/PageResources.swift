/// The files that pages are made of. This is the only place that names what the compiler makes of them.
enum PageResources {
  static let style = text(PackageResources.page_css)
  static let body = text(PackageResources.page_html)

  /// The modules of the script, by name. Their own imports say in which order they stand.
  static let modules: [String: String] = [
    "actor": PackageResources.actor_js, "address": PackageResources.address_js,
    "comparison": PackageResources.comparison_js, "csv": PackageResources.csv_js,
    "elements": PackageResources.elements_js, "evidence": PackageResources.evidence_js,
    "findings": PackageResources.findings_js, "forms": PackageResources.forms_js,
    "knowledge": PackageResources.knowledge_js, "marks": PackageResources.marks_js, "page": PackageResources.page_js,
    "panel": PackageResources.panel_js, "parts": PackageResources.parts_js, "picture": PackageResources.picture_js,
    "routes": PackageResources.routes_js, "selection": PackageResources.selection_js,
    "tables": PackageResources.tables_js, "view": PackageResources.view_js, "words": PackageResources.words_js,
  ].mapValues(text)

  /// The script of every page.
  static let script: String = {
    do { return try ScriptBundle(of: modules, from: "page").text } catch {
      preconditionFailure("the page's modules do not fit together: \(error)")
    }
  }()

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
