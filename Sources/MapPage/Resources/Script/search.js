// Search that forgives: accents, marks of a keyboard or of Word, and one slip of the finger.

import { actors } from './knowledge.js';

/** A name without what people type in different ways: case, accents, kinds of apostrophes, quotes and dashes, and spaces. */
export const plain = (text) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
  .replaceAll(/[\u201c\u201d]/g, '"').replaceAll(/[\u2010-\u2015\u2212]/g, '-').replaceAll(/\s*&\s*/g, ' and ').replaceAll(/\s+/g, ' ').trim();

/** Whether two words differ by one slip at most: a letter too many, missing, wrong, or two letters that have changed places. */
export function isNear(a, b) {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
    || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2));
}

const names = actors.map((actor) => [actor.name, actor.short, ...actor.aliases].map(plain));
const withName = (test) => actors.map((actor, place) => place).filter((place) => names[place].some(test));

/** The places of the actors with a name: the very name first, then names that hold the words, then names that are one slip away. */
export function findActors(text) {
  const wanted = plain(text);
  const holding = withName((name) => name.includes(wanted));
  const exact = withName((name) => name === wanted);
  if (exact.length) return { found: exact, others: holding.filter((place) => !exact.includes(place)), isNear: false };
  if (holding.length) return { found: holding, others: [], isNear: false };
  // Short words are near too many others.
  if (wanted.length < 4) return { found: [], others: [], isNear: false };
  const words = wanted.split(' ');
  const isLike = (name) => isNear(name, wanted) || (words.length === 1 ? name.split(/[ /-]/).some((word) => isNear(word, wanted))
    : words.every((word) => name.split(' ').some((one) => word.length < 4 ? one === word : isNear(one, word))));
  return { found: withName(isLike), others: [], isNear: true };
}
