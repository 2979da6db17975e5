import assert from 'node:assert/strict';
import test from 'node:test';
import './town.js';
import { all, textOf } from './elements-stub.js';
import { gapPanel } from './findings.js';
import { areas, gapKinds, keys, places, states } from './knowledge.js';
import { selected, shown } from './selection.js';

Object.assign(shown, selected({ area: 'south' }));
const pair = [places.get('clinic'), places.get('children')];
const south = areas.findIndex((area) => area.id === 'south');
const gap = (more) => ({ kind: 'expectation', sentence: 'There is none.', actors: pair, area: south, missing: [], untold: [], connections: [], ...more });
const stateCalled = (id) => states.findIndex((state) => state.id === id);

test('what is known to be missing is called so, and leads to the words that say it', () => {
  const [heading, parts] = gapPanel(gap({ missing: [pair], absence: stateCalled('reportedAbsent'), connections: [keys.get('clinic.children.supports')] }));
  assert.equal(heading, 'Gap: South, expected and not there');
  assert.match(textOf(parts), /Missing: from Clinic to Children\..*broken red line/);
  const [details] = all(parts, 'details');
  details.listeners.toggle();
  assert.match(textOf(details), /The passage says that there is none; it speaks of South/);
});

test('what the evidence does not tell is not called missing', () => {
  const [heading, parts] = gapPanel(gap({ kind: 'expectation-untold', untold: [pair], absence: stateCalled('notKnown') }));
  assert.equal(heading, 'Gap: South, expected, and the evidence does not tell');
  const text = textOf(parts);
  assert.doesNotMatch(text, /[Mm]issing|not found|red line/);
  assert.match(text, /The evidence does not tell whether it is there: from Clinic to Children\..*dotted grey line/);
  assert.match(text, /No passage and no number speaks of it/);
});

test('every kind of gap has one name', () => {
  assert.equal(new Set(gapKinds.map((kind) => kind.name)).size, gapKinds.length);
  assert.ok(gapKinds.every((kind) => !/not found/.test(kind.name)));
});
