import Documents
import MapDisclosure
import MapFormats
import MapModel
import TestSupport
import Testing

struct MapFormatTests {
  @Test func `has a name, an end of file names and losses for each format`() {
    #expect(Set(MapFormat.all.map(\.id)).count == MapFormat.all.count)
    for format in MapFormat.all {
      #expect(MapFormat.named(format.id)?.id == format.id)
      #expect(!format.id.isEmpty && !format.fileExtension.contains(".") && !format.losses.isEmpty)
    }
    #expect(MapFormat.named("none")?.id == nil)
  }

  @Test func `writes what the query asks for`() throws {
    let town = try SmallMaps.town().published(for: .team)
    var options = ExportOptions()
    options.query.scope = .area("north")
    let format = try #require(MapFormat.named("json"))
    let file = try #require(try format.files(of: town, options).first)
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains("\"area\": \"north\"") && !text.contains("\"council\""))
  }
}
