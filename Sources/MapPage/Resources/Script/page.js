// All parts together.

import { isShown, onChange, read, state } from './address.js';
import { byId } from './elements.js';
import { followArea } from './findings.js';
import { filterWords, prepareForms, showForms } from './forms.js';
import { closed } from './groups.js';
import { disclosureNote, lines, source } from './knowledge.js';
import { prepareLegend, showLegend } from './legend.js';
import { landOnSubject, showPanel } from './panel.js';
import { endsOf, spotOn, svg } from './parts.js';
import { highlight, paint, preparePicture } from './picture.js';
import { selected, shown } from './selection.js';
import { prepareShare } from './share.js';
import { comparisonKey } from './sides.js';
import { fillTable, prepareFindings, prepareTable, tables } from './tables.js';
import { prepareTalk, showTalk } from './talk.js';
import { arrange, firstLook, prepareMoves, reveal, shapeFrame } from './view.js';
import { count, say } from './words.js';

let later = 0;
/** What the picture has now that the map's own key does not explain. */
function signs(isAnew) {
  const has = (selector) => svg.querySelector(`${selector}:not(.gone)`);
  return [
    ...(shown.other < 0 ? [] : comparisonKey()),
    shown.pale.size && !isAnew ? say`Pale, dotted outline: not placed there` : '',
    shown.area >= 0 && has('.line.doubtful') ? say`Dotted line: unclear or contradicted there` : '',
    has('.line.absent') || has('.marks .missing') ? say`Broken red line: known to be missing` : '',
    has('.line.open') || has('.marks .untold') ? say`Dotted grey line: the evidence does not tell` : '',
    closed.size ? say`Number such as +4: for how many actors a closed group stands` : '',
    state.width ? say`Width of a line: the number of areas that have it` : '',
  ].filter(Boolean);
}
/** Shows the state: on the picture, in the panel, the forms and the tables. */
function show(focus) {
  document.body.classList.toggle('embedded', Boolean(state.embed));
  showTalk();
  Object.assign(shown, selected(state));
  const high = highlight(), { actors: inPicture, isNew } = arrange(high);
  paint(high, inPicture);
  if (shown.area !== show.area) {
    show.area = shown.area;
    followArea();
  }
  showForms();
  showPanel(focus);
  showLegend(signs(Boolean(inPicture)));
  if (isNew || show.isFirst) {
    shapeFrame();
    firstLook();
  }
  const seen = shown.actors.size - shown.pale.size;
  const unplaced = shown.pale.size ? say` ${count(shown.pale.size, 'more actor')} not placed there, ${inPicture ? say`not drawn` : say`drawn pale`}.` : '';
  const counted = say`${count(shown.connections.size, 'connection')} among ${count(seen, 'actor')} shown${filterWords()}.${unplaced}`;
  // What is said once need not be said again.
  if (byId('count').textContent !== counted) byId('count').textContent = counted;
  byId('reset').hidden = !Object.keys(state).length;
  // The tables can be long; the map answers first.
  const wanted = [[...shown.connections], [...shown.actors], [shown.area, shown.other]].map((list) => list.join()).join('|');
  if (wanted !== show.last) {
    show.last = wanted;
    clearTimeout(later);
    later = setTimeout(() => Object.values(tables).forEach((table) => fillTable(table)), 30);
  }
  if (high && (focus || show.isFirst || isNew)) reveal([...high.actors]);
  if (show.isFirst) landOnSubject();
  show.isFirst = false;
}

document.querySelectorAll('.scripted').forEach((part) => { part.hidden = false; });
preparePicture();
prepareForms();
Object.values(tables).forEach(prepareTable);
prepareLegend();
prepareMoves();
prepareFindings();
prepareShare();
prepareTalk();
byId('source').textContent = source ? say`Source: ${source}.` : '';
byId('note').textContent = disclosureNote;
onChange(show);
read();
show.isFirst = true;
show.area = null;
show();
window.addEventListener('popstate', () => {
  if (!isShown() && read()) show(byId('panel-content').contains(document.activeElement));
});
performance.mark('ready');
// On a large map, where each line runs is asked while nobody waits, some at a time.
const waiting = lines.size > 300 ? [...lines.values()].filter((line) => line.path) : [];
(function ask() {
  const end = performance.now() + 8;
  while (waiting.length && performance.now() < end) { const line = waiting.pop(); endsOf(line); spotOn(line, .5); }
  if (waiting.length) setTimeout(ask, 40);
})();
window.addEventListener('beforeprint', () => Object.values(tables).forEach((table) => fillTable(table, true)));
