/// What the page knows of a map, as its audience may see it: all that it shows besides the picture.
///
/// Much refers to much, so numbers stand for places in the lists of actors, relations, areas, groups, passages and
/// states. What the page's script must know of a state, a measure or a sign stands here, and in no script.
struct PageData: Encodable, Sendable {
  struct Named: Encodable, Hashable {
    var id: String
    var name: String
  }

  struct Period: Encodable {
    var id: String
    var name: String
    /// Its first and last year, month or day, as far as they are known: `2024-09`.
    var from: String?
    var to: String?
  }

  struct Role: Encodable {
    var id: String
    var name: String
    /// What the name means; none if it needs no words.
    var definition: String?
  }

  struct Family: Encodable, Hashable {
    var id: String
    var name: String
    /// Whether its connections point towards the people supported.
    var isSupport: Bool
  }

  struct Relation: Encodable {
    var id: String
    var family: String
    var label: String
    var plural: String
    /// Whether it runs both ways at once; none if it does not.
    var isMutual: Bool?
  }

  /// What can be known of a connection or actor.
  struct State: Encodable {
    var id: String
    var name: String
    var symbol: String
    var meaning: String
    var isOnMap: Bool
    /// Whether the evidence does not settle it, though it is on the map.
    var isDoubtful: Bool
    /// Whether it is known to be missing, and not just unknown.
    var isAbsence: Bool
    /// Whether evidence says that there is none.
    var isDenied: Bool
    /// How what has this state on the first side of a comparison stands to each state on the second: a digit each, a place
    /// in `standings`.
    var standings: String
  }

  /// How the two sides of a comparison stand to each other.
  struct Standing: Encodable {
    var id: String
    /// The class that draws it in the style sheet.
    var look: String
    var sign: String
    /// The side that alone has it: 0 or 1.
    var side: Int?
    /// Whether the evidence of the other side does not tell.
    var isOpen: Bool
    var isMixed: Bool
    var isNeither: Bool
  }

  /// A stance of statements, and how the page says it of a passage.
  struct Stance: Encodable {
    var id: String
    var sentence: String
  }

  /// What statements say besides their stance, and how the page says it of a passage.
  struct Remark: Encodable {
    var id: String
    var sentence: String
  }

  struct Actor: PageRow {
    var id: String
    var name: String
    var short: String
    var role: String
    var otherRoles: [String]
    var sector: String
    var stage: String
    var aliases: [String]
    /// What is known of it in each area, in their order: a digit each, a place in `states`.
    var presence: String
    /// What is known of it in each period: a place in `presencesAt`; none if the map has no periods.
    var presenceAt: Int?
    /// The measures, in the order of `measures`.
    var measures: [Double]
    var isActivity: Bool
    var isPlural: Bool
    /// Whether it is expected and missing.
    var isMissing: Bool
    /// What it is; none if its name says it.
    var description: String?
    /// Names and values of its attributes; none if it has none.
    var attributes: [[String]]?
    /// The group that it is part of: a place in the list of actors; none if it is part of none.
    var group: Int?
    /// What is known of it in each area, and then in each period, while it is closed and stands for its parts; none if it
    /// is no group.
    var closed: String?
  }

  /// A passage of the source.
  struct Passage: PageRow, Hashable {
    var text: String
    /// Where it stands: a place in `references`.
    var reference: Int
  }

  /// A statement that may be read.
  struct Evidence: PageRow {
    /// Its passage.
    var passage: Int
    /// Its stance, a place in `stances`.
    var stance: Int
    /// What it says that the connection owes to the programme, a place in `attributions`; none if it does not say.
    var attribution: Int?
    /// How often it says that it is so, a place in `frequencies`; none if it does not say.
    var frequency: Int?
    /// The areas; -1 alone stands for all, and none for the programme.
    var areas: [Int]
    /// The time of which it speaks, a place in `times`; none if it does not say.
    var when: Int?
    var informants: [Int]
    /// The interview, for the team.
    var interview: String?
  }

  struct Connection: PageRow {
    var from: Int
    var to: Int
    var relation: Int
    /// Its line in the picture, a place in `lines`; none if it is not drawn.
    var line: Int?
    /// What is known of it on the whole map: a place in `states`.
    var status: Int
    /// What is known of it in each area, in their order: a digit each, a place in `states`.
    var presence: String
    /// What is known of it in each period: a place in `presencesAt`; none if the map has no periods.
    var presenceAt: Int?
    /// The cases of periods, and of areas in periods, that have any: the place of the scope, and the number.
    var casesAt: [PlacedText]?
    /// The statements that speak of them, likewise.
    var statementsAt: [[Int]]?
    /// The cases and statements of the whole map.
    var cases: String?
    var statements: Int
    /// How many of the statements say that there is no such connection.
    var against: Int
    /// The cases of each area, in their order; none if no area has any.
    var casesIn: [String?]?
    /// The statements that speak of each area, in their order; none if none speaks of any.
    var statementsIn: [Int]?
    /// The groups of which somebody spoke of it, each with the number of statements.
    var informants: [[Int]]
    /// Its statements; their fields are named in `evidenceFields`.
    var evidence: [Evidence]
  }

