// Two areas compared: what is on which side, in the signs that the figures of a comparison have.

const A = 'only-a', B = 'only-b';

/** What is known of a connection or actor on the two sides: where it is, and its sign; nothing if it is on neither. */
function standing(item) {
  const [a, b] = [stateIn(item, shown.area), stateIn(item, shown.other)];
  if (a < onMap && b < onMap) return { look: 'both', sign: '', isDoubtful: isDoubtful(a) && isDoubtful(b) };
  if (a < onMap) return { look: A, sign: isKnownAbsence(b) ? 'A' : 'A?', isDoubtful: isDoubtful(a) };
  if (b < onMap) return { look: B, sign: isKnownAbsence(a) ? 'B' : 'B?', isDoubtful: isDoubtful(b) };
  return undefined;
}
const isKnownAbsence = (place) => states[place].isAbsence;

/** What a line of several connections says together: where they are not on the same sides, it is marked as unequal. */
function standingOfAll(connections) {
  const all = connections.map((place) => standing(links[place])).filter(Boolean);
  if (!all.length) return undefined;
  const looks = new Set(all.map((one) => one.look));
  const isAllDoubtful = all.every((one) => one.isDoubtful);
  if (looks.size > 1) return { look: 'mixed', sign: '≠', isDoubtful: isAllDoubtful };
  return { ...(all.find((one) => one.sign.includes('?')) || all[0]), isDoubtful: isAllDoubtful };
}

/** A short line in the drawing's own colours and dashes, for the key. */
function keyLine(look) {
  const picture = drawing('svg', { class: `key ${look}`, viewBox: '0 0 48 16', 'aria-hidden': 'true' });
  picture.append(drawing('path', { d: 'M0,8H48', fill: 'none' }));
  return picture;
}

/** What the two areas share and do not share, with the key of the map's signs. */
function comparison() {
  const found = {}, doubtful = {};
  for (const place of shown.connections) {
    const one = standing(links[place]);
    if (!one) continue;
    const kind = one.sign || one.look;
    found[kind] = (found[kind] || 0) + 1;
    if (one.isDoubtful) doubtful[kind] = (doubtful[kind] || 0) + 1;
  }
  const [a, b] = [areas[shown.area].name, areas[shown.other].name];
  const row = (look, sign, text) => el('li', {}, keyLine(look), sign === 'both' ? '' : el('strong', {}, `${sign} `), `${text}: ${found[sign] || 0}${doubtful[sign] ? `, ${doubtful[sign]} of them unclear or contradicted (dotted)` : ''}`);
  return [el('h3', {}, `${a} (A) compared with ${b} (B)`), el('ul', {},
    row('both', 'both', 'Connections in both'),
    row(A, 'A', `In ${a}; reported absent or not found in ${b}`), row(A, 'A?', `In ${a}; the evidence does not tell of ${b}`),
    row(B, 'B', `In ${b}; reported absent or not found in ${a}`), row(B, 'B?', `In ${b}; the evidence does not tell of ${a}`)),
  note('A line with the sign ≠ stands for several connections that are not in the same areas. “The evidence does not tell” means: it was said of the programme '
    + 'without an area, or nobody who could know was asked. While areas are compared, these colours and dashes replace those of the map’s own key.')];
}

const sideNames = () => ({
  both: 'both', A: `only ${areas[shown.area].name}`, B: `only ${areas[shown.other].name}`,
  'A?': `${areas[shown.area].name}; ? in the other`, 'B?': `${areas[shown.other].name}; ? in the other`,
});
const sideText = (item) => {
  const one = standing(item);
  return one ? sideNames()[one.sign || one.look] : 'neither';
};
