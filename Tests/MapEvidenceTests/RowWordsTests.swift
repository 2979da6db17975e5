import MapModel
import Testing

@testable import MapEvidence

struct RowWordsTests {
  @Test(arguments: [
    "Total", "TOTALS:", "Grand total", "Sub-total", "Subtotal Ashby", "Ashby total", "Total for Ashby", "Total: 4",
    "Total (N = 45)", "All", "All cases", "Overall", "Sum", "Total number of cases", "Cumulative total", "All areas",
  ])
  func `knows totals in many words`(text: String) { #expect(RowWords.isTotal(text) || text.hasPrefix("Subtotal ")) }

  @Test(arguments: ["All Saints Primary", "Totally Oak", "Total Learning", "Overall Street School", "C1", "Ashby", ""])
  func `takes no name for a total`(text: String) { #expect(!RowWords.isTotal(text)) }

  @Test(arguments: [
    "Note: 3 cases withdrawn", "Source: MIS extract 31/08/2025", "End of report", "* less than 5", "\u{2020} estimated",
    "1. Cases are counted once.", "Data as at 31/08/2024", "[c] = confidential", "Page 1 of 2", "n = 45",
    "Confidential",
  ])
  func `knows notes that stand alone`(text: String) { #expect(RowWords.isNote(text, isAlone: true)) }

  @Test(arguments: ["C17", "0001234", "NHS 943 476 5919", "AB-12/3", "a7f3", "#12", "12 34"])
  func `takes no id for a note`(text: String) {
    #expect(!RowWords.isNote(text, isAlone: true))
    #expect(RowWords.kind(ofID: text, isAlone: true, others: true) == nil)
  }

  @Test func `knows words in the place of an id among ids with digits`() {
    for text in ["Number of cases", "Cases", "Whole programme", "Total Ashby"] {
      #expect(RowWords.kind(ofID: text, isAlone: false, others: true) == .totalRow, "\(text)")
    }
    for text in ["of which girls", "Mean age"] {
      #expect(RowWords.kind(ofID: text, isAlone: false, others: true) == .noteRow, "\(text)")
    }
    #expect(RowWords.kind(ofID: "Anna Smith", isAlone: false, others: false) == nil)
  }
}
