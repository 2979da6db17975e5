// Stands in for the page in tests of its modules: the data that Swift makes of the small town, and an address to go to.
//
// The town: council → mentors → children, mentors → clinic → children, and mentors and clinic meet weekly; the areas are
// north and south.

import { readFileSync } from 'node:fs';

const file = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
/** Where the page has been. */
export const visited = [];
globalThis.document = { getElementById: (id) => id === 'data' ? { textContent: file('./data.json') } : null };
globalThis.location = { hash: '', pathname: '/town.html', search: '' };
globalThis.history = { pushState: (_state, _title, address) => visited.push(address) };
/** Cells, each with the line of CSV that Swift writes for it. */
export const cells = JSON.parse(file('./cells.json'));
