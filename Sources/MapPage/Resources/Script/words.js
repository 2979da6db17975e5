// The words for what stands on the page.

import { actors, language, relations, stages, states, words } from './knowledge.js';

const numerals = new Intl.NumberFormat(language), lists = new Intl.ListFormat(language), plurals = new Intl.PluralRules(language);
/** A number as the language writes it. */
export const numeral = (number) => numerals.format(number);
/** A phrase with its places filled. */
const filled = (phrase, values) => phrase.replaceAll(/\{(\d+)\}/g, (place, number) => {
  const value = values[number - 1] ?? place;
  return typeof value === 'number' ? numeral(value) : value;
});
/** A text in the language of the page: what is inserted has numbers in the table of words, `{1}`; what has no translation stays. */
export function say(parts, ...values) {
  const phrase = parts.reduce((text, part, place) => `${text}{${place}}${part}`), key = phrase.trim();
  return filled(words[key] ? phrase.replace(key, () => words[key].other || key) : phrase, values);
}
/** A number with its noun, in the form that the language has for it. */
export function count(number, one, many = `${one}s`) {
  const forms = words[`{1} ${many}`];
  return filled(forms && (forms[plurals.select(number)] || forms.other) || `{1} ${number === 1 ? one : many}`, [number]);
}
export const and = (some) => lists.format(some);
/** Joins elements as a list in a sentence. */
export const series = (items) => lists.formatToParts(items.map((item, place) => String(place))).map(({ type, value }) => type === 'element' ? items[value] : value);
export const capital = (text) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
/** A name inside a sentence, in languages whose nouns are small there. */
export const small = (text) => /^(de|lb)\b/.test(language) ? text : text.toLocaleLowerCase(language);
/** From when to when a period lasts, as far as years, months or days are known. */
export const dates = ({ from, to }) => [from, to].filter(Boolean).map((text) => {
  const parts = text.split('-').map(Number);
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: parts[1] && 'short', day: parts[2] && 'numeric', timeZone: 'UTC' }).format(new Date(Date.UTC(parts[0], (parts[1] || 1) - 1, parts[2] || 1)));
}).join('–');
export const distinct = (list) => [...new Set(list)];
/** What a list of choices needs of a list: ids and names. */
export const choosable = (list) => list.map((item) => [item.id, item.name]);
export const collator = new Intl.Collator(language, { numeric: true });

export const nameIn = (list, id) => (list.find((item) => item.id === id) || { name: id }).name;
export const stageName = (id) => nameIn(stages, id);
export const verb = (link) => relations[link.relation][actors[link.from].isPlural ? 'plural' : 'label'];
export const sentence = (link) => `${actors[link.from].name} ${verb(link)} ${actors[link.to].name}`;
export const symbol = (place) => `${states[place].symbol} ${states[place].name}`;
