import Foundation
import TestSupport
import Testing

/// A part of the evidence on the command line.
struct EvidenceCommandTests {
  private static let netmap = BuiltProgram("netmap")

  /// Staff say that the school refers because of the programme; pupils that the panel did before; 7,319 are counted.
  private static let files = [
    "map.yaml": """
    title: Town
    areas: [{id: north, name: North}, {id: south, name: South}]
    actors:
      - {id: school, name: School, role: delivery, sector: school, stage: delivery}
      - {id: panel, name: Panel, role: delivery, sector: local-authority, stage: delivery}
      - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery, plural: true}
    relations: [{id: refers-to, family: coordination, label: refers people to}]
    informants:
      - {id: staff, name: Staff, aliases: [teachers], speaks-for: [school, panel]}
      - {id: pupils, name: Pupils, speaks-for: [panel]}
    interviews: {file: interviews.csv}
    fieldwork: {file: fieldwork.csv}
    mi: [{file: m.csv, cases: [cases]}]
    claims:
      - {id: panel, words: The panel refers., reference: "1", connection: {from: panel, to: mentors}}
    expectations:
      - {id: panel, because: Panels know whom to refer, connection: {from: panel, to: mentors}, in: programme}
    figures:
      - {id: referral, title: Who refers, show: {}}

    """,
    "interviews.csv": """
    id,area,informant,from,to,relation,attribution
    s1,North,staff,school,mentors,refers-to,because
    s2,North,pupils,panel,mentors,refers-to,before

    """,
    "fieldwork.csv": "area,informant,interviews\nNorth,staff,2\nNorth,pupils,3\nSouth,staff,1\n",
    "m.csv": "area,from,to,relation,count\nNorth,panel,mentors,refers-to,7319\n",
  ]

  private static let ofStaff = "Only what Staff said counts here, and no number."
  private static let owed = "Only what is said to be there because of the programme counts here, and no number."

  @Test(arguments: [
    (["query"], 1), (["query", "--format", "json"], 1), (["query", "--format", "csv"], 2), (["measure"], 1),
    (["measure", "--format", "json"], 1), (["measure", "--format", "csv"], 2), (["gaps"], 1),
    (["gaps", "--format", "json"], 1), (["gaps", "--format", "csv"], 2), (["compare", "--permutations", "1"], 1),
    (["compare", "--permutations", "1", "--format", "json"], 1),
    (["compare", "--permutations", "1", "--format", "csv"], 2), (["export", "--as", "json"], 3),
    (["page", "--output", "-"], 1),
  ])
  func `every verb says what counts`(arguments: [String], channel: Int) throws {
    let folder = try TemporaryFolder(Self.files)
    for (options, sentence) in [
      (["--informant", "teachers"], Self.ofStaff), (["--attribution", "because"], Self.owed),
    ] {
      let run = try Self.netmap.run([arguments[0], folder.path] + arguments.dropFirst() + options)
      #expect(run.code == 0, "\(run.errors)")
      // Beside a table of data, it stands on the other channel.
      #expect(run.output.contains(sentence) == (channel & 1 == 1), "\(run.output)")
      #expect(run.errors.contains(sentence) == (channel & 2 == 2), "\(run.errors)")
      // Neither the panel's referral nor the number is of this evidence.
      #expect(run.output.firstMatch(of: /panel,refers-to|7,?319/) == nil, "\(run.output)")
    }
  }

  @Test func `figures show what counts, and say so`() throws {
    let folder = try TemporaryFolder(Self.files)
    let run = try Self.netmap.run("figures", folder.path, "--output", folder.path + "/f", "--informant", "Staff")
    #expect(run.code == 0, "\(run.errors)")
    let words = try folder.text(of: "f/referral.md")
    #expect(words.hasPrefix("# Who refers (only what Staff said)\n"))
    #expect(words.contains(Self.ofStaff) && words.contains("School refers people to Mentors"))
    #expect(!words.contains("Panel"))
    let svg = try folder.text(of: "f/referral.svg")
    #expect(svg.contains("Who refers (only what Staff said)") && svg.contains(Self.ofStaff) && !svg.contains("Panel"))
    #expect(try folder.text(of: "f/manifest.json").contains(Self.ofStaff))
    let compared = try Self.netmap.run(
      "compare", folder.path, "--output", folder.path + "/c", "--attribution", "because", "--permutations", "1")
    #expect(compared.code == 0, "\(compared.errors)")
    for name in ["sides", "union", "presence", "side-north", "difference-north-south"] {
      #expect(try folder.text(of: "c/\(name).md").contains(Self.owed), "\(name)")
      #expect(try folder.text(of: "c/\(name).svg").contains(Self.owed), "\(name)")
    }
    let gaps = try Self.netmap.run("gaps", folder.path, "--output", folder.path + "/g", "--informant", "Staff")
    #expect(gaps.code == 0, "\(gaps.errors)")
    #expect(try folder.text(of: "g/gaps.md").contains("In what Staff said, "))
  }

  /// A part of the evidence neither bears out nor refutes what a report says of all.
  @Test func `a page of a part of the evidence judges no claim`() throws {
    let folder = try TemporaryFolder(Self.files)
    let whole = try Self.netmap.run("page", folder.path, "--output", "-").output
    #expect(whole.contains("The panel refers."))
    let part = try Self.netmap.run("page", folder.path, "--output", "-", "--informant", "Staff").output
    #expect(!part.contains("The panel refers."))
    #expect(part.contains("<title>Town (only what Staff said)</title>"))
  }

  @Test(arguments: ["query", "figures", "measure", "gaps", "compare", "page", "export"])
  func `says which groups there are`(verb: String) throws {
    let folder = try TemporaryFolder(Self.files)
    let needed = ["figures": ["--output", "x"], "page": ["--output", "-"], "export": ["--as", "json"]][verb] ?? []
    let run = try Self.netmap.run([verb, folder.path, "--informant", "parents"] + needed)
    #expect(run.code == 2)
    #expect(run.errors.contains("there is no group of informants \"parents\" on this map"), "\(run.errors)")
    let coder = try Self.netmap.run([verb, folder.path, "--coder", "Ada"] + needed)
    #expect(coder.code == 2 && coder.errors.contains("add --audience team"), "\(coder.errors)")
  }
}
