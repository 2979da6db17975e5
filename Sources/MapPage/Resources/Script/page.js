// All parts together.

import { isShown, onChange, read, state } from './address.js';
import { byId } from './elements.js';
import { fillClaims, fillGaps } from './findings.js';
import { filterWords, prepareForms, showForms } from './forms.js';
import { disclosureNote, places, source } from './knowledge.js';
import { showPanel } from './panel.js';
import { drawn } from './parts.js';
import { highlight, paint, preparePicture } from './picture.js';
import { selected, shown } from './selection.js';
import { fillTable, prepareTable, tables } from './tables.js';
import { firstLook, fit, prepareMoves, reveal, shapeFrame } from './view.js';
import { count } from './words.js';

let later = 0;
/** Shows the state: on the picture, in the panel, the forms and the tables. */
function show(focus) {
  Object.assign(shown, selected(state));
  const high = highlight();
  paint(high);
  if (state.view !== show.view) {
    show.view = state.view;
    fit();
  }
  showForms();
  showPanel(focus);
  const seen = shown.actors.size - shown.pale.size;
  const unplaced = shown.pale.size ? ` ${count(shown.pale.size, 'more actor')} not placed there, drawn pale.` : '';
  const counted = `${count(shown.connections.size, 'connection')} among ${count(seen, 'actor')} shown${filterWords()}.${unplaced}`;
  // What is said once need not be said again.
  if (byId('count').textContent !== counted) byId('count').textContent = counted;
  byId('reset').hidden = !Object.keys(state).length;
  // The tables can be long; the map answers first.
  const wanted = [[...shown.connections], [...shown.actors], [shown.area, shown.other]].map((list) => list.join()).join('|');
  if (wanted !== show.last) {
    show.last = wanted;
    clearTimeout(later);
    later = setTimeout(() => Object.values(tables).forEach(fillTable), 30);
  }
  if (high && (focus || show.isFirst)) reveal([...(state.actor ? [places.get(state.actor)] : high.actors)].filter((place) => drawn[place]).map((place) => drawn[place].element));
  show.isFirst = false;
}

document.querySelectorAll('.scripted').forEach((part) => { part.hidden = false; });
preparePicture();
prepareForms();
Object.values(tables).forEach(prepareTable);
prepareMoves();
shapeFrame();
firstLook();
fillGaps();
fillClaims();
byId('source').textContent = source ? `Source: ${source}.` : '';
byId('note').textContent = disclosureNote;
onChange(show);
read();
show.isFirst = true;
show();
window.addEventListener('popstate', () => {
  if (!isShown() && read()) show(byId('panel-content').contains(document.activeElement));
});
performance.mark('ready');
