// Stands in for the elements of a page, as far as the modules make and fill them.

const made = (tag) => ({
  tag, attributes: {}, listeners: {}, children: [],
  append(...some) { this.children.push(...some); },
  setAttribute(name, value) { this.attributes[name] = value; },
  addEventListener(name, action) { this.listeners[name] = action; },
  get childElementCount() { return this.children.filter((child) => typeof child === 'object').length; },
});
globalThis.document.createElement = made;

/** The text of what was made, as a reader sees it. */
export const textOf = (part) => typeof part === 'object' ? [part.children || part].flat(9).map(textOf).join('') : String(part);
/** All elements of a kind in what was made. */
export const all = (part, tag) => [part].flat(9).filter((one) => typeof one === 'object')
  .flatMap((one) => [...(one.tag === tag ? [one] : []), ...all(one.children, tag)]);
