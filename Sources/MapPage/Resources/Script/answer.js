// The answer: what is there, what is missing, and what the evidence does not tell, in an area or on the whole map.

import { go, jump, state } from './address.js';
import { button, el, note } from './elements.js';
import { evidenceDetails, later } from './evidence.js';
import { gapItem, isOpenGap } from './findings.js';
import { areas, casesIn, gaps, isDoubtful, isOnMap, links, scopes, stateIn, statementsIn, states } from './knowledge.js';
import { shown } from './selection.js';
import { and, capital, count, say } from './words.js';

/** A list of its first items; the others are one step away. */
function firstOf(items, make, most = 5) {
  const list = (some) => el('ul', { class: 'answers' }, some.map((item) => el('li', {}, make(item))));
  if (!items.length) return [];
  return items.length <= most + 1 ? [list(items)] : [list(items.slice(0, most)), later(say`${items.length - most} more`, () => [list(items.slice(most))], 'rest')];
}
const size = (text) => text ? +text.replaceAll(/\D/g, '') : 0;
/** What rests on most comes first: cases, then statements. */
const byWeight = (area) => (a, b) => size(casesIn(b, area)) - size(casesIn(a, area)) || statementsIn(b, area) - statementsIn(a, area);
const item = (link) => evidenceDetails(link, undefined, '');

/** The connections that a figure has, or all, that the filters let through whatever is known of them. */
const asked = () => links.filter((link) => link.isActive && (!shown.figure || shown.isInFigure(link)));
/** The gaps of expectation in an area; of the whole map, those of no area. */
const expectedIn = (area) => gaps.filter((gap) => gap.absence !== undefined && (area < 0 ? gap.area === undefined : gap.area === area)
  && (!shown.figure || gap.actors.every((actor) => shown.figure.actors.includes(actor))));

/** How many of the connections are in each state, each a way to them. */
function tally(links_, area) {
  const numbers = states.map((one, place) => [place, links_.filter((link) => stateIn(link, area) === place).length]).filter(([, number]) => number);
  return [el('dl', { class: 'marks' }, numbers.flatMap(([place, number]) => [el('dt', {}, states[place].symbol),
    el('dd', {}, button(`${capital(states[place].name)}: ${number}`, () => go({ ...state, status: states[place].id }, true)), ` (${states[place].meaning})`)])),
  note(say`${and(states.filter((one) => one.isOnMap).map((one) => one.symbol))} say that a connection is on the map; the other marks say that it is not. MI is management information: cases that the programme counted.`)];
}

/** A button for the connections of one state: how many there are, and what that means. */
function stateButton(place, number) {
  return el('li', {}, button(`${count(number, 'connection')}: ${states[place].name}`, () => go({ ...state, status: states[place].id }, true)), ` (${states[place].meaning})`);
}

/** The three answers for an area, or for the whole map (-1). */
export function answer() {
  // Expectations are looked for over all the time, so that a period alone cannot say what of them is missing.
  const { area } = shown, inTime = area >= areas.length, all = asked(), where = area < 0 ? '' : say` in ${scopes[area].name}`;
  const visible = [...shown.connections].map((place) => links[place]);
  if (state.status) {
    const one = states.find(({ id }) => id === state.status);
    return [el('h3', {}, `${capital(one.name)}${where} (${visible.length})`), note(`${capital(one.meaning)}.`), firstOf(visible, item, 12), tableLink(visible.length)];
  }
  const there = visible.filter((link) => isOnMap(stateIn(link, area))).sort(byWeight(area));
  const doubtful = there.filter((link) => isDoubtful(stateIn(link, area))).length;
  const expected = expectedIn(area), missing = expected.filter((gap) => !isOpenGap(gap)), open = expected.filter(isOpenGap);
  const told = new Set(missing.flatMap((gap) => gap.connections));
  const number = states.map((one, place) => all.filter((link) => stateIn(link, area) === place).length);
  const denied = all.filter((link) => states[stateIn(link, area)].isDenied && !(link.parts || [link]).some((part) => told.has(part.place)));
  const places = (test) => states.map((one, place) => place).filter((place) => number[place] && !isOnMap(place) && !states[place].isDenied && test(states[place]));
  const lacking = missing.length + denied.length;
  const way = (id, text) => button(text, () => { const heading = document.getElementById(id); heading.focus(); heading.scrollIntoView({ block: 'nearest' }); });
  const head = (id, text) => el('h3', { id, tabindex: '-1' }, text);
  return [
    el('ul', { class: 'glance' }, el('li', {}, el('strong', {}, there.length), way('is-there', say`there`)), el('li', {}, el('strong', {}, lacking), way('is-missing', inTime ? say`said to be missing` : say`missing`)),
      inTime ? '' : el('li', {}, el('strong', {}, open.length), way('is-open', say`not told by the evidence`))),
    head('is-there', say`What is there (${there.length})`),
    there.length ? note(say`${count(there.length, 'connection')}${doubtful ? say`, ${doubtful} of them not settled by the evidence` : ''}; those that rest on most come first.`) : el('p', {}, say`Nothing that the filters let through.`),
    firstOf(there, item, 3), there.length > 6 ? tableLink(there.length) : '',
    head('is-missing', inTime ? say`What is said to be missing (${lacking})` : say`What is missing (${lacking})`),
    lacking ? [firstOf(missing, gapItem, 3), denied.length ? [note(missing.length ? say`Besides, the evidence says that there is none of this:` : say`The evidence says that there is none of this:`), firstOf(denied, item, 4)] : []]
      : el('p', {}, say`The evidence names nothing.`),
    el('ul', {}, places((one) => one.isAbsence).map((place) => stateButton(place, number[place]))),
    head('is-open', inTime ? say`What the evidence does not tell` : say`What the evidence does not tell (${open.length})`),
    inTime ? note(say`What is expected is looked for over all the time: the answer without a period has it.`) : open.length ? firstOf(open, gapItem, 3) : el('p', {}, expected.length || area >= 0 ? say`Nothing that is expected is left open.` : say`No expectation of the whole map is left open.`),
    el('ul', {}, places((one) => !one.isAbsence).map((place) => stateButton(place, number[place]))),
    area < 0 ? byArea() : '',
    later(say`All connections${where}, counted by what is known`, () => tally(all, area), 'rest'),
  ];
}
const tableLink = (number) => el('p', {}, button(say`All ${number} in the table`, () => jump('table-connections')));

/** Each area with the number of its gaps: the way to its answer. */
function byArea() {
  const rows = areas.map((area, place) => {
    const expected = expectedIn(place), open = expected.filter(isOpenGap).length;
    const there = links.filter((link) => link.isActive && isOnMap(stateIn(link, place))).length;
    return el('li', {}, button(area.name, () => go({ ...state, area: area.id }, true)), `: ${count(there, 'connection')}${expected.length ? say`; ${expected.length - open} expected and missing, ${open} not told` : ''}`);
  });
  return rows.length ? [el('h3', {}, say`Area by area`), el('ul', {}, rows)] : [];
}
