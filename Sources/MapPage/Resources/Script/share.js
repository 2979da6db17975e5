// Saving and sharing what is shown.

import { fragmentOf, state } from './address.js';
import { byId, on } from './elements.js';
import { copyText, save } from './files.js';
import { savedBitmap, savedSVG } from './save.js';
import { say } from './words.js';

/** A name for a file, of what is chosen. */
const fileName = () => byId('panel-heading').textContent.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '').slice(0, 60) || 'map';

export function prepareShare() {
  const said = byId('share-said');
  on('save-svg', 'click', () => {
    save([savedSVG()], 'image/svg+xml', `${fileName()}.svg`);
    said.textContent = say`${`${fileName()}.svg`}: the map as it is seen now, with its key and source.`;
  });
  on('save-png', 'click', async () => {
    save([await savedBitmap()], 'image/png', `${fileName()}.png`);
    said.textContent = say`${`${fileName()}.png`}: the map as it is seen now, with its key and source.`;
  });
  on('copy-link', 'click', () => copyText(location.href, byId('share-text'), said, location.protocol === 'file:' ? say`Link copied. It leads to this file on this computer.` : say`Link copied.`));
  on('copy-embed', 'click', () => {
    const address = new URL(location.href), title = document.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    address.hash = fragmentOf({ ...state, step: '', embed: '1' });
    // The page itself has no such element.
    copyText(`<${'iframe'} src="${address.href.replaceAll('&', '&amp;')}" title="${title}" width="100%" height="600" loading="lazy"></iframe>`, byId('share-text'), said,
      say`Code copied. It shows what is shown now within another page, from where this page is published.`);
  });
  on('whole-page', 'click', () => window.open(`${location.href.split('#')[0]}#${fragmentOf({ ...state, embed: '' })}`));
  on('print', 'click', () => window.print());
}
