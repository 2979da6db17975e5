import Foundation
import TestSupport
import Testing

/// Chapters, through the built program, and as other programs read them.
struct ReportCommandTests {
  private static let netmap = BuiltProgram("netmap")
  private static let office = InstalledProgram("soffice")
  private static let python = InstalledProgram(Package.path(to: ".build/peers/bin/python"))
  private static let reader = Package.path(to: "Tests/netmapTests/Chapters/chapter.py")

  /// A map of two mentors' groups in two areas, with a number that the public may not see.
  private static func files(report: String = "", minimum: Int = 5000) -> [String: String] {
    [
      "map.yaml": """
      title: Mentors & <friends>
      areas: [{id: north, name: North}, {id: south, name: South}]
      actors:
        - {id: schools, name: Schools, role: set-up, sector: school, stage: set-up, plural: true}
        - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery, plural: true}
        - {id: pupils, name: Pupils, role: delivery, sector: families, stage: delivery, beneficiary: true, plural: true}
      relations:
        - {id: refers-to, family: coordination, label: refers pupils to, plural: refer pupils to}
        - {id: supports, family: support, label: supports, plural: support}
      informants: [{id: heads, name: Heads, speaks-for: [schools, mentors]}]
      interviews: {file: interviews.csv}
      fieldwork: {file: fieldwork.csv}
      mi: [{file: referrals.csv, cases: [referrals]}]
      expectations:
        - {id: back, because: Schools should hear of it, connection: {from: mentors, to: schools}}
      claims:
        - {id: support, words: Mentors supported pupils, connection: {from: mentors, to: pupils}}
      figures:
        - {id: whole, number: "2.1", title: The whole map, message: All are connected.}
        - {id: help, number: "2.2", title: Help, show: {families: [support]}}
      disclosure: {minimum: \(minimum)}
      \(report)
      """,
      "interviews.csv": """
      area,informant,from,to,relation,stance
      north,heads,schools,mentors,refers-to,present
      all,heads,mentors,pupils,supports,present
      south,heads,mentors,schools,refers-to,absent

      """,
      "fieldwork.csv": "area,informant,interviews\nnorth,heads,3\n",
      "referrals.csv": "area,from,to,relation,measure,count\nnorth,schools,mentors,refers-to,referrals,4817\n",
    ]
  }

  private static func report(_ folder: TemporaryFolder, _ arguments: String...) throws -> BuiltProgram.Run {
    try netmap.run(["report", "."] + arguments, in: folder.path)
  }

