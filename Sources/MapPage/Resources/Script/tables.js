// The tables of what is shown, to sort, copy and download.

import { ofOpenGroups } from './actor.js';
import { choose } from './address.js';
import { sideText } from './comparison.js';
import { commaSeparated, tabSeparated } from './csv.js';
import { button, byId, el } from './elements.js';
import { copyText, save } from './files.js';
import { fittingClaims, fittingGaps } from './findings.js';
import { closed } from './groups.js';
import { actors, areas, casesIn, families, gapKinds, informants, links, measures, passages, places, relations, roles, scopes, sectors, speaksOf, stances, stateIn, statementsIn, states, verdicts } from './knowledge.js';
import { shown } from './selection.js';
import { collator, count, nameIn, numeral, say, sentence, small, stageName, symbol } from './words.js';

const number = (value) => ({ value, text: String(value), isNumber: true });
const cases = (text) => ({ value: text ? +text.replaceAll(/\D/g, '') : -1, text: text || '', isNumber: true });
/** Where numbers are of: the areas that are chosen, or the whole map (-1). */
const chosenAreas = () => shown.area < 0 ? [-1] : [shown.area, shown.other].filter((area) => area >= 0);
const headed = (name, area) => area < 0 ? name : say`${name} in ${scopes[area].name}`;
const word = (value, action) => ({ value, text: value, action });
/** Columns that only the copied and downloaded tables have: what is known of each area. They come last. */
const ofFile = (name, make) => [name, (item) => word(make(item) ?? ''), 'file'];
const inEachArea = areas.map((area, place) => [say`In ${area.name}`, (item) => word(states[+item.presence[place]].name), 'file']);
/** The ids of a connection, for who works on with the tables of the map's folder. */
const ids = (linkOf) => [[say`From id`, 'from'], [say`Relation id`, 'relation'], [say`To id`, 'to']].map(([name, end]) =>
  ofFile(name, (item) => (end === 'relation' ? relations : actors)[linkOf(item)[end]].id));
