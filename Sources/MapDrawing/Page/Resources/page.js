'use strict';
(() => {
const data = JSON.parse(document.getElementById('data').textContent);
const { actors, areas, roles, sectors, informants, relations, passages, connections: links, figures, gaps, claims, states } = data;
const byId = (id) => document.getElementById(id);

// ---- Elements and words

/** Makes an element: attributes, then children (elements or text). `onclick` is a listener. */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === 'onclick') element.addEventListener('click', value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== ''));
  return element;
}
const count = (number, one, many = one + 's') => `${number} ${number === 1 ? one : many}`;
const and = (words) => words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const halves = { 'set-up': 'Set-up', delivery: 'Delivery' };
const families = { support: 'Support', coordination: 'Coordination' };
const stageName = (id) => halves[id] || capital(id);
const familyName = (id) => families[id] || capital(id);
const nameIn = (list, id) => (list.find((item) => item.id === id) || { name: id }).name;
const verb = (link) => relations[link.relation][actors[link.from].isPlural ? 'plural' : 'label'];
const sentence = (link) => `${actors[link.from].name} ${verb(link)} ${actors[link.to].name}`;

// ---- What the page knows, arranged once

const onMap = 5; // The first five states are "on the map".
const places = new Map(actors.map((actor, place) => [actor.id, place]));
const keys = new Map();
const adjacent = actors.map(() => []);
const lines = new Map();
links.forEach((link, place) => {
  link.place = place;
  link.key = [actors[link.from].id, actors[link.to].id, relations[link.relation].id].join('.');
  link.family = relations[link.relation].family;
  link.areaCount = [...link.presence].filter((digit) => +digit < onMap).length;
  keys.set(link.key, place);
  adjacent[link.from].push(place);
  if (link.to !== link.from) adjacent[link.to].push(place);
  if (link.line) {
    if (!lines.has(link.line)) lines.set(link.line, { id: link.line, connections: [] });
    lines.get(link.line).connections.push(place);
  }
});

// ---- The state of the page is its fragment

const choices = ['actor', 'line', 'connection', 'gap', 'claim', 'from', 'to', 'arrows', 'route'];
const filters = ['view', 'area', 'with', 'steps', 'stage', 'role', 'sector', 'families', 'relation', 'status', 'activities', 'width'];
let state = {};
let address;

const listed = (list) => (value) => list.some((item) => item.id === value);
const whole = (list) => (value) => /^\d+$/.test(value) && +value < list.length;
const flag = (value) => value === '1';
const valid = {
  actor: (value) => places.has(value), line: (value) => lines.has(value), connection: (value) => keys.has(value),
  gap: whole(gaps), claim: whole(claims), from: (value) => places.has(value), to: (value) => places.has(value),
  route: (value) => /^\d$/.test(value), arrows: flag, view: listed(figures), area: listed(areas), with: listed(areas),
  steps: (value) => /^[1-9]$/.test(value), stage: (value) => actors.some((actor) => actor.stage === value),
  role: listed(roles), sector: listed(sectors), families: (value) => relations.some((relation) => relation.family === value),
  relation: listed(relations), status: listed(states), activities: flag, width: flag,
};

/** Reads the address; what it says that this map does not know is left out. */
function read() {
  const text = location.hash.slice(1);
  if (text && !text.includes('=')) return false;
  address = text;
  state = {};
  for (const [key, value] of new URLSearchParams(text)) if (valid[key] && valid[key](value)) state[key] = value;
  return true;
}

/** Goes to a state: writes its address, so that Back returns, and shows it. */
function go(next, focus) {
  state = {};
  for (const key of [...choices, ...filters]) if (next[key]) state[key] = next[key];
  const text = new URLSearchParams(state).toString();
  if (text !== address) {
    address = text;
    location.hash = text;
  }
  show(focus);
}
/** Chooses one thing: the other choices end, the filters stay. */
function choose(choice, focus = true) {
  const next = { ...state };
  for (const key of choices) delete next[key];
  go({ ...next, ...choice }, focus);
}
function clear() {
  const actor = places.get(state.actor);
  choose({ }, false);
  if (actor !== undefined && drawn[actor] && shown.actors.has(actor)) drawn[actor].element.focus({ preventScroll: true });
  else byId('map').focus({ preventScroll: true });
}

// ---- What is shown

let shown;
const areaPlace = (id) => areas.findIndex((area) => area.id === id);
const stateIn = (item, area) => area < 0 ? item.status : +item.presence[area];

/** Which side of a comparison has a connection: "both", "a" or "b"; and whether the other side is uncertain. */
function side(link) {
  const [a, b] = [stateIn(link, shown.area), stateIn(link, shown.other)];
  if (a < onMap && b < onMap) return { in: 'both', open: false };
  if (a < onMap) return { in: 'a', open: b === 6 || b === 8 };
  if (b < onMap) return { in: 'b', open: a === 6 || a === 8 };
  return { in: '', open: false };
}

