// The state of the page is its fragment, so that a link opens it and Back returns to it.

const choices = ['actor', 'line', 'connection', 'gap', 'claim', 'from', 'to', 'arrows', 'route'];
const filters = ['view', 'area', 'with', 'steps', 'stage', 'role', 'sector', 'families', 'relation', 'status', 'activities', 'width'];
let state = {};
let shownAddress;

const listed = (list) => (value) => list.some((item) => item.id === value);
const flag = (value) => value === '1';
const valid = {
  actor: (value) => places.has(value), line: (value) => lines.has(value), connection: (value) => keys.has(value),
  gap: (value) => gapByKey.has(value), claim: (value) => claimById.has(value), from: (value) => places.has(value), to: (value) => places.has(value),
  route: (value) => /^\d$/.test(value), arrows: flag, view: listed(figures), area: listed(areas), with: listed(areas),
  steps: (value) => /^[1-9]$/.test(value), stage: (value) => actors.some((actor) => actor.stage === value),
  role: listed(roles), sector: listed(sectors), families: (value) => relations.some((relation) => relation.family === value),
  relation: listed(relations), status: listed(states), activities: flag, width: flag,
};

/** Reads the address; what it says that this map does not know is left out. */
function read() {
  const text = location.hash.slice(1);
  if (text && !text.includes('=')) return false;
  shownAddress = text;
  state = {};
  for (const [key, value] of new URLSearchParams(text)) if (valid[key] && valid[key](value)) state[key] = value;
  return true;
}

/** Goes to a state: writes its address, so that Back returns, and shows it. */
function go(next, focus) {
  state = {};
  for (const key of [...choices, ...filters]) if (next[key]) state[key] = next[key];
  const text = new URLSearchParams(state).toString();
  if (text !== shownAddress) {
    shownAddress = text;
    // Not through the hash, since an empty one leads to the top of the page.
    history.pushState(null, '', text ? `#${text}` : location.pathname + location.search);
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
  const actor = places.get(state.actor), gap = gapByKey.get(state.gap);
  // The way to a gap of an area led to that area; the way back leads out of it.
  choose(gap && gap.area !== undefined ? { area: '', with: '' } : {}, false);
  if (actor !== undefined && drawn[actor] && shown.actors.has(actor)) drawn[actor].element.focus();
  else byId('map').focus();
}
const chosen = () => Boolean(state.actor || state.line || state.connection || state.gap || state.claim || (state.from && state.to));
