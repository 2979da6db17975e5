import assert from 'node:assert/strict';
import test from 'node:test';
import './town.js';
import { all, textOf } from './elements-stub.js';
import { answer } from './answer.js';
import { selected, shown } from './selection.js';

const headings = (state) => {
  Object.assign(shown, selected(state));
  return all(answer(), 'h3').map(textOf);
};

test('an answer has three parts, each with the number of what it holds', () => {
  // In the south the mentors support children and attend a meeting, and the clinic is said not to support anybody.
  assert.deepEqual(headings({ area: 'south' }).slice(0, 3), ['What is there (2)', 'What is missing (1)', 'What the evidence does not tell (0)']);
});

test('what is said to be absent leads to the words that say so', () => {
  Object.assign(shown, selected({ area: 'south' }));
  const details = all(answer(), 'details').find((part) => /Clinic/.test(textOf(part)) && /Children/.test(textOf(part)));
  details.listeners.toggle();
  assert.match(textOf(details), /The passage says that there is none; it speaks of South/);
});

test('the whole map answers area by area', () => {
  assert.ok(headings({}).includes('Area by area'));
});
