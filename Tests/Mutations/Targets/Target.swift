import Foundation
import NetworkMaps
import TestSupport

/// A part of the library that takes bytes from strangers, or texts of theirs, and what must be true of what it makes of them.
struct Target: Sendable {
  let name: String
  /// Inputs to begin with.
  let seeds: @Sendable (Bases) throws -> [[UInt8]]
  /// What is not as it should be; what traps, hangs or takes much memory, libFuzzer or the system says.
  let fault: @Sendable ([UInt8]) -> String?

  static let all: [Target] = texts + files + maps + graphs + outputs

  /// Inputs that were findings once; each is in a folder that is called as its target.
  func findings() throws -> [[UInt8]] {
    let folder = Package.path(to: "Tests/Mutations/Inputs/\(name)")
    return try (FileManager.default.contentsOfDirectory(atPath: folder)).sorted().compactMap {
      FileManager.default.contents(atPath: "\(folder)/\($0)").map(Array.init)
    }
  }

  /// Runs the words of the command line that are about targets.
  /// - Returns: whether there were any.
  static func run(_ words: [String], _ bases: () throws -> Bases) throws -> Bool {
    switch (words.first, words.count) {
    case ("targets", 1): for target in all { print(target.name) }
    case ("seeds", 3):
      for target in all where target.name == words[1] {
        try FileManager.default.createDirectory(atPath: words[2], withIntermediateDirectories: true)
        for (place, seed) in try (target.seeds(bases()) + ((try? target.findings()) ?? [])).enumerated() {
          try Data(seed).write(to: URL(filePath: "\(words[2])/seed-\(place)"))
        }
      }
    case ("again", 1):
      var found = 0
      for target in all {
        for input in (try? target.findings()) ?? [] {
          // What ends the process should say what did.
          let start = String(decoding: input.prefix(60), as: UTF8.self).debugDescription
          FileHandle.standardError.write(Data("\(target.name) \(start)\n".utf8))
          guard let fault = target.fault(input) else { continue }
          found += 1
          print("\(target.name): \(fault)")
        }
      }
      exit(found > 0 ? 1 : 0)
    case ("try", 3...):
      for target in all where target.name == words[1] {
        for path in words[2...] {
          guard let input = FileManager.default.contents(atPath: path) else { continue }
          print("\(path): \(target.fault(Array(input)) ?? "nothing is wrong")")
        }
      }
    default: return false
    }
    return true
  }

  /// Several files in one input: each begins with the separator of files of ASCII and its name on a line.
  static func joined(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    files.flatMap { [0x1C] + Array($0.name.utf8) + [10] + $0.bytes }
  }

  /// The files of an input.
  static func split(_ input: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    input.split(separator: 0x1C).map { part in
      let name = part.prefix { $0 != 10 }
      return (String(decoding: name, as: UTF8.self), Array(part.dropFirst(name.count + 1)))
    }
  }
}
