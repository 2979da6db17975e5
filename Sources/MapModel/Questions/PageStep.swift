/// A step of a talk: a view of the interactive page, with the sentence that is said of it.
public struct PageStep: Sendable, Hashable {
  /// The sentence.
  public var text: String
  /// The view, as the page's address tells it behind its `#`: `area=salford&with=knowsley`; empty for the whole map.
  public var view: String

  /// Makes a step.
  public init(_ text: String, view: String = "") { (self.text, self.view) = (text, view) }

  /// What a view says: the keys with their values, in their order, as they stand.
  /// - Complexity: O(n), where n is the length of the view.
  package var parts: [(key: String, value: String)] {
    view.split(separator: "&").map { part in
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(halves[0]), halves.count > 1 ? String(halves[1]) : "")
    }
  }

  /// The keys that a page's address knows.
  package static let keys = [
    "actor", "line", "connection", "gap", "claim", "from", "to", "arrows", "route", "area", "with", "period", "versus",
    "view", "steps",
    "stage", "role", "sector", "families", "relation", "status", "least", "activities", "width", "closed", "opened",
    "places",
  ]
}
