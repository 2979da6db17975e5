import assert from 'node:assert/strict';
import test from 'node:test';
import './town.js';
import { actors, links } from './knowledge.js';
import { selected } from './selection.js';

const connectionsOf = (state) => [...selected(state).connections].map((place) => links[place].key).sort();
const names = (some) => [...some].map((place) => actors[place].id).sort();

test('without a filter all that is on the map is shown', () => {
  assert.deepEqual(connectionsOf({}), [
    'clinic.children.supports', 'clinic.meeting.attends', 'council.mentors.refers-to', 'mentors.children.supports',
    'mentors.clinic.refers-to', 'mentors.meeting.attends',
  ]);
  assert.equal(selected({}).actors.size, 5);
});

test('in an area only what is placed there; who is not stands back', () => {
  assert.deepEqual(connectionsOf({ area: 'south' }), ['mentors.children.supports', 'mentors.meeting.attends']);
  const { actors: kept, pale } = selected({ area: 'south' });
  assert.deepEqual(names(pale), ['clinic', 'council']);
  assert.equal(kept.size, 5);
});

test('of two areas what either has', () => {
  assert.equal(connectionsOf({ area: 'south', with: 'north' }).length, 5);
  assert.deepEqual(names(selected({ area: 'south', with: 'north' }).pale), ['council']);
  // Nothing is compared with itself.
  assert.equal(selected({ area: 'south', with: 'south' }).other, -1);
});

test('what is reported absent is shown when it is asked for', () => {
  assert.deepEqual(connectionsOf({ status: 'reportedAbsent' }), ['council.clinic.refers-to']);
  assert.ok(connectionsOf({ status: 'reportedAbsent', area: 'south' }).includes('clinic.children.supports'));
});

test('families and relations', () => {
  assert.deepEqual(connectionsOf({ families: 'support' }), ['clinic.children.supports', 'mentors.children.supports']);
  assert.deepEqual(names(selected({ families: 'support' }).actors), ['children', 'clinic', 'mentors']);
  assert.deepEqual(connectionsOf({ relation: 'attends' }), ['clinic.meeting.attends', 'mentors.meeting.attends']);
});

test('an end that fits is enough; a further role fits too', () => {
  const ofClinic = ['clinic.children.supports', 'clinic.meeting.attends', 'mentors.clinic.refers-to'];
  assert.deepEqual(connectionsOf({ role: 'co-existing-support' }), ofClinic);
  assert.deepEqual(connectionsOf({ role: 'programme-support' }), ofClinic);
  assert.deepEqual(connectionsOf({ sector: 'nhs' }), ofClinic);
  assert.deepEqual(connectionsOf({ stage: 'set-up' }), ['council.mentors.refers-to']);
});

test('steps around an actor', () => {
  assert.deepEqual(connectionsOf({ actor: 'council', steps: '1' }), ['council.mentors.refers-to']);
  assert.deepEqual(names(selected({ actor: 'council', steps: '1' }).actors), ['council', 'mentors']);
  assert.equal(connectionsOf({ actor: 'council', steps: '2' }).length, 6);
});
