/// The file in which a map was defined: where messages tell people to change it.
///
/// It is no part of what a map says, so that a folder and the workbook that is made of it hold equal maps.
public struct MapOrigin: Sendable, Hashable {
  /// The workbook that is the map; `nil` for `map.yaml`, and for maps that were made in code.
  public var workbook: String?

  /// Makes an origin.
  public init(workbook: String? = nil) { self.workbook = workbook }

  /// The name of the file.
  package var file: String { workbook?.visibleOnOneLine ?? "map.yaml" }

  /// Where a list stands, such as "under `periods:` in map.yaml" or "on the sheet Periods of map.xlsx".
  package func place(of key: String, sheet: String) -> String {
    workbook == nil ? "under `\(key):` in \(file)" : "on the sheet \(sheet) of \(file)"
  }

  /// All origins are equal.
  public static func == (_: MapOrigin, _: MapOrigin) -> Bool { true }

  /// Adds nothing.
  public func hash(into _: inout Hasher) {}
}
