import Documents
import MapAnalysis
import MapDrawing
import MapModel
import MapReports

// The names and sentences of states, signs and kinds, as the page shows them.

extension PageData.State {
  init(_ presence: Presence, on map: NetworkMap) {
    self.init(
      id: presence.rawValue, name: presence.name, symbol: presence.symbol,
      meaning: presence.meaning(in: .wholeMap, on: map),
      isOnMap: presence.isOnMap, isDoubtful: presence.isOnMap && !presence.isCertain,
      isAbsence: presence.isKnownAbsence, isDenied: presence == .reportedAbsent,
      standings: Presence.allCases.map { other in
        String(SideStanding.all.firstIndex(of: SideStanding(presence, other)) ?? 0)
      }.joined())
  }
}

extension PageData.Standing {
  init(_ standing: SideStanding) {
    let look =
      switch standing {
      case .neither: "neither"
      case .both: "both"
      case .mixed: "mixed"
      case .only: standing.side == 0 ? "only-a" : "only-b"
      }
    self.init(
      id: look + (standing.isOpen ? "-open" : ""), look: look, sign: standing.sign ?? "", side: standing.side,
      isOpen: standing.isOpen, isMixed: standing == .mixed, isNeither: standing == .neither)
  }
}

extension PageData.Stance {
  init(_ stance: Stance) {
    let sentence =
      switch stance {
      case .present: say("The passage says that it is there")
      case .absent: say("The passage says that there is none")
      case .unclear: say("The passage does not make it clear")
      }
    self.init(id: stance.rawValue, sentence: sentence)
  }
}

extension PageData.Remark {
  init(_ attribution: Attribution) {
    self.init(id: attribution.rawValue, sentence: say("it speaks of \(attribution.subject)"))
  }

  init(_ frequency: Frequency) { self.init(id: frequency.rawValue, sentence: say("it says: \(frequency.adverb)")) }
}

extension PageData.Named {
  /// The kinds of gaps, as the page tells them apart: what is known to be missing, and what the evidence does not tell.
  static var gapKinds: [PageData.Named] {
    Gap.Kind.allCases.flatMap { kind in
      kind == .expectation ? [PageData.Named(kind, isTold: true), .init(kind, isTold: false)] : [.init(kind)]
    }
  }

  /// The kind of a gap.
  init(of gap: Gap) { self.init(gap.kind, isTold: gap.kind != .expectation || gap.isKnownAbsence) }

  private init(_ kind: Gap.Kind, isTold: Bool = true) {
    let name =
      switch kind {
      case .expectation: isTold ? say("Expected and not there") : say("Expected, and the evidence does not tell")
      case .isolated: say("Isolated")
      case .parts: say("Parts that nothing connects")
      case .island: say("Apart from the programme")
      case .cutPoint: say("Connected only through one actor")
      case .bridge: say("Bridge")
      case .singleSource: say("Single source")
      case .oneWay: say("One way only")
      case .unclearEvidence: say("Evidence not clear")
      case .singleEvidence: say("Resting on one passage")
      }
    self.init(id: kind.rawValue + (isTold ? "" : "-untold"), name: name)
  }

  init(_ verdict: ClaimVerdict.Verdict) {
    let name =
      switch verdict {
      case .holds: say("Holds")
      case .largely: say("Largely holds")
      case .partly: say("Partly holds")
      case .fails: say("Fails")
      case .notKnown: say("Not known")
      }
    self.init(id: verdict.rawValue, name: name)
  }
}

extension PageData.Family {
  init(_ family: MapModel.Family) {
    self.init(id: family.id.rawValue, name: family.name, isSupport: family.isSupport)
  }
}