/** A measure of an actor; a closed group has none, since measures are of single actors. */
const measure = (id) => (actor) => actor.isMeasured && !closed.has(places.get(actor.id)) ? number(actor.measures[id]) : word('');
export const tables = {
  actors: {
    title: say`Actors`, file: 'actors.csv', sort: 0, down: false, box: byId('table-actors'),
    columns: () => [
      [say`Actor`, (actor) => word(actor.name, () => choose({ actor: actor.id }))],
      [say`Role`, (actor) => word(nameIn(roles, actor.role))], [say`Sector`, (actor) => word(nameIn(sectors, actor.sector))],
      [say`Stage`, (actor) => word(stageName(actor.stage))],
      ...measures.filter((one) => one.heading).map(({ id, heading }) => [heading, measure(id)]),
      ...[shown.area, shown.other].filter((area) => area >= 0)
        .map((area) => [say`Status in ${scopes[area].name}`, (actor) => word(symbol(+actor.presence[area]))]),
      ...(shown.other < 0 ? [] : [[say`Comparison`, (actor) => word(sideText(actor))]]), ...inEachArea,
      ofFile(say`Id`, (actor) => actor.id), ofFile(say`Also called`, (actor) => actor.aliases.join('; ')),
      ...measures.filter((one) => !one.heading).map(({ id, name }) => [name, measure(id), 'file']),
    ],
    rows: () => [...shown.actors].map((place) => actors[place]),
  },
  connections: {
    title: say`Connections`, file: 'connections.csv', sort: 0, down: false, box: byId('table-connections'),
    columns: () => [
      [say`Connection`, (one) => word(sentence(one), () => choose({ connection: one.key }))],
      [say`From`, (one) => word(actors[one.from].name), 'parts'], [say`Relation`, (one) => word(relations[one.relation].label), 'parts'],
      [say`To`, (one) => word(actors[one.to].name), 'parts'], [say`Family`, (one) => word(nameIn(families, one.family))],
      [shown.area < 0 ? say`Status` : say`Status in ${scopes[shown.area].name}`, (one) => word(symbol(stateIn(one, shown.area)))],
      ...(shown.other < 0 ? [] : [[say`Status in ${scopes[shown.other].name}`, (one) => word(symbol(stateIn(one, shown.other)))],
        [say`Comparison`, (one) => word(sideText(one))]]),
      ...(areas.length ? [[say`Areas`, (one) => number(one.areaCount)]] : []),
      ...chosenAreas().map((area) => [headed(say`Statements`, area), (one) => ({ ...number(statementsIn(one, area)), ...(area < 0 && one.against ? { text: say`${one.statements} (${one.against} against)` } : {}) })]),
      ...(links.some((one) => one.cases || one.casesIn.length) ? chosenAreas().map((area) => [headed(say`Cases`, area), (one) => cases(casesIn(one, area))]) : []),
      ...inEachArea,
      ...inEachArea.length ? [ofFile(say`Symbol`, (one) => states[stateIn(one, shown.area)].symbol)] : [], ...ids((one) => one),
      ofFile(say`Informants`, (one) => one.informants.map(([group, many]) => `${informants[group].name} (${many})`).join('; ')),
    ],
    rows: () => [...shown.connections].map((place) => links[place]),
  },
  evidence: {
    title: say`Evidence`, file: 'evidence.csv', sort: 0, down: false, box: byId('table-evidence'), isFolded: true,
    columns: () => [
      [say`Connection`, ({ link }) => word(sentence(link), () => choose({ connection: link.key }))],
      [say`Quotation`, ({ said }) => word(passages[said.passage].text)],
      [say`Where it stands`, ({ said }) => word(passages[said.passage].reference)],
      [say`What it says`, ({ said }) => word(stances[said.stance].sentence)],
      [say`Areas`, ({ said }) => word(said.areas.map((place) => place < 0 ? say`all` : areas[place].name).join('; '))],
      [say`Time`, ({ said }) => word(said.when || '')],
      [say`Informants`, ({ said }) => word(said.informants.map((group) => informants[group].name).join('; '))],
      ...(links.some((one) => one.evidence.some(({ interview }) => interview)) ? [[say`Interview`, ({ said }) => word(said.interview || '')]] : []),
      ...ids(({ link }) => link),
    ],
    rows: () => [...shown.connections].flatMap((place) => (links[place].parts || [links[place]]).flatMap((link) => link.evidence.filter(speaksHere).map((said) => ({ link, said })))),
  },
};

/** The heading, buttons and frame of a table, made once. */
export function prepareTable(table) {
  const id = `${table.box.id}-heading`;
  table.said = el('p', { role: 'status' });
  table.area = el('textarea', { class: 'copied', readonly: true, 'aria-label': say`${table.title} to copy`, hidden: true });
  table.scroll = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': id });
  table.heading = el('h3', { id }, table.title);
  table.box.append(table.heading, el('div', { class: 'buttons' },
    button(say`Copy ${small(table.title)}`, () => copy(table), ''), button(say`Download ${small(table.title)} as CSV`, () => download(table), '')),
  table.said, table.area);
  if (!table.isFolded) { table.box.append(table.scroll); return; }
  // A long table is made when it is asked for.
  table.folder = el('details', {}, el('summary', {}, say`List of the ${small(table.title)}`), table.scroll);
  table.folder.addEventListener('toggle', () => fillTable(table));
  table.box.append(table.folder);
}

/** The rows of a table in their order, each with what it is of; a cell is made when it is asked for. */
function rowsOf(table, columns) {
  const shownColumns = columns.filter(([, , kind]) => kind !== 'file'), at = Math.min(table.sort, shownColumns.length - 1), [, keyOf] = shownColumns[at];
  const rows = table.rows().map((item) => ({ item, key: keyOf(item) }));
  rows.sort((a, b) => (a.key.isNumber ? a.key.value - b.key.value : collator.compare(a.key.value, b.key.value)) * (table.down ? -1 : 1));
  return rows.map(({ item }) => item);
}

