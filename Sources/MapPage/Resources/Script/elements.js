// Making elements of the page and parts of drawings.

import { actors } from './knowledge.js';
import { choose } from './address.js';

export const byId = (id) => document.getElementById(id);
/** Does something when a part of the page is used. */
export const on = (id, kind, action) => byId(id).addEventListener(kind, action);

/** Makes an element: attributes, then children (elements or text). `onclick` is a listener. */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === 'onclick') element.addEventListener('click', value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(9).filter((child) => child !== undefined && child !== ''));
  return element;
}
/** Makes a part of a drawing. */
export function drawing(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
export const button = (text, action, kind = 'link') => el('button', { type: 'button', class: kind, onclick: action }, text);
/** A link, so that it wraps with the sentence it stands in; its address opens the actor elsewhere too. */
export const actorLink = (place) => el('a', {
  href: `#${new URLSearchParams({ actor: actors[place].id })}`,
  onclick: (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose({ actor: actors[place].id });
  },
}, actors[place].name);
export const note = (text) => el('p', { class: 'meta' }, text);
