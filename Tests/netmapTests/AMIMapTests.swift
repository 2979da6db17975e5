import NetworkMaps
import TestSupport
import Testing

/// The AMI map against the report from which it is coded (RR1616).
struct AMIMapTests {
  private static let netmap = BuiltProgram("netmap")
  private static let folder = Package.path(to: "Maps/ami")

  private static func count(_ arguments: [String]) throws -> Int {
    let run = try netmap.run(["query", folder, "--format", "csv"] + arguments)
    try #require(run.code == 0, "\(run.errors)")
    return run.output.split(separator: "\n").count - 1
  }

  @Test func `passes all checks`() throws {
    let run = try Self.netmap.run("check", Self.folder)
    #expect(run.code == 0)
    #expect(run.output.hasSuffix("No problems.\n"))
  }

  /// Table 2.1 and chapter 2, "Interviews with the delivery partner".
  @Test func `holds the fieldwork of table 2_1`() throws {
    let map = try #require(MapFolder.read(at: Self.folder).map)
    #expect(map.fieldwork.entries.filter { $0.area != nil }.reduce(0) { $0 + $1.interviews } == 81)
    let byArea = [("middlesbrough", 16), ("knowsley", 21), ("doncaster", 15), ("salford", 14), ("stoke-on-trent", 15)]
    for (area, total) in byArea {
      #expect(map.fieldwork.entries.filter { $0.area?.rawValue == area }.reduce(0) { $0 + $1.interviews } == total)
    }
  }

  /// The totals of table 3.1, and of table 3.3 for years 2 and 3.
  @Test(arguments: [
    ("supported", "years 2 and 3", 1437), ("referred", "years 2 and 3", 2321), ("completed", "years 2 and 3", 1259),
    ("schools", "years 2 and 3", 150), ("schools", "year 2", 143), ("schools", "year 3", 97),
  ])
  func `adds up to the totals of tables 3_1 and 3_3`(measure: String, period: String, total: Int) throws {
    let map = try #require(MapFolder.read(at: Self.folder).map)
    let counts = map.connections.values.flatMap(\.counts).filter { $0.measure == measure && $0.period == period }
    let sum = counts.reduce(0) { sum, count in
      if case .number(let number) = count.value { return sum + number }
      return sum
    }
    #expect(sum == total)
  }

  @Test func `quotes the report in every statement`() throws {
    let map = try #require(MapFolder.read(at: Self.folder).map)
    let statements = map.connections.values.flatMap(\.statements)
    #expect(statements.count > 250)
    #expect(statements.allSatisfy { !$0.excerpt.isEmpty && !$0.reference.isEmpty })
    // Chapter 5 places only the holiday activities in named areas, and the eligibility in all.
    let chapter = statements.filter { $0.reference.hasPrefix("5, ") }
    #expect(chapter.count > 80)
    #expect(chapter.filter { $0.placement != .programme }.count == 3)
  }

