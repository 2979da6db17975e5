/// A small commented map to start from; it passes all checks.
public enum StarterMap {
  /// A file of the map.
  public struct File: Sendable {
    /// The name, relative to the map folder.
    public let name: String
    /// What stands in it.
    public let text: String
  }

  /// The files of the map.
  public static let files = [
    File(name: "map.yaml", text: definition),
    File(name: "interviews.csv", text: interviews),
    File(name: "fieldwork.csv", text: fieldwork),
    File(name: "referrals.csv", text: referrals),
  ]

  private static let definition = """
    # A made-up programme. Replace what stands here by your own; `netmap check` says what is missing.
    format: 1
    title: Reading Friends

    # The places of delivery. Evidence names them by id, name or alias.
    areas:
      - {id: northtown, name: Northtown}
      - {id: southport, name: Southport}

    # Shapes stand for roles and colours for sectors. Without `legend:` the default one holds, with the roles
    #   programme-activity, co-existing-support, programme-support, delivery, set-up, other
    # and the sectors
    #   delivery-charity, school, local-authority, nhs, central-government, voluntary-private, families,
    #   programme-activities

    actors:
      # role decides the shape, sector the colour, stage the half (set-up left, delivery right).
      - id: council
        name: Town council
        role: set-up
        sector: local-authority
        stage: set-up
      - id: coordinators
        name: Coordinators
        plural: true          # so that sentences say "Coordinators oversee"
        role: set-up
        sector: delivery-charity
        stage: set-up
      - id: friends
        name: Reading friends
        plural: true
        role: delivery
        sector: delivery-charity
        stage: delivery
        aliases: [volunteers, reading friend]
      - id: reading-hour
        name: Reading hour
        role: programme-activity   # an activity, in which others meet
        sector: programme-activities
        stage: delivery
      - id: librarians
        name: Librarians
        plural: true
        role: co-existing-support
        sector: local-authority
        stage: delivery
      - id: children
        name: Children
        plural: true
        beneficiary: true     # in receipt of support: the right end of the map
        role: delivery
        sector: families
        stage: delivery

    # The family decides the line: support points towards the people supported; coordination is work between actors.
    relations:
      - {id: supports, family: support, label: supports, plural: support}
      - {id: funds, family: coordination, label: funds, plural: fund}
      - {id: oversees, family: coordination, label: oversees, plural: oversee}
      - {id: attends, family: coordination, label: takes part in, plural: take part in}
      - {id: refers-to, family: coordination, label: refers children to, plural: refer children to}

    # Who was interviewed, and for which actors each group can speak. With fieldwork.csv it tells
    # "not found" (somebody who could know was asked) from "not known" (nobody was).
    informants:
      - {id: volunteers, name: Volunteers, speaks-for: [friends, coordinators, reading-hour]}
      - {id: families, name: Families, speaks-for: [children]}

    interviews:
      file: interviews.csv
      # If your coding tool calls its columns otherwise, say so:
      # columns: {from: Source actor, to: Target actor, excerpt: Segment}

    fieldwork:
      file: fieldwork.csv

    # Management information (MI) that is already counted. A file with a row for each case is counted by `rules:`;
    # Examples/case-level shows how, and how the codes of a coding tool are read.
    mi:
      - file: referrals.csv
        cases: [children]     # measures that count cases; others are shown beside them

    # Sentences of your report, each with what it says of the map; `netmap check` says whether they hold.
    claims:
      - id: friends-read
        words: Reading friends take part in the reading hour.
        connection: {from: reading friends, to: reading hour, relation: attends}

    # What a good network would have; `netmap gaps` says where it has not.
    expectations:
      - id: library-within-reach
        because: Children who come to like books should find the way to the library.
        route: {from: librarians, to: children, within: 2}

    figures:
      - id: whole-map
        number: "1"
        title: The network map
        message: Reading friends are the link between the library and the children.
      - id: legend
        number: "2"
        title: The legend
        legend: true
      - id: support
        number: "3"
        title: Who supports children
        message: Most support comes through the reading hour.
        show:
          families: [support]

    # What public output may show: counts below the minimum are withheld, and excerpts unless they are published.
    disclosure:
      minimum: 10
      excerpts: withheld

    """

  private static let interviews = """
    id,area,interview,informant,from,to,relation,stance,frequency,excerpt,reference
    s1,,V01,volunteers,council,coordinators,funds,present,,The council pays for the two coordinators.,Transcript V01
    s2,all,V01,volunteers,coordinators,reading friends,oversees,present,common,Our coordinator rings every one of us each week.,Transcript V01
    s3,Northtown,V02,volunteers,reading friends,reading hour,attends,present,common,I am there every Tuesday.,Transcript V02
    s4,Northtown,V02,volunteers,librarians,reading hour,attends,present,some,"Now and then a librarian sits in, too.",Transcript V02
    s5,Southport,V03,volunteers,librarians,reading hour,attends,absent,,The library never sent anybody.,Transcript V03
    s6,Northtown; Southport,F01,families,reading hour,children,supports,present,common,She comes home and wants to read to us.,Transcript F01
    s7,,V03,volunteers,reading friends,librarians,refers-to,unclear,rare,"I may have sent one or two to the library, I am not sure.",Transcript V03

    """

  private static let fieldwork = """
    area,informant,interviews
    Northtown,volunteers,1
    Northtown,families,1
    Southport,volunteers,2
    Southport,families,0

    """

  private static let referrals = """
    area,from,to,relation,measure,period,count,reference,computed
    Northtown,reading friends,children,supports,children,2025,48,Attendance lists,
    Southport,reading friends,children,supports,children,2025,31,Attendance lists,

    """
}
