extension MarkdownText {
  /// An article in Markdown, whose pictures are files beside it; see ``Article/placingPictures(in:)``.
  /// - Complexity: O(n), where n is the length of the text.
  package static func text(of article: Article) -> String {
    var blocks = ["# \(escaped(article.title))"]
    if !article.notice.isEmpty { blocks.append("**\(escaped(article.notice))**") }
    for placed in article.placed {
      blocks.append(text(of: .heading(placed.section.heading), placed.level))
      for block in placed.section.blocks { blocks.append(text(of: block, 6)) }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

extension Article {
  /// The same with the places of its pictures' files: in a folder beside the text, by their ids.
  package func placingPictures(in folder: String) -> Article {
    var placed = self
    placed.changeBlocks { block in
      guard case .picture(var picture) = block else { return }
      picture.address = Self.address("\(folder)/\(picture.id).svg")
      block = .picture(picture)
    }
    return placed
  }

  /// A path as part of an address, in which spaces and what Markdown reads otherwise are numbers.
  private static func address(_ path: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./~".utf8)
    return path.utf8.reduce(into: "") { address, byte in
      if plain.contains(byte) {
        address.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
  }
}
