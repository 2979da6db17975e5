/// What sets an actor apart from others of its role and sector.
package enum ActorStanding: Sendable, Hashable {
  case plain
  /// It is expected and missing.
  case missing
  /// Others hang on it alone.
  case bearing
  /// It is known to be missing here, and stands elsewhere.
  case absentHere
  /// The evidence does not tell whether it is here, and it stands elsewhere.
  case unknownHere
  /// It is on the first of two sides only.
  case onlyFirst
  /// It is on the second of two sides only.
  case onlySecond

  /// Whether it is drawn in the colours of its sector.
  package var hasColors: Bool { self != .absentHere && self != .unknownHere }
}

/// What sets a line apart from others of its family.
package enum LineStanding: Sendable, Hashable, CaseIterable {
  case plain
  /// It is expected and missing.
  case missing
  /// It is on both sides, which is no difference.
  case common
  /// It is on both sides, but stands for more or other kinds of connection on one of them.
  case mixed
  /// It is on the first of two sides only.
  case onlyFirst
  /// It is on the second of two sides only.
  case onlySecond
}

/// What a small sign on a line or at an actor says.
package struct BadgeContent: Sendable, Hashable {
  package var text: String
  /// Of which side it speaks.
  package var standing: LineStanding

  package init(text: String, standing: LineStanding) { (self.text, self.standing) = (text, standing) }
}