/** Applies the filters: the places of the connections and actors that are shown. */
function select() {
  const area = areaPlace(state.area), other = state.area && state.with && state.with !== state.area ? areaPlace(state.with) : -1;
  const figure = figures.find((one) => one.id === state.view);
  const inFigure = figure && { actors: new Set(figure.actors), connections: new Set(figure.connections) };
  const wanted = state.status && states.findIndex((one) => one.id === state.status);
  const fits = (actor) => (!state.stage || actor.stage === state.stage) && (!state.sector || actor.sector === state.sector)
    && (!state.role || actor.role === state.role || actor.otherRoles.includes(state.role));
  const isThere = (link) => {
    const here = stateIn(link, area);
    if (wanted !== undefined) return here === wanted || (other >= 0 && stateIn(link, other) === wanted);
    return here < onMap || (other >= 0 && stateIn(link, other) < onMap);
  };
  const some = new Set();
  links.forEach((link, place) => {
    if ((!inFigure || inFigure.connections.has(place)) && isThere(link)
      && (!state.families || link.family === state.families)
      && (!state.relation || relations[link.relation].id === state.relation)
      && (fits(actors[link.from]) || fits(actors[link.to]))) some.add(place);
  });
  const centre = places.get(state.actor);
  let near;
  if (state.steps && centre !== undefined) {
    near = distances(centre, some, false);
    for (const place of some) {
      const most = 2 * state.steps;
      if (!(near[links[place].from] <= most && near[links[place].to] <= most)) some.delete(place);
    }
  }
  const kept = new Set(), pale = new Set();
  for (const place of some) kept.add(links[place].from).add(links[place].to);
  // Who has no connection left stays on the map where only an area is chosen: pale if nobody placed it there.
  const onlyEnds = state.families || state.relation || state.status;
  actors.forEach((actor, place) => {
    if (kept.has(place)) return;
    if (place === centre) kept.add(place);
    else if (!onlyEnds && fits(actor) && (!inFigure || inFigure.actors.has(place)) && (!near || near[place] <= 2 * state.steps)) {
      kept.add(place);
      if (area >= 0 && +actor.presence[area] >= onMap && !(other >= 0 && +actor.presence[other] < onMap)) pale.add(place);
    }
  });
  shown = { connections: some, actors: kept, pale, area, other, figure };
}

/** The connections from an actor, by neighbour. */
function neighbours(actor, allowed, directed) {
  const found = new Map();
  for (const place of adjacent[actor]) {
    const { from, to } = links[place], next = from === actor ? to : from;
    if (!allowed.has(place) || from === to) continue;
    const isMeeting = actors[from].isActivity || actors[to].isActivity;
    if (directed && from !== actor && !(state.activities && isMeeting)) continue;
    if (!found.has(next)) found.set(next, []);
    found.get(next).push(place);
  }
  return found;
}

/** An end of a way is one step off; through an activity, two ends are one step apart, so it counts for half a step. */
const cost = (a, b) => state.activities && (actors[a].isActivity || actors[b].isActivity) ? 1 : 2;
const passes = (actor, start) => actor === start || !actors[actor].isActivity || state.activities;

/** Half steps from an actor to every other that can be reached, breadth first. */
function distances(start, allowed, directed) {
  const distance = [];
  distance[start] = 0;
  const queues = [[start]];
  for (let far = 0; far < queues.length; far++) {
    for (const actor of queues[far] || []) {
      if (distance[actor] !== far || !passes(actor, start)) continue;
      for (const next of neighbours(actor, allowed, directed).keys()) {
        const reach = far + cost(actor, next);
        if (!(distance[next] <= reach)) {
          distance[next] = reach;
          (queues[reach] = queues[reach] || []).push(next);
        }
      }
    }
  }
  return distance;
}

/** Up to ten shortest routes: lists of hops, each with its two actors and a link. */
function routes(from, to, directed) {
  const distance = distances(from, shown.connections, directed), found = [];
  if (distance[to] === undefined || from === to) return found;
  // Who can be on a shortest way to the end, walked backwards, so that no dead end is tried.
  const onWay = new Set([to]), before = new Map();
  for (const actor of onWay) {
    for (const previous of neighbours(actor, shown.connections, false).keys()) {
      if (distance[previous] + cost(previous, actor) !== distance[actor] || !passes(previous, from)) continue;
      const hop = neighbours(previous, shown.connections, directed).get(actor);
      if (!hop) continue;
      onWay.add(previous);
      if (!before.has(actor)) before.set(actor, []);
      before.get(actor).push({ from: previous, to: actor, connections: hop });
    }
  }
  (function walk(actor, way) {
    if (found.length === 10) return;
    if (actor === from) found.push(way);
    else for (const hop of before.get(actor) || []) walk(hop.from, [hop, ...way]);
  })(to, []);
  return found;
}

/** What stands out for the choice: actors and connections; nothing if nothing is chosen. */
function highlight() {
  const high = { actors: new Set(), connections: new Set() };
  const add = (place) => {
    high.connections.add(place);
    high.actors.add(links[place].from).add(links[place].to);
  };
  if (state.actor) {
    const actor = places.get(state.actor);
    high.actors.add(actor);
    for (const place of adjacent[actor]) if (shown.connections.has(place)) add(place);
  } else if (state.line) lines.get(state.line).connections.forEach(add);
  else if (state.connection) add(keys.get(state.connection));
  else if (state.gap) {
    gaps[state.gap].actors.concat(...gaps[state.gap].missing).forEach((place) => high.actors.add(place));
    const { actors: concerned } = gaps[state.gap];
    for (const actor of concerned) for (const place of adjacent[actor]) if (shown.connections.has(place)
      && concerned.includes(links[place].from) && concerned.includes(links[place].to)) high.connections.add(place);
  } else if (state.claim) claims[state.claim].actors.forEach((place) => high.actors.add(place));
  else if (state.from && state.to) {
    shown.routes = routes(places.get(state.from), places.get(state.to), Boolean(state.arrows));
    [state.from, state.to].forEach((id) => high.actors.add(places.get(id)));
    for (const hop of shown.routes[Math.min(state.route || 0, shown.routes.length - 1)] || []) hop.connections.forEach(add);
  } else return undefined;
  return high;
}

// ---- The picture

const map = byId('map');
const svg = map.querySelector('svg');
const full = (({ x, y, width, height }) => ({ x, y, width, height }))(svg.viewBox.baseVal);
let drawn = [];

