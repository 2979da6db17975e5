// The picture: its parts answer to mouse and keyboard, and look as what is shown and chosen says.

import { choose, chosen, state } from './address.js';
import { sideText, standing, standingOfAll } from './comparison.js';
import { byId } from './elements.js';
import { closed, groups, partsOf } from './groups.js';
import { actors, adjacent, groupsOf, claimById, gapByKey, isDoubtful, isOnMap, keys, lines, links, places, roles, scopes, sectors, stateIn, states, title } from './knowledge.js';
import { drawMarks, marks } from './marks.js';
import { drawn, hitOf, map, svg } from './parts.js';
import { routes } from './routes.js';
import { shown } from './selection.js';
import { lookNow, pointing, reveal } from './view.js';
import { count, nameIn, say } from './words.js';

/** What stands out for the choice: actors and connections, and pairs that a gap says are missing, or of which the evidence does not tell; nothing if nothing is chosen. */
export function highlight() {
  const high = { actors: new Set(), connections: new Set(), missing: [], untold: [] };
  const add = (place) => {
    high.connections.add(place);
    high.actors.add(links[place].from).add(links[place].to);
  };
  if (state.actor) {
    const actor = places.get(state.actor);
    high.actors.add(actor);
    // Who asks for two steps or more sees all of them.
    for (const place of state.steps > 1 ? shown.connections : adjacent[actor]) if (shown.connections.has(place)) add(place);
  } else if (state.line) lines.get(state.line).connections.forEach(add);
  else if (state.connection) add(keys.get(state.connection));
  else if (state.gap) {
    const { actors: concerned, missing, untold } = gapByKey.get(state.gap);
    Object.assign(high, { missing, untold });
    concerned.concat(...missing, ...untold).forEach((place) => high.actors.add(place));
    for (const actor of concerned) for (const place of adjacent[actor]) if (shown.connections.has(place)
      && concerned.includes(links[place].from) && concerned.includes(links[place].to)) high.connections.add(place);
  } else if (state.claim) claimById.get(state.claim).actors.forEach((place) => high.actors.add(place));
  else if (state.from && state.to) {
    shown.routes = routes(places.get(state.from), places.get(state.to), {
      allowed: shown.connections, isDirected: Boolean(state.arrows), throughActivities: Boolean(state.activities),
    });
    [state.from, state.to].forEach((id) => high.actors.add(places.get(id)));
    for (const hop of shown.routes[Math.min(state.route || 0, shown.routes.length - 1)] || []) hop.connections.forEach(add);
  } else return undefined;
  return high;
}

