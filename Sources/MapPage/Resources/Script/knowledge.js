// What the page knows: its data, and what refers to what, arranged once.

const data = JSON.parse(document.getElementById('data').textContent);
const { actors, areas, roles, sectors, informants, relations, passages, figures, gaps, claims, states } = data;

// The data lists the fields of a connection without their names.
const links = data.connections.map(([from, to, relation, line, status, presence, cases, statements, told, quoted]) => (
  { from, to, relation, line: data.lines[line], status, presence, cases, statements, told, quoted }));

const onMap = 5; // The first five states are "on the map".
const measureNames = ['inDegree', 'outDegree', 'betweenness', 'harmonicCloseness', 'pageRank'];
const places = new Map(actors.map((actor, place) => [actor.id, place]));
const keys = new Map();
const adjacent = actors.map(() => []);
const lines = new Map();
const gapByKey = new Map(gaps.map((gap) => {
  gap.key = gap.area === undefined ? gap.id : `${gap.id}.${areas[gap.area].id}`;
  return [gap.key, gap];
}));
const claimById = new Map(claims.map((claim) => [claim.id, claim]));
for (const actor of actors) {
  // What is empty or false is left out of the data.
  actor.aliases ||= [];
  actor.otherRoles ||= [];
  actor.measures = Object.fromEntries(measureNames.map((name, index) => [name, actor.measures[index]]));
}
links.forEach((link, place) => {
  link.place = place;
  link.key = [actors[link.from].id, actors[link.to].id, relations[link.relation].id].join('.');
  link.family = relations[link.relation].family;
  link.areaCount = [...link.presence].filter((digit) => +digit < onMap).length;
  keys.set(link.key, place);
  adjacent[link.from].push(place);
  if (link.to !== link.from) adjacent[link.to].push(place);
  if (link.line) {
    if (!lines.has(link.line)) lines.set(link.line, { id: link.line, connections: [] });
    lines.get(link.line).connections.push(place);
  }
});
