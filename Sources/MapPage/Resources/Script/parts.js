// The parts of the picture that the page works with.

import { byId } from './elements.js';

export const map = byId('map');
/** The map with what stands beside and below it. */
export const explore = document.querySelector('.explore');
export const svg = map.querySelector('svg');
/** The picture without its legend, in its own units: on the page the legend stands beside it. */
export const full = (({ x, y, width, height }) => {
  const move = svg.querySelector('.graph').transform.baseVal.consolidate();
  const tops = [...svg.querySelectorAll('.legend')].map((part) => part.getBBox().y + (move ? move.matrix.f : 0));
  return { x, y, width, height: Math.min(height, ...tops.map((top) => top - 12 - y)) };
})(svg.viewBox.baseVal);
/** What is drawn of each actor, by its place; nothing for who is not drawn. */
export const drawn = [];
/** Where an actor stands, in the units of the drawing. */
export function boxOf(part) {
  const { x, y, width, height } = part.box, move = part.move || { x: 0, y: 0 };
  return { x: x + move.x, y: y + move.y, width, height };
}
/** Where a line begins and ends on the whole map. To ask that is slow, so it is asked once. */
export function endsOf(line) {
  const path = line.first || line.path;
  return (line.ends ||= [0, path.getTotalLength()].map((length) => path.getPointAtLength(length)));
}
/** A place on a line, as a part of its length; asked once until the line has another course. */
export function spotOn(line, part) {
  line.length ??= line.path.getTotalLength();
  line.spots ||= {};
  return (line.spots[part] ||= line.path.getPointAtLength(line.length * part));
}
/** What answers to the pointer around a part, so that small parts can be hit. */
export function hitOf(part) {
  const hit = part.cloneNode(false);
  hit.removeAttribute('stroke-dasharray');
  hit.setAttribute('class', 'hit');
  return hit;
}
