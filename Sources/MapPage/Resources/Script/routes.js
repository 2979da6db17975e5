// Distances and shortest routes among what is shown.

import { actors, adjacent, links, relations } from './knowledge.js';

/** The connections from an actor, by neighbour. `ways` says which may be used: allowed, isDirected, throughActivities. */
function neighbours(actor, { allowed, isDirected, throughActivities }) {
  const found = new Map();
  for (const place of adjacent[actor]) {
    const { from, to, relation } = links[place], next = from === actor ? to : from;
    if (!allowed.has(place) || from === to) continue;
    const isMeeting = actors[from].isActivity || actors[to].isActivity;
    if (isDirected && from !== actor && !relations[relation].isMutual && !(throughActivities && isMeeting)) continue;
    if (!found.has(next)) found.set(next, []);
    found.get(next).push(place);
  }
  return found;
}

/** An end of a way is one step off; through an activity, two ends are one step apart, so it counts for half a step. */
const cost = (a, b, ways) => ways.throughActivities && (actors[a].isActivity || actors[b].isActivity) ? 1 : 2;
const passes = (actor, start, ways) => actor === start || !actors[actor].isActivity || ways.throughActivities;

/** Half steps from an actor to every other that can be reached, breadth first. */
export function distances(start, ways) {
  const distance = [];
  distance[start] = 0;
  const queues = [[start]];
  for (let far = 0; far < queues.length; far++) {
    for (const actor of queues[far] || []) {
      if (distance[actor] !== far || !passes(actor, start, ways)) continue;
      for (const next of neighbours(actor, ways).keys()) {
        const reach = far + cost(actor, next, ways);
        if (!(distance[next] <= reach)) {
          distance[next] = reach;
          (queues[reach] = queues[reach] || []).push(next);
        }
      }
    }
  }
  return distance;
}

/** Up to ten shortest routes: lists of hops, each with its two actors and their connections. */
export function routes(from, to, ways) {
  const distance = distances(from, ways), found = [];
  if (distance[to] === undefined || from === to) return found;
  // Who can be on a shortest way to the end, walked backwards, so that no dead end is tried.
  const onWay = new Set([to]), before = new Map();
  for (const actor of onWay) {
    for (const previous of neighbours(actor, { ...ways, isDirected: false }).keys()) {
      if (distance[previous] + cost(previous, actor, ways) !== distance[actor] || !passes(previous, from, ways)) continue;
      const hop = neighbours(previous, ways).get(actor);
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
