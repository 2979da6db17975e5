import assert from 'node:assert/strict';
import test from 'node:test';
import { visited } from './town.js';
import { choose, chosen, fragmentOf, go, isShown, onChange, read, state, stateOf } from './address.js';

test('a fragment tells a state', () => {
  assert.deepEqual(stateOf('actor=clinic&area=north&steps=2'), { actor: 'clinic', area: 'north', steps: '2' });
  assert.deepEqual(stateOf('connection=clinic.children.supports'), { connection: 'clinic.children.supports' });
});

test('what the map does not know is left out', () => {
  for (const fragment of ['actor=nobody', 'area=%3Cscript%3E', 'route=99', 'steps=0', 'arrows=yes', 'constructor=1', '__proto__=1', 'no=1']) {
    assert.deepEqual(stateOf(fragment), {}, fragment);
  }
});

test('a state has one fragment, whatever its order', () => {
  assert.equal(fragmentOf({ area: 'north', steps: '', actor: 'clinic' }), 'actor=clinic&area=north');
  assert.equal(fragmentOf({ actor: 'clinic', area: 'north' }), 'actor=clinic&area=north');
  assert.deepEqual(stateOf(fragmentOf({ from: 'council', to: 'children', arrows: '1' })), { from: 'council', to: 'children', arrows: '1' });
});

test('going somewhere writes the address once, and shows it', () => {
  const shown = [];
  onChange((focus) => shown.push([{ ...state }, focus]));
  visited.length = 0;
  go({ actor: 'clinic' }, true);
  go({ actor: 'clinic' }, false);
  assert.deepEqual(visited, ['#actor=clinic']);
  assert.deepEqual(shown, [[{ actor: 'clinic' }, true], [{ actor: 'clinic' }, false]]);
  go({});
  assert.equal(visited.at(-1), '/town.html');
});

test('a choice ends other choices and leaves filters', () => {
  onChange(() => {});
  go({ from: 'council', to: 'children', area: 'north' });
  assert.equal(chosen(), true);
  choose({ actor: 'mentors' });
  assert.deepEqual({ ...state }, { actor: 'mentors', area: 'north' });
  choose({});
  assert.deepEqual({ ...state }, { area: 'north' });
  assert.equal(chosen(), false);
});

test('an address is read, unless it leads to a place on the page', () => {
  globalThis.location.hash = '#area=south';
  assert.equal(isShown(), false);
  assert.equal(read(), true);
  assert.equal(isShown(), true);
  globalThis.location.hash = '#tables';
  assert.equal(read(), false);
  assert.deepEqual({ ...state }, { area: 'south' });
});
