/// What a connection owes to the programme, as a statement says.
///
/// A statement that does not say has none: it is neither of the programme nor apart from it.
public enum Attribution: String, Sendable, CaseIterable {
  /// It was there before the programme.
  case before
  /// It came, or went on, beside the programme, and not because of it.
  case beside
  /// The programme brought it about.
  case because
}
