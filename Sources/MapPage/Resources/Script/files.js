// What leaves the page: files that are saved, and texts that are copied.

import { byId, el } from './elements.js';
import { say } from './words.js';

/** Saves a file; one of a page for the team says so in its name. */
export function save(parts, type, name) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = el('a', { href: address, download: byId('team') ? `for-team-only-${name}` : name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** Copies a text; where the browser does not let the page, it stands in a field to be copied by hand. */
export async function copyText(text, field, said, success) {
  try {
    await navigator.clipboard.writeText(text);
    field.hidden = true;
    said.textContent = success;
  } catch {
    field.value = text;
    field.hidden = false;
    field.select();
    said.textContent = say`The browser does not let the page copy. The text is selected: press Ctrl and C.`;
  }
}
