// Two areas or periods compared: what is on which side, in the signs that the figures of a comparison have.

import { isDoubtful, isOnMap, links, scopes, standings, stateIn, states } from './knowledge.js';
import { shown } from './selection.js';
import { say } from './words.js';

const mixed = standings.find((one) => one.isMixed);
/** What a state means, in words. */
export const told = (id) => states.find((one) => one.id === id).meaning;

/** What is known of a connection or actor on the two sides: where it is, and its sign; nothing if it is on neither. */
export function standing(item) {
  const sides = [stateIn(item, shown.area), stateIn(item, shown.other)], there = sides.filter(isOnMap);
  // The data says for each pair of states how the two sides stand to each other.
  const one = standings[states[sides[0]].standings[sides[1]]];
  return there.length ? { ...one, isDoubtful: there.every(isDoubtful) } : undefined;
}

/** What a line of several connections says together: where they are not on the same sides, it is marked as unequal. */
export function standingOfAll(connections) {
  const all = connections.map((place) => standing(links[place])).filter(Boolean);
  if (!all.length) return undefined;
  const isAllDoubtful = all.every((one) => one.isDoubtful);
  if (new Set(all.map((one) => one.look)).size > 1) return { ...mixed, isDoubtful: isAllDoubtful };
  return { ...(all.find((one) => one.isOpen) || all[0]), isDoubtful: isAllDoubtful };
}

/** The name of the first (0) or the second (1) of the two sides. */
export const sideName = (side) => scopes[side ? shown.other : shown.area].name;
/** The letters of the two sides. */
export const letters = [0, 1].map((side) => standings.find((one) => one.side === side && !one.isOpen).sign);
/** In few words, for a table. */
export const sideText = (item) => {
  const one = standing(item);
  if (!one) return say`neither`;
  if (one.side === undefined) return say`both`;
  return one.isOpen ? say`${sideName(one.side)}; ? in the other` : say`only ${sideName(one.side)}`;
};
