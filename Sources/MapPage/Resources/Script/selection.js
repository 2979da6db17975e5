// What the filters let through.

import { partsOf, setGroups } from './groups.js';
import { actors, areas, figures, isOnMap, links, periods, places, relations, scopeOf, stateIn, statementsIn, states } from './knowledge.js';
import { distances } from './routes.js';

/** What is shown now. */
export const shown = {};
const placeIn = (list, id) => list.findIndex((one) => one.id === id);

/** Applies the filters of a state: the places of the connections and actors that are shown. */
export function selected(state) {
  setGroups(state);
  const [first, second, now, then] = [placeIn(areas, state.area), placeIn(areas, state.with), placeIn(periods, state.period), placeIn(periods, state.versus)];
  const area = scopeOf(first, now);
  const other = first >= 0 && second >= 0 && second !== first ? scopeOf(second, now) : now >= 0 && then >= 0 && then !== now ? scopeOf(first, then) : -1;
  const figure = figures.find((one) => one.id === state.view);
  const inFigure = figure && { actors: new Set(figure.actors), connections: new Set(figure.connections) };
  // A closed group is in a figure that has any of its parts.
  const isInFigure = (link) => inFigure.connections.has(link.place) || (link.parts || []).some((part) => inFigure.connections.has(part.place));
  const wanted = state.status && states.findIndex((one) => one.id === state.status);
  const fits = (actor) => (!state.stage || actor.stage === state.stage) && (!state.sector || actor.sector === state.sector)
    && (!state.role || actor.role === state.role || actor.otherRoles.includes(state.role));
  const isThere = (link) => {
    const here = stateIn(link, area);
    if (wanted !== undefined) return here === wanted || (other >= 0 && stateIn(link, other) === wanted);
    return isOnMap(here) || (other >= 0 && isOnMap(stateIn(link, other)));
  };
  const statements = (link) => Math.max(statementsIn(link, area), other < 0 ? 0 : statementsIn(link, other));
  const some = new Set();
  links.forEach((link, place) => {
    if (link.isActive && (!inFigure || isInFigure(link)) && isThere(link)
      && (!state.families || link.family === state.families)
      && (!state.least || statements(link) >= state.least)
      && (!state.relation || relations[link.relation].id === state.relation)
      && (fits(actors[link.from]) || fits(actors[link.to]))) some.add(place);
  });
  const centre = places.get(state.actor);
  let near;
  if (state.steps && centre !== undefined) {
    near = distances(centre, { allowed: some, isDirected: false, throughActivities: Boolean(state.activities) });
    for (const place of some) {
      const most = 2 * state.steps;
      if (!(near[links[place].from] <= most && near[links[place].to] <= most)) some.delete(place);
    }
  }
  const kept = new Set(), pale = new Set();
  for (const place of some) kept.add(links[place].from).add(links[place].to);
  // Who has no connection left stays on the map where only an area is chosen: pale if nobody placed it there.
  const onlyEnds = state.families || state.relation || state.status || state.least;
  actors.forEach((actor, place) => {
    if (kept.has(place) || !actor.isActive) return;
    if (place === centre) kept.add(place);
    else if (!onlyEnds && fits(actor) && (!inFigure || [place, ...partsOf(place)].some((one) => inFigure.actors.has(one))) && (!near || near[place] <= 2 * state.steps)) {
      kept.add(place);
      if (area >= 0 && !isOnMap(+actor.presence[area]) && !(other >= 0 && isOnMap(+actor.presence[other]))) pale.add(place);
    }
  });
  return { connections: some, actors: kept, pale, area, other, figure, isInFigure, routes: [] };
}
