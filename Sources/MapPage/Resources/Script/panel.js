// The panel beside the picture: what is chosen, or what the map as a whole is.

import { actorPanel } from './actor.js';
import { answer } from './answer.js';
import { choices, choose, chosen, jump, state } from './address.js';
import { byId, el, note } from './elements.js';
import { buttonsFor, evidence, evidenceDetails } from './evidence.js';
import { claimPanel, gapPanel, routesPanel } from './findings.js';
import { closed } from './groups.js';
import { actors, areas, claimById, claims, families, gapByKey, gaps, isOnMap, keys, lines, links, places, scopes, stateIn, states } from './knowledge.js';
import { drawn, explore, map } from './parts.js';
import { shown } from './selection.js';
import { comparison } from './sides.js';
import { and, capital, count, nameIn, say, sentence } from './words.js';

function connectionsPanel(list, heading) {
  return [heading, list.map((place) => [
    list.length > 1 ? el('h3', {}, sentence(links[place])) : '',
    el('p', {}, `${nameIn(families, links[place].family)}. ${links[place].areaCount ? say`On the map in ${count(links[place].areaCount, 'area')}.` : say`No area is known to have it.`}`),
    list.length > 1 ? evidenceDetails(links[place]) : [...evidence(links[place]), buttonsFor(links[place])],
  ])];
}

/** What an area, a figure or the whole map answers. */
function startPanel() {
  const { figure, area, other } = shown;
  const size = (place) => {
    const list = links.filter((link) => link.isActive && isOnMap(stateIn(link, place)));
    const ends = new Set(list.flatMap((link) => [link.from, link.to]));
    // Who is only looked for is not measured, and no part of the programme.
    return and([count(actors.filter((actor, index) => actor.isActive && (place < 0 ? actor.isMeasured || ends.has(index) : isOnMap(+actor.presence[place]))).length, 'actor'), count(list.length, 'connection')]);
  };
  const place = area < 0 ? '' : other < 0 ? scopes[area].name : and([area, other].map((one) => scopes[one].name));
  const ways = [gaps.length ? ['gaps', say`gaps`] : '', claims.length ? ['claims', say`claims of the report`] : '', ['tables', say`tables`]].filter(Boolean);
  return [figure ? `${figure.heading}${place && `: ${place}`}` : place || say`About this map`, [
    figure ? el('p', {}, figure.message) : '',
    figure ? '' : area < 0 ? el('p', {}, closed.size ? say`With groups closed as they are now, the map has ${size(-1)}. ` : say`The map has ${size(-1)}. `, say`Choose ${areas.length ? say`an area for its answer, or ` : ''}an actor or a line to read about it here.`)
      : el('p', {}, say`In ${scopes[area].name}, ${size(area)} are on the map; the whole map has ${size(-1)}.`),
    shown.connections.size ? [] : el('p', {}, say`No connection fits these filters.`),
    other >= 0 ? comparison() : [],
    state.width ? note(say`The width of a line says in how many areas it is on the map; the table says the number.`) : '',
    other >= 0 ? el('p', {}, el('strong', {}, say`Of ${scopes[area].name}:`)) : '',
    answer(),
    el('p', { class: 'ways' }, say`Further down: `, ...ways.flatMap(([id, name], index) => [index ? ', ' : '',
      el('a', { href: `#${id}`, onclick: (event) => { event.preventDefault(); jump(id); } }, name)]), '.'),
  ]];
}

export function showPanel(focus) {
  let content;
  if (state.actor) content = actorPanel(places.get(state.actor));
  else if (state.line) {
    const { connections: all } = lines.get(state.line);
    const seen = all.filter((place) => shown.connections.has(place)), list = seen.length ? seen : all;
    const { from, to } = links[list[0]];
    content = connectionsPanel(list, list.length === 1 ? sentence(links[list[0]]) : `${and([from, to].map((place) => actors[place].name))}: ${count(list.length, 'connection')}`);
  } else if (state.connection) {
    const link = links[keys.get(state.connection)];
    content = connectionsPanel([link.place], `${isOnMap(link.status) ? '' : `${capital(states[link.status].name)}: `}${sentence(link)}`);
  } else if (state.gap) content = gapPanel(gapByKey.get(state.gap));
  else if (state.claim) content = claimPanel(claimById.get(state.claim));
  else if (state.from && state.to) content = routesPanel();
  else content = startPanel();
  const [heading, parts] = content, what = [...choices, 'closed', 'opened', 'view', 'area', 'with', 'period', 'versus', 'status'].map((key) => state[key]).join('|'), isNew = showPanel.last !== what;
  showPanel.last = what;
  // The signs on the map need their key, whatever is chosen.
  if (shown.other >= 0 && chosen()) parts.push(comparison());
  document.title = chosen() ? `${heading} – ${pageTitle}` : pageTitle;
  document.body.classList.toggle('choosing', chosen());
  byId('panel-heading').textContent = heading;
  byId('panel-content').replaceChildren(...[parts].flat(9).filter(Boolean));
  byId('clear').hidden = !chosen();
  byId('to-panel').hidden = !chosen() && shown.area < 0 && !shown.figure;
  byId('to-panel').textContent = byId('to-answer').textContent = `${chosen() ? say`Details` : say`Answer`}: ${heading}`;
  byId('to-answer').hidden = byId('to-panel').hidden;
  if (isNew) {
    // Not at once: it would have the browser place all that has changed, once more than it must.
    requestAnimationFrame(() => { byId('panel').scrollTop = 0; });
    // Where the focus goes to the heading, it is read out there.
    byId('said').textContent = focus ? '' : chosen() ? say`${heading}: details are in the panel.` : `${heading}.`;
  }
  if (focus) seeChoice(focus === 'map');
}
const pageTitle = document.title;
/** Ends the choice; the focus returns to who was chosen. */
export function clear() {
  const actor = places.get(state.actor), gap = gapByKey.get(state.gap);
  // The way to a gap of an area led to that area; the way back leads out of it.
  choose(gap && gap.area !== undefined ? { area: '', with: '' } : {}, false);
  if (actor !== undefined && drawn[actor] && shown.actors.has(actor)) drawn[actor].element.focus();
  else byId('map').focus();
}
const isBeside = () => !explore.classList.contains('without-panel') && byId('panel').getBoundingClientRect().left > map.getBoundingClientRect().right - 1;
/** Moves the focus to the panel, and the window to where the panel is seen and, beside it, the map; where it is not beside it, to the map if that is asked for. */
function seeChoice(isOfMap) {
  if (isOfMap && !isBeside()) {
    map.focus({ preventScroll: true });
    explore.scrollIntoView({ block: 'start' });
    return;
  }
  hidePanel(false);
  const top = byId('panel-heading'), picture = map.getBoundingClientRect();
  top.focus({ preventScroll: true });
  const { top: start, bottom: end } = top.getBoundingClientRect(), beside = isBeside();
  if (start < 0 || end > innerHeight || (beside && picture.bottom > innerHeight)) (beside ? explore : top).scrollIntoView({ block: 'start' });
}
/** Hides the panel beside the map, or shows it again. */
export function hidePanel(isHidden) {
  explore.classList.toggle('without-panel', isHidden);
  byId('hide-panel').setAttribute('aria-expanded', String(!isHidden));
  byId('hide-panel').textContent = isHidden ? say`Show details` : say`Hide details`;
}
/** Where the address leads to something, that is what the window shows first. */
export function landOnSubject() {
  if (!Object.keys(state).length || explore.getBoundingClientRect().top + 200 < innerHeight && isBeside()) return;
  explore.scrollIntoView({ block: 'start' });
}
