import Foundation
import TestSupport
import Testing

/// Coded interviews as tools export them, and others of each kind.
struct CodedInterviewCaseTests {
  /// A map whose interviews are coded in a tool.
  private static func map(_ interviews: String, _ export: String, codes: [String] = []) throws -> CaseMap {
    try CaseMap(
      """
      areas: [{id: ashby, name: Ashby}, {id: brin, name: Brin}]
      actors:
        - {id: schools, name: Schools, plural: true, role: set-up, sector: school, stage: set-up, aliases: [school]}
        - {id: gp, name: GPs, plural: true, role: co-existing-support, sector: nhs, stage: delivery, aliases: [GP]}
        - {id: mentors, name: Mentors, plural: true, role: delivery, sector: delivery-charity, stage: delivery}
      relations: [{id: refers-to, family: coordination, label: refers to, plural: refer to}]
      informants: [{id: mentors, name: Mentors, speaks-for: [mentors]}]
      \(interviews)
      codes:
        - {code: "GP refers to mentors", from: gp, to: mentors, relation: refers-to}
        - {code: "School refers to mentors", from: schools, to: mentors, relation: refers-to}
        - {code: "stance: absent", stance: absent}
        - {code: "theme: *", ignore: true}
      \(codes.map { "  - \($0)\n" }.joined())
      """, files: ["coded.csv": export])
  }

  /// The statements of a map as `source target areas stance excerpt`, in order.
  private static func statements(_ map: CaseMap) throws -> [String] {
    // Those that are on the map, and those that are said not to be.
    let connections = try [[], ["--absent"]].flatMap { options in
      let run = try CaseMap.netmap.run(
        ["query", map.path, "--evidence", "--audience", "team", "--format", "json"] + options)
      #expect(run.code == 0, "\(run.errors)")
      let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      return try #require(json?["connections"] as? [[String: Any]])
    }
    return connections.flatMap { connection in
      ((connection["evidence"] as? [[String: Any]]) ?? []).map { evidence in
        [
          connection["from"] as? String ?? "", connection["to"] as? String ?? "",
          (evidence["areas"] as? [String] ?? []).joined(separator: "+"), evidence["stance"] as? String ?? "",
          evidence["excerpt"] as? String ?? "",
        ].joined(separator: " ")
      }
    }.sorted()
  }

  // MARK: A column of the file with a name that the format gives to another: q02

  @Test(arguments: [
    "Document group,Document name,Code,Beginning,End,Weight score,Segment,Area,Coverage %\nAshby,mentor 1,%,12,12,0,words,5,1\n",
    "Document name,Segment,Code,Document group\nmentor 1,words,%,Ashby\n",
  ])
  func `a column called Segment can be the excerpt`(table: String) throws {
    let map = try Self.map(
      "interviews: {file: coded.csv, columns: {interview: Document name, excerpt: Segment, code: Code, area: Document group}}",
      table.replacing("%", with: "Routes > GP refers to mentors"))
    #expect(try map.run("check").contains("1 of 1 segment is used"))
    #expect(try Self.statements(map) == ["gp mentors ashby present words"])
  }

  @Test func `MAXQDA's table is read without being explained, and how long a segment is, is no area`() throws {
    let map = try Self.map(
      "interviews: {file: coded.csv}",
      "Document group,Document name,Code,Beginning,End,Weight score,Segment,Modified by,Area,Coverage %\n"
        + "Brin,mentor 1,Routes\\GP refers to mentors,12,12,0,words,Ann,5,1\n")
    #expect(try Self.statements(map) == ["gp mentors brin present words"])
  }

  // MARK: Several codes in a cell, and paths of codes: q03

  @Test(arguments: [
    ("\"GP refers to mentors\ntheme: trust\"", "", ["gp mentors  present words"]),
    ("\"GP refers to mentors\r\nstance: absent\"", "", ["gp mentors  absent words"]),
    (
      "GP refers to mentors; School refers to mentors", "",
      ["gp mentors  present words", "schools mentors  present words"]
    ),
    ("theme: a|GP refers to mentors", "'|'", ["gp mentors  present words"]),
    ("\"theme: a, GP refers to mentors\"", "','", ["gp mentors  present words"]),
    ("Routes > GP refers to mentors", "", ["gp mentors  present words"]),
    ("Codes\\\\Routes\\\\GP refers to mentors", "", ["gp mentors  present words"]),
    ("Routes::gp refers to mentors", "", ["gp mentors  present words"]),
    ("Routes::GP refers to mentors; X > stance: absent", "", ["gp mentors  absent words"]),
  ])
  func `codes in one cell are told apart, and found by their paths`(
    cell: String, separator: String, expected: [String]
  ) throws {
    let given = separator.isEmpty ? "" : ", separator: \(separator)"
    let map = try Self.map(
      "interviews: {file: coded.csv, columns: {segment: ID, interview: Document, excerpt: Quotation Content, code: Codes\(given)}}",
      "ID,Document,Quotation Content,Codes\n1:1,Ashby mentor 1,words,\(cell)\n")
    #expect(try Self.statements(map) == expected)
  }

  @Test(arguments: [
    "\"GP refers to mentors, theme: trust\"", "trust | GP refers to mentors", "GP refers to mentors / x",
  ])
  func `a cell that holds a known code and more is never passed over in silence`(cell: String) throws {
    let map = try Self.map(
      "interviews: {file: coded.csv}", "id,document,tag,content\n1,A,\(cell),words\n2,A,School refers to mentors,more\n"
    )
    let check = try map.run("check")
    #expect(check.contains("[unknown-code]") && check.lowercased().contains("\"gp refers to mentors\""))
  }

