// The columns of the page's tables, in the order of their cells: what rows seldom have comes last.

extension PageData.Actor {
  static var columns: [PageColumn<Self>] {
    [
      .init("id") { $0.id }, .init("name") { $0.name }, .init("short") { $0.short }, .init("role") { $0.role },
      .init("otherRoles") { $0.otherRoles }, .init("sector") { $0.sector }, .init("stage") { $0.stage },
      .init("aliases") { $0.aliases }, .init("presence") { $0.presence }, .init("measures") { $0.measures },
      .init("presenceAt") { $0.presenceAt },
      // What is seldom true is left out where it is not.
      .init("isActivity") { $0.isActivity ? true : nil }, .init("isPlural") { $0.isPlural ? true : nil },
      .init("isMissing") { $0.isMissing ? true : nil }, .init("description") { $0.description },
      .init("attributes") { $0.attributes }, .init("group") { $0.group },
      .init("closed") { $0.closed },
    ]
  }
}

extension PageData.Passage {
  static var columns: [PageColumn<Self>] { [.init("text") { $0.text }, .init("reference") { $0.reference }] }
}

extension PageData.Evidence {
  static var columns: [PageColumn<Self>] {
    [
      .init("passage") { $0.passage }, .init("stance") { $0.stance }, .init("areas") { $0.areas },
      .init("informants") { $0.informants }, .init("when") { $0.when }, .init("attribution") { $0.attribution },
      .init("frequency") { $0.frequency }, .init("interview") { $0.interview },
    ]
  }
}

extension PageData.Connection {
  static var columns: [PageColumn<Self>] {
    [
      .init("from") { $0.from }, .init("to") { $0.to }, .init("relation") { $0.relation }, .init("line") { $0.line },
      .init("status") { $0.status }, .init("presence") { $0.presence },
      .init("statements") { $0.statements }, .init("against") { $0.against },
      .init("informants") { $0.informants }, .init("evidence") { $0.evidence },
      // What few have comes last, and is left out by the others.
      .init("presenceAt") { $0.presenceAt }, .init("statementsIn") { $0.statementsIn },
      .init("statementsAt") { $0.statementsAt }, .init("cases") { $0.cases }, .init("casesIn") { $0.casesIn },
      .init("casesAt") { $0.casesAt },
    ]
  }
}

extension PageData.Joined {
  static var columns: [PageColumn<Self>] {
    [
      .init("from") { $0.from }, .init("to") { $0.to }, .init("relation") { $0.relation },
      .init("closed") { $0.closed },
      .init("status") { $0.status }, .init("presence") { $0.presence }, .init("line") { $0.line },
      .init("cases") { $0.cases }, .init("casesIn") { $0.casesIn }, .init("casesAt") { $0.casesAt },
    ]
  }
}

extension PageData.Gap {
  static var columns: [PageColumn<Self>] {
    [
      .init("id") { $0.id }, .init("kind") { $0.kind }, .init("sentence") { $0.sentence },
      .init("actors") { $0.actors },
      .init("missing") { $0.missing }, .init("untold") { $0.untold }, .init("connections") { $0.connections },
      .init("area") { $0.area }, .init("absence") { $0.absence }, .init("reason") { $0.reason },
    ]
  }
}

extension PageData.Claim {
  static var columns: [PageColumn<Self>] {
    [
      .init("id") { $0.id }, .init("words") { $0.words }, .init("reference") { $0.reference },
      .init("verdict") { $0.verdict }, .init("because") { $0.because }, .init("actors") { $0.actors },
      .init("areas") { $0.areas },
    ]
  }
}
