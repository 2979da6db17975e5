import Documents
public import MapModel

extension Attribution {
  /// What a connection owes to the programme, as words behind it: `because of the programme`.
  public var clause: String {
    switch self {
    case .before: say("before the programme")
    case .beside: say("beside the programme")
    case .because: say("because of the programme")
    }
  }

  /// What a passage with it speaks of, as words behind it.
  package var subject: String {
    switch self {
    case .before: say("what was there before the programme")
    case .beside: say("what is there beside the programme")
    case .because: say("what is there because of the programme")
    }
  }
}