/** Fills a table; one that is very long in part, until all of it is asked for. */
export function fillTable(table, isWhole) {
  byId('of-groups').textContent = closed.size ? ofOpenGroups() : '';
  const columns = table.columns(), shownColumns = columns.filter(([, , kind]) => kind !== 'file'), at = Math.min(table.sort, shownColumns.length - 1);
  const isClosed = table.folder && !table.folder.open, items = isClosed ? table.rows() : rowsOf(table, columns);
  const unplaced = table === tables.actors ? shown.pale.size : 0;
  table.heading.textContent = `${table.title} (${numeral(items.length - unplaced)}${unplaced ? say`, and ${unplaced} not placed there` : ''})`;
  table.box.hidden = table.isFolded && !items.length;
  if (isClosed) return;
  const rows = items.slice(0, isWhole === true ? items.length : 300).map((item) => shownColumns.map(([, cell]) => cell(item)));
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
  const held = table.scroll.contains(document.activeElement);
  table.scroll.replaceChildren(el('table', { 'aria-labelledby': table.heading.id }, el('thead', {}, el('tr', {}, head)), el('tbody', {}, body)));
  if (rows.length < items.length) table.scroll.append(el('p', { class: 'more' }, button(say`Show all ${items.length} rows`, () => { fillTable(table, true); table.scroll.focus(); }, '')));
  if (held) table.scroll.focus();
}

/** Whether a statement speaks of what is chosen. */
const speaksHere = (said) => speaksOf(said, shown.area) || (shown.other >= 0 && speaksOf(said, shown.other));
function written(table) {
  const columns = table.columns();
  return [columns.map(([name]) => name), ...rowsOf(table, columns).map((item) => columns.map(([, cell]) => cell(item).text))];
}

const copy = (table) => { const rows = written(table); return copyText(tabSeparated(rows), table.area, table.said, say`${table.title} copied: ${count(rows.length - 1, 'row')}.`); };
// The mark at the start tells spreadsheets that the text is UTF-8.
const saveTable = (rows, file) => save(['\ufeff', commaSeparated(rows)], 'text/csv;charset=utf-8', file);
function download(table) {
  const rows = written(table);
  saveTable(rows, table.file);
  table.said.textContent = `${table.file}: ${count(rows.length - 1, 'row')}.`;
}

/** Buttons that save the gaps and the claims that are listed, with their ids. */
export function prepareFindings() {
  const names = (list) => list.map((place) => actors[place].name).join('; '), idsOf = (list) => list.map((place) => actors[place].id).join('; ');
  const pairs = (list) => list.map(([from, to]) => `${actors[from].id} > ${actors[to].id}`).join('; ');
  const files = {
    gaps: () => [[say`Gap`, say`Area`, say`Kind`, say`Sentence`, say`State`, say`Actors`, say`Actor ids`, say`Missing`, say`Not told`, say`Why it is expected`, say`Where that stands`],
      ...fittingGaps().map((gap) => [gap.id, gap.area === undefined ? '' : areas[gap.area].name, nameIn(gapKinds, gap.kind), gap.sentence, gap.absence === undefined ? '' : states[gap.absence].name,
        names(gap.actors), idsOf(gap.actors), pairs(gap.missing), pairs(gap.untold), ...(gap.reason === undefined ? ['', ''] : [passages[gap.reason].text, passages[gap.reason].reference])])],
    claims: () => [[say`Claim`, say`Words`, say`Where it stands`, say`Verdict`, say`Because`, say`Actor ids`],
      ...fittingClaims().map((claim) => [claim.id, claim.words, claim.reference, nameIn(verdicts, claim.verdict), claim.because, idsOf(claim.actors)])],
  };
  for (const [id, rows] of Object.entries(files)) byId(id).querySelector('.buttons').append(button(say`Download ${id === 'gaps' ? say`gaps` : say`claims`} as CSV`, () => saveTable(rows(), `${id}.csv`), ''));
}