  /// What the text of chapter 5 says is on the map.
  @Test(arguments: [
    // Summary of key findings
    "--from mentors --to 'young people' --family support", "--from mentors --to CAMHS --relation refers-to",
    // Setup and referral
    "--from DfE --relation decides-eligibility", "--from 'local authority' --relation decides-eligibility",
    "--from CSM --to schools", "--from 'Lead Mentors' --to schools",
    "--from 'Lead Mentors' --to mentors --relation oversees",
    "--from headteachers --to 'referral decisions'", "--from SENCOs --to 'referral decisions'",
    "--from 'Lead Mentors' --to mentors --relation communicates-with", "--from headteachers --to 'attendance leads'",
    // Direct contact between mentors and families
    "--from mentors --to parents --family support", "--from mentors --to 'mentoring sessions'",
    "--from 'mentoring sessions' --to 'young people' --family support",
    "--from 'school staff' --to 'mentoring sessions' --relation hosts",
    "--from 'local food outlets' --to 'mentoring sessions'", "--from \"Children's Centre\" --to 'mentoring sessions'",
    "--from mentors --to 'holiday activities' --area Middlesbrough",
    "--from mentors --to 'holiday activities' --area Knowsley",
    "--from mentors --to 'holiday activities' --area Doncaster", "--from mentors --to 'multi-agency meetings'",
    // School involvement in delivering support
    "--from mentors --to 'school staff' --relation asks-for-changes",
    "--from mentors --to 'classroom teachers' --relation asks-for-changes",
    "--from 'classroom teachers' --to 'young people'",
    "--from 'attendance staff' --to mentors --relation assists",
    "--from 'pastoral staff' --to mentors --relation assists",
    // Support that co-existed with the AMI
    "--from 'Early Help' --to 'young people' --family support", "--from 'Family Support Worker' --to 'young people'",
    "--from 'Social Worker' --to 'young people' --family support",
    "--from 'Early Help' --to parents --family support", "--from 'Social Worker' --to parents --family support",
    "--from 'Team Around the Family' --to 'young people'",
    "--from CAMHS --to 'young people' --family support", "--either mentors 'Youth Justice'",
    "--from CAMHS --to 'multi-agency meetings'", "--from 'Early Help' --to 'multi-agency meetings'",
    "--from parents --to CAMHS --relation seeks-support-from", "--from parents --to GP --relation seeks-support-from",
    "--from mentors --to parents --relation advises", "--either mentors CAMHS --through-activities --relation attends",
    // Support provided as part of the AMI
    "--from mentors --to 'Poverty Fund'", "--from 'Poverty Fund' --to parents --family support",
    "--from mentors --to 'other charities' --relation refers-to", "--from 'other charities' --to 'young people'",
    "--from mentors --to counselling --relation refers-to", "--from clubs --to 'young people' --family support",
    "--from mentors --to 'alternative provision' --relation refers-to", "--from AP --to 'young people'",
    "--from 'school staff' --to AP --relation hosts",
  ])
  func `says what chapter 5 says`(query: String) throws {
    #expect(try Self.count(Self.words(query)) > 0)
  }

  /// What the text of chapter 5 says is not so: no direct connection, and the report says so.
  @Test(arguments: [
    "--either mentors GP", "--either mentors clubs", "--either mentors 'SEND services'",
    "--from headteachers --to 'young people'", "--from SENCOs --to 'young people'",
  ])
  func `denies what chapter 5 denies`(query: String) throws {
    #expect(try Self.count(Self.words(query)) == 0)
    #expect(try Self.count(Self.words(query) + ["--absent"]) > 0)
  }

  /// "All support connections have an arrow in the direction of young people": map overview.
  @Test func `points all support towards the people supported`() throws {
    let map = try #require(MapFolder.read(at: Self.folder).map)
    var query = ConnectionQuery()
    query.families = [.support]
    for answer in map.connections(matching: query) {
      #expect(map.actors[answer.connection.target]?.isBeneficiary == true, "\(answer.connection.id)")
    }
  }

