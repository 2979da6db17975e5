// Two areas or periods compared, in the panel and in the key.

import { letters, sideName, standing, told } from './comparison.js';
import { drawing, el, note } from './elements.js';
import { evidenceDetails, later } from './evidence.js';
import { links, standings } from './knowledge.js';
import { shown } from './selection.js';
import { say } from './words.js';

const mixed = standings.find((one) => one.isMixed);
function wordsOf({ side, isOpen }) {
  if (side === undefined) return say`Connections in both`;
  const [here, there] = [sideName(side), sideName(1 - side)];
  return isOpen ? say`In ${here}; the evidence does not tell of ${there}` : say`In ${here}; reported absent or not found in ${there}`;
}

/** A short line in the drawing's own colours and dashes, for the key. */
function keyLine(look) {
  const picture = drawing('svg', { class: `key ${look}`, viewBox: '0 0 48 16', 'aria-hidden': 'true' });
  picture.append(drawing('path', { d: 'M0,8H48', fill: 'none' }));
  return picture;
}
const kinds = () => standings.filter((kind) => !kind.isNeither && !kind.isMixed);
const sign = (kind) => [keyLine(kind.look), kind.sign ? el('strong', {}, `${kind.sign} `) : ''];

/** The signs of a comparison, for the key beside the map. */
export const comparisonKey = () => kinds().map((kind) => el('span', {}, sign(kind), wordsOf(kind)));

/** What the two sides share and do not share, each a list that can be opened. */
export function comparison() {
  const all = [...shown.connections].map((place) => [links[place], standing(links[place])]).filter(([, one]) => one);
  const row = (kind) => {
    const found = all.filter(([, one]) => one.id === kind.id), doubtful = found.filter(([, one]) => one.isDoubtful).length;
    const words = [...sign(kind), `${wordsOf(kind)}: ${found.length}${doubtful ? say`, ${doubtful} of them unclear or contradicted (dotted)` : ''}`];
    if (!found.length) return el('li', {}, words);
    const list = later('', () => [el('ul', {}, found.map(([link]) => el('li', {}, evidenceDetails(link, undefined, ''))))], 'rest counted');
    list.querySelector('summary').append(...words.filter(Boolean));
    return el('li', {}, list);
  };
  return [el('h3', {}, say`${sideName(0)} (${letters[0]}) compared with ${sideName(1)} (${letters[1]})`),
    el('ul', { class: 'sides' }, kinds().map(row)),
    note(say`A line with the sign ${mixed.sign} stands for several connections that are not on the same sides. “The evidence does not tell” means: ${told('unplaced')}, or ${told('notKnown')}. `
    + say`While two sides are compared, these colours and dashes replace those of the map’s own key.`)];
}
