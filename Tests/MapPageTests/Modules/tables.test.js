import assert from 'node:assert/strict';
import test from 'node:test';
import './town.js';
import { keys, links } from './knowledge.js';
import { selected, shown } from './selection.js';
import { tables } from './tables.js';

const row = (state, key) => {
  Object.assign(shown, selected(state));
  return Object.fromEntries(tables.connections.columns().map(([name, cell]) => [name, cell(links[keys.get(key)]).text]));
};

test('statements and cases are those of the whole map, or of the areas that are chosen', () => {
  const whole = row({}, 'mentors.children.supports');
  assert.deepEqual([whole.Statements, whole.Cases], ['1', '34']);
  const south = row({ area: 'south' }, 'mentors.children.supports');
  assert.deepEqual([south['Statements in South'], south['Cases in South'], south.Cases], ['0', '4', undefined]);
  const both = row({ area: 'north', with: 'south' }, 'mentors.children.supports');
  assert.deepEqual([both['Cases in North'], both['Cases in South']], ['30', '4']);
});

test('what is not counted in an area has no number there', () => {
  assert.equal(row({ area: 'north' }, 'clinic.children.supports')['Cases in North'], '');
});