/** Makes the picture's parts reachable and clickable, and remembers their classes. */
function preparePicture() {
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', `Network map: ${data.title}`);
  for (const name of ['aria-labelledby', 'aria-describedby', 'width', 'height']) svg.removeAttribute(name);
  const title = svg.querySelector(':scope > title');
  if (title) title.remove(); // Else it would pop up wherever the pointer rests.
  drawn = actors.map((actor) => {
    const element = byId(`actor-${actor.id}`);
    if (!element) return undefined;
    element.setAttribute('tabindex', '0');
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', `${actor.name}, ${nameIn(roles, actor.role)}, ${nameIn(sectors, actor.sector)}`);
    return { element, base: element.getAttribute('class'), now: '' };
  });
  for (const line of lines.values()) {
    line.element = byId(line.id);
    if (!line.element) continue;
    line.base = line.element.getAttribute('class');
    line.path = line.element.querySelector('path');
    if (line.path) {
      const hit = line.path.cloneNode(false);
      hit.removeAttribute('stroke-dasharray');
      hit.setAttribute('class', 'hit');
      line.element.append(hit);
    }
  }
  svg.addEventListener('click', (event) => {
    const part = event.target.closest('.actor, .line');
    if (moved) return;
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
  svg.addEventListener('focusin', (event) => {
    const part = event.target.closest('.actor');
    if (part && part.matches(':focus-visible')) reveal([part]);
  });
}

function choosePart(part, focus) {
  if (part.classList.contains('actor')) choose({ actor: part.id.slice('actor-'.length) }, focus);
  else choose({ line: part.id }, focus);
}
const chosen = () => choices.some((key) => state[key]);

/** Says by classes what is shown, stands out, is pale or gone. */
function paint(high) {
  const set = (part, extra) => {
    if (part.now === extra) return;
    part.now = extra;
    part.element.setAttribute('class', part.base + extra);
  };
  const centre = places.get(state.actor);
  drawn.forEach((part, place) => {
    if (!part) return;
    const isHigh = high && high.actors.has(place);
    let extra = shown.actors.has(place) || isHigh ? '' : ' gone';
    if (shown.pale.has(place)) extra += ' pale';
    if (high && !isHigh) extra += ' faded';
    if (place === centre || (isHigh && centre === undefined)) extra += ' chosen';
    set(part, extra);
    part.element.setAttribute('aria-pressed', place === centre ? 'true' : 'false');
  });
  for (const line of lines.values()) {
    if (!line.element) continue;
    const there = line.connections.filter((place) => shown.connections.has(place));
    const isHigh = high && line.connections.some((place) => high.connections.has(place));
    let extra = there.length || isHigh ? '' : ' gone';
    if (high) extra += isHigh ? ' high' : ' faded';
    if (shown.other >= 0 && there.length) {
      const sides = new Set(there.map((place) => side(links[place]).in));
      extra += sides.has('both') || (sides.has('a') && sides.has('b')) ? ' both' : sides.has('a') ? ' only-a' : sides.has('b') ? ' only-b' : '';
    }
    set(line, extra);
    if (line.path) line.path.style.strokeWidth = state.width ? String(.5 + Math.max(0, ...there.map((place) => links[place].areaCount)) * 1.1) : '';
  }
}

// Where the map is looked at: the middle, and pixels for each unit.
const eye = { x: 0, y: 0, scale: 1 };
let frame = 0;
function look() {
  if (!frame) frame = requestAnimationFrame(lookNow);
}
function lookNow() {
  cancelAnimationFrame(frame);
  frame = 0;
  const width = map.clientWidth / eye.scale, height = map.clientHeight / eye.scale;
  svg.setAttribute('viewBox', `${eye.x - width / 2} ${eye.y - height / 2} ${width} ${height}`);
}
const fitting = (part = full) => Math.min(map.clientWidth / part.width, map.clientHeight / part.height) || 1;
/** A frame no taller than the picture needs at its width; small screens keep theirs. */
function shapeFrame() {
  map.style.height = '';
  const needed = Math.max(320, Math.ceil(map.clientWidth * full.height / full.width) + 2);
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
  eye.scale = Math.min(6, Math.max(fitting() * .8, eye.scale));
  eye.x = Math.min(full.x + full.width, Math.max(full.x, eye.x));
  eye.y = Math.min(full.y + full.height, Math.max(full.y, eye.y));
  look();
}
function fit() {
  const part = extent();
  eye.scale = Math.min(fitting(part), 1.6);
  eye.x = part.x + part.width / 2;
  eye.y = part.y + part.height / 2;
  look();
}
/** Zooms; what is under the given point of the window stays there. */
function zoom(factor, point) {
  const box = map.getBoundingClientRect();
  const dx = point ? point.x - box.left - box.width / 2 : 0, dy = point ? point.y - box.top - box.height / 2 : 0;
  const before = eye.scale;
  eye.scale = Math.min(6, Math.max(fitting() * .8, before * factor));
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
function reveal(parts) {
  lookNow(); // Else where things are would be told from what was looked at before.
  const rest = map.getBoundingClientRect();
  const boxes = parts.map((part) => part.getBoundingClientRect()).filter((box) => box.width);
  if (!boxes.length) return;
  const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right));
  const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
  const isSeen = left >= rest.left + 4 && right <= rest.right - 4 && top >= rest.top + 4 && bottom <= rest.bottom - 4;
  if (isSeen && eye.scale >= .45) return;
  const centre = svg.getScreenCTM().inverse();
  const middle = new DOMPoint((left + right) / 2, (top + bottom) / 2).matrixTransform(centre);
  eye.x = middle.x;
  eye.y = middle.y;
  if (eye.scale < .45) eye.scale = .7;
  bound();
}
/** The whole map where it can be read; on a small screen its most connected actor, at a size that can. */
function firstLook() {
  fit();
  if (fitting() >= .4) return;
  const most = actors.reduce((best, actor, place) => drawn[place] && (best < 0 || actor.measures.betweenness > actors[best].measures.betweenness) ? place : best, -1);
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
let moved = false;
function prepareMoves() {
  document.querySelectorAll('[data-move]').forEach((button) => button.addEventListener('click', moves[button.dataset.move]));
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
    if (!pointers.size) { moved = false; travelled = 0; }
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  window.addEventListener('pointermove', (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const now = { x: event.clientX, y: event.clientY };
    const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    travelled += Math.hypot(now.x - last.x, now.y - last.y);
    if (travelled > 5) { moved = true; map.classList.add('dragging'); }
    if (others.length) {
      const far = (point) => Math.hypot(point.x - others[0].x, point.y - others[0].y) || 1;
      zoom(far(now) / far(last), { x: (now.x + others[0].x) / 2, y: (now.y + others[0].y) / 2 });
    } else if (moved) pan(last.x - now.x, last.y - now.y);
    pointers.set(event.pointerId, now);
  });
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, (event) => {
    pointers.delete(event.pointerId);
    map.classList.remove('dragging');
  });
  new ResizeObserver(bound).observe(map);
  window.addEventListener('resize', shapeFrame);
  window.addEventListener('beforeprint', () => svg.setAttribute('viewBox', `${full.x} ${full.y} ${full.width} ${full.height}`));
  window.addEventListener('afterprint', look);
  // A skip link moves the focus and leaves the address, which is the page's state, alone.
  document.querySelectorAll('.skip').forEach((link) => link.addEventListener('click', (event) => {
    event.preventDefault();
    const target = byId(link.getAttribute('href').slice(1));
    target.focus();
    target.scrollIntoView();
  }));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && chosen()) clear();
  });
}

