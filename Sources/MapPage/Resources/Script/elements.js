// Making elements of the page, and the words for what stands on it.

const byId = (id) => document.getElementById(id);

/** Makes an element: attributes, then children (elements or text). `onclick` is a listener. */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === 'onclick') element.addEventListener('click', value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== ''));
  return element;
}
/** Makes a part of a drawing. */
function drawing(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
const button = (text, action, kind = 'link') => el('button', { type: 'button', class: kind, onclick: action }, text);
/** A link, so that it wraps with the sentence it stands in; its address opens the actor elsewhere too. */
const actorLink = (place) => el('a', {
  href: `#${new URLSearchParams({ actor: actors[place].id })}`,
  onclick: (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose({ actor: actors[place].id });
  },
}, actors[place].name);
const note = (text) => el('p', { class: 'meta' }, text);

const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
const and = (words) => words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
/** Joins elements with commas and "and". */
const series = (items) => items.flatMap((item, index) => [index === 0 ? '' : index === items.length - 1 ? ' and ' : ', ', item]);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const spaced = (id) => capital(id.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`));
const distinct = (list) => [...new Set(list)];
const named = (list) => list.map((item) => [item.id, item.name]);

const halves = { 'set-up': 'Set-up', delivery: 'Delivery' };
const stageName = (id) => halves[id] || capital(id);
const nameIn = (list, id) => (list.find((item) => item.id === id) || { name: id }).name;
const verb = (link) => relations[link.relation][actors[link.from].isPlural ? 'plural' : 'label'];
const sentence = (link) => `${actors[link.from].name} ${verb(link)} ${actors[link.to].name}`;
const symbol = (place) => `${states[place].symbol} ${states[place].name}`;
