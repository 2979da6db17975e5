import Documents
public import MapModel

extension DisclosureSettings {
  /// What the settings do to public output, in words; every output that shows counts says it.
  public var note: String {
    var sentences: [String] = []
    if minimum == .max {
      sentences.append(say("No count is shown, because the disclosure settings have an error."))
    } else if minimum > 1 {
      let small = zeros == .shown ? say("Counts from 1 to \(minimum - 1)") : say("Counts below \(minimum)")
      let others = say("others from which they could be worked out")
      sentences.append(
        zeros == .shown
          ? say("\(small) are withheld and shown as \(symbol), and so are \(others).")
          : say("\(small) are left out, and so are \(others): what is not shown can be recorded."))
    }
    if rounding > 1 {
      sentences.append(say("Counts are rounded to the nearest \(rounding); sums are sums of rounded counts."))
    }
    return sentences.joined(separator: " ")
  }
}

extension Audience {
  /// What every output for the team says of itself.
  public static var teamOnly: String { say("For the evaluation team only: not for publication.") }
}
