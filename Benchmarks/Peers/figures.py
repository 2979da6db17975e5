"""How legible figures are, beside what plain dot makes of the same lines and sizes.

    python3 Benchmarks/Peers/figures.py NETMAP [MAP ...]

Each figure of the maps is drawn by NETMAP and, from the same sizes and lines, by dot: once in clusters, one for each stage,
and once free of stages. Counted alike for all: crossings of lines (on twelve straight pieces a curve), arrows that do not
run from left to right, and the size of letters in points on a page (16 by 22 cm, or 25.7 by 17 cm for more than 24
actors), legend and all. Processor time is that of all figures of a map.
"""

import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

NODE = re.compile(r'^  "([^"]+)" \[(.*)\];$', re.M)
EDGE = re.compile(r'^  "([^"]+)" -> "([^"]+)" \[(.*)\];$', re.M)


def attribute(text, name):
    found = re.search(rf'\b{name}="?([^",]*(?:,[^",]*)?)"?(?:,|$)' if name == "pos" else rf'\b{name}="?([^",]*)"?', text)
    return found.group(1) if found else ""


def polyline(points):
    line = [points[0]]
    for start in range(0, len(points) - 3, 3):
        curve = points[start:start + 4]
        for step in range(1, 13):
            t = step / 12
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3)
            line.append(tuple(sum(w * p[axis] for w, p in zip(weights, curve)) for axis in (0, 1)))
    return line


def left(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0


def crossings(lines):
    boxes = [(min(x for x, _ in line), max(x for x, _ in line), min(y for _, y in line), max(y for _, y in line))
             for line in lines]
    count = 0
    for i, one in enumerate(lines):
        for j in range(i + 1, len(lines)):
            a, b = boxes[i], boxes[j]
            if a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2]:
                continue
            other = lines[j]
            for p, q in zip(one, one[1:]):
                for r, s in zip(other, other[1:]):
                    if max(p[0], q[0]) < min(r[0], s[0]) or max(r[0], s[0]) < min(p[0], q[0]):
                        continue
                    if left(p, q, r) != left(p, q, s) and left(r, s, p) != left(r, s, q):
                        count += 1
    return count


def against(edges, places):
    return sum(places[s][0] >= places[t][0] - 1 for s, t, way in edges if way == "forward" and s != t)


def ours(dot):
    """Nodes with place, size and stage; edges with direction; lines; and the size of the drawing."""
    text = dot.read_text()
    places, sizes, stages, halves = {}, {}, {}, {}
    corners = {}
    for name, attributes in NODE.findall(text):
        place = re.search(r'pos="([-\d.]+),([-\d.]+)"', attributes)
        size = [float(re.search(rf"\b{side}=([\d.]+)", attributes).group(1)) for side in ("width", "height")]
        x, y = float(place.group(1)), float(place.group(2))
        if name.startswith("corner-"):
            corners[name] = (x, y)
        elif name.startswith("half-") and not name.endswith("-name"):
            halves[name] = (x - size[0] * 36, x + size[0] * 36)
        elif name.startswith("actor-"):
            places[name], sizes[name] = (x, y), size
    for name, (x, _) in places.items():
        stages[name] = next((half for half, (a, b) in halves.items() if a <= x <= b), "")
    edges, lines = [], []
    for source, target, attributes in EDGE.findall(text):
        if source not in places or target not in places:
            continue
        way = re.search(r'dir="?(\w+)', attributes)
        way = way.group(1) if way else "forward"
        course = re.search(r'pos="([^"]*)"', attributes).group(1)
        points = [tuple(map(float, point.split(","))) for point in course.split() if point[0] not in "es"]
        lines.append(polyline(points))
        edges.append((target, source, "forward") if way == "back" else (source, target, way))
    whole = [abs(a - b) for a, b in zip(*corners.values())] if len(corners) == 2 else (0, 0)
    return places, sizes, stages, edges, lines, whole


def theirs(sizes, stages, edges, clusters):
    text = ["digraph { rankdir=LR; nodesep=0.2; ranksep=0.7; node [shape=box, fixedsize=true, label=\"\"];"]
    for name, (width, height) in sizes.items():
        text.append(f'"{name}" [width={width}, height={height}];')
    if clusters:
        for index, stage in enumerate(sorted(set(stages.values()))):
            members = " ".join(f'"{name}";' for name in stages if stages[name] == stage)
            text.append(f"subgraph cluster_{index} {{ {members} }}")
    text += [f'"{s}" -> "{t}" [dir={way}];' for s, t, way in edges] + ["}"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        plain = subprocess.run(["dot", "-Tplain"], input="\n".join(text), capture_output=True, text=True, timeout=300).stdout
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    places, lines = {}, []
    for row in plain.splitlines():
        cells = row.split()
        name = cells[1].strip('"') if len(cells) > 1 else ""
        if cells[0] == "node":
            places[name] = (float(cells[2]) * 72, float(cells[3]) * 72)
        elif cells[0] == "edge":
            numbers = [float(cell) * 72 for cell in cells[4:4 + 2 * int(cells[3])]]
            lines.append(polyline(list(zip(numbers[::2], numbers[1::2]))))
    return crossings(lines), against(edges, places), after.ru_utime - before.ru_utime


def main():
    netmap, maps = sys.argv[1], sys.argv[2:]
    print("| map | figure | actors/lines | crossings | in clusters | free | against the flow | free | letters pt |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|")
    times = []
    for map_ in maps or [str(folder) for folder in sorted(Path("Maps").iterdir()) if (folder / "map.yaml").exists()]:
        with tempfile.TemporaryDirectory() as folder:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([netmap, "figures", map_, "--output", folder], check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append((map_, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
            for dot in sorted(Path(folder).glob("*.dot")):
                places, sizes, stages, edges, lines, whole = ours(dot)
                if not edges:
                    continue
                page = (728, 482) if len(places) > 24 else (453, 620)
                letters = 11 * min(1, page[0] / max(whole[0], 1), page[1] / max(whole[1], 1))
                clustered, free = theirs(sizes, stages, edges, True), theirs(sizes, stages, edges, False)
                cells = [
                    Path(map_).name, dot.stem, f"{len(places)}/{len(edges)}", crossings(lines),
                    clustered[0] if clustered else "> 300 s", free[0] if free else "> 300 s",
                    against(edges, places), free[1] if free else "", f"{letters:.1f}",
                ]
                print("| " + " | ".join(map(str, cells)) + " |", flush=True)
    for map_, seconds in times:
        print(f"{map_}: {seconds:.2f} s of processor time")


main()