  /// Chapter 3: who triages and refers, by area; chapter 4: where there were holiday activities, and support in Doncaster.
  @Test(arguments: [
    ("local-authority schools triages", "knowsley", Presence.said),
    ("local-authority schools triages", "salford", .said),
    ("local-authority schools triages", "stoke-on-trent", .said),
    ("local-authority schools triages", "doncaster", .reportedAbsent),
    ("local-authority referral-decisions attends", "doncaster", .reportedAbsent),
    ("schools local-authority refers-to", "stoke-on-trent", .said),
    ("lead-mentors attendance-mentors oversees", "stoke-on-trent", .said),
    ("camhs young-people supports", "doncaster", .said),
    ("family-support-workers parents-carers supports", "doncaster", .said),
    ("camhs family-support-workers joined-up-with", "doncaster", .reportedAbsent),
    ("family-support-workers camhs joined-up-with", "doncaster", .reportedAbsent),
    ("camhs multi-agency-meetings attends", "doncaster", .said),
    ("attendance-mentors parents-carers communicates-with", "doncaster", .said),
    ("young-people holiday-activities attends", "salford", .reportedAbsent),
    ("parents-carers mentoring-sessions hosts", "salford", .said),
    ("attendance-mentors holiday-activities runs", "knowsley", .said),
    ("attendance-mentors holiday-activities runs", "salford", .reportedAbsent),
    ("attendance-mentors holiday-activities runs", "stoke-on-trent", .reportedAbsent),
    // All "were recorded as coming from schools, despite the key role the local authority played".
    ("local-authority attendance-mentors refers-to", "knowsley", .unclear),
    // "The Knowsley local authority and mentors held discussion with the schools": table 3.2.
    ("local-authority schools communicates-with", "knowsley", .said),
    ("schools attendance-mentors communicates-with", "knowsley", .said),
    ("attendance-mentors school-meetings attends", "knowsley", .said),
    ("local-authority multi-agency-meetings attends", "middlesbrough", .said),
    ("attendance-staff attendance-mentors communicates-with", "middlesbrough", .said),
    // "The teachers could, like, understand me more" (6): whether that is support is not said.
    ("classroom-teachers young-people supports", "middlesbrough", .unclear),
    ("school-staff mentoring-sessions hosts", "doncaster", .said),
    // Of "local authorities and mentors providing guidance" (7) no area is said.
    ("attendance-mentors referral-decisions attends", "stoke-on-trent", .unplaced),
    ("attendance-mentors extracurricular-activities refers-to", "knowsley", .said),
    ("attendance-mentors trusted-adults refers-to", "middlesbrough", .said),
    ("family-health-practitioners allocation-meetings attends", "salford", .said),
    ("attendance-mentors young-people supports", "salford", .both),
  ])
  func `knows what differs between areas`(connection: String, area: String, expected: Presence) throws {
    let map = try #require(MapFolder.read(at: Self.folder).map)
    let parts = connection.split(separator: " ").map(String.init)
    let id = Connection.ID(
      from: Identifier(stringLiteral: parts[0]), to: Identifier(stringLiteral: parts[1]),
      Identifier(stringLiteral: parts[2]))
    #expect(map.presence(of: id, in: .area(Identifier(stringLiteral: area))) == expected)
  }

  /// Chapter 5, "Summary of key findings": what the report found missing, each with its kind of absence.
  @Test func `finds the gaps that chapter 5 names`() throws {
    let map = try #require(MapFolder.read(at: Self.folder).map)
    let gaps = map.gaps()
    func gap(_ id: String, in area: Area.ID? = nil) -> Gap? { gaps.first { $0.id == id && $0.scope.area == area } }
    #expect(gap("send-services")?.absence == .reportedAbsent)
    #expect(gap("camhs-in-time")?.absence == .reportedAbsent)
    #expect(gap("authority-brings-mentors-in", in: "doncaster")?.absence == .reportedAbsent)
    // A route from mentors to the GP leads through parents, and nobody says where.
    #expect(gap("gp-within-reach") == nil && gap("gp-within-reach", in: "salford")?.absence == .unplaced)
    // "Counselling services" and other support from outside hang on the mentors.
    let bearing = try #require(gaps.first { $0.kind == .cutPoint })
    #expect(bearing.actors.first == "attendance-mentors" && bearing.actors.contains("counselling"))
  }

  @Test func `checks at least twenty claims of chapter 5, word for word`() throws {
    let map = try #require(MapFolder.read(at: Self.folder).map)
    let verdicts = map.claimVerdicts()
    #expect(verdicts.count { $0.claim.reference.hasPrefix("5, ") } >= 20)
    // The report contradicts itself in one place: see the map's README.
    #expect(verdicts.filter { $0.verdict == .fails }.map(\.id) == ["doncaster-authority-did-not-select"])
    let run = try Self.netmap.run("check", Self.folder)
    #expect(run.output.contains("\u{201C}SEND services actors are not present on the map.\u{201D}"))
  }

  /// The report's worry about over-reliance on the mentors (chapter 6).
  @Test func `says what is left without the attendance mentors`() throws {
    let run = try Self.netmap.run("measure", Self.folder, "--without", "attendance mentors")
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("Without Attendance Mentors:\n- Young people: of 21 sources of support, "))
    // Chapter 5 connects other charities and counselling with the AMI by the mentors' referrals only.
    #expect(run.output.contains("Cut off from the programme: Other charities, Counselling services"))
  }

  /// Splits a command line at spaces outside quotes.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var quote: Character?
    var word = ""
    for character in line {
      switch character {
      case "'", "\"":
        if quote == nil { quote = character } else if quote == character { quote = nil } else { word.append(character) }
      case " " where quote == nil:
        words.append(word)
        word = ""
      default: word.append(character)
      }
    }
    return words + [word]
  }
}
