// Stands in for the page of the town in which the clinic and the council are parts of the mentors.

import { readFileSync } from 'node:fs';
import './town.js';

globalThis.document.getElementById = (id) => id === 'data' ? { textContent: readFileSync(new URL('./grouped.json', import.meta.url), 'utf8') } : null;
