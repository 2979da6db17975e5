// The tables of what is shown, to sort, copy and download.

import { choose } from './address.js';
import { sideText } from './comparison.js';
import { commaSeparated, tabSeparated } from './csv.js';
import { button, byId, el } from './elements.js';
import { actors, areas, casesIn, families, links, measures, relations, roles, sectors, stateIn, statementsIn, states } from './knowledge.js';
import { shown } from './selection.js';
import { collator, count, nameIn, sentence, stageName, symbol } from './words.js';

const number = (value) => ({ value, text: String(value), isNumber: true });
const cases = (text) => ({ value: text ? +text.replaceAll(/\D/g, '') : -1, text: text || '', isNumber: true });
/** Where numbers are of: the areas that are chosen, or the whole map (-1). */
const chosenAreas = () => shown.area < 0 ? [-1] : [shown.area, shown.other].filter((area) => area >= 0);
const headed = (name, area) => area < 0 ? name : `${name} in ${areas[area].name}`;
const word = (value, action) => ({ value, text: value, action });
/** Columns that only the copied and downloaded tables have: what is known of each area. They come last. */
const inEachArea = areas.map((area, place) => [`In ${area.name}`, (item) => word(states[+item.presence[place]].name), 'file']);
export const tables = {
  actors: {
    title: 'Actors', file: 'actors.csv', sort: 0, down: false, box: byId('table-actors'),
    columns: () => [
      ['Actor', (actor) => word(actor.name, () => choose({ actor: actor.id }))],
      ['Role', (actor) => word(nameIn(roles, actor.role))], ['Sector', (actor) => word(nameIn(sectors, actor.sector))],
      ['Stage', (actor) => word(stageName(actor.stage))],
      ...measures.filter((one) => one.heading).map(({ id, heading }) => [heading, (actor) => actor.isMeasured ? number(actor.measures[id]) : word('')]),
      ...[shown.area, shown.other].filter((area) => area >= 0)
        .map((area) => [`Status in ${areas[area].name}`, (actor) => word(symbol(+actor.presence[area]))]),
      ...(shown.other < 0 ? [] : [['Comparison', (actor) => word(sideText(actor))]]), ...inEachArea,
    ],
    rows: () => [...shown.actors].map((place) => actors[place]),
  },
  connections: {
    title: 'Connections', file: 'connections.csv', sort: 0, down: false, box: byId('table-connections'),
    columns: () => [
      ['Connection', (one) => word(sentence(one), () => choose({ connection: one.key }))],
      ['From', (one) => word(actors[one.from].name), 'parts'], ['Relation', (one) => word(relations[one.relation].label), 'parts'],
      ['To', (one) => word(actors[one.to].name), 'parts'], ['Family', (one) => word(nameIn(families, one.family))],
      [shown.area < 0 ? 'Status' : `Status in ${areas[shown.area].name}`, (one) => word(symbol(stateIn(one, shown.area)))],
      ...(shown.other < 0 ? [] : [[`Status in ${areas[shown.other].name}`, (one) => word(symbol(stateIn(one, shown.other)))],
        ['Comparison', (one) => word(sideText(one))]]),
      ...(areas.length ? [['Areas', (one) => number(one.areaCount)]] : []),
      ...chosenAreas().map((area) => [headed('Statements', area), (one) => ({ ...number(statementsIn(one, area)), ...(area < 0 && one.against ? { text: `${one.statements} (${one.against} against)` } : {}) })]),
      ...(links.some((one) => one.cases || one.casesIn) ? chosenAreas().map((area) => [headed('Cases', area), (one) => cases(casesIn(one, area))]) : []),
      ...inEachArea,
    ],
    rows: () => [...shown.connections].map((place) => links[place]),
  },
};

/** The heading, buttons and frame of a table, made once. */
export function prepareTable(table) {
  const id = `heading-${table.title.toLowerCase()}`;
  table.said = el('p', { role: 'status' });
  table.area = el('textarea', { class: 'copied', readonly: true, 'aria-label': `${table.title} to copy`, hidden: true });
  table.scroll = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': id });
  table.heading = el('h3', { id }, table.title);
  table.box.append(table.heading, el('div', { class: 'buttons' },
    button(`Copy ${table.title.toLowerCase()}`, () => copy(table), ''), button(`Download ${table.title.toLowerCase()} as CSV`, () => download(table), '')),
  table.said, table.area, table.scroll);
}

export function fillTable(table) {
  const columns = table.columns(), shownColumns = columns.filter(([, , kind]) => kind !== 'file'), at = Math.min(table.sort, shownColumns.length - 1);
  const rows = table.rows().map((item) => columns.map(([, cell]) => cell(item)));
  rows.sort((a, b) => (a[at].isNumber ? a[at].value - b[at].value : collator.compare(a[at].value, b[at].value)) * (table.down ? -1 : 1));
  table.now = { head: columns.map(([name]) => name), rows };
  const sortBy = (index) => {
    // Numbers begin with the highest.
    table.down = index === table.sort ? !table.down : rows.some((row) => row[index].isNumber);
    table.sort = index;
    fillTable(table);
    table.scroll.querySelectorAll('thead button')[index].focus();
  };
  const head = shownColumns.map(([name, , kind], index) => el('th', { scope: 'col', class: kind, 'data-name': name, 'aria-sort': index === at ? (table.down ? 'descending' : 'ascending') : undefined },
    button(name, () => sortBy(index), ''), index === at ? el('span', { 'aria-hidden': 'true' }, table.down ? ' ▼' : ' ▲') : ''));
  const body = rows.map((row) => el('tr', {}, shownColumns.map(([, , kind], index) => {
    const cell = row[index], content = cell.action ? button(cell.text, cell.action) : cell.text;
    return index === 0 ? el('th', { scope: 'row' }, content) : el('td', { class: cell.isNumber ? 'number' : kind }, content);
  })));
  const unplaced = table === tables.actors ? shown.pale.size : 0;
  table.heading.textContent = `${table.title} (${rows.length - unplaced}${unplaced ? `, and ${unplaced} not placed there` : ''})`;
  const held = table.scroll.contains(document.activeElement);
  table.scroll.replaceChildren(el('table', { 'aria-labelledby': table.heading.id }, el('thead', {}, el('tr', {}, head)), el('tbody', {}, body)));
  if (held) table.scroll.focus();
}

const written = ({ now }) => [now.head, ...now.rows.map((row) => row.map((cell) => cell.text))];

async function copy(table) {
  const text = tabSeparated(written(table));
  try {
    await navigator.clipboard.writeText(text);
    table.area.hidden = true;
    table.said.textContent = `${table.title} copied: ${count(table.now.rows.length, 'row')}.`;
  } catch {
    table.area.value = text;
    table.area.hidden = false;
    table.area.select();
    table.said.textContent = 'The browser does not let the page copy. The text is selected: press Ctrl and C.';
  }
}
function download(table) {
  // The mark at the start tells spreadsheets that the text is UTF-8.
  const address = URL.createObjectURL(new Blob(['\ufeff', commaSeparated(written(table))], { type: 'text/csv;charset=utf-8' }));
  const link = el('a', { href: address, download: byId('team') ? `for-team-only-${table.file}` : table.file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  table.said.textContent = `${table.file}: ${count(table.now.rows.length, 'row')}.`;
}