// ---- The panel

const button = (text, action, kind = 'link') => el('button', { type: 'button', class: kind, onclick: action }, text);
const actorButton = (place) => button(actors[place].name, () => choose({ actor: actors[place].id }));
const note = (text) => el('p', { class: 'meta' }, text);
/** Joins elements with commas and "and". */
const series = (items) => items.flatMap((item, index) => [index === 0 ? '' : index === items.length - 1 ? ' and ' : ', ', item]);
const stances = ['says that it is there', 'says that there is none', 'is not clear'];
const symbol = (place) => `${states[place].symbol} ${states[place].name}`;

function whereSaid(places) {
  if (!places.length) return 'of the programme, without an area';
  return places[0] < 0 ? 'of all areas' : `of ${and(places.map((place) => areas[place].name))}`;
}

/** What is known of each area: symbol and words. */
function areaList(item) {
  if (!areas.length) return '';
  const list = el('dl', { class: 'marks' });
  areas.forEach((area, place) => list.append(
    el('dt', {}, states[+item.presence[place]].symbol), el('dd', {}, `${area.name}: ${states[+item.presence[place]].name}`)));
  return list;
}

function evidence(link) {
  const groups = link.informants.map(([group, number]) => `${informants[group].name} (${number})`);
  const facts = [`On the whole map: ${states[link.status].name} (${states[link.status].meaning}).`,
    `${count(link.statements, 'statement')}${groups.length ? ', from these groups of informants: ' + and(groups) : ''}.`];
  if (link.cases) facts.push(`Cases counted: ${link.cases}.`);
  return [
    el('p', {}, facts.join(' ')), areaList(link),
    link.evidence.map(([passage, stance, where, who]) => el('blockquote', {},
      el('p', {}, `“${passages[passage].text}”`),
      el('cite', {}, `${passages[passage].reference}. The passage ${stances[stance]}, ${whereSaid(where)}`
        + `${who.length ? '; informants: ' + and(who.map((group) => informants[group].name)) : ''}.`))),
  ].flat();
}

function buttonsFor(link, without) {
  const ends = [...new Set([link.from, link.to])].filter((place) => place !== without);
  return el('div', { class: 'buttons' }, ends.map((place) => button(`Go to ${actors[place].name}`, () => choose({ actor: actors[place].id }), '')),
    state.connection === link.key ? undefined : button('Show this connection', () => choose({ connection: link.key }), ''));
}

function ranked(key, place) {
  const value = actors[place].measures[key];
  return 1 + actors.filter((actor) => actor.measures[key] > value).length;
}
function measuresOf(place) {
  const { inDegree, outDegree } = actors[place].measures, all = actors.length;
  return [
    `Connections lead to it from ${count(inDegree, 'actor')}, and from it to ${count(outDegree, 'actor')}.`,
    `Among the ${all} actors it is number ${ranked('betweenness', place)} by how often an actor stands on the shortest way between two others, `
    + `number ${ranked('harmonicCloseness', place)} by how quickly it is reached from the others, and number ${ranked('pageRank', place)} by how much leads to it, directly and through others.`,
  ];
}

/** One sentence for each relation, then the evidence for each link. */
function flow(heading, places, actor, outward) {
  if (!places.length) return [];
  const byRelation = new Map();
  for (const place of places) {
    const { relation } = links[place];
    byRelation.set(relation, [...(byRelation.get(relation) || []), place]);
  }
  const subject = actors[actor].name;
  const sentences = [...byRelation.values()].map((group) => {
    const others = group.map((place) => actorButton(outward ? links[place].to : links[place].from));
    const many = others.length > 1 || actors[links[group[0]].from].isPlural;
    return outward
      ? el('li', {}, `${subject} ${verb(links[group[0]])} `, series(others), '.')
      : el('li', {}, series(others), ` ${relations[links[group[0]].relation][many ? 'plural' : 'label']} ${subject}.`);
  });
  return [el('h3', {}, heading), el('ul', { class: 'flow' }, sentences), el('ul', {}, places.map((place) =>
    el('li', {}, evidenceDetails(links[place], actor))))];
}
/** The evidence is built when it is asked for: an actor can have hundreds of passages. */
function evidenceDetails(link, actor) {
  const details = el('details', {}, el('summary', {}, `Evidence: ${sentence(link)} (${count(link.statements, 'statement')})`));
  details.addEventListener('toggle', () => {
    if (details.childElementCount === 1) details.append(...evidence(link).filter(Boolean), buttonsFor(link, actor));
  });
  return details;
}

