// Groups of actors: closed, a group stands for the actors that are part of it; open, they stand for themselves.

import { actors, groupsOf, isGrouped, keys, lines, links, places } from './knowledge.js';

/** The actors that others are part of. */
export const groups = [...new Set(actors.map(({ group }) => group))].filter((place) => place !== undefined).sort((a, b) => a - b);
const parts = new Map(groups.map((group) => [group, []]));
actors.forEach((actor, place) => { if (!parts.has(place)) groupsOf(place).forEach((group) => parts.get(group).push(place)); });
/** The groups that are closed now; one that lies in a closed group may be among them. */
export const closed = new Set();
/** The actors for which a group stands while it is closed; groups among them stand for their own. */
export const partsOf = (group) => parts.get(group) || [];

const named = (text) => (text || '').split('.').map((id) => places.get(id));
/** The groups that are closed in a state. `*` stands for all; a map that cannot be read otherwise begins with all closed. */
export function closedIn({ closed: some, opened }) {
  const found = new Set(some === '*' || (isGrouped && opened !== '*') ? groups : []);
  named(some).forEach((place) => { if (groups.includes(place)) found.add(place); });
  named(opened).forEach((place) => found.delete(place));
  return found;
}
/** How a state says which groups are closed, as short as it can. */
export function closing(some) {
  const ids = (list) => list.map((place) => actors[place].id).join('.'), inside = groups.filter((place) => some.has(place)), outside = groups.filter((place) => !some.has(place));
  if (isGrouped) return outside.length < inside.length || !inside.length ? { closed: '', opened: inside.length ? ids(outside) : '*' } : { closed: ids(inside), opened: '*' };
  return inside.length > outside.length ? { closed: '*', opened: ids(outside) } : { closed: ids(inside), opened: '' };
}
/** A state in which some actors are seen: the groups in which they lie are open. */
export function showing(state, some) {
  const found = closedIn(state), hidden = some.flatMap(groupsOf).filter((group) => found.delete(group));
  return hidden.length ? { ...state, ...closing(found) } : state;
}

let now = '';
/** Whether other groups are closed than in the picture that the page came with. */
export const isOtherView = () => closed.size !== (isGrouped ? groups.length : 0);
/** Closes and opens groups as a state says. */
export function setGroups(state) {
  const some = closedIn(state), key = [...some].join();
  if (key === now) return;
  now = key;
  closed.clear();
  some.forEach((place) => closed.add(place));
  actors.forEach((actor, place) => {
    actor.isActive = !groupsOf(place).some((group) => closed.has(group));
    actor.presence = closed.has(place) ? actor.closed || actor.own : actor.own;
  });
  for (const link of links) {
    link.isActive = actors[link.from].isActive && actors[link.to].isActive && closed.has(link.from) === Boolean(link.closed & 1) && closed.has(link.to) === Boolean(link.closed & 2);
    if (link.isActive) keys.set(link.key, link.place);
  }
  for (const line of lines.values()) line.connections = line.all.filter((place) => links[place].isActive);
}
