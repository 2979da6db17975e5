import NetworkMaps

/// A breakfast club in two places, made in code.
func breakfastClub() throws(MapError) -> NetworkMap {
  var map = try NetworkMap(
    title: "Breakfast club",
    legend: Legend(
      roles: [
        Role("delivery", name: "Delivers", shape: .box),
        Role("supported", name: "Is supported", shape: .ellipse),
      ],
      sectors: [
        Sector("school", name: "School", fill: MapColor(rgb: 0xD3EEEB), outline: MapColor(rgb: 0x17695F)),
        Sector("families", name: "Families", fill: MapColor(rgb: 0xE9E0F5), outline: MapColor(rgb: 0x6A4A9C)),
      ]),
    areas: [Area("ashby", name: "Ashby"), Area("brinmouth", name: "Brinmouth")],
    relations: [
      Relation("supports", family: .support, label: "supports", pluralLabel: "support"),
      Relation("refers-to", family: .coordination, label: "refers children to", pluralLabel: "refer children to"),
    ],
    // Who could know of what, and who was asked: this tells "not found" from "not known".
    informants: [InformantGroup("staff", name: "Staff", speaksFor: ["schools", "club"])],
    fieldwork: Fieldwork([
      .init(area: "ashby", informant: "staff", interviews: 4),
      .init(area: "brinmouth", informant: "staff", interviews: 3),
    ]))

  try map.insert(
    MapActor("schools", name: "Schools", role: "delivery", sector: "school", stage: .setUp, isPlural: true))
  try map.insert(MapActor("club", name: "Breakfast club", role: "delivery", sector: "school", stage: .delivery))
  try map.insert(
    MapActor(
      "children", name: "Children", role: "supported", sector: "families", stage: .delivery, isBeneficiary: true,
      isPlural: true))

  // Said of every area.
  try map.insert(
    Connection(
      .init(from: "schools", to: "club", "refers-to"),
      statements: [CodedStatement(id: "s1", placement: .everywhere, informants: ["staff"])]))
  // Said of Ashby only.
  try map.insert(
    Connection(
      .init(from: "schools", to: "children", "supports"),
      statements: [CodedStatement(id: "s2", placement: .areas(["ashby"]), informants: ["staff"])]))
  // Counted in both areas, and then said of Ashby, too: evidence of the same connection is merged.
  let support = Connection.ID(from: "club", to: "children", "supports")
  try map.insert(Connection(support, counts: [Count(area: "ashby", value: 42), Count(area: "brinmouth", value: 6)]))
  try map.merge(
    Connection(support, statements: [CodedStatement(id: "s3", placement: .areas(["ashby"]), informants: ["staff"])]))
  return map
}

/// What the evidence says of the support for children, in each area.
func supportByArea(on map: NetworkMap) -> [String] {
  let query = ConnectionQuery(to: ["children"], families: [.support])
  return map.connections(matching: query).flatMap { answer in
    map.areas.values.map { area in
      let presence = map.presence(of: answer.connection, in: .area(area.id))
      return "\(answer.connection.source) in \(area.name): \(presence.name)"
    }
  }
}
