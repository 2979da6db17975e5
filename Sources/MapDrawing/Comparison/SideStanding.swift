package import MapModel
package import MapReports

/// How two sides of a comparison stand to each other in one connection or actor, and the sign that says so.
///
/// Figures and pages take it from here, so that a sign says the same in both.
package enum SideStanding: Sendable, Hashable {
  case neither, both
  /// In both, but as other or more kinds of connection in one of them.
  case mixed
  /// On one side only; sure if the evidence of the other says that it is missing there, and not just nothing.
  case only(LineStanding, isSure: Bool)

  /// All standings; those of the first side before those of the second.
  package static let all: [SideStanding] = [
    .neither, .both, .only(.onlyFirst, isSure: true), .only(.onlyFirst, isSure: false),
    .only(.onlySecond, isSure: true),
    .only(.onlySecond, isSure: false), .mixed,
  ]

  /// The standing of what has a state on each side.
  package init(_ first: Presence, _ second: Presence) {
    switch (first.isOnMap, second.isOnMap) {
    case (false, false): self = .neither
    case (true, true): self = .both
    case (true, false): self = .only(.onlyFirst, isSure: second.isKnownAbsence)
    case (false, true): self = .only(.onlySecond, isSure: first.isKnownAbsence)
    }
  }

  /// The side that alone has it: 0 for the first, 1 for the second; `nil` if it is on both or on neither.
  package var side: Int? {
    guard case .only(let look, _) = self else { return nil }
    return look == .onlyFirst ? 0 : 1
  }

  /// Whether the evidence of the other side does not tell.
  package var isOpen: Bool {
    guard case .only(_, let isSure) = self else { return false }
    return !isSure
  }

  /// The sign on lines and actors; `nil` for what is no difference.
  package var sign: String? {
    switch self {
    case .neither, .both: nil
    case .mixed: "\u{2260}"
    case .only(let look, let isSure): (look == .onlyFirst ? "A" : "B") + (isSure ? "" : "?")
    }
  }

  /// The sign as it is drawn; `nil` for what is no difference.
  var badge: BadgeContent? {
    guard let sign else { return nil }
    guard case .only(let side, _) = self else { return BadgeContent(text: sign, standing: .mixed) }
    return BadgeContent(text: sign, standing: side)
  }
}
