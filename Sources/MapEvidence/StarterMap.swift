import CResources

/// A small commented map to start from; it passes all checks.
public enum StarterMap {
  /// A file of the map.
  public struct File: Sendable {
    /// The name, relative to the map folder.
    public let name: String
    /// What stands in it.
    public let text: String
  }

  /// The files of the map.
  public static let files = unsafe [
    File(name: "map.yaml", netmaps_starter_map()),
    File(name: "interviews.csv", netmaps_starter_interviews()),
    File(name: "fieldwork.csv", netmaps_starter_fieldwork()),
    File(name: "referrals.csv", netmaps_starter_referrals()),
  ]
}

extension StarterMap.File {
  fileprivate init(name: String, _ resource: netmaps_resource) {
    self.name = name
    // The bytes are a constant of the program.
    text = unsafe String(
      decoding: UnsafeBufferPointer(start: resource.bytes, count: resource.count), as: UTF8.self)
  }
}
