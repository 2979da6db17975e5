// Two areas compared: what is on which side, in the signs that the figures of a comparison have.

import { drawing, el, note } from './elements.js';
import { areas, isDoubtful, isOnMap, links, standings, stateIn, states } from './knowledge.js';
import { shown } from './selection.js';

const mixed = standings.find((one) => one.isMixed);
/** What a state means, in words. */
const told = (id) => states.find((one) => one.id === id).meaning;

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

/** The name of the first (0) or the second (1) of the two areas. */
export const sideName = (side) => areas[side ? shown.other : shown.area].name;
/** The letters of the two sides. */
const letters = [0, 1].map((side) => standings.find((one) => one.side === side && !one.isOpen).sign);
function wordsOf({ side, isOpen }) {
  if (side === undefined) return 'Connections in both';
  const [here, there] = [sideName(side), sideName(1 - side)];
  return isOpen ? `In ${here}; the evidence does not tell of ${there}` : `In ${here}; reported absent or not found in ${there}`;
}

/** A short line in the drawing's own colours and dashes, for the key. */
function keyLine(look) {
  const picture = drawing('svg', { class: `key ${look}`, viewBox: '0 0 48 16', 'aria-hidden': 'true' });
  picture.append(drawing('path', { d: 'M0,8H48', fill: 'none' }));
  return picture;
}

/** What the two areas share and do not share, with the key of the map's signs. */
export function comparison() {
  const all = [...shown.connections].map((place) => standing(links[place])).filter(Boolean);
  const row = (kind) => {
    const found = all.filter((one) => one.id === kind.id), doubtful = found.filter((one) => one.isDoubtful).length;
    return el('li', {}, keyLine(kind.look), kind.sign ? el('strong', {}, `${kind.sign} `) : '',
      `${wordsOf(kind)}: ${found.length}${doubtful ? `, ${doubtful} of them unclear or contradicted (dotted)` : ''}`);
  };
  return [el('h3', {}, `${sideName(0)} (${letters[0]}) compared with ${sideName(1)} (${letters[1]})`),
    el('ul', {}, standings.filter((kind) => !kind.isNeither && !kind.isMixed).map(row)),
  note(`A line with the sign ${mixed.sign} stands for several connections that are not in the same areas. “The evidence does not tell” means: ${told('unplaced')}, or ${told('notKnown')}. `
    + 'While areas are compared, these colours and dashes replace those of the map’s own key.')];
}

/** In few words, for a table. */
export const sideText = (item) => {
  const one = standing(item);
  if (!one) return 'neither';
  if (one.side === undefined) return 'both';
  return one.isOpen ? `${sideName(one.side)}; ? in the other` : `only ${sideName(one.side)}`;
};
