// The panel of an actor: whom it supports and works with, in sentences, and its place in the network.

function ranked(key, place) {
  const value = actors[place].measures[key];
  return 1 + actors.filter((actor) => actor.measures[key] > value).length;
}
function measuresOf(place) {
  const { inDegree, outDegree } = actors[place].measures, all = actors.length;
  if (!inDegree && !outDegree) return ['Nothing connects it with others.'];
  return [
    `Connections lead to it from ${count(inDegree, 'actor')}, and from it to ${count(outDegree, 'actor')}.`,
    `Among the ${all} actors it is number ${ranked('betweenness', place)} by how often an actor stands on the shortest way between two others, `
    + `number ${ranked('harmonicCloseness', place)} by how quickly it is reached from the others, and number ${ranked('pageRank', place)} by how much leads to it, directly and through others.`,
  ];
}

/** One sentence for each relation and what must be said with it, then the evidence for each link. */
function flow(heading, some, actor, outward) {
  if (!some.length) return [];
  const alike = new Map();
  for (const place of some) {
    const kind = `${links[place].relation} ${reservation(links[place])}`;
    alike.set(kind, [...(alike.get(kind) || []), place]);
  }
  const subject = actors[actor].name;
  const sentences = [...alike.values()].map((group) => {
    const held = reservation(links[group[0]]), end = held ? [' (', el('strong', {}, held), ').'] : '.';
    const others = group.map((place) => actorLink(outward ? links[place].to : links[place].from));
    const many = others.length > 1 || actors[links[group[0]].from].isPlural;
    return outward
      ? el('li', {}, `${subject} ${verb(links[group[0]])} `, series(others), end)
      : el('li', {}, series(others), ` ${relations[links[group[0]].relation][many ? 'plural' : 'label']} ${subject}`, end);
  });
  return [el('h3', {}, heading), el('ul', { class: 'flow' }, sentences), el('ul', {}, some.map((place) =>
    el('li', {}, evidenceDetails(links[place], actor))))];
}

function actorPanel(place) {
  const actor = actors[place];
  const of = (family, end) => adjacent[place].filter((one) => shown.connections.has(one) && links[one].family === family && links[one][end] === place);
  const kinds = [...new Set(relations.map((relation) => relation.family))].filter((family) => family !== 'support');
  const plain = (list) => list.map((id) => nameIn(roles, id));
  const flows = [
    ...flow('Whom it supports', of('support', 'from'), place, true), ...flow('Who supports it', of('support', 'to'), place, false),
    ...kinds.flatMap((family) => [...flow(`Whom it works with: ${capital(family).toLowerCase()}`, of(family, 'from'), place, true),
      ...flow(`Who works with it: ${capital(family).toLowerCase()}`, of(family, 'to'), place, false)]),
  ];
  return [actor.name, [
    el('p', {}, `${nameIn(roles, actor.role)}.${actor.otherRoles.length ? ` Further roles: ${and(plain(actor.otherRoles))}.` : ''} `
      + `Sector: ${nameIn(sectors, actor.sector)}. Stage: ${stageName(actor.stage).toLowerCase()}.`),
    actor.aliases.length ? note(`Also called: ${actor.aliases.join(', ')}.`) : '',
    flows.length ? flows : el('p', {}, 'Nothing that is shown now connects it with another actor.'),
    el('h3', {}, 'Place in the whole network'), measuresOf(place).map((text) => el('p', {}, text)),
    areas.length ? [el('h3', {}, 'Areas'), areaList(actor)] : [],
  ]];
}
