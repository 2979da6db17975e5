// The panel beside the picture: what is chosen, or what the map as a whole is.

function connectionsPanel(list, heading) {
  return [heading, list.map((place) => [
    list.length > 1 ? el('h3', {}, sentence(links[place])) : '',
    el('p', {}, `${capital(links[place].family)}. On the map in ${count(links[place].areaCount, 'area')}.`),
    list.length > 1 ? evidenceDetails(links[place]) : [...evidence(links[place]), buttonsFor(links[place])],
  ])];
}

function startPanel() {
  const { figure, area } = shown;
  const asked = figure ? figure.connections.map((place) => links[place]) : links;
  const tally = states.map((one, place) => [place, asked.filter((link) => stateIn(link, area) === place).length]).filter(([, number]) => number);
  const ofWhat = `What is known of the connections${figure ? ' of this figure' : ''}${area < 0 ? '' : ` in ${areas[area].name}`}`;
  return [figure ? figure.heading : 'About this map', [
    figure ? el('p', {}, figure.message) : el('p', {}, `The map has ${count(actors.length, 'actor')} and ${count(links.filter((one) => one.status < onMap).length, 'connection')}. Choose an actor or a line to read about it here.`),
    shown.other >= 0 ? comparison() : [],
    state.width ? note('The width of a line says in how many areas it is on the map; the table says the number.') : '',
    el('h3', {}, ofWhat),
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
  else if (state.gap) content = gapPanel(gapByKey.get(state.gap));
  else if (state.claim) content = claimPanel(claimById.get(state.claim));
  else if (state.from && state.to) content = routesPanel();
  else content = startPanel();
  const [heading, parts] = content, isNew = byId('panel-heading').textContent !== heading;
  byId('panel-heading').textContent = heading;
  byId('panel-content').replaceChildren(...[parts].flat(9).filter(Boolean));
  byId('clear').hidden = byId('to-panel').hidden = !chosen();
  byId('to-panel').textContent = `Details: ${heading}`;
  if (isNew) {
    byId('panel').scrollTop = 0;
    byId('said').textContent = chosen() ? `${heading}: details are in the panel.` : `${heading}.`;
  }
  if (focus) byId('panel-heading').focus();
}
