// Where the picture is looked at, and how it is moved and zoomed.

import { chosen, go, jump, state } from './address.js';
import { byId, drawing, on } from './elements.js';
import { fillEvidence } from './evidence.js';
import { isOtherView } from './groups.js';
import { actors, links, places } from './knowledge.js';
import { clear, hidePanel } from './panel.js';
import { boxOf, drawn, explore, full, map, svg } from './parts.js';
import { reach, redraw, restore } from './redraw.js';
import { shown } from './selection.js';
import { count, say } from './words.js';

/** Names have 11 units; below 9 pixels they are no longer read at first sight. */
const least = 9 / 11;
// Where the map is looked at: the middle, and pixels for each unit.
export const eye = { x: 0, y: 0, scale: 1, isFitted: false };
let frame = 0;
function lookSoon() {
  if (!frame) frame = requestAnimationFrame(lookNow);
}
export function lookNow() {
  cancelAnimationFrame(frame);
  frame = 0;
  const width = map.clientWidth / eye.scale, height = map.clientHeight / eye.scale;
  svg.setAttribute('viewBox', `${eye.x - width / 2} ${eye.y - height / 2} ${width} ${height}`);
  showInset({ x: eye.x - width / 2, y: eye.y - height / 2, width, height });
}
const scaleToFit = (part = extent()) => Math.min(map.clientWidth / part.width, map.clientHeight / part.height) || 1;
/** A frame no taller than what it shows needs at its width, where that can be read. */
export function shapeFrame() {
  map.style.height = '';
  const part = extent(), needed = Math.max(260, Math.ceil(part.height * Math.min(1.6, Math.max(least, map.clientWidth / part.width))) + 2);
  if (needed < map.clientHeight) map.style.height = `${needed}px`;
}
/** How far the drawing is moved within the picture. */
const moved = (({ matrix: { e, f } }) => ({ x: e, y: f }))(svg.querySelector('.graph').transform.baseVal.consolidate() || { matrix: { e: 0, f: 0 } });
/** Where a drawn part stands, in the picture's own units. */
function spotOf(part) {
  const { x, y, width, height } = boxOf(part);
  return { x: x + moved.x, y: y + moved.y, width, height };
}
function around(parts, margin) {
  const [x, y] = [Math.min(...parts.map((part) => part.x)) - margin, Math.min(...parts.map((part) => part.y)) - margin];
  return {
    x, y, width: Math.max(...parts.map((part) => part.x + part.width)) + margin - x,
    height: Math.max(...parts.map((part) => part.y + part.height)) + margin - y,
  };
}
/** Who is in the picture now: all that are drawn, or those that it is drawn anew for. */
let inPicture = { isAnew: false, actors: [] };
/** How much can be drawn anew: of more, the places on the whole map tell more than any small layout could. */
const redrawable = { actors: 150, connections: 700 };
const spots = () => inPicture.actors.map((place) => spotOf(drawn[place]));
/** The part of the picture that has anything to show. */
function extent() {
  if (!inPicture.isAnew || !inPicture.actors.length) return full;
  const part = around(spots(), 26), top = Math.min(part.y, reach.top + moved.y - 8), bottom = Math.max(part.y + part.height, reach.bottom + moved.y + 8);
  return { ...part, y: top, height: bottom - top };
}
/** Draws anew what is shown where that is a part of the map, or what is chosen where it could not be read in its place. */
export function arrange(high) {
  const seen = [...shown.actors].filter((place) => drawn[place] && !shown.pale.has(place)), all = drawn.filter((part) => part && !part.isSpare).length, isOther = isOtherView();
  const width = map.clientWidth / least - 60;
  let some = new Set(seen), connections = shown.connections;
  if (isOther && seen.length > redrawable.actors) {
    // Who has no place on the whole map is drawn, with their connections.
    const spare = new Set(seen.filter((place) => drawn[place].isSpare));
    const near = [...connections].map((place) => links[place]).filter(({ from, to }) => spare.has(from) || spare.has(to));
    some = new Set([...spare, ...near.flatMap(({ from, to }) => [from, to]).filter((place) => drawn[place])]);
    if (some.size > redrawable.actors) some = spare;
    connections = new Set(near.map(({ place }) => place));
  }
  const isAsked = isOther || (!state.places && seen.length > 1 && seen.length < all), isPart = isAsked && some.size > 0 && some.size <= redrawable.actors && connections.size <= redrawable.connections;
  const wanted = high ? [...high.actors].filter((place) => drawn[place]) : [];
  if (isPart) {
    if (high) wanted.forEach((place) => some.add(place));
    redraw(some, connections, width);
  } else restore();
  let isAnew = isPart, isOpened = isPart && some.size < seen.length;
  if (!state.places && wanted.length > 1 && wanted.length <= redrawable.actors && scaleToFit(around(wanted.map((place) => spotOf(drawn[place])), 12)) < least) {
    [some, connections, isAnew, isOpened] = [new Set(wanted), high.connections, true, false];
    redraw(some, connections, width);
  }
  const before = inPicture.key;
  inPicture = { isAnew, actors: isAnew ? [...some] : drawn.map((part, place) => place).filter((place) => drawn[place] && !drawn[place].isSpare && actors[place].isActive), key: isAnew ? [...some].join() : '', isTooMuch: isAsked && !isAnew, isOpened };
  byId('places').hidden = isOther || !isAnew && !state.places;
  byId('places').setAttribute('aria-pressed', String(Boolean(state.places)));
  return { actors: isAnew ? some : undefined, isNew: before !== undefined && before !== inPicture.key };
}
function bound() {
  const part = extent();
  eye.isFitted = false;
  eye.scale = Math.min(6, Math.max(scaleToFit(part) * .8, eye.scale));
  eye.x = Math.min(part.x + part.width, Math.max(part.x, eye.x));
  eye.y = Math.min(part.y + part.height, Math.max(part.y, eye.y));
  lookSoon();
}
export function fit() {
  const part = extent();
  eye.scale = Math.min(scaleToFit(part), 1.6);
  eye.x = part.x + part.width / 2;
  eye.y = part.y + part.height / 2;
  eye.isFitted = true;
  lookSoon();
}
/** Zooms; what is under the given point of the window stays there. */
function zoom(factor, point) {
  const box = map.getBoundingClientRect();
  const dx = point ? point.x - box.left - box.width / 2 : 0, dy = point ? point.y - box.top - box.height / 2 : 0;
  const before = eye.scale;
  eye.scale = Math.min(6, Math.max(scaleToFit() * .8, before * factor));
  eye.x += dx / before - dx / eye.scale;
  eye.y += dy / before - dy / eye.scale;
  bound();
}
function pan(dx, dy) {
  eye.x += dx / eye.scale;
  eye.y += dy / eye.scale;
  bound();
}
/** Moves the map so that actors are seen, as large as they can be read, and smaller only where they would not all be seen. */
export function reveal(some) {
  lookNow();
  const parts = some.filter((place) => drawn[place]).map((place) => spotOf(drawn[place]));
  if (!parts.length) return;
  const part = around(parts, 6);
  // A button lies on the lower end of a small map.
  const covered = byId('to-panel').offsetHeight ? byId('to-panel').offsetHeight + 8 : 0;
  const width = map.clientWidth / eye.scale, height = map.clientHeight / eye.scale, end = (map.clientHeight - covered) / eye.scale;
  const [left, top] = [eye.x - width / 2, eye.y - height / 2];
  const isSeen = part.x >= left && part.x + part.width <= left + width && part.y >= top && part.y + part.height <= top + end;
  if (isSeen && eye.scale >= least - .01) return;
  eye.scale = Math.min(Math.max(eye.scale, least), map.clientWidth / part.width, (map.clientHeight - covered) / part.height);
  // Of very many, some that can be read tell more than all that cannot: those around who is chosen.
  if (eye.scale < least * .75 && parts.length > 12) {
    const { x, y, width: wide, height: high } = drawn[places.get(state.actor)] ? spotOf(drawn[places.get(state.actor)]) : part;
    [eye.scale, eye.x, eye.y] = [least, x + wide / 2, y + high / 2];
    bound();
    return;
  }
  eye.x = part.x + part.width / 2;
  eye.y = part.y + part.height / 2 + covered / 2 / eye.scale;
  bound();
}
/** All of it where it can be read; else the window, at a size that can, in which most actors are whole, the best connected among them. */
export function firstLook() {
  fit();
  if (eye.scale >= least || !inPicture.actors.length) return;
  const all = spots(), [width, height] = [map.clientWidth / least, map.clientHeight / least], part = extent();
  const rank = (place) => actors[place].measures.betweenness || 0;
  const most = inPicture.actors.reduce((best, place, at) => rank(place) > rank(inPicture.actors[best]) ? at : best, 0);
  const within = (from, size, start, length) => size >= length ? start + length / 2 : Math.min(start + length - size / 2, Math.max(start + size / 2, from));
  const holds = ({ x, y }, spot) => Math.abs(spot.x + spot.width / 2 - x) <= (width - spot.width) / 2 && Math.abs(spot.y + spot.height / 2 - y) <= (height - spot.height) / 2;
  let best = { number: -1 };
  const lefts = all.map((spot) => spot.x - 8 + width / 2), tops = all.map((spot) => spot.y - 30 + height / 2);
  const isLarge = all.length > 150, tries = isLarge ? [[all[most].x + all[most].width / 2, all[most].y + all[most].height / 2]] : lefts.flatMap((x) => tops.map((y) => [x, y]));
  for (const [left, top] of tries) {
    const centre = { x: within(left, width, part.x, part.width), y: within(top, height, part.y, part.height) };
    if (!holds(centre, all[most]) && !isLarge) continue;
    const number = all.filter((spot) => holds(centre, spot)).length;
    if (number > best.number) best = { ...centre, number };
  }
  if (best.number < 0) best = { x: all[most].x + all[most].width / 2, y: all[most].y + all[most].height / 2 };
  [eye.scale, eye.x, eye.y] = [least, best.x, best.y];
  bound();
}

