import Documents
package import MapModel

extension Frequency {
  /// How often, as an adverb.
  package var adverb: String {
    switch self {
    case .common: say("often")
    case .some: say("sometimes")
    case .rare: say("rarely")
    }
  }

  /// A verb with how often it is so: `sometimes supports`, `is sometimes a key player`.
  func modifying(_ verb: String) -> String {
    for form in ["is", "are"] where verb.hasPrefix(form + " ") {
      return "\(form) \(adverb)\(verb.dropFirst(form.count))"
    }
    return "\(adverb) \(verb)"
  }
}

extension SaidFrequency {
  /// The look and meaning of lines of this frequency, in a legend.
  var meaning: String {
    switch self {
    case .alike(.common): say("Said to be common")
    case .alike(.some): say("Said to be so sometimes")
    case .alike(.rare): say("Said to be rare")
    case .differing: say("Said to be so more often by some than by others")
    case .notSaid: say("Not said how often, or not of everywhere")
    }
  }

  /// The band of cases whose lines are as wide.
  var band: CaseBand {
    switch self {
    case .alike(.common): .many
    case .alike(.some): .some
    case .alike(.rare), .differing, .notSaid: .few
    }
  }

  /// All of them, in the order of legends.
  package static var all: [SaidFrequency] { Frequency.allCases.map(Self.alike) + [.differing, .notSaid] }

  /// A short name.
  package var name: String {
    switch self {
    case .alike(let frequency): frequency.rawValue
    case .differing: "differing"
    case .notSaid: "not-said"
    }
  }
}
