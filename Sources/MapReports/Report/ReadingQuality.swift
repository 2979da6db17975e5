import Documents
import MapDisclosure
import MapModel
import OrderedCollections

/// How much of the files of a map's evidence could be used, and what was wrong with them, as its audience may know it.
struct ReadingQuality {
  /// In sentences.
  let sentences: [String]

  init(of reading: PublishedReading) {
    let usage = reading.usage.map(CheckReport.sentence)
    let untold = reading.untold.map { "\($0): \(CheckReport.untold), and so is not told." }
    // What is wrong with the definition is not of the evidence.
    let files = OrderedSet(reading.usage.map(\.file) + reading.untold)
    let groups = reading.problems.grouped.filter { group in group.places.contains { files.contains($0.file) } }
    sentences = usage + untold + (reading.audience == .team ? groups.map(Self.sentence) : Self.counts(groups, files))
  }

  /// A fault with what to do about it, which is for those who can.
  private static func sentence(_ group: ProblemGroup) -> String {
    let files = OrderedSet(group.places.map(\.file)).elements
    let message = group.message.hasSuffix(".") ? String(group.message.dropLast()) : group.message
    return "\(files.asList): \(message)" + (group.count > 1 ? " (\(group.count.grouped) times)." : ".")
  }

  /// How many kinds of faults each file has, which tells nothing of what stands in it.
  private static func counts(_ groups: [ProblemGroup], _ files: OrderedSet<String>) -> [String] {
    files.compactMap { file in
      let own = groups.filter { group in group.places.contains { $0.file == file } }
      if own.isEmpty { return nil }
      let losing = own.count(where: \.leavesOutRows)
      let loss = losing == 0 ? "" : "; because of \(losing) of them rows were left out"
      return
        "\(file): \(counted(own.count, "kind")) of faults \(own.count == 1 ? "was" : "were") found when it was read\(loss)."
    }
  }
}
