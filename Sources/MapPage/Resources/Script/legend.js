// The key beside the map: what shapes, colours and lines mean. Each of them can be asked for alone.

import { go, state } from './address.js';
import { byId, drawing, el } from './elements.js';
import { legend, roles, sectors } from './knowledge.js';
import { svg } from './parts.js';
import { nameIn, say } from './words.js';

const lists = { role: roles, sector: sectors };
const kinds = { roles: 'role', sectors: 'sector', lines: 'families' };
const textOf = (part) => part ? [...part.querySelectorAll('text')].map((text) => text.textContent).join(' ') : '';

/** The drawn sample of a sign, in a small drawing of its own. */
function sample(part) {
  const { x, y, width, height } = part.getBBox(), margin = 2;
  return drawing('svg', { class: 'sample', viewBox: `${x - margin} ${y - margin} ${width + 2 * margin} ${height + 2 * margin}`, width: width + 2 * margin, height: Math.min(26, height + 2 * margin), 'aria-hidden': 'true' },
    ...[...part.children].map((child) => child.cloneNode(true)));
}

/** Makes the key of what the drawn legend holds, sample by sample. */
export function prepareLegend() {
  const box = byId('legend');
  for (const heading of svg.querySelectorAll('.legend')) {
    const [, id, index] = heading.id.split('-');
    if (index !== undefined) continue;
    const items = [];
    for (let place = 0, part; (part = svg.querySelector(`#legend-${id}-${place}`)); place++) {
      const kind = kinds[id], value = kind && legend[id] && legend[id][place];
      // A name that is broken on the map is whole here.
      const text = kind && lists[kind] && value ? nameIn(lists[kind], value) : textOf(svg.querySelector(`#legend-${id}-${place}-text`));
      const role = kind === 'role' && roles.find((one) => one.id === value);
      items.push(el('li', {}, value
        ? el('button', { type: 'button', 'data-kind': kind, 'data-value': value, title: role && role.definition, onclick: () => go({ ...state, [kind]: state[kind] === value ? '' : value }) }, sample(part), text)
        : el('span', {}, sample(part), text)));
    }
    if (items.length) box.append(el('div', {}, el('h3', {}, textOf(heading)), el('ul', {}, items)));
  }
  box.append(el('div', { id: 'key-now' }));
  svg.querySelector('.graph').classList.add('keyed');
  // Without anything to explain there is nothing to hide.
  if (box.childElementCount < 2) byId('hide-legend').hidden = true;
}

/** Says which of its entries are chosen, and what the picture has now that the map's own key does not explain. */
export function showLegend(signs) {
  for (const entry of byId('legend').querySelectorAll('button')) entry.setAttribute('aria-pressed', String(state[entry.dataset.kind] === entry.dataset.value));
  byId('key-now').replaceChildren(...(signs.length ? [el('h3', {}, say`Now on the map`), el('ul', {}, signs.map((sign) => el('li', {}, sign)))] : []));
}
