// Draws what is shown anew: actors are moved, and their lines get other courses. The whole map's places can be had back.

import { byId, drawing } from './elements.js';
import { actors, isDoubtful, lines, links, relations, stages } from './knowledge.js';
import { laidOut } from './layout.js';
import { boxOf, drawn, endsOf, hitOf, svg } from './parts.js';
import { broken } from './save.js';
import { and } from './words.js';

/** Where the outline of an actor is at a height, to the left (-1) or to the right (1), as seen from its middle. */
function edge(part, dy, side) {
  const box = part.box, half = box.width / 2, outline = part.outline;
  if (outline.localName === 'ellipse') return side * half * Math.sqrt(Math.max(0, 1 - (2 * dy / box.height) ** 2));
  if (outline.localName !== 'polygon') return side * half;
  const y = box.y + box.height / 2 + dy, found = [];
  part.points ||= [...outline.points].map((point) => [point.x, point.y]);
  part.points.forEach(([x1, y1], index) => {
    const [x2, y2] = part.points[(index + 1) % part.points.length];
    if (y1 !== y2 && (y - y1) * (y - y2) <= 0) found.push(x1 + (x2 - x1) * (y - y1) / (y2 - y1));
  });
  return found.length ? (side < 0 ? Math.min(...found) : Math.max(...found)) - box.x - half : side * half;
}

/** Where the lines of each side of each actor begin and end: spread over its height in the order of where they lead. */
function ports(courses) {
  const sides = new Map();
  for (const course of courses) for (const end of [course.start, course.end]) {
    const key = `${end.actor} ${end.side}`;
    if (!sides.has(key)) sides.set(key, []);
    sides.get(key).push(end);
  }
  for (const ends of sides.values()) {
    ends.sort((a, b) => a.towards - b.towards);
    ends.forEach((end, index) => {
      const part = drawn[end.actor], reach = part.box.height * .8;
      const dy = ends.length < 2 ? 0 : (index / (ends.length - 1) - .5) * Math.min(reach, (ends.length - 1) * 6);
      end.x = end.centre.x + edge(part, dy, end.side);
      end.y = end.centre.y + dy;
    });
  }
}

const headLength = 7, tenths = (value) => Math.round(value * 10) / 10;
/** The way of a line: curves between its ends and the level stretches that it passes. */
function wayOf({ start, end, passed }, hasTwoHeads) {
  const tip = end.x + end.side * headLength, isBack = end.side > 0, first = start.x + (hasTwoHeads ? start.side * headLength : 0);
  let way = `M${tenths(first)},${tenths(start.y)}`, [x, y] = [first, start.y];
  const to = (nextX, nextY) => {
    const bend = start.side === end.side ? start.side * Math.max(24, Math.abs(nextY - y) / 4) : (nextX - x) / 2;
    way += `C${[x + bend, y, (start.side === end.side ? nextX : x) + bend, nextY, nextX, nextY].map(tenths).join(',')}`;
    [x, y] = [nextX, nextY];
  };
  for (const stretch of passed) {
    const [enter, leave] = isBack ? [stretch.right, stretch.left] : [stretch.left, stretch.right];
    to(enter, stretch.y);
    way += `L${tenths(leave)},${tenths(stretch.y)}`;
    x = leave;
  }
  to(tip, end.y);
  return { way, tips: [{ x: tip, y: end.y, angle: isBack ? 180 : 0 }, { x: first, y: start.y, angle: start.side > 0 ? 180 : 0 }] };
}

