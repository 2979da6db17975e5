import MapModel

/// Reads how many interviews were held with which group in which area, and of what time.
struct FieldworkReader {
  static let columns: [EvidenceTable.Column] = [
    .init(name: "area", isKey: true, merging: .whereMarkedOrEmpty),
    .init(name: "period", isKey: true, merging: .whereMarked),
    .init(name: "informant", isRequired: true, isKey: true, merging: .whereMarkedOrEmpty),
    .init(name: "interviews", isRequired: true),
    .init(name: "reference"),
  ]

  /// More than anybody holds with one group in one area.
  private static let most = 1_000_000

  /// Reads the rows of a table; those that cannot be used are reported and left out.
  static func read(_ table: EvidenceTable, with reader: inout EvidenceReader) -> Fieldwork {
    var fieldwork = Fieldwork()
    for cells in table.rows {
      var row = EvidenceReader.Row(cells: cells, file: table.file)
      let informant = reader.entity(&row, "informant", "informant group", reader.informants)
      let place = cells.text("area")
      let isOfAll = NameFolding.isOfAll(place) && reader.areas[place] == nil && !reader.isOfProgramme(place)
      if isOfAll {
        reader.report(
          &row, "area", .severalAreas,
          "Give each area a row with its number; an empty cell is for interviews about the programme as a whole, which"
            + " count in no single area")
      }
      let areas = isOfAll || reader.isOfProgramme(place) ? [] : reader.entities(&row, "area", "area", reader.areas)
      let time = reader.time(&row)
      let text = cells.text("interviews")
      let number = NumberReader.whole(text).flatMap { (0...most).contains($0) ? $0 : nil }
      if number == nil {
        reader.report(
          &row, "interviews", .badNumber,
          "\(text.quotedInMessage) is not a number of interviews; write a whole number from 0 to \(most)")
      }
      guard row.isUsable, let informant, let number else { continue }
      for area in areas.isEmpty ? [nil] : areas.map(Optional.some) {
        fieldwork.entries.append(.init(area: area, time: time, informant: informant, interviews: number))
      }
    }
    return fieldwork
  }
}
