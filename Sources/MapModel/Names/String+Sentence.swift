extension String {
  /// A name as it stands inside a sentence: `money` for `Money`, and yet `NHS referral`.
  package var insideSentence: String {
    dropFirst().first.map(\.isUppercase) ?? false ? self : prefix(1).lowercased() + dropFirst()
  }
}
