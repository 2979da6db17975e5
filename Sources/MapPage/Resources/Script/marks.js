// What a comparison or a gap adds to the picture: signs on lines and actors, and lines that are missing.

import { state } from './address.js';
import { standing, standingOfAll } from './comparison.js';
import { drawing } from './elements.js';
import { closed, partsOf } from './groups.js';
import { actors, isOnMap, lines, links, stateIn, states } from './knowledge.js';
import { boxOf, drawn, spotOn } from './parts.js';
import { shown } from './selection.js';

export const marks = drawing('g', { class: 'marks', 'aria-hidden': 'true' });
const shape = boxOf;

/** A sign: letters in a small box around a point. */
function drawnSign(text, side, { x, y }) {
  const width = 6 + 7 * text.length;
  return drawing('g', { class: `sign ${side}` },
    drawing('rect', { x: x - width / 2, y: y - 6.5, width, height: 13, rx: 3 }), drawing('text', { x, y: y + 3.5, 'text-anchor': 'middle' }, text));
}

/** A free place on a line: its middle, or where no other sign is yet; `taken` are those, by squares. */
function placeOn(line, taken) {
  const square = ({ x, y }) => [Math.round(x / 18), Math.round(y / 13)];
  const isFree = (spot) => {
    const [column, row] = square(spot);
    return ![-1, 0, 1].some((dx) => [-1, 0, 1].some((dy) => (taken.get(`${column + dx} ${row + dy}`) || []).some((other) => Math.abs(other.x - spot.x) < 18 && Math.abs(other.y - spot.y) < 13)));
  };
  const spot = spotOn(line, [.5, .4, .6, .3, .7, .2, .8].find((part) => isFree(spotOn(line, part))) ?? .5), key = square(spot).join(' ');
  taken.set(key, [...taken.get(key) || [], spot]);
  return spot;
}
function drawnSigns(high) {
  const taken = new Map(), all = [];
  for (const line of lines.values()) {
    if (high && !line.connections.some((place) => high.connections.has(place))) continue;
    const one = line.path && standingOfAll(line.connections.filter((place) => shown.connections.has(place)));
    if (!one || !one.sign) continue;
    all.push(drawnSign(one.sign, one.look, placeOn(line, taken)));
  }
  for (const place of high ? high.actors : shown.actors) {
    const one = drawn[place] && standing(actors[place]);
    if (!one || !one.sign) continue;
    const { x, y } = shape(drawn[place]);
    all.push(drawnSign(one.sign, one.look, { x: x + 1, y: y - 4 }));
  }
  return all;
}

/** Where a straight line from the middle of a box to a point leaves the box. */
function leaving({ x, y, width, height }, to) {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const [dx, dy] = [to.x - middle.x, to.y - middle.y];
  const part = Math.min(1, width / 2 / Math.abs(dx || 1e-9), height / 2 / Math.abs(dy || 1e-9));
  return { x: middle.x + dx * part, y: middle.y + dy * part };
}
/** A connection that is missing: a broken line that ends in a bar; or one of which the evidence does not tell: dots. */
function lackingLine([from, to], isKnown) {
  const [a, b] = [shape(drawn[from]), shape(drawn[to])];
  const start = leaving(a, { x: b.x + b.width / 2, y: b.y + b.height / 2 }), end = leaving(b, { x: a.x + a.width / 2, y: a.y + a.height / 2 });
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const [sideX, sideY] = [(end.y - start.y) / length * 8, (start.x - end.x) / length * 8];
  const path = drawing('path', { d: `M${start.x},${start.y}L${end.x},${end.y}` });
  if (!isKnown) return drawing('g', { class: 'untold' }, path);
  return drawing('g', { class: 'missing' }, path,
    drawing('path', { class: 'bar', d: `M${end.x - sideX},${end.y - sideY}L${end.x + sideX},${end.y + sideY}` }));
}

export function drawMarks(high) {
  const missing = high ? [...high.missing] : [], untold = high ? [...high.untold] : [];
  // A connection that is not on the map has no line of its own.
  if (state.status && !high) for (const link of [...shown.connections].map((place) => links[place])) {
    if (!link.line && !isOnMap(link.status)) (states[stateIn(link, shown.area)].isAbsence ? missing : untold).push([link.from, link.to]);
  }
  const groupSigns = [...closed].filter((place) => drawn[place] && !drawn[place].now.includes('gone')).map((place) => {
    const { x, y, width } = shape(drawn[place]);
    return drawnSign(`+${partsOf(place).length}`, 'group', { x: x + width - 4, y: y - 4 });
  });
  const isDrawn = ([from, to]) => from !== to && drawn[from] && drawn[to];
  marks.replaceChildren(...missing.filter(isDrawn).map((pair) => lackingLine(pair, true)), ...untold.filter(isDrawn).map((pair) => lackingLine(pair, false)), ...(shown.other < 0 ? [] : drawnSigns(high)), ...groupSigns);
}