/** The head of a line in its new place: turned and moved from where it was. */
function movedHead(head, ends, tip) {
  // Not its box: a browser need not know that of what is not seen.
  const corners = head.points ? [...head.points] : [{ x: head.cx.baseVal.value, y: head.cy.baseVal.value }], mean = (axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length, centre = { x: mean('x'), y: mean('y') };
  const far = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
  const { x, y } = ends.toSorted((a, b) => far(a, centre) - far(b, centre))[0];
  // Its tip is farthest from where the line ends; a round head has none, and looks the same however it is turned.
  const [point] = corners.sort((a, b) => far(b, { x, y }) - far(a, { x, y }));
  const turn = tip.angle - Math.atan2(y - point.y, x - point.x) * 180 / Math.PI - 180;
  const moved = head.cloneNode(false);
  moved.setAttribute('transform', `translate(${tenths(tip.x)} ${tenths(tip.y)}) rotate(${tenths(turn)}) translate(${-x} ${-y})`);
  return moved;
}

const names = drawing('g', { class: 'stages' }), gap = 10;
/** Writes the names of the stages over their columns; where a column holds several, they stand together. */
function nameStages({ columns }, top) {
  const found = [];
  for (const { left, ids } of columns) {
    const text = and(stages.filter(({ id }) => ids.some((place) => actors[place].stage === id)).map(({ name }) => name));
    if (found.at(-1)?.text !== text) found.push({ text, left });
  }
  const all = found.map(({ text, left }, place) => ({ left, rows: broken(text, place + 1 < found.length ? found[place + 1].left - left - gap : Infinity, 11) }));
  names.replaceChildren(...all.flatMap(({ left, rows }) => rows.map((row, place) => drawing('text', { 'x': left, 'y': top - gap - (rows.length - 1 - place) * 13, 'text-anchor': 'start' }, row))));
  svg.querySelector('.graph').append(names);
  return top - gap - 13 * Math.max(...all.map(({ rows }) => rows.length));
}

let now = '';
/** Between which heights lines run that pass actors by, in the units of the drawing. */
export const reach = { top: Infinity, bottom: -Infinity };
/** Puts actors and lines back to the places of the whole map. */
export function restore() {
  if (!now) return false;
  now = '';
  svg.classList.remove('arranged');
  names.remove();
  for (const part of drawn) if (part) { part.move = undefined; part.element.removeAttribute('transform'); }
  for (const line of lines.values()) if (line.own) {
    line.own.remove();
    [line.own, line.length, line.spots] = [];
    line.path = line.first;
  }
  return true;
}

/** A line for what the picture has none of, since groups were open or closed in it: as one of its family looks. */
function make(line, link) {
  const { family, isMutual } = relations[link.relation], look = byId(`look-${family}${isMutual ? '.mutual' : ''}`);
  if (!look) return;
  line.base = `line made${isDoubtful(link.status) ? ' doubtful' : ''}`;
  line.element = drawing('g', { class: line.base }, ...[...look.children].map((part) => part.cloneNode(true)));
  line.path = line.element.querySelector('path');
  line.element.append(hitOf(line.path));
  svg.querySelector('.actor').before(line.element);
}
/** Draws some actors and connections anew, no wider than some units; whether anything changed. */
export function redraw(members, connections, width) {
  const key = [[...members].join(), [...connections].join(), Math.round(width / 60)].join('|');
  if (key === now) return false;
  restore();
  now = key;
  const some = [...members].filter((place) => drawn[place]);
  const boxes = some.map((place) => { const box = boxOf(drawn[place]); return { id: place, x: box.x + box.width / 2, y: box.y + box.height / 2, ...drawn[place].wish, width: box.width, height: box.height, stage: actors[place].stage }; });
  const courses = [];
  for (const line of lines.values()) {
    const link = links[line.connections.find((place) => connections.has(place))];
    if (link && link.from !== link.to && !line.element && members.has(link.from) && members.has(link.to)) make(line, link);
    if (link && line.element && link.from !== link.to && drawn[link.from] && drawn[link.to] && members.has(link.from) && members.has(link.to)) courses.push({ id: line.id, from: link.from, to: link.to, line });
  }
  const laid = laidOut(boxes, courses, width), heights = [...laid.lines.values()].flat().map(({ y }) => y);
  [reach.top, reach.bottom] = [Math.min(...heights), Math.max(...heights)];
  // Where stages have no frames on the whole map, they have no columns here.
  if (svg.querySelector('.half')) reach.top = nameStages(laid, Math.min(reach.top, ...boxes.map(({ id, height }) => laid.boxes.get(id).y - height / 2)));
  for (const [place, centre] of laid.boxes) {
    const part = drawn[place], box = part.box;
    part.move = { x: tenths(centre.x - box.x - box.width / 2), y: tenths(centre.y - box.y - box.height / 2) };
    part.element.setAttribute('transform', `translate(${part.move.x} ${part.move.y})`);
  }
  for (const course of courses) {
    const [from, to] = [course.from, course.to].map((place) => laid.boxes.get(place));
    course.passed = laid.lines.get(course.id);
    const [first, last] = [course.passed[0], course.passed.at(-1)], side = Math.sign(to.x - from.x);
    course.start = { actor: course.from, centre: from, side: side || 1, towards: first ? first.y : to.y };
    course.end = { actor: course.to, centre: to, side: side ? -side : 1, towards: last ? last.y : from.y };
  }
  ports(courses);
  for (const course of courses) {
    const { line } = course, heads = [...line.element.children].filter((part) => part.localName !== 'g' && part.localName !== 'path'), made = wayOf(course, heads.length > 1);
    line.first ||= line.path;
    const way = (path) => { const one = path.cloneNode(false); one.setAttribute('d', made.way); return one; };
    line.own = drawing('g', { class: 'own' }, ...[...line.element.children].filter((part) => part.localName === 'path').map(way), ...heads.map((head, place) => movedHead(head, endsOf(line), made.tips[place])));
    line.element.append(line.own);
    line.path = line.own.querySelector('path:not(.hit)');
    [line.length, line.spots] = [];
  }
  svg.classList.add('arranged');
  return true;
}
