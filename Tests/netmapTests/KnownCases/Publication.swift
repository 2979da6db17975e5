import Testing

/// A map of counts, each with its name as reference, and the sums that a reader sees: a total, then its parts.
struct Publication: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var counts: [String]
  var sums: [[String]]
  var areas = ["Ashby", "Brin", "Cald"]
  var cases = "cases"
  var actors: [String] = []
  var settings: [String] = []
  var definition = ""

  init(
    _ name: String, _ counts: [String], sums: [[String]], areas: [String] = ["Ashby", "Brin", "Cald"],
    cases: String = "cases", actors: [String] = [], settings: [String] = [], definition: String = ""
  ) {
    (testDescription, self.counts, self.sums, self.areas) = (name, counts, sums, areas)
    (self.cases, self.actors, self.settings, self.definition) = (cases, actors, settings, definition)
  }

  func map() throws -> CaseMap {
    try .programme(counts, in: areas, cases: cases, actors: actors, settings: settings, definition: definition)
  }

  /// The true numbers by their names.
  var numbers: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: counts.map { row in
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        return (String(cells[7]), Int(cells[6]) ?? -1)
      })
  }
  /// The least that a withheld number can be: where zeros are shown, it is none.
  var floor: Int { settings.contains("zeros: withheld") ? 0 : 1 }
}