/** Makes the picture's parts reachable and clickable, and remembers their classes. */
export function preparePicture() {
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', say`Network map: ${title}`);
  for (const name of ['aria-labelledby', 'aria-describedby', 'width', 'height']) svg.removeAttribute(name);
  // The title would pop up wherever the pointer rests, and the description would be read out at each entry.
  for (const part of svg.querySelectorAll(':scope > :is(title, desc)')) part.remove();
  drawn.push(...actors.map((actor) => {
    const element = byId(`actor-${actor.id}`);
    if (!element) return undefined;
    const outline = element.querySelector('polygon, ellipse, path');
    if (!outline) return undefined;
    const hit = hitOf(outline);
    element.prepend(hit);
    // Above the lines, so that none can take its clicks; and the keyboard meets actors in their order.
    element.parentNode.append(element);
    element.setAttribute('tabindex', '0');
    element.setAttribute('role', 'button');
    // Who speaks to the computer says what is written on the map.
    const written = [...element.querySelectorAll('text')].map((text) => text.textContent).join(' ').replace(/[ †‡]+$/, '');
    const name = `${actor.name.includes(written) ? '' : `${written}, `}${actor.name}, ${nameIn(roles, actor.role)}, ${nameIn(sectors, actor.sector)}`
      + `${actor.isMissing ? say`, expected and missing` : ''}`;
    element.setAttribute('aria-label', name);
    const isSpare = element.classList.contains('spare');
    element.classList.remove('spare');
    return { element, name, outline, isSpare, box: hit.getBBox(), base: element.getAttribute('class'), now: '' };
  }));
  wishPlaces();
  for (const line of lines.values()) {
    line.element = line.at === undefined ? null : byId(`line-${line.at}`);
    if (!line.element) continue;
    line.base = line.element.getAttribute('class');
    line.path = line.element.querySelector('path');
    if (line.path) line.element.append(hitOf(line.path));
  }
  svg.querySelector('.graph').append(marks);
  svg.addEventListener('click', (event) => {
    const part = event.target.closest('.actor, .line');
    if (pointing.hasMoved) return;
    if (!part) { if (chosen()) choose({}, false); return; }
    choosePart(part, false);
  });
  svg.addEventListener('keydown', (event) => {
    const part = event.target.closest('.actor');
    if (part && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      choosePart(part, true);
    }
  });
  // Not on the drawing itself, which a browser would then take for one more stop of the keyboard.
  map.addEventListener('focusin', (event) => {
    const part = event.target.closest('.actor');
    if (!part || !part.matches(':focus-visible')) return;
    reveal([drawn.findIndex((one) => one && one.element === part)]);
    lookNow();
    part.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

/** Where actors would stand that the picture has no place for: with their group or their parts, else with their stage. */
function wishPlaces() {
  const middle = (some) => ['x', 'y'].map((axis) => some.reduce((sum, { box }) => sum + box[axis] + box[axis === 'x' ? 'width' : 'height'] / 2, 0) / some.length);
  const placed = (list) => list.map((place) => drawn[place]).filter((part) => part && !part.isSpare), number = new Map();
  for (const [place, part] of drawn.entries()) if (part && part.isSpare) {
    const near = [placed(groups.includes(place) ? partsOf(place) : groupsOf(place).slice(0, 1)), placed([...actors.keys()].filter((one) => actors[one].stage === actors[place].stage))].find((some) => some.length);
    const [x, y] = near ? middle(near) : [0, 0], at = number.get(x) || 0;
    number.set(x, at + 1);
    // Not all of many in one column.
    part.wish = { x: x + Math.floor(at / 12) * 90, y };
  }
}

function choosePart(part, focus) {
  if (part.classList.contains('actor')) choose({ actor: part.id.slice('actor-'.length) }, focus);
  else choose({ line: [...lines.values()].find((line) => line.element === part).id }, focus);
}

/** Says by classes what is shown, stands out, is pale or gone; gone is who is not in the picture, where it is drawn for some actors only. */
export function paint(high, inPicture) {
  const set = (part, extra) => {
    if (part.now === extra) return;
    part.now = extra;
    part.element.setAttribute('class', part.base + extra);
  };
  const centre = places.get(state.actor);
  drawn.forEach((part, place) => {
    if (!part) return;
    const isHigh = high && high.actors.has(place);
    let extra = (shown.actors.has(place) || isHigh) && (inPicture ? inPicture.has(place) : !part.isSpare) ? '' : ' gone';
    if (shown.pale.has(place)) extra += ' pale';
    if (high && !isHigh) extra += ' faded';
    if (place === centre || (isHigh && centre === undefined)) extra += ' chosen';
    if (shown.other >= 0) extra += ` ${(standing(actors[place]) || { look: '' }).look}`;
    set(part, extra);
    if (place === centre) part.element.setAttribute('aria-current', 'true');
    else part.element.removeAttribute('aria-current');
    const stands = closed.has(place) ? say`, stands for ${count(partsOf(place).length, 'actor')}` : '';
    const placing = stands + (shown.other >= 0 ? `, ${sideText(actors[place])}` : shown.pale.has(place) ? say`, not placed in ${scopes[shown.area].name}` : '');
    if (part.placing !== placing) part.element.setAttribute('aria-label', part.name + placing);
    part.placing = placing;
  });
  for (const line of lines.values()) {
    if (!line.element) continue;
    const there = line.connections.filter((place) => shown.connections.has(place));
    const isHigh = high && line.connections.some((place) => high.connections.has(place));
    let extra = there.length || isHigh ? '' : ' gone';
    if (high) extra += isHigh ? ' high' : ' faded';
    if (shown.other >= 0 && there.length) {
      const one = standingOfAll(there);
      if (one) extra += ` ${one.look}${one.isDoubtful ? ' doubtful' : ''}`;
    } else if (there.length && shown.area >= 0) {
      const known = there.map((place) => stateIn(links[place], shown.area));
      if (!known.some(isOnMap)) extra += known.some((one) => states[one].isAbsence) ? ' absent' : ' open';
      else if (known.filter(isOnMap).every(isDoubtful)) extra += ' doubtful';
    }
    set(line, extra);
    const width = state.width ? String(.5 + Math.max(0, ...there.map((place) => links[place].areaCount)) * 1.1) : '';
    if (line.path && line.path.style.strokeWidth !== width) line.path.style.strokeWidth = width;
  }
  drawMarks(high);
}
