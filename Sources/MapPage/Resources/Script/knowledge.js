// What the page knows: its data, and what refers to what, arranged once.

const data = JSON.parse(document.getElementById('data').textContent);
/** The rows of a table as objects: the data says the names of its fields once, above the rows. */
const objects = ({ fields, rows }) => rows.map((row) => Object.fromEntries(fields.map((field, place) => [field, row[place] ?? undefined])));

export const { title, source, note: disclosureNote } = data;
export const { areas, periods, roles, sectors, stages, families, informants, relations, states, stances, attributions, frequencies, standings, measures } = data;
/** The language of the page, and its words in it: of each that English has, how it is said. */
export const { language } = data;
export const words = data.words || {};
/** Whether the page opens with its groups closed. */
export const { isGrouped } = data;
export const { figures, gapKinds, verdicts, legend, audience, steps } = data;
export const actors = objects(data.actors);
/** Connections of actors, then those that join what the parts of closed groups have. */
export const links = objects(data.connections);
const joined = objects(data.joined);
export const passages = objects(data.passages);
export const gaps = objects(data.gaps);
export const claims = objects(data.claims);

/** Whether a state, a place in the list of states, puts something on the map. */
export const isOnMap = (place) => states[place].isOnMap;
/** Evidence that is unclear or contradicts itself puts a connection on the map, and does not settle it. */
export const isDoubtful = (place) => states[place].isDoubtful;
/** How many statements speak of a connection in an area, or in all (-1). */
export const statementsIn = (link, area) => area < 0 ? link.statements : link.statementsIn[area] || 0;
/** How many cases are counted of a connection in an area, or in all (-1): a text; nothing if none are. */
export const casesIn = (link, area) => (area < 0 ? link.cases : link.casesIn[area]) || undefined;
/** What is known of something in an area, or on the whole map (-1): a place in the list of states. */
export const stateIn = (item, area) => area < 0 ? item.status : +item.presence[area];

/** What can be asked about: areas, then each period and the areas in it; -1 stands for the whole map at any time. */
export const scopes = [...areas.map(({ name }, area) => ({ name, area, period: -1 })),
  ...periods.flatMap(({ name }, period) => [-1, ...areas.keys()].map((area) => ({ name: area < 0 ? name : `${areas[area].name}, ${name}`, area, period })))];
export const scopeOf = (area, period) => period < 0 ? area : areas.length + period * (areas.length + 1) + 1 + area;
/** Whether a statement speaks of a scope. */
export const speaksOf = ({ areas: where, time }, scope) => scope < 0 || ((scopes[scope].area < 0 || where[0] < 0 || where.includes(scopes[scope].area))
  && (scopes[scope].period < 0 || (data.timesIn[time] || []).includes(scopes[scope].period)));
/** A list in which places follow that only some items have. */
const extended = (list, more) => Object.assign([...list || []], Object.fromEntries(more || []));

export const places = new Map(actors.map((actor, place) => [actor.id, place]));
export const keys = new Map();
/** The connections of each actor. */
export const adjacent = actors.map(() => []);
export const lines = new Map();
export const gapByKey = new Map(gaps.map((gap) => {
  gap.key = gap.area === undefined ? gap.id : `${gap.id}.${areas[gap.area].id}`;
  return [gap.key, gap];
}));
export const claimById = new Map(claims.map((claim) => [claim.id, claim]));
for (const quoted of [...passages, ...claims]) quoted.reference = data.references[quoted.reference];
for (const item of [...actors, ...links]) item.presence += data.presencesAt[item.presenceAt] || '';
for (const actor of actors) {
  // An actor that is only looked for has no measures.
  actor.isMeasured = actor.measures.length > 0;
  actor.measures = Object.fromEntries(measures.map(({ id }, index) => [id, actor.measures[index]]));
}
/** The groups that an actor is part of, from the innermost to the outermost. */
export function groupsOf(place) {
  const found = [];
  for (let next = actors[place].group; next !== undefined && next !== place && !found.includes(next); next = actors[next].group) found.push(next);
  return found;
}
/** The ids of the lines in the picture. */
const lineIds = data.lines.map(([from, to, family, direction]) => `line-${actors[from].id}.${actors[to].id}.${families[family].id}${direction ? `.${direction}` : ''}`);
const lineOf = ({ from, to, relation }) => `line-${[from, to].sort((a, b) => a - b).map((place) => actors[place].id).join('.')}.${relations[relation].family}.${relations[relation].isMutual ? 'mutual' : from < to ? 'forward' : 'backward'}`;
function prepare(link, place) {
  link.place = place;
  link.key = [actors[link.from].id, actors[link.to].id, relations[link.relation].id].join('.');
  link.family = relations[link.relation].family;
  const at = link.line;
  // What is seen once groups are closed or opened has no line in the picture yet.
  link.line = lineIds[at] ?? (joined.length && isOnMap(link.status) && link.from !== link.to ? lineOf(link) : undefined);
  link.evidence = (link.evidence || []).map((row) => {
    const said = Object.fromEntries(data.evidenceFields.map((field, index) => [field, row[index]]));
    return { ...said, time: said.when, when: data.times[said.when] };
  });
  [link.casesIn, link.statementsIn] = [extended(link.casesIn, link.casesAt), extended(link.statementsIn, link.statementsAt)];
  link.isActive = !link.closed;
  link.areaCount = areas.filter((area, index) => isOnMap(+link.presence[index])).length;
  keys.set(link.key, place);
  adjacent[link.from].push(place);
  if (link.to !== link.from) adjacent[link.to].push(place);
  if (link.line) {
    if (!lines.has(link.line)) lines.set(link.line, { id: link.line, connections: [], all: [] });
    const line = lines.get(link.line);
    line.all.push(place);
    line.at ??= at;
    if (link.isActive) line.connections.push(place);
  }
}
links.forEach(prepare);
for (const actor of actors) [actor.own, actor.isActive] = [actor.presence, true];

/** A connection with a closed end has what its parts have: statements are added up, numbers of cases come from Swift. */
const byEnds = new Map(), single = links.length;
for (const link of joined) {
  Object.assign(link, { presence: data.joinedPresences[link.presence], parts: [], statements: 0, against: 0, informants: [] });
  const key = [link.from, link.to, link.relation].join();
  byEnds.set(key, [...byEnds.get(key) || [], link]);
}
if (joined.length) for (const part of links) {
  const ends = [part.from, part.to].map((place) => [place, ...groupsOf(place)]);
  for (const [from, to] of relations[part.relation].isMutual ? [ends, ends.toReversed()] : [ends]) for (const one of from) for (const other of to) {
    for (const whole of byEnds.get([one, other, part.relation].join()) || []) {
      if ((one !== from[0] && !(whole.closed & 1)) || (other !== to[0] && !(whole.closed & 2)) || whole.parts.includes(part)) continue;
      whole.parts.push(part);
      whole.statements += part.statements;
      whole.against += part.against;
    }
  }
}
for (const link of joined) {
  const groups = new Map();
  for (const [group, number] of link.parts.flatMap(({ informants: some }) => some)) groups.set(group, (groups.get(group) || 0) + number);
  link.informants = [...groups];
  link.statementsIn = scopes.map((scope, place) => link.parts.reduce((sum, part) => sum + statementsIn(part, place), 0));
}
links.push(...joined);
joined.forEach((link, place) => prepare(link, single + place));
