// The parts of the picture that the page works with.

import { byId } from './elements.js';

export const map = byId('map');
export const svg = map.querySelector('svg');
/** The whole picture, in its own units. */
export const full = (({ x, y, width, height }) => ({ x, y, width, height }))(svg.viewBox.baseVal);
/** What is drawn of each actor, by its place; nothing for who is not drawn. */
export const drawn = [];
