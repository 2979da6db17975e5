// The panel beside the picture: what is chosen, or what the map as a whole is.

import { actorPanel } from './actor.js';
import { choices, choose, chosen, go, state } from './address.js';
import { comparison } from './comparison.js';
import { button, byId, el, note } from './elements.js';
import { buttonsFor, evidence, evidenceDetails } from './evidence.js';
import { claimPanel, gapPanel, routesPanel } from './findings.js';
import { actors, areas, claimById, families, gapByKey, isOnMap, keys, lines, links, places, stateIn, states } from './knowledge.js';
import { drawn, map } from './parts.js';
import { shown } from './selection.js';
import { and, capital, count, nameIn, sentence } from './words.js';

function connectionsPanel(list, heading) {
  return [heading, list.map((place) => [
    list.length > 1 ? el('h3', {}, sentence(links[place])) : '',
    el('p', {}, `${nameIn(families, links[place].family)}. ${links[place].areaCount ? `On the map in ${count(links[place].areaCount, 'area')}.` : 'No area is known to have it.'}`),
    list.length > 1 ? evidenceDetails(links[place]) : [...evidence(links[place]), buttonsFor(links[place])],
  ])];
}

function startPanel() {
  const { figure, area } = shown;
  const asked = figure ? figure.connections.map((place) => links[place]) : links;
  const tally = states.map((one, place) => [place, asked.filter((link) => stateIn(link, area) === place).length]).filter(([, number]) => number);
  const ofWhat = `What is known of the connections${figure ? ' of this figure' : ''}${area < 0 ? '' : ` in ${areas[area].name}`}`;
  return [figure ? figure.heading : 'About this map', [
    figure || area < 0 ? [] : el('p', {}, `In ${areas[area].name} ${count(actors.filter((actor) => isOnMap(+actor.presence[area])).length, 'actor')} and ${count(links.filter((link) => isOnMap(stateIn(link, area))).length, 'connection')} are on the map.`),
    figure ? el('p', {}, figure.message) : el('p', {}, `The ${area < 0 ? '' : 'whole '}map has ${count(actors.length, 'actor')} and ${count(links.filter((one) => isOnMap(one.status)).length, 'connection')}. Choose an actor or a line to read about it here.`),
    shown.connections.size ? [] : el('p', {}, 'No connection fits these filters.'),
    shown.other >= 0 ? comparison() : [],
    state.width ? note('The width of a line says in how many areas it is on the map; the table says the number.') : '',
    el('h3', {}, ofWhat),
    el('dl', { class: 'marks' }, tally.flatMap(([place, number]) => [el('dt', {}, states[place].symbol),
      el('dd', {}, button(`${capital(states[place].name)}: ${number}`, () => go({ ...state, status: states[place].id }, true)), ` (${states[place].meaning})`)])),
    note(`${and(states.filter((one) => one.isOnMap).map((one) => one.symbol))} say that a connection is on the map; the other marks say that it is not. MI is management information: cases that the programme counted.`),
  ]];
}

export function showPanel(focus) {
  let content;
  if (state.actor) content = actorPanel(places.get(state.actor));
  else if (state.line) {
    const { connections: all } = lines.get(state.line);
    const seen = all.filter((place) => shown.connections.has(place)), list = seen.length ? seen : all;
    const { from, to } = links[list[0]];
    content = connectionsPanel(list, list.length === 1 ? sentence(links[list[0]]) : `${actors[from].name} and ${actors[to].name}: ${list.length} connections`);
  } else if (state.connection) {
    const link = links[keys.get(state.connection)];
    content = connectionsPanel([link.place], `${isOnMap(link.status) ? '' : `${capital(states[link.status].name)}: `}${sentence(link)}`);
  } else if (state.gap) content = gapPanel(gapByKey.get(state.gap));
  else if (state.claim) content = claimPanel(claimById.get(state.claim));
  else if (state.from && state.to) content = routesPanel();
  else content = startPanel();
  const [heading, parts] = content, what = choices.map((key) => state[key]).join('|') + (state.view || ''), isNew = showPanel.last !== what;
  showPanel.last = what;
  // The signs on the map need their key, whatever is chosen.
  if (shown.other >= 0 && chosen()) parts.push(comparison());
  document.title = chosen() ? `${heading} – ${pageTitle}` : pageTitle;
  document.body.classList.toggle('choosing', chosen());
  byId('panel-heading').textContent = heading;
  byId('panel-content').replaceChildren(...[parts].flat(9).filter(Boolean));
  byId('clear').hidden = byId('to-panel').hidden = !chosen();
  byId('to-panel').textContent = `Details: ${heading}`;
  if (isNew) {
    byId('panel').scrollTop = 0;
    // Where the focus goes to the heading, it is read out there.
    byId('said').textContent = focus ? '' : chosen() ? `${heading}: details are in the panel.` : `${heading}.`;
  }
  if (focus) seeChoice();
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
/** Moves the focus to the panel, and the window to where the panel is seen and, beside it, the map. */
function seeChoice() {
  const top = byId('panel-heading'), picture = map.getBoundingClientRect();
  top.focus({ preventScroll: true });
  const { top: start, bottom: end } = top.getBoundingClientRect(), isBeside = byId('panel').getBoundingClientRect().left > picture.right - 1;
  if (start < 0 || end > innerHeight || (isBeside && picture.bottom > innerHeight)) (isBeside ? document.querySelector('.explore') : top).scrollIntoView({ block: 'start' });
}