  @Test func `two paths that end in the same code of the map are told`() throws {
    let map = try Self.map(
      "interviews: {file: coded.csv}",
      "id,document,tag,content\n1,A,Said > GP refers to mentors,x\n2,A,Hoped for > GP refers to mentors,y\n")
    #expect(try map.run("check").contains("[ambiguous-name]"))
    // A path in map.yaml means this one alone.
    let told = try Self.map(
      "interviews: {file: coded.csv}",
      "id,document,tag,content\n1,A,Said > GP refers to mentors,x\n2,A,Hoped for > GP refers to mentors,y\n",
      codes: ["{code: \"Hoped for > *\", ignore: true}", "{code: \"Hoped for > GP refers to mentors\", ignore: true}"])
    #expect(try Self.statements(told) == ["gp mentors  present x"])
  }

  @Test func `ATLAS-ti's quotations are read without being explained`() throws {
    let map = try Self.map(
      "interviews: {file: coded.csv}",
      "ID,Quotation Name,Document,Document Groups,Quotation Content,Comment,Codes,Reference,Density,Created by\n"
        + "1:1,Nearly,mentor 1,\"2025\r\narea: Ashby\",Nearly all,,\"GP refers to mentors\r\ntheme: trust\",3 - 3,2,Ann\n"
    )
    #expect(try Self.statements(map) == ["gp mentors ashby present Nearly all"])
  }

  /// The header of Dedoose's export of excerpts, as public scripts for it have it.
  @Test func `Dedoose's excerpts are read without being explained`() throws {
    let map = try Self.map(
      "interviews: {file: coded.csv}",
      "Media Title,Excerpt Range,Excerpt Creator,Excerpt Date,Excerpt Copy,Codes Applied Combined,Code: Routes Applied\n"
        + "mentor 1,0-18,Ann,5/1/2024,Nearly all,\"GP refers to mentors, stance: absent, theme: trust\",True\n"
        + "mentor 1,20-40,Ann,5/1/2024,Some,School refers to mentors,False\n")
    #expect(try Self.statements(map) == ["gp mentors  absent Nearly all", "schools mentors  present Some"])
  }

  @Test func `a matrix of codes is told from coded segments`() throws {
    let map = try Self.map(
      "interviews: {file: coded.csv}", "Document,GP refers to mentors,stance: absent\nmentor 1,1,0\n")
    let check = try map.run("check", code: 1)
    #expect(check.contains("of a matrix of codes, export the coded segments instead"), "\(check)")
    #expect(check.contains("It has \"Document\", \"GP refers to mentors\", \"stance: absent\""))
  }

  @Test func `QualCoder's attributes say where and with whom`() throws {
    let map = try Self.map(
      "interviews: {file: coded.csv}",
      "\u{FEFF}\"File\",\"Coder\",\"Coded\",\"Id\",\"Codename\",\"Coded_Memo\",\"Category\",\"FileVar_Area\",\"CaseVar_informant\"\r\n"
        + "\"a\",\"me\",\"words\",\"ctid:7\",\"GP refers to mentors\",\"\",\"Routes\",\"Brin\",\"Mentors\"\r\n"
        + "\"a\",\"me\",\"\",\"imid:1\",\"GP refers to mentors\",\"\",\"Routes\",\"Brin\",\"Mentors\"\r\n"
        + "\"a\",\"me\",\"\",\"avid:1\",\"stance: absent\",\"\",\"Routes\",\"Brin\",\"Mentors\"\r\n")
    // What has no words is not one segment because of that.
    #expect(try Self.statements(map) == ["gp mentors brin present ", "gp mentors brin present words"])
  }

  // MARK: Names of documents: q04

  @Test func `names of documents are the same however accents are stored`() throws {
    let pattern = "interviews: {file: coded.csv, documents: [{document: \"Entretien Zo\u{EB}*\", area: ashby}]}"
    let decomposed = "Entretien Zoe\u{308} 1.docx"
    let map = try Self.map(pattern, "id,document,tag,content\n1,\(decomposed),GP refers to mentors,words\n")
    #expect(try Self.statements(map) == ["gp mentors ashby present words"])
    #expect(try map.run("check").contains("No problems."))
  }

  @Test func `documents that fit no pattern are told, by name to the team alone`() throws {
    let map = try Self.map(
      "interviews: {file: coded.csv, documents: [{document: \"Ashby*\", area: ashby}]}",
      "id,document,tag,content\n1,Ashby 1,GP refers to mentors,a\n2,Zoe Smith,GP refers to mentors,b\n"
        + "3,Zoe Smith,School refers to mentors,c\n4,Tom,School refers to mentors,d\n")
    let open = try map.run("check")
    #expect(open.contains("2 documents fit none of `documents:`") && open.contains("[unknown-document]"))
    #expect(!open.contains("Zoe"))
    #expect(try map.run("check", "--audience", "team").contains("Zoe Smith"))
  }

  // MARK: Directions

  @Test func `who speaks is an end that no code names`() throws {
    let map = try Self.map(
      "interviews: {file: coded.csv, columns: {segment: n, interview: doc, code: code, excerpt: text, speaker: who}}",
      "n,doc,code,text,who\n1,A,to: Schools,I refer,Mentors\n1,A,relation: refers to,I refer,Mentors\n"
        + "2,A,actor: Schools,we,mentors\n2,A,relation: refers to,we,mentors\n")
    #expect(try Self.statements(map) == ["mentors schools  present I refer"])
    // Both could be the source here.
    #expect(try map.run("check").contains("[unclear-direction]"))
    let rows = try CaseMap.network(["a A", "b B"], [], definition: "")
    try rows.folder.write(Data("from,to,relation,speaker\n,b,r,A\n".utf8), to: "interviews.csv")
    #expect(try rows.run("query", "--evidence").contains("A → B"))
  }
}
