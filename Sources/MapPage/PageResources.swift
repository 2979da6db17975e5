import CResources

/// The files of the page, as they stand beside this one.
enum PageResources {
  static var html: [UInt8] { bytes(of: netmaps_page_html()) }
  static var css: [UInt8] { bytes(of: netmaps_page_css()) }

  /// The parts of the page's script, in an order in which each finds what it uses when the page starts.
  static var scripts: [[UInt8]] {
    [
      netmaps_elements_js(), netmaps_knowledge_js(), netmaps_address_js(), netmaps_selection_js(),
      netmaps_routes_js(), netmaps_comparison_js(), netmaps_marks_js(), netmaps_picture_js(),
      netmaps_view_js(), netmaps_evidence_js(), netmaps_actor_js(), netmaps_findings_js(), netmaps_panel_js(),
      netmaps_tables_js(), netmaps_forms_js(), netmaps_page_js(),
    ].map(bytes)
  }

  private static func bytes(of resource: netmaps_resource) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
  }
}
