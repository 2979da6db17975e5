// The state of the page is its fragment, so that a link opens it and Back returns to it.

import { closedIn, showing } from './groups.js';
import { actors, areas, claimById, families, figures, gapByKey, keys, lines, periods, places, relations, roles, sectors, states } from './knowledge.js';

export const choices = ['actor', 'line', 'connection', 'gap', 'claim', 'from', 'to', 'arrows', 'route'];
export const filters = ['area', 'with', 'period', 'versus', 'view', 'steps', 'stage', 'role', 'sector', 'families', 'relation', 'status', 'least', 'activities', 'width'];
/** How the page shows it: nothing of this is a filter. */
const looks = ['closed', 'opened', 'places', 'step', 'embed'];
/** What is chosen and filtered now. */
export const state = {};
let shownAddress = '';
let whenChanged = () => {};

const listed = (list) => (value) => list.some((item) => item.id === value);
const flag = (value) => value === '1';
const valid = {
  actor: (value) => places.has(value), line: (value) => lines.has(value), connection: (value) => keys.has(value),
  gap: (value) => gapByKey.has(value), claim: (value) => claimById.has(value), from: (value) => places.has(value), to: (value) => places.has(value),
  route: (value) => /^\d$/.test(value), arrows: flag, view: listed(figures), area: listed(areas), with: listed(areas), period: listed(periods), versus: listed(periods),
  closed: (value) => closedIn({ closed: value, opened: '*' }).size > 0, opened: (value) => value === '*' || value.split('.').some((id) => places.has(id)),
  places: flag, embed: flag, step: (value) => /^[1-9]\d?$/.test(value), steps: (value) => /^[1-9]$/.test(value), stage: (value) => actors.some((actor) => actor.stage === value),
  role: listed(roles), sector: listed(sectors), families: listed(families),
  relation: listed(relations), status: listed(states), least: (value) => /^([2-9]|[1-9]\d)$/.test(value), activities: flag, width: flag,
};

/** A state in which whatever is chosen is seen, and not part of a closed group. */
function seen(next) {
  const { actors: some } = gapByKey.get(next.gap) || claimById.get(next.claim) || { actors: [] };
  const [from, to] = next.connection || next.line ? (next.connection || next.line.slice('line-'.length)).split('.') : [];
  return showing(next, [...some, ...[next.actor, next.from, next.to, from, to].filter((id) => places.has(id)).map((id) => places.get(id))]);
}
/** The state that a fragment tells; what it says that this map does not know is left out. */
export const stateOf = (fragment) => Object.fromEntries(
  [...new URLSearchParams(fragment)].filter(([key, value]) => Object.hasOwn(valid, key) && valid[key](value)));
/** The fragment of a state, without what is not chosen, always in the same order. */
export const fragmentOf = (some) => new URLSearchParams([...choices, ...filters, ...looks].filter((key) => some[key]).map((key) => [key, some[key]])).toString();

/** Says what shows a state that the address has come to. */
export const onChange = (action) => { whenChanged = action; };
function become(next) {
  for (const key of Object.keys(state)) delete state[key];
  Object.assign(state, seen(next));
}

/** Reads the address; whether it says a state, and not where on the page to go. */
export function read() {
  const text = location.hash.slice(1);
  if (text && !text.includes('=')) return false;
  shownAddress = text;
  become(stateOf(text));
  return true;
}
export const isShown = () => location.hash.slice(1) === shownAddress;

/** Goes to a state: writes its address, so that Back returns, and shows it. */
export function go(next, focus) {
  const text = fragmentOf(seen(next));
  become(Object.fromEntries(new URLSearchParams(text)));
  if (text !== shownAddress) {
    shownAddress = text;
    // Not through the hash, since an empty one leads to the top of the page.
    // A page within another adds nothing to the history of that one.
    history[state.embed ? 'replaceState' : 'pushState'](null, '', text ? `#${text}` : location.pathname + location.search);
  }
  whenChanged(focus);
}
/** Shows a state for a while, without its address. */
export function peek(next) {
  become(next);
  whenChanged();
}
/** Chooses one thing: the other choices end, the filters stay. */
export function choose(choice, focus = true) {
  const next = { ...state };
  for (const key of choices) delete next[key];
  go({ ...next, ...choice }, focus);
}
/** Moves the focus to a part of the page, and leaves the address, which is the page's state, alone. */
export function jump(id) {
  const target = document.getElementById(id);
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  target.focus();
  target.scrollIntoView();
}
export const chosen = () => Boolean(state.actor || state.line || state.connection || state.gap || state.claim || (state.from && state.to));