  /// A connection of which an end is a closed group, which joins what its parts have; what can be added up of them, the
  /// page adds up.
  struct Joined: PageRow {
    var from: Int
    var to: Int
    var relation: Int
    /// 1 if the first end is a closed group, 2 if the second is, 3 if both are.
    var closed: Int
    /// Its line in the picture, a place in `lines`; none if it is not drawn.
    var line: Int?
    var status: Int
    /// What is known of it in each area, and then in each period: a place in `joinedPresences`.
    var presence: Int
    var cases: String?
    var casesIn: [String?]?
    var casesAt: [PlacedText]?
  }

  /// A text with a place before it.
  struct PlacedText: Encodable {
    var place: Int
    var text: String

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(place)
      try container.encode(text)
    }
  }

  /// A line in the picture, by what its id is made of.
  struct Line: Encodable, Hashable {
    /// The actors, in the order in which the id names them.
    var ends: [Int]
    /// A place in `families`.
    var family: Int
    /// What the id ends with: nothing, or the direction that the line tells of two.
    var direction: String

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      for number in ends + [family] { try container.encode(number) }
      if !direction.isEmpty { try container.encode(direction) }
    }
  }

  struct Figure: Encodable {
    var id: String
    var heading: String
    var message: String
    var actors: [Int]
    var connections: [Int]
  }

  struct Step: Encodable {
    var text: String
    var view: String
  }

  struct Gap: PageRow {
    var id: String
    /// A place in `gapKinds`, by its id.
    var kind: String
    var sentence: String
    var actors: [Int]
    /// The pairs, source and target, that are missing.
    var missing: [[Int]]
    /// The pairs that are expected, and of which the evidence does not tell.
    var untold: [[Int]]
    /// The connections whose evidence speaks of it.
    var connections: [Int]
    var area: Int?
    /// What is known of what is missing: a place in `states`.
    var absence: Int?
    /// Why something else is expected: a passage; none for gaps of structure.
    var reason: Int?
  }

  struct Claim: PageRow {
    var id: String
    var words: String
    /// Where it stands: a place in `references`.
    var reference: Int
    var verdict: String
    var because: String
    /// The actors that it speaks of.
    var actors: [Int]
    /// The areas that it speaks of; -1 alone stands for each, and none for the programme.
    var areas: [Int]
  }

  var title: String
  /// The language of the page, as a tag of BCP 47.
  var language: String
  /// What its phrases are in that language, with their forms for numbers, by their English; none in English.
  var words: [String: [String: String]]?
  var source: String
  var note: String
  /// Who may see the page, where not everybody may; else nothing.
  var audience: String
  /// What each entry of the drawn legend lets through, by the legend's parts: the id of a role, a sector or a family.
  var legend: [String: [String]]
  var states: [State]
  var standings: [Standing]
  var stances: [Stance]
  var attributions: [Remark]
  var frequencies: [Remark]
  var measures: [PageMeasure]
  var gapKinds: [Named]
  var verdicts: [Named]
  var areas: [Named]
  /// The periods of which evidence speaks, in their order.
  var periods: [Period]
  var roles: [Role]
  var sectors: [Named]
  var stages: [Named]
  var families: [Family]
  var informants: [Named]
  var relations: [Relation]
  var actors: PageTable<Actor>
  var passages: PageTable<Passage>
  var references: [String]
  /// The times of which statements speak, in words.
  var times: [String]
  /// The periods in which each of them lies, or that lie in it.
  var timesIn: [[Int]]
  /// What can be known of something in each period: a digit for all places, then one for each area, period by period.
  var presencesAt: [String]
  /// The lines in the picture.
  var lines: [Line]
  var connections: PageTable<Connection>
  var joined: PageTable<Joined>
  /// What can be known of them: a digit for each area, and then for each period.
  var joinedPresences: [String]
  /// Whether the page opens with its groups closed, since its map is too large to be read otherwise.
  var isGrouped: Bool?
  var evidenceFields: [String]
  var figures: [Figure]
  var gaps: PageTable<Gap>
  var claims: PageTable<Claim>
  /// The steps of a talk: a sentence and the fragment of an address each.
  var steps: [Step]
}
