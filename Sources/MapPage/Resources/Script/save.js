// What is seen as a picture of its own, with what it needs to be understood: title, filters, key, source and audience.
//
// The content security policy lets the page load no picture, not even one of its own making, so a bitmap is not made from
// the SVG: both are made from one list of shapes with the looks that the style sheet gives them.

import { byId, drawing, el } from './elements.js';
import { audience, disclosureNote, source, title } from './knowledge.js';
import { map, svg } from './parts.js';
import { say } from './words.js';

const looks = { 'fill': 'none', 'stroke': 'none', 'stroke-width': '1px', 'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter' };
const ink = '#0b0c0c', font = 'DejaVu Sans, Verdana, Arial, sans-serif';
const numbers = (text) => text.match(/-?\d*\.?\d+/g).map(Number);

/** The outline of a shape as the text of a path. */
function outlineOf(part) {
  const value = (name) => part[name].baseVal.value;
  switch (part.localName) {
    case 'path': return part.getAttribute('d');
    case 'polygon': case 'polyline': {
      const list = numbers(part.getAttribute('points')).map((number, index) => `${index % 2 ? ',' : index ? 'L' : 'M'}${number}`).join('');
      return part.localName === 'polygon' ? `${list}Z` : list;
    }
    case 'ellipse': {
      const [x, y, a, b] = ['cx', 'cy', 'rx', 'ry'].map(value);
      return `M${x - a},${y}A${a},${b},0,1,1,${x + a},${y}A${a},${b},0,1,1,${x - a},${y}Z`;
    }
    case 'rect': {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(value);
      return `M${x},${y}h${width}v${height}h${-width}Z`;
    }
    default: return undefined;
  }
}

/** The shapes and texts that a drawing shows, each with its place and its look. */
function shapesOf(root) {
  const back = root.getScreenCTM().inverse();
  return [...root.querySelectorAll('path, polygon, polyline, ellipse, rect, text')].filter((part) => part.getClientRects().length && !part.matches('.hit')).map((part) => {
    const look = getComputedStyle(part), { a, b, c, d, e, f } = back.multiply(part.getScreenCTM()), matrix = [a, b, c, d, e, f];
    if (look.visibility === 'hidden') return undefined;
    if (part.localName === 'text') return { text: part.textContent, x: part.x.baseVal[0].value, y: part.y.baseVal[0].value, anchor: look.textAnchor, size: parseFloat(look.fontSize), weight: look.fontWeight, fill: look.fill, matrix };
    return { way: outlineOf(part), matrix, ...Object.fromEntries(Object.keys(looks).map((name) => [name, look.getPropertyValue(name)])) };
  }).filter(Boolean);
}
const textShape = (text, x, y, size = 13, weight = '400') => ({ text, x, y, anchor: 'start', size, weight, fill: ink, matrix: [1, 0, 0, 1, 0, 0] });
const moved = ([a, b, c, d, e, f], scale, x, y) => [a * scale, b * scale, c * scale, d * scale, e * scale + x, f * scale + y];

