import assert from 'node:assert/strict';
import test from 'node:test';
import './town.js';
import { all, textOf } from './elements-stub.js';
import { evidenceDetails, fillEvidence, numbersThere } from './evidence.js';
import { keys, links } from './knowledge.js';
import { selected, shown } from './selection.js';

const link = (key) => links[keys.get(key)];
const choose = (state) => Object.assign(shown, selected(state));

test('evidence is there as soon as it is asked for, and once', () => {
  choose({});
  const details = evidenceDetails(link('clinic.children.supports'));
  assert.equal(all(details, 'blockquote').length, 0);
  fillEvidence(details);
  assert.equal(all(details, 'blockquote').length, 2);
  assert.match(textOf(details), /“Words of clinic.”/);
  fillEvidence(details);
  details.listeners.toggle();
  assert.equal(all(details, 'blockquote').length, 2);
});

test('what holds no evidence is left as it is', () => {
  assert.doesNotThrow(() => fillEvidence({}));
});

test('in an area, numbers are those of the area', () => {
  const mentors = link('mentors.children.supports');
  choose({});
  assert.deepEqual(numbersThere(mentors), []);
  choose({ area: 'south' });
  assert.deepEqual(numbersThere(mentors), ['In South: recorded; 0 statements; cases counted: 4.']);
  choose({ area: 'north', with: 'south' });
  assert.deepEqual(numbersThere(mentors), ['In North: said and recorded; 1 statement; cases counted: 30.', 'In South: recorded; 0 statements; cases counted: 4.']);
  choose({ area: 'south' });
  assert.match(textOf(evidenceDetails(mentors)), /\(0 statements in South, 1 in all\)/);
});

test('a passage says what is owed to the programme, and how often', () => {
  choose({});
  const clinic = link('clinic.children.supports'), [first] = clinic.evidence;
  Object.assign(first, { attribution: 2, frequency: 2 });
  const details = evidenceDetails(clinic);
  fillEvidence(details);
  assert.match(textOf(details), /it speaks of what is there because of the programme; it says: rarely; it speaks of North/);
  Object.assign(first, { attribution: null, frequency: null });
  const silent = evidenceDetails(clinic);
  fillEvidence(silent);
  assert.doesNotMatch(textOf(silent), /programme|it says/);
});
