public import ArgumentParser
public import NetworkMaps

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json
}

/// How problems are printed.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json, xlsx, github
}

/// How results are printed that can also be a workbook.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json, xlsx
}

extension Attribution: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}
extension AgreementReport.Table: ExpressibleByArgument {}
extension CoderAgreement.Unit: ExpressibleByArgument {}
extension ComparisonReport.Table: ExpressibleByArgument {}
extension FigureDefinition.Form: ExpressibleByArgument {}
extension DrawingSettings.LegendPlace: ExpressibleByArgument {}
extension FigureUse: ExpressibleByArgument {}
extension Frequency: ExpressibleByArgument {}
extension ImportOptions.Direction: ExpressibleByArgument {}
extension LeaveOneOut.Source: ExpressibleByArgument {}
extension SQLDialect: ExpressibleByArgument {}

extension Presence: ExpressibleByArgument {
  /// Reads a status as it is written on a command line: `not-found` for `notFound`.
  public init?(argument: String) {
    guard let presence = Presence.allCases.first(where: { $0.argument == argument }) else { return nil }
    self = presence
  }

  /// The statuses as they are written on a command line.
  public static var allValueStrings: [String] { allCases.map(\.argument) }

  private var argument: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }
}

extension FigureFormat {
  /// The formats that a list with commas names.
  static func list(_ text: String) throws -> [FigureFormat] {
    let names = text.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }
    let formats = names.compactMap { FigureFormat(rawValue: $0) }
    guard formats.count == names.count, !formats.isEmpty else {
      throw ValidationError("--image-format takes svg, dot, png and pdf, separated by commas; not \"\(text)\".")
    }
    return formats
  }
}

extension MapFormat: ExpressibleByArgument {
  /// Finds a format by its name.
  public init?(argument: String) {
    guard let format = MapFormat.named(argument) else { return nil }
    self = format
  }

  /// The names of all formats.
  public static var allValueStrings: [String] { all.map(\.id) }
}
