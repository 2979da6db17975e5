import CGraphviz
import Synchronization

/// The typefaces from which libgraphviz draws texts, by what fontconfig knows of them.
package enum InstalledFonts {
  private static let lock = Mutex(())

  /// Whether a typeface has a sign for a character; `nil` where libgraphviz draws without fontconfig.
  /// - Complexity: O(1) but for the first call, which reads fontconfig's list.
  package static func have(_ scalar: Unicode.Scalar) -> Bool? {
    let answer = lock.withLock { _ in netmaps_fonts_have(scalar.value) }
    return answer < 0 ? nil : answer > 0
  }
}
