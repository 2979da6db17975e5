// A talk: views in an order, each with a sentence. They stand in `map.yaml`, or are made here and copied out for it.

import { fragmentOf, go, peek, state, stateOf } from './address.js';
import { button, byId, el, on } from './elements.js';
import { copyText } from './files.js';
import { steps } from './knowledge.js';
import { hidePanel } from './panel.js';
import { explore } from './parts.js';
import { savedPicture } from './save.js';
import { eye, fit, lookNow } from './view.js';
import { say } from './words.js';

const at = () => state.step === undefined ? -1 : Math.min(steps.length, +state.step) - 1;

/** Goes to a step; before the first and behind the last there is none. */
function goTo(place) {
  if (place < 0 || place >= steps.length) return;
  go({ ...stateOf(steps[place].view), step: String(place + 1) });
}
function end() {
  go({ ...state, step: '' });
  hidePanel(false);
  byId('talk-start').focus();
}

/** A text of YAML between double quotes. */
const quoted = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll(/\s+/g, ' ')}"`;
/** The steps as `map.yaml` has them. */
export const written = (some) => `page:\n  steps:\n${some.map(({ text, view }) => `    - text: ${quoted(text)}\n${view ? `      view: ${quoted(view)}\n` : ''}`).join('')}`;

function list() {
  byId('talk-list').replaceChildren(...steps.map(({ text }, place) => el('li', {}, button(text, () => goTo(place)))));
  for (const id of ['talk-start', 'talk-copy', 'talk-print', 'talk-list']) byId(id).hidden = !steps.length;
}

/** Shows the step that the address says, if it says one. */
export function showTalk() {
  const place = steps.length ? at() : -1, isOn = place >= 0;
  if (isOn && !explore.classList.contains('talking')) hidePanel(true);
  explore.classList.toggle('talking', isOn);
  byId('talk').hidden = !isOn;
  if (!isOn) return;
  const { text } = steps[place];
  if (byId('talk-text').textContent !== text) byId('talk-text').textContent = text;
  byId('talk-place').textContent = say`Step ${place + 1} of ${steps.length}`;
  byId('talk-back').disabled = place === 0;
  byId('talk-next').disabled = place === steps.length - 1;
}

/** Prints each step on a sheet of its own: its sentence, and the whole picture of what it shows. */
function print() {
  const now = { ...state }, seen = { ...eye }, isAlone = explore.classList.contains('without-panel');
  byId('sheets').replaceChildren(...steps.map(({ text, view }, place) => {
    peek({ ...stateOf(view), step: String(place + 1) });
    fit();
    lookNow();
    return el('section', {}, el('h2', {}, `${place + 1}. ${text}`), savedPicture(`sheet-${place}`));
  }));
  hidePanel(isAlone);
  peek(now);
  Object.assign(eye, seen);
  lookNow();
  document.body.classList.add('of-steps');
  window.print();
}

export function prepareTalk() {
  list();
  on('talk-start', 'click', () => {
    goTo(0);
    explore.scrollIntoView();
    byId('talk-next').focus();
  });
  on('talk-back', 'click', () => goTo(at() - 1));
  on('talk-next', 'click', () => goTo(at() + 1));
  on('talk-end', 'click', end);
  on('talk-print', 'click', print);
  window.addEventListener('afterprint', () => { document.body.classList.remove('of-steps'); byId('sheets').replaceChildren(); });
  on('talk-add', 'submit', (event) => {
    event.preventDefault();
    const field = byId('talk-words'), text = field.value.trim();
    if (!text) { field.focus(); return; }
    steps.push({ text, view: fragmentOf({ ...state, step: '', embed: '' }) });
    field.value = '';
    list();
    byId('talk-said').textContent = say`Step ${steps.length} is what is shown now. It lasts until the page is closed: copy the steps for map.yaml to keep them.`;
  });
  on('talk-copy', 'click', () => copyText(written(steps), byId('talk-yaml'), byId('talk-said'), say`Steps copied. They belong into map.yaml; netmap page then makes a page that has them.`));
  // Keys of presenters' remote controls are among them.
  const keys = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
  document.addEventListener('keydown', (event) => {
    if (!explore.classList.contains('talking') || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea')) return;
    if (event.key === 'Escape' && !document.fullscreenElement) { end(); event.stopImmediatePropagation(); }
    if (!keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(at() + keys[event.key]);
  }, true);
}
