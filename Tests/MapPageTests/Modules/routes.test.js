import assert from 'node:assert/strict';
import test from 'node:test';
import './town.js';
import { actors, links, places } from './knowledge.js';
import { distances, routes } from './routes.js';
import { selected } from './selection.js';

const allowed = selected({}).connections;
const ways = (more) => ({ allowed, isDirected: false, throughActivities: false, ...more });
const found = (from, to, more) => routes(places.get(from), places.get(to), ways(more))
  .map((route) => [from, ...route.map((hop) => actors[hop.to].id)].join(' ')).sort();
const far = (from, more) => {
  const distance = distances(places.get(from), ways(more));
  return Object.fromEntries(actors.map(({ id }, place) => [id, distance[place]]));
};

test('distances are counted in half steps', () => {
  assert.deepEqual(far('council'), { council: 0, mentors: 2, meeting: 4, clinic: 4, children: 4 });
});

test('through activities, who meets is one step apart', () => {
  const withoutReferral = new Set([...allowed].filter((place) => links[place].key !== 'mentors.clinic.refers-to'));
  // Otherwise the way leads over the children.
  assert.equal(far('mentors', { allowed: withoutReferral }).clinic, 4);
  assert.equal(far('mentors', { allowed: withoutReferral, throughActivities: true }).clinic, 2);
});

test('the shortest routes', () => {
  assert.deepEqual(found('council', 'children'), ['council mentors children']);
  assert.deepEqual(found('mentors', 'clinic'), ['mentors clinic']);
  assert.deepEqual(found('mentors', 'clinic', { throughActivities: true }), ['mentors clinic', 'mentors meeting clinic']);
  assert.deepEqual(found('council', 'council'), []);
});

test('along the arrows', () => {
  assert.deepEqual(found('children', 'council'), ['children mentors council']);
  assert.deepEqual(found('children', 'council', { isDirected: true }), []);
  // An activity is entered and left by those who take part, though arrows only lead to it.
  assert.deepEqual(found('clinic', 'mentors', { isDirected: true }), []);
  assert.deepEqual(found('clinic', 'mentors', { isDirected: true, throughActivities: true }), ['clinic meeting mentors']);
});

test('a hop names the connections that it goes by', () => {
  const [[hop]] = routes(places.get('mentors'), places.get('children'), ways());
  assert.deepEqual(hop.connections.map((place) => links[place].key), ['mentors.children.supports']);
});

test('what is not allowed is no way', () => {
  assert.deepEqual(found('council', 'children', { allowed: new Set() }), []);
});
