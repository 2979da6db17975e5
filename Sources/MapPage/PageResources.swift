import CResources

/// The files that pages are made of. This is the only place that names what the compiler makes of them.
enum PageResources {
  static let style = unsafe text(netmaps_page_css())
  static let body = unsafe text(netmaps_page_html())

  /// The modules of the script, by name. Their own imports say in which order they stand.
  static let modules: [String: String] = unsafe [
    "actor": netmaps_actor_js(), "address": netmaps_address_js(),
    "comparison": netmaps_comparison_js(), "csv": netmaps_csv_js(),
    "elements": netmaps_elements_js(), "evidence": netmaps_evidence_js(),
    "findings": netmaps_findings_js(), "forms": netmaps_forms_js(),
    "knowledge": netmaps_knowledge_js(), "marks": netmaps_marks_js(), "page": netmaps_page_js(),
    "panel": netmaps_panel_js(), "parts": netmaps_parts_js(), "picture": netmaps_picture_js(),
    "routes": netmaps_routes_js(), "selection": netmaps_selection_js(),
    "tables": netmaps_tables_js(), "view": netmaps_view_js(), "words": netmaps_words_js(),
  ].mapValues(text)

  /// The script of every page.
  static let script: String = {
    do { return try ScriptBundle(of: modules, from: "page").text } catch {
      preconditionFailure("the page's modules do not fit together: \(error)")
    }
  }()

  /// What a file says; its bytes are a constant of the program.
  private static func text(_ resource: netmaps_resource) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: resource.bytes, count: resource.count), as: UTF8.self)
  }
}
