import assert from 'node:assert/strict';
import test from 'node:test';
import './grouped.js';
import { closedIn, closing, groups, partsOf, setGroups, showing } from './groups.js';
import { actors, keys, links, places } from './knowledge.js';
import { selected } from './selection.js';

const mentors = places.get('mentors'), ids = (some) => some.map((place) => actors[place].id).sort();

test('the groups and their parts', () => {
  assert.deepEqual(ids(groups), ['mentors']);
  assert.deepEqual(ids(partsOf(mentors)), ['clinic', 'council']);
});

test('an address says which are closed, and what is chosen is seen', () => {
  assert.deepEqual([...closedIn({ closed: '*' })], [mentors]);
  assert.deepEqual([...closedIn({ closed: 'mentors' })], [mentors]);
  assert.deepEqual([...closedIn({ closed: '*', opened: 'mentors' })], []);
  assert.deepEqual([...closedIn({ closed: 'council.nobody' })], []);
  assert.deepEqual([...closedIn(closing(new Set([mentors])))], [mentors]);
  assert.deepEqual([...closedIn(closing(new Set()))], []);
  assert.deepEqual([...closedIn(showing({ closed: '*' }, [places.get('clinic')]))], []);
  assert.deepEqual([...closedIn(showing({ closed: '*' }, [mentors, places.get('children')]))], [mentors]);
});

test('a closed group has the connections of its parts, and their statements', () => {
  const { connections, actors: kept } = selected({ closed: '*' });
  assert.deepEqual(ids([...kept]), ['children', 'meeting', 'mentors']);
  const key = (place) => links[place].key;
  assert.deepEqual([...connections].map(key).sort(), ['mentors.children.supports', 'mentors.meeting.attends', 'mentors.mentors.refers-to']);
  const whole = links[keys.get('mentors.children.supports')], parts = links.filter((link) => !link.closed && ['mentors.children.supports', 'clinic.children.supports'].includes(link.key));
  assert.equal(whole.statements, parts.reduce((sum, part) => sum + part.statements, 0));
  assert.deepEqual(whole.parts.map((part) => part.key).sort(), ['clinic.children.supports', 'mentors.children.supports']);
  setGroups({});
  assert.equal(selected({}).actors.size, 5);
  assert.equal(links[keys.get('mentors.children.supports')].closed, undefined);
});
