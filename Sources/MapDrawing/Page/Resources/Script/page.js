// All parts together.

let later = 0;
/** Shows the state: on the picture, in the panel, the forms and the tables. */
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
  byId('count').textContent = `${count(shown.connections.size, 'connection')} among ${count(seen, 'actor')} shown${filterWords()}.`;
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
if (!read()) shownAddress = '';
show.isFirst = true;
show();
window.addEventListener('hashchange', () => {
  if (location.hash.slice(1) !== shownAddress && read()) show();
});
performance.mark('ready');
