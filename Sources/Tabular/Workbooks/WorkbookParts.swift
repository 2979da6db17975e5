import XML

/// The parts of a workbook that say where the others are.
struct WorkbookParts {
  /// Where something is, and the last word of what it is.
  struct Target {
    let path: String
    let type: Substring
  }

  /// Far more than the part of a workbook that is no table or list of texts takes.
  private static let greatestSize = 1 << 25

  let archive: ZipArchive

  init(_ archive: ZipArchive) { self.archive = archive }

  /// Where the workbook's list of sheets is.
  func workbookPath() throws(WorkbookFault) -> String {
    if archive["_rels/.rels"] != nil,
      let path = try targets(of: "").values.first(where: { $0.type == "officeDocument" })?.path
    {
      return path
    }
    return "xl/workbook.xml"
  }

  /// A part as XML without prefixes, which differ from program to program.
  func tree(_ path: String) throws(WorkbookFault) -> XMLTree {
    guard let entry = archive[path] else { throw .damaged("\(path) is missing") }
    let bytes: [UInt8]
    do { bytes = try archive.bytes(of: entry, limit: Self.greatestSize) } catch { throw WorkbookFault(error) }
    do { return try XMLTree(reading: bytes, .init()) } catch { throw WorkbookFault(error, in: path) }
  }

  /// The parts that a part refers to, by the ids that it uses for them.
  func targets(of path: String) throws(WorkbookFault) -> [String: Target] {
    var folder = path.split(separator: "/")
    let name = folder.popLast() ?? ""
    let relations = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
    guard archive[relations] != nil else { return [:] }
    var targets: [String: Target] = [:]
    for relation in try tree(relations).elements("Relationship") {
      guard let id = relation["Id"], let target = relation["Target"],
        relation["TargetMode"] != "External", let type = relation["Type"]?.split(separator: "/").last
      else { continue }
      // Paths start from the folder of the part, or from the top of the archive.
      var parts = target.hasPrefix("/") ? [] : folder
      for part in target.split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
      }
      targets[id] = Target(path: parts.joined(separator: "/"), type: type)
    }
    return targets
  }

  /// Whether an attribute says yes; there are four ways to write that or its contrary.
  static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }
}

extension XMLTree {
  /// The elements of a name that are directly in it.
  func elements(_ name: String) -> [XMLTree] {
    children.compactMap { child in
      if case .element(let element) = child, element.name == name { element } else { nil }
    }
  }

  /// The first of them.
  func first(_ name: String) -> XMLTree? { elements(name).first }
}
