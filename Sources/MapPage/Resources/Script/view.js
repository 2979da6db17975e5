// Where the picture is looked at, and how it is moved and zoomed.

import { chosen, state } from './address.js';
import { byId } from './elements.js';
import { fillEvidence } from './evidence.js';
import { actors } from './knowledge.js';
import { clear } from './panel.js';
import { drawn, full, map, svg } from './parts.js';
import { shown } from './selection.js';

// Where the map is looked at: the middle, and pixels for each unit.
const eye = { x: 0, y: 0, scale: 1, isFitted: false };
let frame = 0;
function lookSoon() {
  if (!frame) frame = requestAnimationFrame(lookNow);
}
export function lookNow() {
  cancelAnimationFrame(frame);
  frame = 0;
  const width = map.clientWidth / eye.scale, height = map.clientHeight / eye.scale;
  svg.setAttribute('viewBox', `${eye.x - width / 2} ${eye.y - height / 2} ${width} ${height}`);
}
const scaleToFit = (part = full) => Math.min(map.clientWidth / part.width, map.clientHeight / part.height) || 1;
/** A frame no taller than the picture needs at its width; small screens keep theirs. */
export function shapeFrame() {
  map.style.height = '';
  const needed = Math.max(160, Math.ceil(map.clientWidth * full.height / full.width) + 2);
  if (needed < map.clientHeight) map.style.height = `${needed}px`;
}
/** Where a drawn part stands, in the picture's own units. */
function spotOf(part) {
  const box = part.element.getBBox();
  const matrix = svg.getCTM().inverse().multiply(part.element.getCTM());
  const corner = new DOMPoint(box.x, box.y).matrixTransform(matrix);
  return { x: corner.x, y: corner.y, width: box.width, height: box.height };
}
/** The part of the picture that is shown: all of it, unless a figure leaves actors out. */
function extent() {
  const parts = state.view ? drawn.filter((part, actor) => part && shown.actors.has(actor)).map(spotOf) : [];
  if (!parts.length) return full;
  const [x, y] = [Math.min(...parts.map((part) => part.x)) - 30, Math.min(...parts.map((part) => part.y)) - 30];
  return {
    x, y, width: Math.max(...parts.map((part) => part.x + part.width)) + 30 - x,
    height: Math.max(...parts.map((part) => part.y + part.height)) + 30 - y,
  };
}
function bound() {
  eye.isFitted = false;
  eye.scale = Math.min(6, Math.max(scaleToFit() * .8, eye.scale));
  eye.x = Math.min(full.x + full.width, Math.max(full.x, eye.x));
  eye.y = Math.min(full.y + full.height, Math.max(full.y, eye.y));
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
/** Moves the map so that parts are seen, and zooms in where they would be too small to read. */
export function reveal(parts) {
  lookNow(); // Else where things are would be told from what was looked at before.
  const rest = map.getBoundingClientRect();
  const boxes = parts.map((part) => part.getBoundingClientRect()).filter((box) => box.width);
  if (!boxes.length) return;
  const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right));
  const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
  // A button lies on the lower end of a small map.
  const end = byId('to-panel').offsetHeight ? byId('to-panel').getBoundingClientRect().top : rest.bottom;
  const isSeen = left >= rest.left + 4 && right <= rest.right - 4 && top >= rest.top + 4 && bottom <= end - 4;
  if (isSeen && eye.scale >= .45) return;
  const centre = svg.getScreenCTM().inverse();
  const middle = new DOMPoint((left + right) / 2, (top + bottom) / 2).matrixTransform(centre);
  eye.x = middle.x;
  eye.y = middle.y;
  if (eye.scale < .45) eye.scale = .7;
  bound();
}
/** The whole map where it can be read; on a small screen its most connected actor, at a size that can. */
export function firstLook() {
  fit();
  if (scaleToFit() >= .4) return;
  const most = actors.reduce((best, actor, place) => drawn[place] && (best < 0 || (actor.measures.betweenness || 0) > (actors[best].measures.betweenness || 0)) ? place : best, -1);
  if (most < 0) return;
  const box = spotOf(drawn[most]);
  eye.scale = .7;
  eye.x = box.x + box.width / 2;
  eye.y = box.y + box.height / 2;
  bound();
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
    if (travelled > 5) { pointing.hasMoved = true; map.classList.add('dragging'); }
    if (others.length) {
      const far = (point) => Math.hypot(point.x - others[0].x, point.y - others[0].y) || 1;
      zoom(far(now) / far(last), { x: (now.x + others[0].x) / 2, y: (now.y + others[0].y) / 2 });
    } else if (pointing.hasMoved) pan(last.x - now.x, last.y - now.y);
    pointers.set(event.pointerId, now);
  });
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, (event) => {
    pointers.delete(event.pointerId);
    map.classList.remove('dragging');
  });
  const toggle = byId('full-screen');
  toggle.hidden = !document.fullscreenEnabled;
  toggle.addEventListener('click', () => document.fullscreenElement ? document.exitFullscreen() : document.querySelector('.explore').requestFullscreen());
  document.addEventListener('fullscreenchange', () => {
    toggle.textContent = document.fullscreenElement ? 'Leave full screen' : 'Full screen';
  });
  // What is seen whole stays whole in a window of another size.
  new ResizeObserver(() => eye.isFitted ? fit() : bound()).observe(map);
  window.addEventListener('resize', shapeFrame);
  window.addEventListener('beforeprint', () => {
    svg.setAttribute('viewBox', `${full.x} ${full.y} ${full.width} ${full.height}`);
    // Paper cannot be opened.
    document.querySelectorAll('#panel details').forEach((part) => {
      fillEvidence(part);
      part.open = true;
    });
  });
  window.addEventListener('afterprint', lookSoon);
  // A skip link moves the focus and leaves the address, which is the page's state, alone.
  document.querySelectorAll('.skip').forEach((link) => link.addEventListener('click', (event) => {
    event.preventDefault();
    const target = byId(link.getAttribute('href').slice(1));
    target.focus();
    target.scrollIntoView();
  }));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && chosen() && (event.target === document.body || event.target.closest('.explore'))) clear();
  });
}
