import OrderedCollections
import XML

/// Puts a project together while its XML is read.
final class QDAProjectParser: XMLEventReceiver {
  private(set) var project = QDAProject()
  /// The name of the outermost element, in lower case.
  private(set) var root = ""
  private var depth = 0
  /// At which depth an element started of which nothing is read.
  private var skipped: Int?
  /// The codes in which the next code is, each as its path.
  private var codePath: [String] = []
  /// The documents that are open, by their numbers.
  private var open: [Int] = []
  private var selection: QDAProject.Selection?
  private var grouping: QDAProject.Grouping?
  /// Who put the code there that comes next; `nil` outside a coding.
  private var codingUser: String?
  private var variable = ""
  /// What is in the element that holds text, if one is open.
  private var text: [UInt8]?

  /// No name is longer than a line.
  private static let longestName = 500

  func start(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    depth += 1
    let name = name.string.lowercased()
    if depth == 1 { (root, project.origin) = (name, attributes[anyCase: "origin"] ?? "") }
    guard skipped == nil, root == "project" else { return }
    switch name {
    case "user": project.users[id(attributes[anyCase: "guid"])] = self.name(attributes)
    case "code":
      codePath.append((codePath.last.map { $0 + " > " } ?? "") + self.name(attributes))
      if codePath.count > 50 { codePath[codePath.count - 1] = self.name(attributes) }
      project.codes[id(attributes[anyCase: "guid"])] = codePath.last
    case "variable": project.variables[id(attributes[anyCase: "guid"])] = self.name(attributes)
    case "case", "set": grouping = .init(name: self.name(attributes))
    case "sourceref", "selectionref", "membersource": grouping?.members.append(id(attributes[anyCase: "targetguid"]))
    case "variableref": variable = id(attributes[anyCase: "targetguid"])
    case "textvalue", "booleanvalue", "integervalue", "floatvalue", "datevalue", "datetimevalue", "plaintextcontent":
      text = []
    case "textsource", "pdfsource", "picturesource", "audiosource", "videosource": openDocument(attributes)
    case "representation", "transcript", "textdescription":
      // A text of its own within another document.
      if !open.isEmpty { openDocument(attributes) }
    case "syncpoint":
      if let last = open.last, let place = attributes[anyCase: "position"].flatMap({ Int($0) }) {
        project.documents[last].places[id(attributes[anyCase: "guid"])] = place
      }
    case "plaintextselection", "transcriptselection", "pdfselection", "pictureselection", "audioselection",
      "videoselection":
      openSelection(name, attributes)
    case "coding": codingUser = id(attributes[anyCase: "creatinguser"])
    case "coderef": addCoding(id(attributes[anyCase: "targetguid"]))
    case "note": skip("memo")
    case "link": skip("link")
    case "graph": skip("graph")
    default: break
    }
  }

  func add(_ text: Span<UInt8>) {
    guard self.text != nil else { return }
    for place in text.indices { self.text?.append(text[place]) }
  }

  func end(_ name: Span<UInt8>) {
    defer { depth -= 1 }
    if let start = skipped {
      if start == depth { skipped = nil }
      return
    }
    let name = name.string.lowercased()
    switch name {
    case "code": _ = codePath.popLast()
    case "case", "set":
      if let grouping { project.groupings.append(grouping) }
      grouping = nil
    case "textvalue", "booleanvalue", "integervalue", "floatvalue", "datevalue", "datetimevalue":
      let value = takeText()
      if grouping != nil {
        grouping?.values[variable] = value
      } else if let last = open.last {
        project.documents[last].values[variable] = value
      }
    case "plaintextcontent":
      let text = takeText()
      if let last = open.last { project.documents[last].text = text }
    case "textsource", "pdfsource", "picturesource", "audiosource", "videosource", "representation", "transcript",
      "textdescription":
      _ = open.popLast()
    case "plaintextselection", "transcriptselection", "pdfselection", "pictureselection", "audioselection",
      "videoselection":
      if let selection, let last = open.last { project.documents[last].selections.append(selection) }
      selection = nil
    case "coding": codingUser = nil
    default: break
    }
  }

  private func skip(_ kind: String) {
    project.notRead[kind, default: 0] += 1
    skipped = depth
  }

  private func takeText() -> String {
    defer { text = nil }
    return String(decoding: text ?? [], as: UTF8.self)
  }

  private func openDocument(_ attributes: XMLAttributes) {
    var document = QDAProject.Document(id: id(attributes[anyCase: "guid"]), parent: open.last)
    document.name = open.isEmpty ? name(attributes) : ""
    document.textPath = attributes[anyCase: "plaintextpath"] ?? ""
    open.append(project.documents.count)
    project.documents.append(document)
  }

  private func openSelection(_ name: String, _ attributes: XMLAttributes) {
    var selection = QDAProject.Selection(name: attributes[anyCase: "name"] ?? "")
    selection.id = id(attributes[anyCase: "guid"])
    switch name {
    case "plaintextselection":
      selection.start = attributes[anyCase: "startposition"].flatMap { Int($0) }
      selection.end = attributes[anyCase: "endposition"].flatMap { Int($0) }
    case "transcriptselection":
      let places = open.last.map { project.documents[$0].places } ?? [:]
      selection.start = places[id(attributes[anyCase: "fromsyncpoint"])]
      selection.end = places[id(attributes[anyCase: "tosyncpoint"])]
      selection.kind = "transcript"
    default: selection.kind = String(name.dropLast("selection".count))
    }
    self.selection = selection
  }

  private func addCoding(_ code: String) {
    // Cases have codes, too, which are on no words.
    guard let user = codingUser, let last = open.last else { return }
    if selection == nil {
      project.documents[last].codings.append((code, user))
    } else {
      selection?.codings.append((code, user))
    }
  }

  /// An identifier, which tools write in either case, with braces or without.
  private func id(_ text: String?) -> String {
    guard let text else { return "" }
    let bytes = text.utf8.compactMap { byte in
      byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") ? nil : 0x41...0x5A ~= byte ? byte | 0x20 : byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func name(_ attributes: XMLAttributes) -> String {
    String((attributes[anyCase: "name"] ?? "").prefix(Self.longestName))
  }
}

extension XMLAttributes {
  /// The value of an attribute whose name may be in either case.
  /// - Parameter name: the name in lower case.
  fileprivate subscript(anyCase name: String) -> String? {
    var found: String?
    forEach { candidate, value in
      guard found == nil, candidate.count == name.utf8.count else { return }
      var place = 0
      for byte in name.utf8 {
        if candidate[place] != byte, candidate[place] | 0x20 != byte { return }
        place += 1
      }
      found = value.string
    }
    return found
  }
}
