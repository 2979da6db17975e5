// The panel of an actor: whom it supports and works with, in sentences, and its place in the network.

import { go, state } from './address.js';
import { actorLink, button, el, note } from './elements.js';
import { areaList, evidenceDetails, reservation } from './evidence.js';
import { closed, closing, groups, partsOf } from './groups.js';
import { actors, adjacent, areas, families, links, measures, relations, roles, sectors, stateIn, states } from './knowledge.js';
import { shown } from './selection.js';
import { and, count, nameIn, say, series, small, stageName, verb } from './words.js';

/** Its place by a measure, and with how many others it shares it; nobody is first of nothing. */
function ranked({ id, ranking }, place) {
  const value = actors[place].measures[id];
  if (!value) return say`without a place by ${ranking}`;
  const others = actors.filter((actor) => actor.measures[id] === value).length - 1;
  return say`number ${1 + actors.filter((actor) => actor.measures[id] > value).length}${others ? say`, with ${count(others, 'other')},` : ''} by ${ranking}`;
}
/** That measures are of single actors, where some are not seen as such. */
export const ofOpenGroups = () => say`Measures are those of the map with all groups open; a group that is closed has none.`;
function measuresOf(place) {
  if (closed.has(place)) return [ofOpenGroups()];
  const { inDegree, outDegree } = actors[place].measures, all = actors.filter((actor) => actor.isMeasured).length;
  if (!inDegree && !outDegree) return [say`Nothing connects it with others.`];
  const ranks = measures.filter((one) => one.ranking).map((one) => ranked(one, place));
  return [
    say`Connections lead to it from ${count(inDegree, 'actor')}, and from it to ${count(outDegree, 'actor')}.`,
    closed.size ? ofOpenGroups() : '',
    say`Among the ${all} actors it is ${ranks.slice(0, -1).join(', ')}, and ${ranks.at(-1)}.`,
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

/** Closes or opens a group, which is chosen then. */
function toggle(group) {
  const some = new Set(closed);
  if (!some.delete(group)) some.add(group);
  go({ ...state, actor: actors[group].id, ...closing(some) }, true);
}
/** For which actors it stands, or could stand, and of which it is a part. */
function grouping(place) {
  const group = actors[place].group, some = partsOf(place), isOne = closed.has(place);
  return [
    groups.includes(place) ? [el('p', {}, isOne ? say`This group is closed: it stands for ${count(some.length, 'actor')}, and what is known of them is joined.` : say`This group is open: ${count(some.length, 'actor')} stand for themselves, and what is said of the group alone stands here.`,
      ' ', button(isOne ? say`Open the group` : say`Close the group`, () => toggle(place))), note(and(some.map((one) => actors[one].name)))] : '',
    group === undefined ? '' : el('p', {}, say`Part of ${actors[group].name}. `, button(say`Close the group`, () => toggle(group))),
  ];
}

/** What the evidence says there is none of: a way to the words that say so. */
function denied(actor) {
  const some = adjacent[actor].filter((place) => links[place].isActive && states[stateIn(links[place], shown.area)].isDenied);
  return some.length ? [el('h3', {}, say`Reported absent`), el('ul', {}, some.map((place) => el('li', {}, evidenceDetails(links[place], actor))))] : [];
}

export function actorPanel(place) {
  const actor = actors[place];
  const of = (family, end) => adjacent[place].filter((one) => shown.connections.has(one) && links[one].family === family && links[one][end] === place);
  const [support, others] = [true, false].map((isSupport) => families.filter((family) => family.isSupport === isSupport));
  const { definition } = roles.find(({ id }) => id === actor.role);
  const plain = (list) => list.map((id) => nameIn(roles, id));
  const flows = [
    ...support.flatMap(({ id }) => [...flow(say`Whom it supports`, of(id, 'from'), place, true), ...flow(say`Who supports it`, of(id, 'to'), place, false)]),
    ...others.flatMap(({ id, name }) => [...flow(say`Whom it works with: ${small(name)}`, of(id, 'from'), place, true),
      ...flow(say`Who works with it: ${small(name)}`, of(id, 'to'), place, false)]),
  ];
  return [actor.name, [
    actor.description ? el('p', {}, actor.description) : '',
    el('p', {}, `${nameIn(roles, actor.role)}${definition ? ` (${definition.replace(/\.$/, '')})` : ''}.${actor.otherRoles.length ? say` Further roles: ${and(plain(actor.otherRoles))}.` : ''} `
      + say`Sector: ${nameIn(sectors, actor.sector)}. Stage: ${small(stageName(actor.stage))}.`),
    actor.attributes ? el('p', {}, `${actor.attributes.map(([name, value]) => `${name}: ${value}`).join('. ')}.`) : '',
    actor.aliases.length ? note(say`Also called: ${actor.aliases.join(', ')}.`) : '',
    grouping(place),
    flows.length ? flows : el('p', {}, say`Nothing that is shown now connects it with another actor.`),
    denied(place),
    el('h3', {}, say`Place in the whole network`), measuresOf(place).filter(Boolean).map((text) => el('p', {}, text)),
    areas.length ? [el('h3', {}, say`Areas`), areaList(actor)] : [],
  ]];
}
