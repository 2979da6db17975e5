public import MapModel

extension Attribution {
  /// What a connection owes to the programme, as words behind it: `because of the programme`.
  public var clause: String {
    switch self {
    case .before: "before the programme"
    case .beside: "beside the programme"
    case .because: "because of the programme"
    }
  }

  /// What a passage with it speaks of, as words behind it.
  package var subject: String {
    switch self {
    case .before: "what was there before the programme"
    case .beside: "what is there beside the programme"
    case .because: "what is there because of the programme"
    }
  }
}
