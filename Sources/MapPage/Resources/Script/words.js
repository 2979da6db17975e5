// The words for what stands on the page.

import { actors, relations, stages, states } from './knowledge.js';

export const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
export const and = (words) => words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
/** Joins elements with commas and "and". */
export const series = (items) => items.flatMap((item, index) => [index === 0 ? '' : index === items.length - 1 ? ' and ' : ', ', item]);
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const distinct = (list) => [...new Set(list)];
/** What a list of choices needs of a list: ids and names. */
export const choosable = (list) => list.map((item) => [item.id, item.name]);
export const collator = new Intl.Collator('en-GB', { numeric: true });

export const nameIn = (list, id) => (list.find((item) => item.id === id) || { name: id }).name;
export const stageName = (id) => nameIn(stages, id);
export const verb = (link) => relations[link.relation][actors[link.from].isPlural ? 'plural' : 'label'];
export const sentence = (link) => `${actors[link.from].name} ${verb(link)} ${actors[link.to].name}`;
export const symbol = (place) => `${states[place].symbol} ${states[place].name}`;
