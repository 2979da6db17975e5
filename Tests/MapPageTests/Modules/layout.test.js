import assert from 'node:assert/strict';
import test from 'node:test';
import './town.js';
import { columnsOf, laidOut } from './layout.js';

const box = (id, x, y, width = 60, height = 30) => ({ id, x, y, width, height });
const overlap = (a, b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

test('columns keep their order, and are joined where there is no room for all', () => {
  const boxes = [box('a', 0, 0), box('b', 200, 0), box('c', 205, 90), box('d', 400, 0)];
  const ids = (columns) => columns.map(({ items }) => items.map(({ id }) => id).join(''));
  assert.deepEqual(ids(columnsOf(boxes, 1000, 40)), ['a', 'bc', 'd']);
  // Three columns of 60 with gaps of 40 take 260.
  assert.deepEqual(ids(columnsOf(boxes, 260, 40)), ['a', 'bc', 'd']);
  assert.equal(columnsOf(boxes, 259, 40).length, 2);
  assert.equal(columnsOf(boxes, 10, 40).length, 1);
});

test('no box lies on another, no line runs through one, and none leaves the width', () => {
  // A made-up map of 40 boxes in 6 columns: each is connected with three others, as a linear congruence has it.
  const boxes = Array.from({ length: 40 }, (_, index) => box(index, (index % 6) * 150, Math.floor(index / 6) * 50 + index % 3, 50 + index % 30, 20 + (index * 7) % 60));
  const lines = boxes.flatMap(({ id }) => [5, 11, 17].map((step) => ({ id: `${id}-${step}`, from: id, to: (id * 3 + step) % 40 }))).filter(({ from, to }) => from !== to);
  for (const width of [2000, 700, 350, 50]) {
    const laid = laidOut(boxes, lines, width);
    const placed = boxes.map((one) => ({ ...one, ...laid.boxes.get(one.id) }));
    assert.equal(laid.boxes.size, boxes.length);
    assert.ok(placed.every((a, index) => placed.slice(0, index).every((b) => !overlap(a, b))), `${width}: overlap`);
    const [left, right] = [Math.min(...placed.map((one) => one.x - one.width / 2)), Math.max(...placed.map((one) => one.x + one.width / 2))];
    const columns = new Set(placed.map((one) => one.x)).size;
    assert.ok(right - left <= width || columns === 1, `${width}: ${right - left} wide`);
    for (const [id, stretches] of laid.lines) for (const { y, left: start, right: end } of stretches) {
      const through = placed.find((one) => one.x > start && one.x < end && Math.abs(one.y - y) < one.height / 2);
      assert.equal(through, undefined, `${width}: line ${id} runs through a box`);
    }
  }
});

test('what is level before stays level: one line is straight', () => {
  const { boxes } = laidOut([box('a', 0, 5), box('b', 200, 80)], [{ id: 'l', from: 'a', to: 'b' }], 1000);
  assert.ok(Math.abs(boxes.get('a').y - boxes.get('b').y) < .01);
});

test('stages share a column only where nothing else is left to be joined, and columns say whom they hold', () => {
  const boxes = [box('a', 0, 0), box('b', 100, 0), box('c', 200, 0)].map((one, index) => ({ ...one, stage: index < 2 ? 'first' : 'second' }));
  assert.deepEqual(laidOut(boxes, [], 200).columns.map(({ ids }) => ids.join('')), ['ab', 'c']);
  // The other two are lower together, but of two stages.
  boxes[0].height = 300;
  assert.deepEqual(laidOut(boxes, [], 200).columns.map(({ ids }) => ids.join('')), ['ab', 'c']);
  assert.equal(laidOut(boxes, [], 50).columns.length, 1);
});
