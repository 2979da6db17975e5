import assert from 'node:assert/strict';
import test from 'node:test';
import './town.js';
import { actors } from './knowledge.js';
import { findActors, isNear, plain } from './search.js';

const found = (text) => findActors(text).found.map((place) => actors[place].id);

test('marks of keyboards and of Word, accents, case and spaces make no difference', () => {
  assert.equal(plain('  Children\u2019s  CENTRE '), plain("children's centre"));
  assert.equal(plain('Café \u2013 Leith & Co'), 'cafe - leith and co');
});

test('one slip is forgiven: a letter too many, missing, wrong, or two that changed places', () => {
  for (const slip of ['clinc', 'clinicc', 'clinik', 'clniic', 'linic', 'clinic']) assert.ok(isNear('clinic', slip), slip);
  for (const other of ['clni', 'client', 'clnci', 'c', '']) assert.ok(!isNear('clinic', other), other);
});

test('the very name comes before names that hold it, and these before what is near', () => {
  assert.deepEqual(found('Clinic'), ['clinic']);
  assert.equal(findActors('Clinic').isNear, false);
  assert.deepEqual(found('clinik'), ['clinic']);
  assert.equal(findActors('clinik').isNear, true);
  assert.deepEqual(found('zzzz'), []);
  // A short word is near too much.
  assert.deepEqual(found('xy'), []);
});
