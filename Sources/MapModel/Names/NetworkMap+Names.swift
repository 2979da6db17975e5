import OrderedCollections

extension NetworkMap {
  /// The actors' identifiers, names and aliases; ids win over names and names over aliases, as when a map is read.
  public var actorNames: NameIndex<MapActor.ID> {
    var index = NameIndex<MapActor.ID>()
    for actor in actors.values { index.add(actor.id.rawValue, for: actor.id) }
    for actor in actors.values {
      for name in [actor.name, actor.shortName] { index.add(name, for: actor.id) }
    }
    for actor in actors.values {
      for name in actor.namesInAreas.values { index.add(name, for: actor.id) }
    }
    for actor in actors.values {
      for alias in actor.aliases { index.add(alias, for: actor.id) }
    }
    return index
  }

  /// The areas' identifiers, names and aliases, in this order of precedence.
  public var areaNames: NameIndex<Area.ID> {
    var index = NameIndex<Area.ID>()
    for area in areas.values { index.add(area.id.rawValue, for: area.id) }
    for area in areas.values { index.add(area.name, for: area.id) }
    for area in areas.values { for alias in area.aliases { index.add(alias, for: area.id) } }
    return index
  }

  /// The periods' names and aliases, then those that evidence names and the map does not list.
  /// - Complexity: O(n), where n is the number of pieces of evidence.
  public var periodNames: NameIndex<String> {
    var index = NameIndex<String>()
    for period in periods { index.add(period.name, for: period.name) }
    for period in periods { for alias in period.aliases { index.add(alias, for: period.name) } }
    for name in knownPeriods { index.add(name, for: name) }
    return index
  }

  /// The groups of informants' identifiers, names and aliases, in this order of precedence.
  public var informantNames: NameIndex<InformantGroup.ID> {
    var index = NameIndex<InformantGroup.ID>()
    for group in informants.values { index.add(group.id.rawValue, for: group.id) }
    for group in informants.values { index.add(group.name, for: group.id) }
    for group in informants.values { for alias in group.aliases { index.add(alias, for: group.id) } }
    return index
  }

  /// The relations' identifiers and labels.
  public var relationNames: NameIndex<Relation.ID> {
    var index = NameIndex<Relation.ID>()
    for relation in relations.values { index.add(relation.id.rawValue, for: relation.id) }
    for relation in relations.values {
      for name in [relation.label, relation.pluralLabel] { index.add(name, for: relation.id) }
    }
    return index
  }
}

extension Legend {
  /// The roles' identifiers and names.
  public var roleNames: NameIndex<Role.ID> {
    var index = NameIndex<Role.ID>()
    for role in roles.values { for name in [role.id.rawValue, role.name] { index.add(name, for: role.id) } }
    return index
  }

  /// The families' identifiers and names.
  public var familyNames: NameIndex<Family.ID> {
    var index = NameIndex<Family.ID>()
    for family in families.values { for name in [family.id.rawValue, family.name] { index.add(name, for: family.id) } }
    return index
  }

  /// The stages' identifiers and names.
  public var stageNames: NameIndex<Stage.ID> {
    var index = NameIndex<Stage.ID>()
    for stage in stages.values { for name in [stage.id.rawValue, stage.name] { index.add(name, for: stage.id) } }
    return index
  }

  /// The sectors' identifiers and names.
  public var sectorNames: NameIndex<Sector.ID> {
    var index = NameIndex<Sector.ID>()
    for sector in sectors.values { for name in [sector.id.rawValue, sector.name] { index.add(name, for: sector.id) } }
    return index
  }
}
