import Documents
import MapDisclosure
import MapModel

/// How much of the files of a map could be used, and what was wrong with them, as its audience may know it.
struct ReadingQuality {
  /// In sentences.
  let sentences: [String]

  init(of reading: PublishedReading) {
    let usage = reading.usage.map(CheckReport.sentence)
    let untold = reading.untold.map { "\($0): \(CheckReport.untold), and so is not told." }
    let problems = reading.problems.grouped.map { group in
      let files = Set(group.places.map(\.file)).sorted()
      return "\(files.asList): \(group.message)" + (group.count > 1 ? " (\(group.count.grouped) times)." : ".")
    }
    sentences = usage + untold + problems
  }
}