const ruler = document.createElement('canvas').getContext('2d');
function widthOf(text, size, weight) { ruler.font = `${weight} ${size}px ${font}`; return ruler.measureText(text).width; }
/** Lines of words no wider than some pixels. */
export function broken(text, width, size, weight = '400') {
  const lines = [''];
  for (const word of text.split(' ').filter(Boolean)) {
    const next = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (widthOf(next, size, weight) > width && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = next;
  }
  return lines.filter(Boolean);
}

/** All that the saved picture holds: its size, what the map's frame shows, and the words and the key around it. */
export function composed() {
  const width = Math.max(640, map.clientWidth), left = 16, room = width - 2 * left, shapes = [];
  let y = 14;
  const write = (text, size, weight) => { for (const line of broken(text, room, size, weight)) { y += size * 1.35; shapes.push(textShape(line, left, y, size, weight)); } };
  write(title, 20, '700');
  const heading = byId('panel-heading').textContent;
  write([heading === say`About this map` ? '' : heading, byId('count').textContent].filter(Boolean).join('. '), 13);
  y += 12;
  const frame = { x: (width - map.clientWidth) / 2, y, width: map.clientWidth, height: map.clientHeight };
  const view = svg.viewBox.baseVal, scale = map.clientWidth / view.width;
  const within = shapesOf(svg).map((shape) => ({ ...shape, scale, matrix: moved(shape.matrix, scale, frame.x - view.x * scale, frame.y - view.y * scale) }));
  y += frame.height + 8;
  // The key, entry by entry, as the page has it.
  const isHidden = byId('legend').hidden;
  byId('legend').hidden = false;
  for (const part of byId('legend').querySelectorAll('#legend div')) {
    const entries = [...part.querySelectorAll('li > :is(button, span)')], name = part.querySelector('h3');
    if (!entries.length) continue;
    y += 20;
    shapes.push(textShape(name.textContent, left, y, 12, '700'));
    let x = left;
    y += 20;
    for (const entry of entries) {
      const picture = entry.querySelector('svg'), text = [...entry.childNodes].filter((node) => node.localName !== 'svg').map((node) => node.textContent).join(''), box = picture && picture.viewBox.baseVal;
      const size = box ? Math.min(1, 22 / box.height) : 0, wide = (box ? box.width * size + 6 : 0) + widthOf(text, 12, '400') + 20;
      if (x > left && x + wide > width - left) { x = left; y += 24; }
      if (box) shapes.push(...shapesOf(picture).map((shape) => ({ ...shape, matrix: moved(shape.matrix, size, x - box.x * size, y - 4 - (box.y + box.height / 2) * size) })));
      shapes.push(textShape(text, x + (box ? box.width * size + 6 : 0), y, 12));
      x += wide;
    }
    y += 4;
  }
  byId('legend').hidden = isHidden;
  y += 8;
  for (const text of [source && say`Source: ${source}.`, disclosureNote, audience]) if (text) write(text, 11);
  return { width, height: Math.ceil(y + 14), frame, within, shapes };
}

function element(shape) {
  const transform = shape.matrix.join() === '1,0,0,1,0,0' ? undefined : `matrix(${shape.matrix.map((number) => Math.round(number * 1000) / 1000).join(' ')})`;
  const given = (attributes) => Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
  if (shape.text !== undefined) return drawing('text', given({ 'x': shape.x, 'y': shape.y, transform, 'text-anchor': shape.anchor, 'font-size': shape.size, 'font-weight': shape.weight, 'fill': shape.fill }), shape.text);
  return drawing('path', given({ d: shape.way, transform, ...Object.fromEntries(Object.keys(looks).map((name) => [name, shape[name]])) }));
}
/** The picture as an SVG; `id` tells several on one page apart. */
export function savedPicture(id = 'frame') {
  const { width, height, frame, within, shapes } = composed();
  return drawing('svg', { 'xmlns': 'http://www.w3.org/2000/svg', width, height, 'viewBox': `0 0 ${width} ${height}`, 'role': 'img', 'font-family': font, 'lang': document.documentElement.lang },
    drawing('title', {}, title), drawing('desc', {}, [byId('panel-heading').textContent, byId('count').textContent].join('. ')),
    drawing('rect', { width, height, fill: '#ffffff' }), drawing('clipPath', { id }, drawing('rect', frame)),
    drawing('g', { 'clip-path': `url(#${id})` }, ...within.map(element)), ...shapes.map(element),
    drawing('rect', { ...frame, fill: 'none', stroke: '#b1b4b6' }));
}
/** The same as a file. */
export const savedSVG = () => new XMLSerializer().serializeToString(savedPicture());

/** The picture as a bitmap, with some pixels for each. */
export function savedBitmap(density = 2) {
  const { width, height, frame, within, shapes } = composed();
  const canvas = el('canvas', { width: Math.round(width * density), height: Math.round(height * density) }), pen = canvas.getContext('2d');
  const paint = (shape) => {
    pen.setTransform(density, 0, 0, density, 0, 0);
    pen.transform(...shape.matrix);
    if (shape.text !== undefined) {
      pen.font = `${shape.weight} ${shape.size}px ${font}`;
      pen.textAlign = { middle: 'center', end: 'right' }[shape.anchor] || 'left';
      pen.fillStyle = shape.fill;
      pen.fillText(shape.text, shape.x, shape.y);
      return;
    }
    const way = new Path2D(shape.way), dashes = shape['stroke-dasharray'];
    if (shape.fill !== 'none') {
      pen.fillStyle = shape.fill;
      // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type
      pen.fill(way);
    }
    if (shape.stroke === 'none') return;
    pen.strokeStyle = shape.stroke;
    pen.lineWidth = parseFloat(shape['stroke-width']);
    pen.lineCap = shape['stroke-linecap'];
    pen.lineJoin = shape['stroke-linejoin'];
    pen.setLineDash(dashes === 'none' ? [] : numbers(dashes));
    pen.stroke(way);
  };
  pen.scale(density, density);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.save();
  pen.beginPath();
  pen.rect(frame.x, frame.y, frame.width, frame.height);
  pen.clip();
  within.forEach(paint);
  pen.restore();
  shapes.forEach(paint);
  pen.setTransform(density, 0, 0, density, 0, 0);
  pen.setLineDash([]);
  [pen.lineWidth, pen.strokeStyle] = [1, '#b1b4b6'];
  pen.strokeRect(frame.x, frame.y, frame.width, frame.height);
  return new Promise((done) => { canvas.toBlob(done, 'image/png'); });
}
