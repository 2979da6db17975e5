import CResources

/// The files that pages are made of. This is the only place that names what the compiler makes of them.
enum PageResources {
  static let style = unsafe text(netmaps_page_css())
  /// Rules of a style sheet without what only their readers need: comments, indentation, and spaces that part nothing.
  /// - Complexity: O(n), where n is the length of the rules.
  static func short(_ rules: String) -> String {
    let lines = rules.replacing(#/\/\*(?s:.*?)\*\//#, with: "").split(separator: "\n").map { $0.drop { $0 == " " } }
    let needless = [(" { ", "{"), (" {", "{"), ("; ", ";"), (": ", ":"), (", ", ","), (" }", "}"), (";}", "}")]
    return needless.reduce(lines.filter { !$0.isEmpty }.joined(separator: "\n")) { $0.replacing($1.0, with: $1.1) }
  }
  static let body = unsafe text(netmaps_page_html())

  /// The modules of the script, by name. Their own imports say in which order they stand.
  static let modules: [String: String] = unsafe [
    "actor": netmaps_actor_js(), "address": netmaps_address_js(), "answer": netmaps_answer_js(),
    "comparison": netmaps_comparison_js(), "csv": netmaps_csv_js(), "elements": netmaps_elements_js(),
    "evidence": netmaps_evidence_js(), "files": netmaps_files_js(), "findings": netmaps_findings_js(),
    "forms": netmaps_forms_js(), "knowledge": netmaps_knowledge_js(), "layout": netmaps_layout_js(),
    "groups": netmaps_groups_js(), "legend": netmaps_legend_js(), "marks": netmaps_marks_js(),
    "page": netmaps_page_js(),
    "panel": netmaps_panel_js(), "parts": netmaps_parts_js(), "picture": netmaps_picture_js(),
    "redraw": netmaps_redraw_js(), "routes": netmaps_routes_js(), "save": netmaps_save_js(),
    "search": netmaps_search_js(), "selection": netmaps_selection_js(), "share": netmaps_share_js(),
    "sides": netmaps_sides_js(), "tables": netmaps_tables_js(), "talk": netmaps_talk_js(), "view": netmaps_view_js(),
    "words": netmaps_words_js(),
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
