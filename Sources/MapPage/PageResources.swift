/// The parts of the page's script, in an order in which each finds what it uses when the page starts.
enum PageResources {
  static var scripts: [[UInt8]] {
    [
      PackageResources.elements_js, PackageResources.knowledge_js, PackageResources.address_js,
      PackageResources.selection_js, PackageResources.routes_js, PackageResources.comparison_js,
      PackageResources.marks_js, PackageResources.picture_js, PackageResources.view_js,
      PackageResources.evidence_js, PackageResources.actor_js, PackageResources.findings_js,
      PackageResources.panel_js, PackageResources.tables_js, PackageResources.forms_js, PackageResources.page_js,
    ]
  }
}
