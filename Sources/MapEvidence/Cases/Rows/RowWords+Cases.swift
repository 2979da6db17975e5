import MapModel

extension RowWords {
  /// What a row is by the words in the place of its case id; `nil` for a case.
  /// - Parameters:
  ///   - isAlone: whether nothing else stands in the row.
  ///   - haveDigits: whether the ids of other rows have digits.
  static func kind(ofID text: String, isAlone: Bool, others haveDigits: Bool) -> CaseFindings.Code? {
    if isTotal(text) || beginsWithTotal(text) { return .totalRow }
    if isNote(text, isAlone: isAlone) { return .noteRow }
    guard haveDigits, !text.contains(where: \.isNumber) else { return nil }
    if namesNothing(text) { return .totalRow }
    return text.split { !$0.isLetter }.count > 1 ? .noteRow : nil
  }
}
