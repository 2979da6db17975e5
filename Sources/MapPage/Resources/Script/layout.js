// A small layout for a part of the map: the columns and the order of the whole, closed up where the others were.

const gapOfActors = 16, gapOfLines = 6;
const middle = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;

/** Columns from left to right: boxes whose middles are near each other, joined until they are no wider than the room. */
export function columnsOf(boxes, width, gap) {
  const columns = [];
  for (const box of [...boxes].sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last && box.x - last.x < 30) last.boxes.push(box);
    else columns.push({ x: box.x, boxes: [box] });
  }
  const widthOf = (column) => Math.max(...column.boxes.map((box) => box.width));
  const heightOf = (column) => column.boxes.reduce((sum, box) => sum + box.height + gapOfActors, 0);
  while (columns.length > 1 && columns.reduce((sum, column) => sum + widthOf(column) + gap, -gap) > width) {
    let best = 0;
    // Stages stay apart as long as there is anything else to be joined.
    const cost = (at) => heightOf(columns[at]) + heightOf(columns[at + 1]) + (columns[at].boxes.at(-1).stage === columns[at + 1].boxes[0].stage ? 0 : 1e6);
    for (let at = 1; at + 1 < columns.length; at++) if (cost(at) < cost(best)) best = at;
    columns[best].boxes.push(...columns[best + 1].boxes);
    columns.splice(best + 1, 1);
  }
  return columns.map((column) => ({ width: widthOf(column), items: column.boxes.map((box) => ({ id: box.id, height: box.height, gap: gapOfActors, wish: box.y, next: [], before: [] })) }));
}

/** How many lines cross between neighbouring columns. */
function crossings(columns) {
  let number = 0;
  for (const { items } of columns) {
    const pairs = items.flatMap((item, at) => item.next.map((other) => [at, other.place]));
    for (let a = 0; a < pairs.length; a++) for (let b = a + 1; b < pairs.length; b++) {
      if ((pairs[a][0] - pairs[b][0]) * (pairs[a][1] - pairs[b][1]) < 0) number++;
    }
  }
  return number;
}
const number = (columns) => columns.forEach(({ items }) => items.forEach((item, place) => { item.place = place; }));

/** Sorts each column by where its neighbours are, and keeps the order with the fewest crossings. */
function order(columns, isSmall) {
  columns.forEach(({ items }) => items.sort((a, b) => a.wish - b.wish));
  number(columns);
  let best = isSmall ? crossings(columns) : 0, kept = columns.map(({ items }) => [...items]);
  for (let sweep = 0; sweep < (isSmall ? 8 : 0) && best; sweep++) {
    const side = sweep % 2 ? 'next' : 'before';
    for (const { items } of sweep % 2 ? columns.toReversed() : columns) {
      for (const item of items) item.mean = item[side].length ? middle(item[side].map((other) => other.place)) : item.place;
      items.sort((a, b) => a.mean - b.mean || a.place - b.place);
      items.forEach((item, place) => { item.place = place; });
    }
    const now = crossings(columns);
    if (now < best) [best, kept] = [now, columns.map(({ items }) => [...items])];
  }
  columns.forEach((column, at) => { column.items = kept[at]; });
  number(columns);
}

/** Heights: each item as near to its neighbours as the order allows. */
function align(columns) {
  const room = (a, b) => (a.height + b.height) / 2 + Math.max(a.gap, b.gap);
  const tallest = Math.max(...columns.map(({ items }) => items.reduce((sum, item) => sum + item.height + item.gap, 0)));
  for (const { items } of columns) {
    const spare = (tallest - items.reduce((sum, item) => sum + item.height + item.gap, 0)) / (items.length + 1);
    let y = 0;
    for (const item of items) { y += spare + item.height / 2; item.y = y; y += item.height / 2 + item.gap; }
  }
  for (let round = 0; round < 12; round++) for (const { items } of round % 2 ? columns.toReversed() : columns) {
    const wishes = items.map((item) => {
      const around = [...item.before, ...item.next];
      return Math.min(tallest - item.height / 2, Math.max(item.height / 2, around.length ? middle(around.map((other) => other.y)) : item.y));
    });
    const down = [], up = [];
    items.forEach((item, at) => { down[at] = at ? Math.max(wishes[at], down[at - 1] + room(items[at - 1], item)) : wishes[at]; });
    for (let at = items.length - 1; at >= 0; at--) up[at] = at < items.length - 1 ? Math.min(wishes[at], up[at + 1] - room(items[at], items[at + 1])) : wishes[at];
    items.forEach((item, at) => { item.y = (down[at] + up[at]) / 2; });
  }
}

/**
 * Places boxes, and the courses of lines between them, within a width.
 * `boxes`: id, middle (x, y), width, height, stage; `lines`: id, from, to (ids of boxes). Gives middles by the ids of boxes; for each line the
 * points that it passes: in each column between its ends the two ends of a level stretch; and where each column begins, with its boxes.
 */
export function laidOut(boxes, lines, width) {
  const gap = Math.max(34, Math.min(70, 20 + lines.length / 2));
  const columns = columnsOf(boxes, width, gap), at = new Map(), items = new Map();
  columns.forEach((column, place) => column.items.forEach((item) => { at.set(item.id, place); items.set(item.id, item); }));
  const isSmall = lines.length <= 250, passing = new Map();
  for (const line of lines) {
    const turned = at.get(line.from) > at.get(line.to), [a, b] = (turned ? [line.to, line.from] : [line.from, line.to]).map((id) => items.get(id));
    const [first, last] = [at.get(a.id), at.get(b.id)], between = [];
    for (let place = first + 1; place < last; place++) {
      const item = { height: 1, gap: gapOfLines, wish: a.wish + (b.wish - a.wish) * (place - first) / (last - first), next: [], before: [] };
      columns[place].items.push(item);
      between.push(item);
    }
    if (first < last) [a, ...between].forEach((one, index) => { const other = between[index] || b; one.next.push(other); other.before.push(one); });
    passing.set(line.id, turned ? between.toReversed() : between);
  }
  order(columns, isSmall);
  align(columns);
  let left = 0;
  const own = columns.map(({ items: some }) => some.map(({ id }) => id).filter((id) => id !== undefined));
  for (const column of columns) { column.left = left; left += column.width + gap; column.items.forEach((item) => { item.column = column; }); }
  const centre = (item) => ({ x: item.column.left + item.column.width / 2, y: item.y });
  return {
    columns: columns.map(({ left: start }, place) => ({ left: start, ids: own[place] })),
    boxes: new Map([...items].map(([id, item]) => [id, centre(item)])),
    lines: new Map(lines.map((line) => [line.id, passing.get(line.id).map((item) => ({ y: item.y, left: item.column.left, right: item.column.left + item.column.width }))])),
  };
}