extension Publication {
  /// What was once told, and others of each kind.
  static let known: [Publication] = [
    Publication(
      "d01: a computation of a total",
      [
        "Ashby,schools,mentors,refers-to,cases,,42,a,", "Brin,schools,mentors,refers-to,cases,,3,b,",
        "Cald,schools,mentors,refers-to,cases,,12,c,", ",schools,mentors,refers-to,cases,,57,t,42 + 3 + 12",
      ], sums: [["t", "a", "b", "c"]]),
    Publication(
      "d01: computations of parts",
      [
        "Ashby,schools,mentors,refers-to,cases,,42,a,", "Brin,schools,mentors,refers-to,cases,,3,b,57 - 42 - 12",
        "Cald,schools,mentors,refers-to,cases,,12,c,15 - 3", ",schools,mentors,refers-to,cases,,57,t,",
      ], sums: [["t", "a", "b", "c"]]),
    Publication(
      "d04: what is left out is small, none",
      [
        "Ashby,schools,mentors,refers-to,cases,,42,a,", "Brin,schools,mentors,refers-to,cases,,0,b,",
        "Cald,schools,mentors,refers-to,cases,,10,c,", ",schools,mentors,refers-to,cases,,52,t,",
      ], sums: [["t", "a", "b", "c"]], settings: ["zeros: withheld"]),
    Publication(
      "d04: what is left out is small, one",
      [
        "Ashby,schools,mentors,refers-to,cases,,42,a,", "Brin,schools,mentors,refers-to,cases,,1,b,",
        "Cald,schools,mentors,refers-to,cases,,10,c,", ",schools,mentors,refers-to,cases,,53,t,",
      ], sums: [["t", "a", "b", "c"]], settings: ["zeros: withheld"]),
    Publication(
      "d05: one source",
      [
        "Ashby,schools,mentors,refers-to,cases,,42,a,", "Brin,schools,mentors,refers-to,cases,,3,b,",
        "Cald,schools,mentors,refers-to,cases,,12,c,", ",schools,mentors,refers-to,cases,,57,t,",
        "Ashby,mentors,young-people,supports,cases,,42,d,", "Brin,mentors,young-people,supports,cases,,3,e,",
        "Cald,mentors,young-people,supports,cases,,12,f,",
      ],
      sums: [
        ["t", "a", "b", "c"], ["a", "d"], ["b", "e"], ["c", "f"], ["t", "d", "e", "f"], ["d", "a"], ["f", "c"],
      ]),
    Publication(
      "d05: equal measures",
      [
        "Ashby,mentors,young-people,supports,referred,,28,a,", "Brin,mentors,young-people,supports,referred,,3,b,",
        "Cald,mentors,young-people,supports,referred,,12,c,", ",mentors,young-people,supports,referred,,43,t,",
        "Ashby,mentors,young-people,supports,supported,,28,d,", "Brin,mentors,young-people,supports,supported,,3,e,",
        "Cald,mentors,young-people,supports,supported,,12,f,",
      ],
      sums: [
        ["t", "a", "b", "c"], ["a", "d"], ["b", "e"], ["c", "f"], ["t", "d", "e", "f"], ["d", "a"], ["f", "c"],
      ],
      cases: "referred, supported"),
    Publication(
      "d06: girls and boys",
      [
        "Ashby,schools,mentors,refers-to,pupils,,15,t,", "Ashby,schools,mentors,refers-to,girls,,12,a,",
        "Ashby,schools,mentors,refers-to,boys,,3,b,",
      ], sums: [["t", "a", "b"]], cases: "pupils"),
    Publication(
      "d06: completed and dropped out, declared",
      [
        "Ashby,mentors,young-people,supports,started,,47,t,", "Ashby,mentors,young-people,supports,completed,,43,a,",
        "Ashby,mentors,young-people,supports,dropped out,,4,b,",
      ], sums: [["t", "a", "b"]], cases: "started",
      definition: "measures: [{name: started, parts: [completed, dropped out]}]"),
    Publication(
      "d07: all schools beside each",
      [
        ",schools,mentors,refers-to,cases,,30,t,", ",sa,mentors,refers-to,cases,,12,a,",
        ",sb,mentors,refers-to,cases,,15,b,", ",sc,mentors,refers-to,cases,,3,c,",
      ], sums: [["t", "a", "b", "c"]],
      actors: ["id: sa, name: School A", "id: sb, name: School B", "id: sc, name: School C"]),
    Publication(
      "d07: a group that is declared, in an area",
      [
        "Ashby,schools,mentors,refers-to,cases,,46,t,", "Ashby,sa,mentors,refers-to,cases,,41,a,",
        "Ashby,sb,mentors,refers-to,cases,,5,b,",
      ], sums: [["t", "a", "b"]],
      actors: ["id: sa, name: School A, group: schools", "id: sb, name: School B, group: schools"]),
    Publication(
      "d08: a region among its districts",
      [
        "North,schools,mentors,refers-to,cases,,15,n,", "Ashby,schools,mentors,refers-to,cases,,12,a,",
        "Brin,schools,mentors,refers-to,cases,,3,b,", "South,schools,mentors,refers-to,cases,,40,s,",
        ",schools,mentors,refers-to,cases,,55,t,",
      ], sums: [["n", "a", "b"], ["t", "n", "s"], ["t", "a", "b", "s"]], areas: ["North", "Ashby", "Brin", "South"]),
    Publication(
      "d08: an area called Total",
      [
        "Ashby,schools,mentors,refers-to,cases,,42,a,", "Brin,schools,mentors,refers-to,cases,,3,b,",
        "Cald,schools,mentors,refers-to,cases,,12,c,", "Total,schools,mentors,refers-to,cases,,57,t,",
      ], sums: [["t", "a", "b", "c"]], areas: ["Ashby", "Brin", "Cald", "Total"]),
    Publication(
      "d09: quarters, years and both",
      [
        "Ashby,schools,mentors,refers-to,cases,Q1 2024,12,a,", "Ashby,schools,mentors,refers-to,cases,Q2 2024,3,b,",
        "Ashby,schools,mentors,refers-to,cases,Q3 2024,20,c,", "Ashby,schools,mentors,refers-to,cases,Q4 2024,25,d,",
        "Ashby,schools,mentors,refers-to,cases,2024,60,y,", "Ashby,schools,mentors,refers-to,cases,2025,70,z,",
        "Ashby,schools,mentors,refers-to,cases,2024 to 2025,130,t,",
      ], sums: [["y", "a", "b", "c", "d"], ["t", "y", "z"]], areas: ["Ashby"]),
    Publication(
      "d09: cumulative periods",
      [
        "Ashby,schools,mentors,refers-to,cases,to March 2024,40,a,",
        "Ashby,schools,mentors,refers-to,cases,April to June 2024,4,b,",
        "Ashby,schools,mentors,refers-to,cases,to June 2024,44,t,",
      ], sums: [["t", "a", "b"]], areas: ["Ashby"]),
    Publication(
      "d09: periods whose names are nearly the same",
      [
        "Ashby,schools,mentors,refers-to,cases,2024/25,42,a,", "Brin,schools,mentors,refers-to,cases,2024-25,3,b,",
        "Cald,schools,mentors,refers-to,cases,2024/25,12,c,", ",schools,mentors,refers-to,cases,2024-25,57,t,",
      ], sums: [["t", "a", "b", "c"]]),
    Publication(
      "d10: parts by area, the total at another connection",
      [
        "Ashby,schools,mentors,refers-to,cases,,20,a,", "Brin,schools,mentors,refers-to,cases,,30,b,",
        "Ashby,gp,mentors,refers-to,cases,,12,c,", "Brin,gp,mentors,refers-to,cases,,3,d,",
        ",mentors,young-people,supports,supported,,65,t,",
      ], sums: [["t", "a", "b", "c", "d"]], areas: ["Ashby", "Brin"], cases: "cases, supported"),
    Publication(
      "d10: two relations that add to a third",
      [
        "Ashby,schools,mentors,refers-to,cases,,31,a,", "Ashby,schools,mentors,signposts-to,cases,,4,b,",
        "Ashby,schools,mentors,contacts,cases,,35,t,",
      ], sums: [["t", "a", "b"]], areas: ["Ashby"]),
  ]
}
