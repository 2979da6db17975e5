// Gaps, claims and routes: their panels, and the lists that lead to them.

import { choose, go, state } from './address.js';
import { actorLink, button, byId, el, note } from './elements.js';
import { evidenceDetails, later, reservation } from './evidence.js';
import { actors, areas, claims, gapKinds, gaps, links, passages, places, scopes, states, verdicts } from './knowledge.js';
import { shown } from './selection.js';
import { and, count, nameIn, say, sentence, small } from './words.js';

export function gapPanel(gap) {
  return [say`Gap: ${extentOf(gap)}, ${small(nameIn(gapKinds, gap.kind))}`, [
    el('p', {}, gap.sentence),
    gap.missing.length ? el('p', {}, say`Missing: ${pairs(gap.missing)}. On the map this is drawn as a broken red line that ends in a bar.`) : '',
    gap.untold.length ? el('p', {}, say`The evidence does not tell whether it is there: ${pairs(gap.untold)}. On the map this is drawn as a dotted grey line.`) : '',
    reasonOf(gap), evidenceOf(gap), el('h3', {}, say`Actors`), el('ul', {}, gap.actors.map((place) => el('li', {}, actorLink(place)))),
  ]];
}
const pairs = (some) => and(some.map(([from, to]) => say`from ${actors[from].name} to ${actors[to].name}`));
/** What was said and counted of it, for and against. */
function evidenceOf(gap) {
  if (!gap.connections.length) return gap.absence === undefined ? '' : note(say`No passage and no number speaks of it.`);
  return [el('h3', {}, say`Evidence`), el('ul', {}, gap.connections.map((place) => el('li', {}, evidenceDetails(links[place]))))];
}
const extentOf = (gap) => gap.area === undefined ? say`Whole map` : areas[gap.area].name;
const reasonOf = (gap) => gap.reason === undefined ? '' : note(say`Why it is expected: ${passages[gap.reason].text} (${passages[gap.reason].reference})`);
export function claimPanel(claim) {
  return [say`Claim of the report: ${small(nameIn(verdicts, claim.verdict))}`, [
    el('blockquote', {}, el('p', {}, `“${claim.words}”`), el('cite', {}, claim.reference)),
    verdictOf(claim),
    el('h3', {}, say`Actors named`), el('ul', {}, claim.actors.map((place) => el('li', {}, actorLink(place)))),
  ]];
}

export function routesPanel() {
  const ends = [state.from, state.to].map((id) => actors[places.get(id)].name), found = shown.routes, at = Math.min(state.route || 0, found.length - 1);
  const words = (way) => way.map((hop) => {
    const more = hop.connections.length - 1;
    const held = hop.connections.every((place) => reservation(links[place])) ? ` (${reservation(links[hop.connections[0]])})` : '';
    return sentence(links[hop.connections[0]]) + held + (more ? say` (and ${more} more)` : '');
  }).join('; ') + '.';
  return [say`Routes from ${ends[0]} to ${ends[1]}`, [
    el('p', {}, found.length ? say`${count(found.length, 'shortest route')}${found.length === 10 ? say` (the first ten)` : ''}, of ${count(found[0].length, 'connection')} each, `
      + say`${state.arrows ? say`along the arrows` : say`whichever way the arrows point`}, among what is shown. One is highlighted on the map.`
      : say`Nothing that is shown leads from one to the other.`),
    found.map((way, index) => el('button', {
      type: 'button', class: 'route', 'aria-pressed': String(index === at),
      onclick: () => { go({ ...state, route: String(index) }); byId('panel-content').querySelectorAll('.route')[index].focus(); },
    }, `${index + 1}. ${words(way)}`)),
    note(say`Choose a route to highlight it.`),
  ]];
}

const verdictOf = (claim) => el('p', {}, el('strong', {}, nameIn(verdicts, claim.verdict)), `: ${claim.because}.`);
/** Whether a gap is of something that the evidence does not tell of, and not known to be missing. */
export const isOpenGap = (gap) => gap.absence !== undefined && !states[gap.absence].isAbsence;
const chooseGap = (gap) => choose({ gap: gap.key, area: gap.area === undefined ? '' : areas[gap.area].id, with: '', period: '', versus: '' }, 'map');
/** A gap in the answer for its area: what it is, its evidence, why it is expected, and where it sits. */
export function gapItem(gap) {
  return [el('p', {}, gap.sentence), gap.connections.slice(0, 4).map((place) => evidenceDetails(links[place])),
    gap.reason === undefined ? '' : later(say`Why it is expected`, () => [reasonOf(gap)]),
    gap.actors.length ? showing(`${extentOf(gap)}: ${gap.sentence}`, () => chooseGap(gap)) : ''];
}
/** The gaps that the filters of their list let through. */
export function fittingGaps() {
  const [kind, area, actor] = ['g-kind', 'g-area', 'g-actor'].map((id) => byId(id).value);
  return gaps.filter((gap) => (!kind || gap.kind === kind)
    && (!area || (area === '-' ? gap.area === undefined : gap.area === +area)) && (!actor || gap.actors.includes(places.get(actor))));
}
export function fillGaps() {
  const fitting = fittingGaps(), open = fitting.filter(isOpenGap).length;
  byId('gap-count').textContent = say`${count(fitting.length, 'gap')} listed${open ? say`; for ${open} of them the evidence does not tell whether it is there` : ''}.`;
  byId('gap-list').replaceChildren(...fitting.map((gap) => el('li', {},
    el('p', {}, el('strong', {}, extentOf(gap)), `: ${gap.sentence}`), reasonOf(gap),
    gap.actors.length ? showing(`${extentOf(gap)}: ${gap.sentence}`, () => chooseGap(gap)) : '')));
}
/** The claims that the filters of their list let through; one of each or of any area is of every area. */
export function fittingClaims() {
  const [verdict, area] = ['c-verdict', 'c-area'].map((id) => byId(id).value);
  return claims.filter((claim) => (!verdict || claim.verdict === verdict)
    && (!area || (area === '-' ? !claim.areas.length : claim.areas[0] < 0 || claim.areas.includes(+area))));
}
export function fillClaims() {
  const fitting = fittingClaims();
  byId('claim-count').textContent = say`${count(fitting.length, 'claim')} listed.`;
  byId('claim-list').replaceChildren(...fitting.map((claim) => el('li', {},
    el('p', {}, `“${claim.words}” `, el('cite', {}, `(${claim.reference})`)), verdictOf(claim),
    claim.actors.length ? showing(claim.words, () => choose({ claim: claim.id }, 'map')) : '')));
}
/** Gaps and claims follow the area. */
export function followArea() {
  const { area: place } = scopes[shown.area] || { area: -1 }, area = place < 0 ? '' : String(place);
  [byId('g-area').value, byId('c-area').value] = [area, area];
  fillGaps();
  fillClaims();
}
function showing(what, action) {
  const shower = button(say`Show on the map`, action, 'link');
  shower.setAttribute('aria-label', say`Show on the map: ${what}`);
  return shower;
}
