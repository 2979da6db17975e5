import MapDisclosure
import MapFormats
import MapModel
import TestSupport
import Testing
import XML

/// The codebook, by the rules of the standard's schema.
struct CodebookQDCTests {
  private static func codes(_ tree: XMLTree) -> [XMLTree] {
    tree.children.flatMap { child -> [XMLTree] in
      guard case .element(let element) = child else { return [] }
      return (element.name == "Code" ? [element] : []) + codes(element)
    }
  }

  @Test func `is as the schema of REFI-QDA wants it`() throws {
    let town = try SmallMaps.town().published(for: .public)
    let format = try #require(MapFormat.named("qdc"))
    let bytes = try #require(try format.files(of: town).first).bytes
    let tree = try XMLTree(reading: bytes)
    #expect(tree.name == "CodeBook" && tree["xmlns"] == "urn:QDA-XML:codebook:1.0")
    let codes = Self.codes(tree)
    #expect(Set(codes.compactMap { $0["guid"] }).count == codes.count)
    for code in codes {
      #expect(
        try #/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#.wholeMatch(in: code["guid"] ?? "")
          != nil)
      #expect(code["name"]?.isEmpty == false && ["true", "false"].contains(code["isCodable"]))
      if let color = code["color"] { #expect(try #/\#[0-9a-fA-F]{6}/#.wholeMatch(in: color) != nil) }
      // A description comes first, and once.
      let children = code.children.compactMap { if case .element(let element) = $0 { element.name } else { nil } }
      #expect(children.dropFirst().allSatisfy { $0 == "Code" })
      // What stands above others is only a heading.
      #expect((code["isCodable"] == "false") == children.contains("Code"))
    }
    // Always the same, so that a tool knows a code again.
    #expect(try format.files(of: town).map(\.bytes) == [bytes])
  }
}
