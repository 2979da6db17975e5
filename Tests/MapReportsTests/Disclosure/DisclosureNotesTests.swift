import MapDisclosure
import MapModel
import MapReports
import TestSupport
import Testing

struct DisclosureNotesTests {
  @Test func `says what is withheld, with the symbol of the settings`() throws {
    var map = try SmallMaps.town()
    map.disclosure = DisclosureSettings(minimum: 5, symbol: "*")
    #expect(Count.Value.suppressed.text(map.disclosure) == "*")
    #expect(map.published(for: .team).note == Audience.teamOnly)
    let note = map.published(for: .public).note
    #expect(
      note == "Counts from 1 to 4 are withheld and shown as *, and so are others from which they could be worked out.")
    #expect(map.published(for: .public).notes.note == note)
  }

  @Test(arguments: [
    (DisclosureSettings(minimum: 1), ""),
    (
      DisclosureSettings(minimum: 1, rounding: 5),
      "Counts are rounded to the nearest 5; sums are sums of rounded counts."
    ),
    (
      DisclosureSettings(minimum: 3, zeros: .withheld),
      "Counts below 3 are left out, and so are others from which they could be worked out: what is not shown can be recorded."
    ),
    (DisclosureSettings(minimum: .max), "No count is shown, because the disclosure settings have an error."),
  ])
  func `says what the settings do`(settings: DisclosureSettings, expected: String) {
    #expect(settings.note == expected)
  }

  @Test func `says of several maps what is withheld of each, once`() throws {
    var (strict, same) = (try SmallMaps.town(), try SmallMaps.town())
    (strict.disclosure.minimum, same.disclosure.minimum) = (5, 5)
    let maps = PublishedMaps([strict, same], for: .public)
    #expect(maps.note == strict.disclosure.note)
    #expect(PublishedMaps([strict, same], for: .team).note == Audience.teamOnly)
  }
}