function actorPanel(place) {
  const actor = actors[place];
  const of = (family, end) => adjacent[place].filter((one) => shown.connections.has(one) && links[one].family === family && links[one][end] === place);
  const kinds = [...new Set(relations.map((relation) => relation.family))].filter((family) => family !== 'support');
  const plain = (list) => list.map((id) => nameIn(roles, id));
  const flows = [
    ...flow('Whom it supports', of('support', 'from'), place, true), ...flow('Who supports it', of('support', 'to'), place, false),
    ...kinds.flatMap((family) => [...flow(`Whom it works with: ${familyName(family).toLowerCase()}`, of(family, 'from'), place, true),
      ...flow(`Who works with it: ${familyName(family).toLowerCase()}`, of(family, 'to'), place, false)]),
  ];
  return [actor.name, [
    el('p', {}, `${nameIn(roles, actor.role)}.${actor.otherRoles.length ? ` Further roles: ${and(plain(actor.otherRoles))}.` : ''} `
      + `Sector: ${nameIn(sectors, actor.sector)}. Stage: ${stageName(actor.stage).toLowerCase()}.`),
    actor.aliases.length ? note(`Also called: ${actor.aliases.join(', ')}.`) : '',
    flows.length ? flows : el('p', {}, 'Nothing that is shown now connects it with another actor.'),
    el('h3', {}, 'Place in the network'), measuresOf(place).map((text) => el('p', {}, text)),
    areas.length ? [el('h3', {}, 'Areas'), areaList(actor)] : [],
  ]];
}

function connectionsPanel(list, heading) {
  return [heading, list.map((place) => [
    list.length > 1 ? el('h3', {}, sentence(links[place])) : '',
    el('p', {}, `${familyName(links[place].family)}. On the map in ${count(links[place].areaCount, 'area')}.`),
    list.length > 1 ? evidenceDetails(links[place]) : [...evidence(links[place]), buttonsFor(links[place])],
  ])];
}

function gapPanel(gap) {
  return ['Gap', [
    el('p', {}, `${gap.area === undefined ? 'Whole map' : areas[gap.area].name}: ${gap.sentence}`),
    gap.missing.length ? el('p', {}, `Missing: ${and(gap.missing.map(([from, to]) => `from ${actors[from].name} to ${actors[to].name}`))}.`) : '',
    reasonOf(gap), el('h3', {}, 'Actors'), el('ul', {}, gap.actors.map((place) => el('li', {}, actorButton(place)))),
  ]];
}
const reasonOf = (gap) => gap.reason === undefined ? '' : note(`Why it is expected: ${passages[gap.reason].text} (${passages[gap.reason].reference})`);
function claimPanel(claim) {
  return ['Claim of the report', [
    el('blockquote', {}, el('p', {}, `“${claim.words}”`), el('cite', {}, claim.reference)),
    el('p', {}, `${verdicts[claim.verdict] || capital(claim.verdict)}: ${claim.because}.`),
    el('h3', {}, 'Actors named'), el('ul', {}, claim.actors.map((place) => el('li', {}, actorButton(place)))),
  ]];
}

function routesPanel() {
  const ends = [state.from, state.to].map((id) => actors[places.get(id)].name), found = shown.routes, at = Math.min(state.route || 0, found.length - 1);
  const words = (way) => way.map((hop) => {
    const more = hop.connections.length - 1;
    return sentence(links[hop.connections[0]]) + (more ? ` (and ${more} more)` : '');
  }).join('; ') + '.';
  return [`Routes from ${ends[0]} to ${ends[1]}`, [
    el('p', {}, found.length ? `${count(found.length, 'shortest route')}${found.length === 10 ? ' (the first ten)' : ''}, of ${count(found[0].length, 'connection')} each, `
      + `${state.arrows ? 'along the arrows' : 'whichever way the arrows point'}, among what is shown. One is highlighted on the map.`
      : 'Nothing that is shown leads from one to the other.'),
    found.map((way, index) => el('button', {
      type: 'button', class: 'route', 'aria-pressed': String(index === at),
      onclick: () => { go({ ...state, route: String(index) }); byId('panel-content').querySelectorAll('.route')[index].focus(); },
    }, `${index + 1}. ${words(way)}`)),
    note('Choose a route to highlight it.'),
  ]];
}

