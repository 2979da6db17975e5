import assert from 'node:assert/strict';
import test from 'node:test';
import './town.js';
import { standing, standingOfAll, sideText } from './comparison.js';
import { keys, links, standings, states } from './knowledge.js';
import { selected, shown } from './selection.js';

const place = (key) => keys.get(key);
const stateCalled = (id) => states.findIndex((state) => state.id === id);
const compare = (area, other) => Object.assign(shown, selected({ area, with: other }));

test('a sign says on which side a connection is, and whether the other is known to lack it', () => {
  compare('north', 'south');
  const sign = (key) => standing(links[place(key)]).sign;
  assert.equal(sign('mentors.children.supports'), '');
  assert.equal(sign('clinic.children.supports'), 'A');
  assert.equal(sign('mentors.clinic.refers-to'), 'A?');
  assert.equal(standing(links[place('council.mentors.refers-to')]), undefined);
  compare('south', 'north');
  assert.equal(sign('clinic.children.supports'), 'B');
  assert.equal(sign('mentors.clinic.refers-to'), 'B?');
});

test('words say the same', () => {
  compare('north', 'south');
  const words = (key) => sideText(links[place(key)]);
  assert.equal(words('mentors.children.supports'), 'both');
  assert.equal(words('clinic.children.supports'), 'only North');
  assert.equal(words('mentors.clinic.refers-to'), 'North; ? in the other');
  assert.equal(words('council.mentors.refers-to'), 'neither');
});

test('a line of several connections is unequal, open or sure as all of them are', () => {
  compare('north', 'south');
  const of = (...some) => standingOfAll(some.map(place));
  assert.equal(of('mentors.children.supports', 'clinic.children.supports').sign, '≠');
  assert.equal(of('clinic.children.supports', 'mentors.clinic.refers-to').sign, 'A?');
  assert.equal(of('clinic.children.supports', 'council.mentors.refers-to').sign, 'A');
  assert.equal(of('council.mentors.refers-to'), undefined);
});

test('what is doubtful on each side that has it is doubtful', () => {
  Object.assign(shown, { area: 0, other: 1 });
  const of = (...ids) => standing({ presence: ids.map((id) => String(stateCalled(id))).join('') });
  assert.equal(of('unclear', 'contradicted').isDoubtful, true);
  assert.equal(of('unclear', 'said').isDoubtful, false);
  assert.equal(of('unclear', 'notFound').isDoubtful, true);
  assert.equal(of('notKnown', 'said').isDoubtful, false);
});

test('for each pair of states there is a standing, and it depends on the side', () => {
  for (const [a, first] of states.entries()) {
    for (const [b, second] of states.entries()) {
      const one = standings[first.standings[b]], turned = standings[second.standings[a]];
      assert.equal(one.isNeither, !first.isOnMap && !second.isOnMap);
      if (one.side === undefined) assert.equal(turned.id, one.id);
      else assert.deepEqual([turned.side, turned.isOpen], [1 - one.side, one.isOpen]);
    }
  }
});
