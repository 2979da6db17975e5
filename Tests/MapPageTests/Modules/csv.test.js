import assert from 'node:assert/strict';
import test from 'node:test';
import { cells } from './town.js';
import { commaSeparated, tabSeparated } from './csv.js';

test('rows end and cells are quoted as RFC 4180 says', () => {
  assert.equal(commaSeparated([['a', 'b'], ['1,5', 'say "no"']]), 'a,b\r\n"1,5","say ""no"""\r\n');
  assert.equal(commaSeparated([['two\nlines', '']]), '"two\nlines",\r\n');
});

test('no cell is a formula', () => {
  for (const cell of ['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1', '-', '+-1', '=5', '-5 units', '--5']) {
    assert.equal(tabSeparated([[cell]]).charAt(0), "'", JSON.stringify(cell));
  }
});

test('numbers stay numbers', () => {
  for (const cell of ['5', '-5', '+5', '-5.25', '-.5', '-1e-3']) assert.equal(commaSeparated([[cell]]), `${cell}\r\n`);
});

test('a cell is written as Swift writes it', () => {
  assert.ok(cells.length > 20);
  for (const { cell, line } of cells) assert.equal(commaSeparated([[cell]]), line.replace(/\n$/, '\r\n'), JSON.stringify(cell));
});

test('between tabs, no cell ends a row', () => {
  assert.equal(tabSeparated([['a\tb', 'c\nd'], ['e', 'f']]), 'a b\tc d\ne\tf\n');
});
