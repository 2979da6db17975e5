import Foundation
import TestSupport
import Testing

/// Sentences that the graph did not bear out, and others of each kind.
struct GraphSentenceCaseTests {
  // MARK: Parts: g03, g04, g16

  /// Mentors between three others.
  private static let star = [",m,a,r,present", ",m,b,r,present", ",m,c,r,present"]

  @Test(arguments: [["m", "a", "b", "c"], ["c", "b", "a", "m"], ["b", "m", "c", "a"]])
  func `which of equal parts is the programme does not hang on the order of actors`(order: [String]) throws {
    let names = ["m": "Mentors, plural: true", "a": "Alpha", "b": "Beta", "c": "Gamma"]
    let map = try CaseMap.network(order.map { "\($0) \(names[$0] ?? "")" }, Self.star)
    let gaps = try map.run("gaps")
    let parts = order.filter { $0 != "m" }.compactMap { names[$0] }
    let listed = "\(parts[0]), \(parts[1]) and \(parts[2])"
    #expect(gaps.contains("\(listed) are connected with each other only through Mentors."), "\(gaps)")
    #expect(!gaps.contains("connected to the programme only"))
    let without = try map.run("measure", "--without", "Mentors")
    #expect(without.contains("No longer connected with anybody else of the programme: \(listed)."), "\(without)")
    #expect(without.contains("The map falls into 3 parts"))
  }

  @Test func `of two groups that are equally large, both are named`() throws {
    for order in [["a A, plural: false", "b B", "m Middle", "x X", "y Y"], ["y Y", "x X", "b B", "m Middle", "a A"]] {
      let map = try CaseMap.network(order, [",a,b,r,present", ",b,m,r,present", ",m,x,r,present", ",x,y,r,present"])
      let gaps = try map.run("gaps")
      #expect(gaps.contains("only through Middle: "), "\(gaps)")
      #expect(gaps.contains("A and B") || gaps.contains("B and A"))
      #expect(gaps.contains("X and Y") || gaps.contains("Y and X"))
    }
  }

  private static let island = [
    "m Mentors, plural: true", "p1 Panel", "p2 Pastoral staff", "q1 Quiet room", "q2 Quality team", "r1 Rovers club",
    "r2 Rovers coach", "r3 Rovers league", "yp Young people, plural: true, beneficiary: true",
  ]
  private static let islandRows = [
    ",m,p1,r,", ",p1,p2,r,", ",m,q1,r,", ",q1,q2,r,", ",r1,r2,r,", ",r2,r3,r,", ",p1,yp,s,", ",q1,yp,s,", ",r1,yp,s,",
    ",m,yp,s,",
  ]