  @Test func `writes one page, a text with pictures beside it, or a file of Word, as the name says`() throws {
    let folder = try TemporaryFolder(Self.files())
    let before = folder.names
    for name in ["chapter.html", "Chapter.MD", "chapter.docx"] {
      let run = try Self.report(folder, "--output", name)
      #expect(run.code == 0 && run.output.hasPrefix("\(name)  The network map: Mentors & <friends>, "), "\(run.errors)")
    }
    #expect(Set(folder.names).subtracting(before) == ["chapter.html", "Chapter.MD", "Chapter-figures", "chapter.docx"])
    let text = try folder.text(of: "Chapter.MD")
    for picture in text.matches(of: /!\[[^\]]+\]\(([^)]*)\)/) {
      #expect(try folder.text(of: String(picture.1)).contains("<svg"), "\(picture.1)")
    }
    let again = try Self.report(folder, "--output", "-", "--format", "html")
    #expect(try folder.text(of: "chapter.html") == again.output)
  }

  @Test(arguments: [
    (["--output", "chapter.pdf"], "ends in .html, .md or .docx"), (["--output", "chapter"], "or add --format"),
    (["--output", "-"], "--format html or --format docx"),
    (["--output", "-", "--format", "md"], "has pictures beside it"),
    (["--output", "a.docx", "--format", "html"], "which is meant?"),
    (["--output", "map.yaml", "--format", "md"], "never"),
  ])
  func `says which name or form is wrong, and writes nothing`(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder(Self.files())
    let before = folder.names
    let run = try Self.netmap.run(["report", "."] + arguments, in: folder.path)
    #expect(run.code == 2 && run.errors.contains(message), "\(run.errors)")
    #expect(folder.names == before)
  }

  @Test func `has the sections that the map lists, in their order, with the words of their author`() throws {
    let folder = try TemporaryFolder(
      Self.files(
        report: """
          report:
            - {section: limits, title: Before you read}
            - section: words
              title: Why
              words: >
                Line <one>

                and line two.
            - {section: figures, figures: ["2.2"]}
            - {section: periods}
          """))
    let run = try Self.report(folder, "--output", "chapter.md")
    #expect(run.code == 0, "\(run.errors)")
    let text = try folder.text(of: "chapter.md")
    let headings = text.matches(of: /\n## ([^\n]*)/).map { String($0.1) }
    #expect(headings == ["Before you read", "Why", "The map in detail", "Periods compared"])
    #expect(text.contains("\n\nLine &lt;one>\n\nand line two.\n\n"))
    #expect(text.contains("lists no two periods apart"))
    #expect(text.contains("Figure 2.2 Help") && !text.contains("Figure 2.1"))
  }

  @Test func `withholds from the public what is withheld, and says to the team that it is for it`() throws {
    let folder = try TemporaryFolder(Self.files())
    let open = try Self.report(folder, "--output", "-", "--format", "html").output
    #expect(!open.contains("4817") && !open.contains("4,817") && open.contains("[c]"))
    #expect(!open.contains("not for publication"))
    let team = try Self.report(folder, "--output", "-", "--format", "html", "--audience", "team").output
    #expect(team.contains("4817"))
    #expect(team.contains("<p class=\"notice\">For the evaluation team only: not for publication.</p>"))
  }

  @Test func `tells of one area, or of what little there is, in sentences`() throws {
    let folder = try TemporaryFolder(Self.files())
    let area = try Self.report(folder, "--output", "-", "--format", "html", "--area", "South").output
    #expect(area.contains("<h1>The network map: Mentors &amp; &lt;friends&gt;, South</h1>"))
    #expect(area.contains("No interviews are listed in South"))
    #expect(!area.contains("Areas compared") && !area.contains(">Claims and the evidence<"))
    let bare = try TemporaryFolder([
      "map.yaml": """
      title: Bare
      actors: [{id: a, name: A, role: delivery, sector: nhs, stage: delivery}]
      relations: [{id: helps, family: coordination}]
      report: [{section: method}, {section: connections}, {section: measures}, {section: gaps}, {section: claims},
        {section: areas}, {section: limits}]
      """
    ])
    let run = try Self.report(bare, "--output", "chapter.md")
    #expect(run.code == 0, "\(run.errors)")
    let text = try bare.text(of: "chapter.md")
    for sentence in [
      "No interviews are listed", "No management information is counted", "No statement from an interview is coded",
      "No connection is known", "No actor has a connection", "1 gap of structure and evidence",
      "No claims are set down",
      "The map tells no areas apart",
    ] {
      #expect(text.contains(sentence), "\(sentence)")
    }
    // No heading is followed by another of its level, or by nothing.
    #expect(text.firstMatch(of: /\n(#+) [^\n]*\n\n\1\x20/) == nil)
  }

  // MARK: As other programs read it

  @Test(.enabled(if: python.isThereOrDemanded, "no python-docx: .setup/peers installs it"))
  func `has the same headings, tables and pictures in each form, and is read without sight`() throws {
    let folder = try TemporaryFolder(Self.files())
    for name in ["chapter.html", "chapter.md", "chapter.docx"] {
      #expect(try Self.report(folder, "--output", name).code == 0)
    }
    let run = try Self.python.run([Self.reader, "."], in: folder.path)
    #expect(run.code == 0 && run.text.hasPrefix("alike: "), "\(run.text)")
    let counts = run.text.matches(of: /\d+/).compactMap { Int($0.output) }
    // Summary, method, map, figures, connections, measures, gaps, claims, areas and limits, and sections in them.
    #expect(counts.count == 3 && counts[0] > 20 && counts[1] > 6 && counts[2] >= 3, "\(run.text)")
  }

  @Test(.enabled(if: office.isThereOrDemanded, "LibreOffice is not installed"))
  func `is opened by LibreOffice, which makes pages of it`() throws {
    let folder = try TemporaryFolder(Self.files())
    #expect(try Self.report(folder, "--output", "chapter.docx").code == 0)
    let profile = "-env:UserInstallation=file://\(folder.path)/profile"
    let run = try Self.office.run([profile, "--headless", "--convert-to", "pdf", "chapter.docx"], in: folder.path)
    #expect(run.code == 0, "\(run.text)")
    let pdf = try folder.text(of: "chapter.pdf")
    #expect(pdf.matches(of: /\/Type\s*\/Page\b(?!s)/).count > 3, "\(run.text)")
  }
}