/** A short line in the drawing's own colours and dashes, for the legend of a comparison. */
function key(kind) {
  const make = (tag, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const picture = make('svg', { class: `key ${kind}`, viewBox: '0 0 48 16', 'aria-hidden': 'true' });
  picture.append(make('path', { d: 'M0,8H48', fill: 'none' }));
  return picture;
}
function comparison() {
  const counts = {};
  for (const place of shown.connections) {
    const { in: where, open } = side(links[place]);
    counts[where + (open ? '?' : '')] = (counts[where + (open ? '?' : '')] || 0) + 1;
  }
  const [a, b] = [areas[shown.area].name, areas[shown.other].name];
  const row = (kind, text, of) => el('li', {}, key(kind), `${text}: ${counts[of] || 0}`);
  return [el('h3', {}, `${a} compared with ${b}`), el('ul', {},
    row('both', 'Connections in both', 'both'),
    row('only-a', `Only in ${a}`, 'a'), row('only-a', `In ${a}; ? in ${b}`, 'a?'),
    row('only-b', `Only in ${b}`, 'b'), row('only-b', `In ${b}; ? in ${a}`, 'b?')),
  note('“?” stands where the evidence does not tell: it was said of the programme without an area, or nobody who could know was asked. A line that stands for several connections, some in each area, is drawn as in both.')];
}

function startPanel() {
  const { figure, area } = shown;
  const tally = states.map((one, place) => [place, links.filter((link) => stateIn(link, area) === place).length]).filter(([, number]) => number);
  return [figure ? figure.heading : 'About this map', [
    figure ? el('p', {}, figure.message) : el('p', {}, `The map has ${count(actors.length, 'actor')} and ${count(links.filter((one) => one.status < onMap).length, 'connection')}. Choose an actor or a line to read about it here.`),
    shown.other >= 0 ? comparison() : [],
    state.width ? note('The width of a line says in how many areas it is on the map; the table says the number.') : '',
    el('h3', {}, area < 0 ? 'What is known of the connections' : `What is known of the connections in ${areas[area].name}`),
    el('dl', { class: 'marks' }, tally.flatMap(([place, number]) => [el('dt', {}, states[place].symbol),
      el('dd', {}, `${capital(states[place].name)}: ${number} (${states[place].meaning})`)])),
    note('The first five marks (S, R, SR, U, C) say that a connection is on the map.'),
  ]];
}

function showPanel(focus) {
  let content;
  if (state.actor) content = actorPanel(places.get(state.actor));
  else if (state.line) {
    const { connections: all } = lines.get(state.line);
    const seen = all.filter((place) => shown.connections.has(place)), list = seen.length ? seen : all;
    const { from, to } = links[list[0]];
    content = connectionsPanel(list, list.length === 1 ? sentence(links[list[0]]) : `${actors[from].name} and ${actors[to].name}: ${list.length} connections`);
  } else if (state.connection) content = connectionsPanel([keys.get(state.connection)], sentence(links[keys.get(state.connection)]));
  else if (state.gap) content = gapPanel(gaps[state.gap]);
  else if (state.claim) content = claimPanel(claims[state.claim]);
  else if (state.from && state.to) content = routesPanel();
  else content = startPanel();
  const [heading, parts] = content, isNew = byId('panel-heading').textContent !== heading;
  byId('panel-heading').textContent = heading;
  byId('panel-content').replaceChildren(...[parts].flat(9).filter(Boolean));
  byId('clear').hidden = !chosen();
  if (isNew) {
    byId('panel').scrollTop = 0;
    byId('said').textContent = chosen() ? `${heading}: details are in the panel.` : `${heading}.`;
  }
  if (focus) byId('panel-heading').focus();
}

// ---- Tables

const number = (value) => ({ value, text: String(value), isNumber: true });
const word = (value, action) => ({ value, text: value, action });
const statusText = (link) => symbol(stateIn(link, shown.area));
const sides = () => ({ both: 'both', a: `only ${areas[shown.area].name}`, b: `only ${areas[shown.other].name}`, '': '' });
const sideText = (link) => {
  const { in: where, open } = side(link);
  return (open ? sides()[where].replace('only ', '') + '; ? in the other' : sides()[where]);
};
const tables = {
  actors: {
    title: 'Actors', file: 'actors.csv', sort: 0, down: false, box: byId('table-actors'),
    columns: () => [
      ['Actor', (actor) => word(actor.name, () => choose({ actor: actor.id }))],
      ['Role', (actor) => word(nameIn(roles, actor.role))], ['Sector', (actor) => word(nameIn(sectors, actor.sector))],
      ['Stage', (actor) => word(stageName(actor.stage))], ['Connected from', (actor) => number(actor.measures.inDegree)],
      ['Connected to', (actor) => number(actor.measures.outDegree)], ['Betweenness', (actor) => number(actor.measures.betweenness)],
      ...(shown.area < 0 ? [] : [[areas[shown.area].name, (actor) => word(symbol(+actor.presence[shown.area]))]]),
    ],
    rows: () => [...shown.actors].map((place) => actors[place]),
  },
  connections: {
    title: 'Connections', file: 'connections.csv', sort: 0, down: false, box: byId('table-connections'),
    columns: () => [
      ['Connection', (one) => word(sentence(one), () => choose({ connection: one.key }))],
      ['From', (one) => word(actors[one.from].name)], ['Relation', (one) => word(relations[one.relation].label)],
      ['To', (one) => word(actors[one.to].name)], ['Family', (one) => word(familyName(one.family))],
      [shown.area < 0 ? 'Status' : `Status in ${areas[shown.area].name}`, (one) => word(statusText(one))],
      ...(shown.other < 0 ? [] : [['Comparison', (one) => word(sideText(one))]]),
      ...(areas.length ? [['Areas', (one) => number(one.areaCount)]] : []), ['Statements', (one) => number(one.statements)],
      ...(links.some((one) => one.cases) ? [['Cases', (one) => ({ value: one.cases ? +one.cases.replace(/\D/g, '') : -1, text: one.cases || '', isNumber: true })]] : []),
    ],
    rows: () => [...shown.connections].map((place) => links[place]),
  },
};
const collator = new Intl.Collator('en-GB', { numeric: true });

/** The heading, buttons and frame of a table, made once. */
function prepareTable(table) {
  const id = `heading-${table.title.toLowerCase()}`;
  table.said = el('p', { role: 'status' });
  table.area = el('textarea', { class: 'copied', readonly: true, 'aria-label': `${table.title} to copy`, hidden: true });
  table.scroll = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': id });
  table.heading = el('h3', { id }, table.title);
  table.box.append(table.heading, el('div', { class: 'buttons' },
    button(`Copy ${table.title.toLowerCase()}`, () => copy(table), ''), button(`Download ${table.title.toLowerCase()} as CSV`, () => download(table), '')),
  table.said, table.area, table.scroll);
}

function fillTable(table) {
  const columns = table.columns(), at = Math.min(table.sort, columns.length - 1);
  const rows = table.rows().map((item) => columns.map(([, cell]) => cell(item)));
  rows.sort((a, b) => (a[at].isNumber ? a[at].value - b[at].value : collator.compare(a[at].value, b[at].value)) * (table.down ? -1 : 1));
  table.now = { head: columns.map(([name]) => name), rows };
  const sortBy = (index) => {
    table.down = index === table.sort && !table.down;
    table.sort = index;
    fillTable(table);
    table.scroll.querySelectorAll('thead button')[index].focus();
  };
  const head = columns.map(([name], index) => el('th', { scope: 'col', 'aria-sort': index === at ? (table.down ? 'descending' : 'ascending') : undefined },
    button(name, () => sortBy(index), ''), index === at ? el('span', { 'aria-hidden': 'true' }, table.down ? ' ▼' : ' ▲') : ''));
  const body = rows.map((row) => el('tr', {}, row.map((cell, index) => {
    const content = cell.action ? button(cell.text, cell.action) : cell.text;
    return index === 0 ? el('th', { scope: 'row' }, content) : el('td', { class: cell.isNumber ? 'number' : undefined }, content);
  })));
  table.heading.textContent = `${table.title} (${rows.length})`;
  table.scroll.replaceChildren(el('table', {}, el('thead', {}, el('tr', {}, head)), el('tbody', {}, body)));
}

/** A cell that no spreadsheet takes for a formula. */
const harmless = (text) => /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
const quoted = (text) => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const lineOf = (row, cell, join) => row.map((value) => cell(harmless(value))).join(join);
const csv = ({ now }) => [now.head, ...now.rows.map((row) => row.map((cell) => cell.text))].map((row) => lineOf(row, quoted, ',')).join('\r\n') + '\r\n';
const tabbed = ({ now }) => [now.head, ...now.rows.map((row) => row.map((cell) => cell.text))].map((row) => lineOf(row, (text) => text.replace(/\s/g, ' '), '\t')).join('\n') + '\n';

async function copy(table) {
  const text = tabbed(table);
  try {
    await navigator.clipboard.writeText(text);
    table.area.hidden = true;
    table.said.textContent = `${table.title} copied: ${count(table.now.rows.length, 'row')}.`;
  } catch {
    table.area.value = text;
    table.area.hidden = false;
    table.area.select();
    table.said.textContent = 'The browser does not let the page copy. The text is selected: press Ctrl and C.';
  }
}
function download(table) {
  // The mark at the start tells spreadsheets that the text is UTF-8.
  const address = URL.createObjectURL(new Blob(['\ufeff', csv(table)], { type: 'text/csv;charset=utf-8' }));
  const link = el('a', { href: address, download: table.file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  table.said.textContent = `${table.file}: ${count(table.now.rows.length, 'row')}.`;
}

// ---- Gaps and claims

const verdicts = { holds: 'Holds', fails: 'Fails', notKnown: 'Not known' };
const kindNames = {
  expectation: 'Expected, not found', oneWay: 'One way only', unclearEvidence: 'Evidence not clear', isolated: 'Isolated',
  cutPoint: 'Connected only through one actor', singleEvidence: 'Resting on one passage',
};
const spaced = (id) => capital(id.replace(/([A-Z])/g, (letter) => ' ' + letter.toLowerCase()));
function fillGaps() {
  const kind = byId('g-kind').value, area = byId('g-area').value;
  const fitting = [...gaps.keys()].filter((place) => (!kind || gaps[place].kind === kind)
    && (!area || (area === '-' ? gaps[place].area === undefined : gaps[place].area === +area)));
  byId('gap-count').textContent = `${count(fitting.length, 'gap')} listed.`;
  byId('gap-list').replaceChildren(...fitting.map((place) => {
    const gap = gaps[place];
    return el('li', {}, el('p', {}, el('strong', {}, gap.area === undefined ? 'Whole map' : areas[gap.area].name), `: ${gap.sentence}`),
      reasonOf(gap), gap.actors.length ? showing(`gap ${place + 1}`, () => choose({ gap: String(place) })) : '');
  }));
}
function fillClaims() {
  const verdict = byId('c-verdict').value;
  const fitting = [...claims.keys()].filter((place) => !verdict || claims[place].verdict === verdict);
  byId('claim-count').textContent = `${count(fitting.length, 'claim')} listed.`;
  byId('claim-list').replaceChildren(...fitting.map((place) => {
    const claim = claims[place];
    return el('li', {}, el('p', {}, `“${claim.words}” `, el('cite', {}, `(${claim.reference})`)),
      el('p', {}, el('strong', {}, verdicts[claim.verdict] || spaced(claim.verdict)), `: ${claim.because}.`),
      claim.actors.length ? showing(`claim ${place + 1}`, () => choose({ claim: String(place) })) : '');
  }));
}
function showing(what, action) {
  const shower = button('Show on the map', action, 'link');
  shower.setAttribute('aria-label', `Show on the map: ${what}`);
  return shower;
}

// ---- Forms

function options(id, first, list) {
  byId(id).replaceChildren(...(first === undefined ? [] : [el('option', { value: '' }, first)]), ...list.map(([value, text]) => el('option', { value }, text)));
}
const named = (list) => list.map((item) => [item.id, item.name]);
const distinct = (list) => [...new Set(list)];

function prepareForms() {
  options('f-view', 'The whole map', figures.map((figure) => [figure.id, figure.heading]));
  options('f-area', 'All areas', named(areas));
  options('f-with', 'No other area', named(areas));
  options('f-steps', 'All', [1, 2, 3, 4, 5, 6].map((step) => [step, count(step, 'step')]));
  options('f-stage', 'All', distinct(actors.map((actor) => actor.stage)).map((stage) => [stage, stageName(stage)]));
  options('f-role', 'All', named(roles));
  options('f-sector', 'All', named(sectors));
  options('f-families', 'All', distinct(relations.map((relation) => relation.family)).map((family) => [family, familyName(family)]));
  options('f-relation', 'All', relations.map((relation) => [relation.id, relation.label]));
  options('f-status', 'On the map', states.map((one) => [one.id, `${one.symbol} ${one.name}`]));
  const inOrder = [...actors].sort((a, b) => collator.compare(a.name, b.name));
  options('r-from', 'Choose an actor', named(inOrder));
  options('r-to', 'Choose an actor', named(inOrder));
  options('g-kind', 'All', distinct(gaps.map((gap) => gap.kind)).map((kind) => [kind, kindNames[kind] || spaced(kind)]));
  options('g-area', 'All', [['-', 'Whole map'], ...areas.map((area, place) => [place, area.name])]);
  options('c-verdict', 'All', distinct(claims.map((claim) => claim.verdict)).map((verdict) => [verdict, verdicts[verdict] || spaced(verdict)]));
  byId('names').append(...distinct(inOrder.flatMap((actor) => [actor.name, ...actor.aliases])).map((name) => el('option', { value: name })));
  byId('gaps').hidden = !gaps.length;
  byId('claims').hidden = !claims.length;

  byId('filters').addEventListener('submit', (event) => event.preventDefault());
  byId('filters').addEventListener('change', () => {
    const next = { ...state };
    for (const key of filters) {
      const field = byId(`f-${key}`);
      next[key] = field.type === 'checkbox' ? (field.checked ? '1' : '') : field.value;
    }
    if (!next.area) next.with = '';
    go(next);
  });
  byId('search').addEventListener('submit', (event) => {
    event.preventDefault();
    find(byId('query').value.trim());
  });
  byId('routes').addEventListener('submit', (event) => {
    event.preventDefault();
    const [from, to] = [byId('r-from').value, byId('r-to').value];
    if (from && to) choose({ from, to, arrows: byId('r-arrows').checked ? '1' : '' });
    else byId(from ? 'r-to' : 'r-from').focus();
  });
  byId('reset').addEventListener('click', () => { byId('query').value = ''; byId('search-answer').replaceChildren(); go({}); });
  byId('clear').addEventListener('click', clear);
  byId('g-kind').addEventListener('change', fillGaps);
  byId('g-area').addEventListener('change', fillGaps);
  byId('c-verdict').addEventListener('change', fillClaims);
}

/** Finds actors by name or other name: the very name first, then names that hold the words. */
function find(text) {
  const answer = byId('search-answer'), low = text.toLowerCase();
  if (!low) { answer.textContent = 'Type a name.'; return; }
  const all = (actor) => [actor.name, actor.short, ...actor.aliases].map((name) => name.toLowerCase());
  let found = actors.filter((actor) => all(actor).includes(low));
  if (!found.length) found = actors.filter((actor) => all(actor).some((name) => name.includes(low)));
  if (found.length === 1) {
    answer.textContent = `Found: ${found[0].name}.`;
    choose({ actor: found[0].id });
  } else answer.replaceChildren(...(found.length ? [`${found.length} actors found: `, ...series(found.slice(0, 12).map((actor) => actorButton(places.get(actor.id)))), '.'] : [`No actor is called “${text}”.`]));
}

function showForms() {
  for (const key of filters) {
    const field = byId(`f-${key}`);
    if (field.type === 'checkbox') field.checked = Boolean(state[key]);
    else field.value = state[key] || '';
  }
  byId('f-with').disabled = !state.area;
  byId('f-steps').disabled = !state.actor;
  if (filters.slice(4).some((key) => state[key])) byId('more').open = true;
  if (state.from || state.to) {
    byId('routing').open = true;
    byId('r-from').value = state.from || '';
    byId('r-to').value = state.to || '';
    byId('r-arrows').checked = Boolean(state.arrows);
  }
}

// ---- All together

let later = 0;
function show(focus) {
  select();
  const high = highlight();
  paint(high);
  if (state.view !== show.view) {
    show.view = state.view;
    fit();
  }
  showForms();
  showPanel(focus);
  const seen = shown.actors.size - shown.pale.size;
  byId('count').textContent = `${count(shown.connections.size, 'connection')} among ${count(seen, 'actor')} shown.`;
  byId('reset').hidden = !Object.keys(state).length;
  // The tables can be long; the map answers first.
  const wanted = [...shown.connections].join() + '|' + [...shown.actors].join() + '|' + [shown.area, shown.other].join();
  if (wanted !== show.last) {
    show.last = wanted;
    clearTimeout(later);
    later = setTimeout(() => Object.values(tables).forEach(fillTable), 30);
  }
  if (high && (focus || show.isFirst)) reveal([...(state.actor ? [places.get(state.actor)] : high.actors)].filter((place) => drawn[place]).map((place) => drawn[place].element));
  show.isFirst = false;
}

preparePicture();
prepareForms();
Object.values(tables).forEach(prepareTable);
prepareMoves();
shapeFrame();
firstLook();
fillGaps();
fillClaims();
byId('source').textContent = data.source ? `Source: ${data.source}.` : '';
byId('note').textContent = data.note || '';
if (!read()) address = '';
show.isFirst = true;
show();
window.addEventListener('hashchange', () => {
  if (location.hash.slice(1) !== address && read()) show();
});
performance.mark('ready');
})();