const inset = byId('inset');
/** Says how much of the map is seen, and shows where that is. */
function showInset(seen) {
  const all = inPicture.actors.map((place) => [place, spotOf(drawn[place])]);
  const whole = all.filter(([, spot]) => spot.x >= seen.x - 2 && spot.y >= seen.y - 2 && spot.x + spot.width <= seen.x + seen.width + 2 && spot.y + spot.height <= seen.y + seen.height + 2).length;
  const isPart = whole < all.length && all.length <= 600;
  inset.hidden = !isPart;
  byId('part').hidden = whole === all.length && !inPicture.isTooMuch && !inPicture.isOpened;
  byId('part').textContent = say`${whole} of ${count(all.length, 'actor')} are in the frame. “Fit” shows all of them, smaller.`
    + (inPicture.isTooMuch ? ` ${say`What is shown stands where it stands on the whole map: up to ${redrawable.actors} actors and ${redrawable.connections} connections are drawn anew.`}` : '')
    + (inPicture.isOpened ? ` ${say`Drawn are the actors of open groups, and whom they connect with; the tables have all.`}` : '');
  if (!isPart) return;
  const part = extent();
  if (inset.key !== inPicture.key || !inset.firstChild) {
    inset.key = inPicture.key;
    inset.replaceChildren(drawing('svg', { 'aria-hidden': 'true', 'viewBox': `${part.x} ${part.y} ${part.width} ${part.height}` },
      ...all.map(([place, { x, y, width, height }]) => drawing('rect', { x, y, width, height, class: drawn[place].outline.getAttribute('class') })), drawing('rect', { class: 'seen' })));
    const svgOfInset = inset.firstChild;
    svgOfInset.addEventListener('click', (event) => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svgOfInset.getScreenCTM().inverse());
      [eye.x, eye.y] = [point.x, point.y];
      bound();
    });
  }
  for (const [name, value] of Object.entries(seen)) inset.querySelector('.seen').setAttribute(name, value);
}

