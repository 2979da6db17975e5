import MapDisclosure
import MapModel
import MapReports

extension TableWorkbook {
  /// What is to be known of every table that is made of a map: of which map it is, for whom, and what is withheld.
  static func notes(of published: PublishedMap, note: String? = nil) -> [String] {
    let map = published.map
    var notes = [published.narrowing, note ?? published.note]
    if let source = map.source {
      let parts = [source.title, source.publisher, source.year, source.reference, source.licence]
      notes.append("Source: \(parts.filter { !$0.isEmpty }.joined(separator: ", ")).")
    }
    notes.append("A cell is empty where nothing is known, or where its heading does not apply.")
    return notes
  }
}