  @Test func `an island is a gap of its own, and nothing is said of what hangs on whom inside it`() throws {
    let map = try CaseMap.network(Self.island, Self.islandRows)
    let gaps = try map.run("gaps")
    #expect(
      gaps.contains(
        "connects Rovers club, Rovers coach and Rovers league with the rest of the programme."), "\(gaps)")
    #expect(!gaps.contains("only through Rovers"))
    #expect(gaps.contains("only through Mentors: Panel and Pastoral staff; Quiet room and Quality team."))
    let without = try map.run("measure", "--without", "Mentors")
    // Panel and quiet room are left in parts of the programme; the club never was in it.
    #expect(without.contains("of 4 sources of support, 2 stay within reach"), "\(without)")
    #expect(without.contains("Never connected with the programme: Rovers club."))
  }

  @Test func `two islands are two gaps`() throws {
    let map = try CaseMap.network(
      Self.island + ["t1 Tea room", "t2 Tea club"], Self.islandRows + [",t1,t2,r,", ",t2,yp,s,"])
    let gaps = try map.run("gaps")
    for names in ["Rovers club, Rovers coach and Rovers league", "Tea room and Tea club"] {
      #expect(gaps.contains("connects \(names) with the rest of the programme."), "\(gaps)")
    }
    #expect(!gaps.contains("only through Tea") && !gaps.contains("only through Rovers"))
  }

  private static let authority = [
    "ca Authority, stage: set-up", "co Council, stage: set-up", "le Leads, stage: set-up",
  ]
  private static let panel = ["pa Panel", "wo Workers", "po Police", "dv DV service", "c Clients, beneficiary: true"]
  private static let apart = [
    ",ca,co,r,", ",co,le,r,", ",po,pa,r,", ",pa,wo,r,", ",wo,dv,r,", ",wo,c,s,",
  ]

  @Test func `two parts that nothing connects are told, and nobody in them as connected to the programme`() throws {
    let map = try CaseMap.network(Self.authority + Self.panel, Self.apart)
    let gaps = try map.run("gaps")
    #expect(
      gaps.contains("Nothing connects Authority, Council and Leads with the rest of the programme."), "\(gaps)")
    #expect(!gaps.contains("only through Council"))
    #expect(gaps.contains("Police is connected to the programme only through Panel."))
  }

  @Test func `two parts of the same size are both named, and neither is the programme`() throws {
    let map = try CaseMap.network(
      Self.authority + Array(Self.panel.prefix(3)), [",ca,co,r,", ",co,le,r,", ",po,pa,r,", ",pa,wo,r,"])
    let gaps = try map.run("gaps")
    #expect(gaps.contains("2 parts of the same size"), "\(gaps)")
    #expect(gaps.contains("Authority, Council and Leads") && gaps.contains("Panel, Workers and Police"))
    #expect(!gaps.contains("connected to the programme only"))
  }

  // MARK: Measures: g08, g09

  @Test func `around beneficiaries the others are no isolated nodes`() throws {
    let actors = ["m Mentors", "h Hour", "yp Young people, beneficiary: true", "x Xi", "y Ypsilon", "z Zeta"]
    let map = try CaseMap.network(actors, [",m,yp,s,", ",h,yp,s,", ",m,h,r,", ",x,y,r,", ",y,z,r,"])
    let whole = try #require(try map.json("measure", "--around-beneficiaries")["map"] as? [String: Any])
    // Three of six directed connections between three actors.
    #expect(whole["actors"] as? Int == 3 && whole["components"] as? Int == 1)
    #expect(whole["density"] as? Double == 0.5)
    let text = try map.run("measure", "--around-beneficiaries")
    #expect(text.contains("50.0 % of the possible connections") && !text.contains("Xi"))
    // Of all six: five of thirty, in two parts.
    let all = try #require(try map.json("measure")["map"] as? [String: Any])
    #expect(all["components"] as? Int == 2 && abs((all["density"] as? Double ?? 0) - 5.0 / 30) < 1e-12)
  }

  /// A claim that an actor is among the first by a measure.
  private static func rank(_ actor: String, _ measure: String, within places: Int, _ said: [String], code: Int32 = 0)
    throws -> String
  {
    let map = try CaseMap.network(
      ["m Mentors, plural: true", "a Alpha", "b Beta", "c Gamma"], said,
      definition: "claims: [{id: k, words: It leads., rank: {actor: \(actor), measure: \(measure), within: \(places)}}]"
    )
    return try map.run("check", code: code)
  }

  @Test func `a measure that is 0 for all ranks nobody, and ties are said`() throws {
    let zero = try Self.rank("a", "betweenness", within: 1, [",m,a,r,", ",m,b,r,"])
    #expect(zero.contains("fails: ") && zero.contains("is 0 for all 4, so that nobody is first"), "\(zero)")
    // Alpha and Beta have one connection to each, Mentors two from them.
    let tied = try Self.rank("a", "in-degree", within: 1, [",m,a,r,", ",m,b,r,"])
    #expect(tied.contains("holds: ") && tied.contains("number 1 of 4, with 1 other,"), "\(tied)")
    let third = try Self.rank("b", "out-degree", within: 1, [",m,a,r,", ",a,b,r,", ",m,c,r,"])
    #expect(third.contains("fails: ") && third.contains("is 0, so that it has no place among the 4"), "\(third)")
  }

  @Test(arguments: ["betweenness", "out-degree"])
  func `a place within 0 is refused`(measure: String) throws {
    let text = try Self.rank("m", measure, within: 0, [",m,a,r,", ",m,b,r,"], code: 1)
    #expect(text.contains("error: `within` of `rank` is 0; it should be 1 or greater"), "\(text)")
  }

  // MARK: What is seen: g12, g14

  @Test func `who is never met is not reported absent`() throws {
    let actors = ["gp GPs, plural: true", "drug Drug service", "c Clients, beneficiary: true"]
    let map = try CaseMap.network(
      actors, ["Xtown,gp,c,s,present", "Ytown,drug,gp,r,absent", "Xtown;Ytown,drug,c,s,present"],
      in: ["Xtown", "Ytown"], asked: "drug")
    func presence(_ map: CaseMap, _ table: String, _ start: String) throws -> String? {
      try map.run("compare", "--format", "csv", "--table", table).split(separator: "\n").first { $0.hasPrefix(start) }?
        .split(separator: ",").last.map(String.init)
    }
    // In Ytown the connection is reported absent; of the GPs' support there nobody asked could know.
    #expect(try presence(map, "presence", "drug,r,gp,") == "reportedAbsent")
    #expect(try presence(map, "actors", "gp,") == "notFound")
    let states = try #require(try map.json("compare")["actors"] as? [[String: Any]])
    let gp = try #require(states.first { $0["id"] as? String == "gp" }?["presence"] as? [String: String])
    #expect(gp == ["xtown": "said", "ytown": "notFound"])
    // All that is said of the GPs is that there is no connection of theirs, and none is not known: they are absent.
    let denied = try CaseMap.network(
      actors, ["Xtown,gp,c,s,present", "Ytown,gp,c,s,absent", "Xtown;Ytown,drug,c,s,present"], in: ["Xtown", "Ytown"],
      asked: "drug")
    #expect(try presence(denied, "actors", "gp,") == "reportedAbsent")
  }

  /// Expectations of a board and a partnership, in each area or of the whole map.
  private static func gaps(_ said: [String], _ expectations: [String]) throws -> String {
    let lines = expectations.map { "  - {because: They should meet., \($0)}" }
    return try CaseMap.network(
      ["icb Care board", "csp Partnership", "w Worker", "c Client, beneficiary: true"],
      said + ["Xtown;Ytown,w,c,s,present"], in: ["Xtown", "Ytown"], asked: "w",
      definition: "expectations:\n" + lines.joined(separator: "\n")
    ).run("gaps")
  }

  private static let meet = "id: meet, connection: {from: icb, to: csp, relation: r}"
  private static let help = "id: help, connection: {from: w, to: c, relation: s}"

  @Test func `the summary counts as met what is met, of areas and of the map apart`() throws {
    // g14: met nowhere.
    let nowhere = try Self.gaps([], [Self.meet + ", in: areas"])
    #expect(nowhere.contains("1 expectation of each area: 0 met in all areas, 0 in some, 1 in none."), "\(nowhere)")
    #expect(!nowhere.contains("1 met"))
    let some = try Self.gaps(["Xtown,icb,csp,r,present"], [Self.meet + ", in: areas", Self.help + ", in: areas"])
    #expect(some.contains("2 expectations of each area: 1 met in all areas, 1 in some, 0 in none."), "\(some)")
    let whole = try Self.gaps([], [Self.meet, Self.help + ", in: areas"])
    #expect(whole.contains("1 expectation of each area: 1 met in all areas, 0 in some, 0 in none."), "\(whole)")
    #expect(
      whole.contains("1 expectation: 0 met everywhere, 0 not met, 1 of which the evidence does not tell."), "\(whole)")
  }
}