function hideLegend(isHidden) {
  byId('legend').hidden = isHidden;
  byId('hide-legend').setAttribute('aria-expanded', String(!isHidden));
  byId('hide-legend').textContent = isHidden ? say`Show key` : say`Hide key`;
}

const moves = {
  in: () => zoom(1.4), out: () => zoom(1 / 1.4), fit, left: () => pan(-90, 0), right: () => pan(90, 0), up: () => pan(0, -90), down: () => pan(0, 90),
};
/** Whether the pointer has moved the map since it came down: then its end is no click. */
export const pointing = { hasMoved: false };
export function prepareMoves() {
  document.querySelectorAll('[data-move]').forEach((mover) => mover.addEventListener('click', moves[mover.dataset.move]));
  const keysOf = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', '+': 'in', '=': 'in', '-': 'out', 0: 'fit' };
  map.addEventListener('keydown', (event) => {
    const move = keysOf[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    moves[move]();
  });
  map.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? .05 : .002)), { x: event.clientX, y: event.clientY });
  }, { passive: false });
  const pointers = new Map();
  let travelled = 0;
  // One finger scrolls the page, as everywhere; but where the map fills the screen there is no page to scroll.
  const movesMap = (event) => event.pointerType !== 'touch' || pointers.size > 1 || document.fullscreenElement;
  for (const kind of ['touchstart', 'touchmove']) map.addEventListener(kind, (event) => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  }, { passive: false });
  map.addEventListener('pointerdown', (event) => {
    if (event.button) return;
    if (!pointers.size) { pointing.hasMoved = false; travelled = 0; }
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  window.addEventListener('pointermove', (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const now = { x: event.clientX, y: event.clientY };
    const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    travelled += Math.hypot(now.x - last.x, now.y - last.y);
    if (travelled > 5) { pointing.hasMoved = true; if (movesMap(event)) map.classList.add('dragging'); }
    if (others.length) {
      const far = (point) => Math.hypot(point.x - others[0].x, point.y - others[0].y) || 1;
      zoom(far(now) / far(last), { x: (now.x + others[0].x) / 2, y: (now.y + others[0].y) / 2 });
      pan((last.x - now.x) / 2, (last.y - now.y) / 2);
    } else if (pointing.hasMoved && movesMap(event)) pan(last.x - now.x, last.y - now.y);
    pointers.set(event.pointerId, now);
  });
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, (event) => {
    pointers.delete(event.pointerId);
    map.classList.remove('dragging');
  });
  const toggle = byId('full-screen');
  toggle.hidden = !document.fullscreenEnabled;
  toggle.addEventListener('click', () => document.fullscreenElement ? document.exitFullscreen() : explore.requestFullscreen());
  document.addEventListener('fullscreenchange', () => {
    toggle.textContent = document.fullscreenElement ? say`Leave full screen` : say`Full screen`;
  });
  // What is seen whole stays whole in a window of another size.
  new ResizeObserver(() => eye.isFitted ? fit() : bound()).observe(map);
  window.addEventListener('resize', shapeFrame);
  on('hide-panel', 'click', () => hidePanel(!explore.classList.contains('without-panel')));
  on('hide-legend', 'click', () => hideLegend(!byId('legend').hidden));
  if (!matchMedia('(min-width: 64rem)').matches) hideLegend(true);
  on('places', 'click', () => go({ ...state, places: state.places ? '' : '1' }));
  window.addEventListener('beforeprint', () => {
    const { x, y, width, height } = extent();
    svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    // Paper cannot be opened; and what is opened can hold more of its kind. The rest of long lists stands in the tables.
    for (let closed; (closed = [...document.querySelectorAll(':is(#panel, #gaps, #claims) details:not([open], .rest)')]).length;) closed.forEach((part) => {
      fillEvidence(part);
      part.open = true;
    });
  });
  window.addEventListener('afterprint', lookSoon);
  document.querySelectorAll('.jump').forEach((link) => link.addEventListener('click', (event) => {
    event.preventDefault();
    const id = link.getAttribute('href').slice(1);
    if (id === 'panel') hidePanel(false);
    jump(id);
  }));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && chosen() && (event.target === document.body || event.target.closest('.explore'))) clear();
  });
}
