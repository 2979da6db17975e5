/// The version of this package, which every tool and output that names one takes from here.
public enum PackageVersion {
  /// The version, by the rules of semver.org.
  public static let current = "0.1.0"
}
