/// A text that is published: a title, and sections that hold sections, with what stands in each.
///
/// Levels of headings follow from how sections lie in each other, so that none is ever left out.
package struct Article: Hashable, Sendable {
  /// A part of the text with its heading.
  package struct Section: Hashable, Sendable {
    /// The heading.
    package var heading: String
    /// What stands below the heading, before the sections in it.
    package var blocks: [Document.Block]
    /// The sections in it.
    package var sections: [Section]

    /// Makes a section.
    package init(_ heading: String, _ blocks: [Document.Block] = [], sections: [Section] = []) {
      (self.heading, self.blocks, self.sections) = (heading, blocks, sections)
    }

    /// A section of blocks in which each heading begins a section of its own, one level below.
    package init(_ heading: String, dividing blocks: [Document.Block]) {
      self.init(heading)
      for block in blocks {
        if case .heading(let heading) = block {
          sections.append(Section(heading))
        } else if sections.isEmpty {
          self.blocks.append(block)
        } else {
          sections[sections.count - 1].blocks.append(block)
        }
      }
    }

    /// Where the blocks end that stand with the heading on a page of their own, across: behind the last picture that
    /// needs the long side of a page; `nil` if none does.
    var wideEnd: Int? {
      blocks.lastIndex { if case .picture(let picture) = $0 { picture.isWide } else { false } }.map { $0 + 1 }
    }

    /// All blocks, in their order.
    package var allBlocks: [Document.Block] { blocks + sections.flatMap(\.allBlocks) }
  }

  /// A section with its place in the whole.
  struct Placed {
    /// Its number among its sisters and theirs, such as `[2, 1]`.
    var path: [Int]
    var section: Section

    /// The level of its heading; the title's is 1.
    var level: Int { min(path.count + 1, 6) }
    /// An id in the page.
    var id: String { "section-" + path.map(String.init).joined(separator: "-") }
  }

  /// The title.
  package var title: String
  /// The language, as in `en-GB`.
  package var language: String
  /// What stands on its face and on every page, such as for whom alone it is; empty if nothing does.
  package var notice: String
  /// The sections.
  package var sections: [Section]

  /// Makes an article.
  package init(_ title: String, language: String = "en-GB", notice: String = "", sections: [Section] = []) {
    (self.title, self.language, self.notice, self.sections) = (title, language, notice, sections)
  }

  /// The pictures, in their order.
  package var pictures: [Document.Picture] {
    sections.flatMap(\.allBlocks).compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
  }

  /// All sections with their places, each before those in it.
  var placed: [Placed] {
    func placed(_ sections: [Section], below path: [Int]) -> [Placed] {
      sections.enumerated().flatMap { number, section in
        let own = path + [number + 1]
        return [Placed(path: own, section: section)] + placed(section.sections, below: own)
      }
    }
    return placed(sections, below: [])
  }

  /// Changes every block.
  package mutating func changeBlocks(_ change: (inout Document.Block) -> Void) {
    func changed(_ section: Section) -> Section {
      var section = section
      for index in section.blocks.indices { change(&section.blocks[index]) }
      section.sections = section.sections.map(changed)
      return section
    }
    sections = sections.map(changed)
  }
}
