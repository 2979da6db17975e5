import MapModel
import Testing

struct ConnectionPresenceTests {
  private static let id = Connection.ID(from: "mentors", to: "children", "supports")

  private static func statement(_ stance: Stance, _ placement: Placement = .programme) -> CodedStatement {
    CodedStatement(id: "s", placement: placement, stance: stance)
  }

  private static func presence(_ statements: [CodedStatement], _ counts: [Count] = []) -> Presence {
    Connection(id, statements: statements, counts: counts).presence(over: ["north", "south"])
  }

  @Test func `is said, recorded or both`() {
    #expect(Self.presence([Self.statement(.present)]) == .said)
    #expect(Self.presence([], [Count(area: "north", value: 3)]) == .recorded)
    #expect(Self.presence([Self.statement(.present)], [Count(area: "north", value: 3)]) == .both)
  }

  @Test func `is unclear if only unclear statements speak for it`() {
    #expect(Self.presence([Self.statement(.unclear)]) == .unclear)
    #expect(Self.presence([Self.statement(.unclear), Self.statement(.present)]) == .said)
  }

  @Test func `is reported absent by a statement or by a count of 0`() {
    #expect(Self.presence([Self.statement(.absent)]) == .reportedAbsent)
    #expect(Self.presence([], [Count(area: "north", value: 0)]) == .reportedAbsent)
  }

  @Test func `is contradicted where evidence for and against has the same placement`() {
    #expect(Self.presence([Self.statement(.present), Self.statement(.absent)]) == .contradicted)
    let north = Placement.areas(["north"])
    #expect(Self.presence([Self.statement(.present, north)], [Count(area: "north", value: 0)]) == .contradicted)
  }

  @Test func `varies between areas without contradiction`() {
    let statements = [Self.statement(.present, .areas(["north"])), Self.statement(.absent, .areas(["south"]))]
    #expect(Self.presence(statements) == .said)
    let connection = Connection(Self.id, statements: statements)
    #expect(connection.placedPresence(in: "north") == .said)
    #expect(connection.placedPresence(in: "south") == .reportedAbsent)
  }

  @Test func `holds in every area if the source says so, and is contradicted where another denies it`() {
    let connection = Connection(
      Self.id, statements: [Self.statement(.present, .everywhere), Self.statement(.absent, .areas(["south"]))])
    #expect(connection.placedPresence(in: "north") == .said)
    #expect(connection.placedPresence(in: "south") == .contradicted)
    #expect(connection.presence(over: ["north", "south"]) == .said)
  }
}
