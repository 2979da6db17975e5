import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct StarterMapTests {
  @Test func `passes all checks`() throws {
    let files = Dictionary(uniqueKeysWithValues: StarterMap.files.map { ($0.name, $0.text) })
    let reading = MapFolder.read(at: try TemporaryFolder(files).path)
    #expect(reading.problems == [])
    #expect(reading.map?.connections.count == 7)
  }
}
