// What is known of a connection: status in each area, statements, published passages.

import { choose, state } from './address.js';
import { sideName, standing } from './comparison.js';
import { button, el } from './elements.js';
import { actors, areas, attributions, casesIn, frequencies, informants, isDoubtful, isOnMap, passages, scopes, speaksOf, stances, stateIn, statementsIn, states } from './knowledge.js';
import { shown } from './selection.js';
import { and, count, say, sentence } from './words.js';

/** What must be said with a sentence, since it is not plainly so, or not on both sides: nothing if it is. */
export function reservation(link) {
  const known = [...new Set([shown.area, shown.other].map((area) => stateIn(link, area)).filter(isOnMap))];
  const whole = stateIn(link, shown.area);
  const doubt = !known.length ? states[whole].name : known.every(isDoubtful) ? states[known[0]].name : '';
  const side = shown.other >= 0 && standing(link);
  const where = side && side.side !== undefined ? say`only ${sideName(side.side)}` : '';
  return [doubt, where].filter(Boolean).join('; ');
}

function whereSaid(where, when) {
  const time = when ? say`, in ${when}` : '';
  if (!where.length) return say`it speaks of the programme, not of an area${time}`;
  return (where[0] < 0 ? say`it speaks of all areas` : say`it speaks of ${and(where.map((place) => areas[place].name))}`) + time;
}

/** What a passage says of the programme's part in it, and how often it is so; nothing where it does not say. */
const remarks = (attribution, frequency) => [attributions[attribution], frequencies[frequency]].filter(Boolean).map((said) => `${said.sentence}; `).join('');

/** What is known of each area: symbol and words. */
export function areaList(item) {
  if (!areas.length) return '';
  const list = el('dl', { class: 'marks' });
  areas.forEach((area, place) => list.append(
    el('dt', {}, states[+item.presence[place]].symbol), el('dd', {}, `${area.name}: ${states[+item.presence[place]].name}`)));
  return list;
}

/** How many statements there are, and how many of them deny it. */
export const statementsOf = (link) => `${count(link.statements, 'statement')}${link.against ? say` (${link.against} against)` : ''}`;

/** How many statements and cases there are in the areas that are chosen; nothing if none is. */
export function numbersThere(link) {
  return [shown.area, shown.other].filter((area) => area >= 0).map((area) => {
    const cases = casesIn(link, area);
    return say`In ${scopes[area].name}: ${states[stateIn(link, area)].name}; ${count(statementsIn(link, area), 'statement')}${cases ? say`; cases counted: ${cases}` : ''}.`;
  });
}

export function evidence(link) {
  const groups = link.informants.map(([group, number]) => `${informants[group].name} (${number})`);
  const facts = [`${say`On the whole map: ${states[link.status].name} (${states[link.status].meaning})`}; `
    + `${statementsOf(link)}${groups.length ? say`, from these groups of informants: ${and(groups)}` : ''}${link.cases ? say`; cases counted: ${link.cases}` : ''}.`];
  return [
    ...numbersThere(link).map((text) => el('p', {}, text)),
    inOrder(link.evidence).map(({ passage, stance, attribution, frequency, areas: where, informants: who, interview, when }) => el('blockquote', {},
      el('p', {}, `“${passages[passage].text}”`),
      el('cite', {}, `${passages[passage].reference ? `${passages[passage].reference}. ` : ''}${stances[stance].sentence}; ${remarks(attribution, frequency)}${whereSaid(where, when)}`
        + `${who.length ? say`; informants: ${and(who.map((group) => informants[group].name))}` : ''}${interview ? say`; interview ${interview}` : ''}.`))),
    el('p', {}, facts.join(' ')),
    // Each passage speaks of one part, and is quoted with that.
    link.parts && link.parts.length ? [el('p', {}, say`Joined of ${count(link.parts.length, 'connection')}:`), el('ul', {}, link.parts.map((part) => el('li', {}, evidenceDetails(part, undefined, ''))))] : '',
    areaList(link),
  ].flat();
}

export function buttonsFor(link, without) {
  const ends = [...new Set([link.from, link.to])].filter((place) => place !== without);
  return el('div', { class: 'buttons' }, ends.map((place) => button(say`Go to ${actors[place].name}`, () => choose({ actor: actors[place].id }), '')),
    state.connection === link.key ? undefined : button(say`Show this connection`, () => choose({ connection: link.key }), ''));
}

/** The passages that speak of what is chosen come first. */
const speaks = (said) => speaksOf(said, shown.area);
const inOrder = (all) => [...all.filter(speaks), ...all.filter((one) => !speaks(one))];

const fillers = new WeakMap();
/** Builds the evidence of a part that can be opened, if that was not done. Opening it does so too, but only later, which is too late for paper. */
export const fillEvidence = (details) => fillers.has(details) && fillers.get(details)();

/** A part that can be opened, and is built when it is asked for. */
export function later(summary, make, kind) {
  const details = el('details', { class: kind }, el('summary', {}, summary));
  fillers.set(details, () => {
    if (details.childElementCount === 1) details.append(...[make()].flat(9).filter(Boolean));
  });
  details.addEventListener('toggle', () => fillEvidence(details));
  return details;
}

/** The evidence is built when it is asked for: an actor can have hundreds of passages. */
export function evidenceDetails(link, actor, before = say`Evidence: `) {
  const all = statementsOf(link);
  const number = shown.area < 0 ? all : say`${count(statementsIn(link, shown.area), 'statement')} in ${scopes[shown.area].name}, ${link.statements} in all`;
  return later(`${before}${sentence(link)} (${[number, reservation(link)].filter(Boolean).join('; ')})`, () => [evidence(link), buttonsFor(link, actor)]);
}
