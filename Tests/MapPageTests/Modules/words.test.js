import assert from 'node:assert/strict';
import test from 'node:test';
import './town.js';
import { keys, links } from './knowledge.js';
import { and, count, sentence, series } from './words.js';

test('numbers and lists in words', () => {
  assert.equal(count(1, 'step'), '1 step');
  assert.equal(count(2, 'step'), '2 steps');
  assert.equal(and([]), '');
  assert.equal(and(['a', 'b']), 'a and b');
  assert.equal(and(['a', 'b', 'c']), 'a, b and c');
  assert.equal(series(['a', 'b', 'c']).join(''), 'a, b and c');
});

test('the verb agrees with who does it', () => {
  const words = (key) => sentence(links[keys.get(key)]);
  assert.equal(words('mentors.children.supports'), 'Mentors support Children');
  assert.equal(words('clinic.children.supports'), 'Clinic supports Children');
});
