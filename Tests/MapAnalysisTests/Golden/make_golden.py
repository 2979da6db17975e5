#!/usr/bin/env python3
"""Makes the golden values against which parts, islands, cut points, bridges and departures of maps are tested.

Writes programme-parts.json beside this script: 300 random maps, one a line, with what NetworkX says of them. No value
comes from the library under test.

Made with Python 3.11.7 and networkx 3.6.1. Remake: pip install networkx==3.6.1 && python3 make_golden.py
Each map comes from random.Random, seeded with the map's id: runs repeat byte for byte.

Format. {"about", "madeWith", "maps": [...]}. A map has id, n actors 0..<n, beneficiaries, placed and unplaced
connections [[source, target], ...], removed actors, and the values. An actor i is of set-up if i is even. A connection
to a beneficiary is support. "The workers" are the actors that are no beneficiaries and that something connects.

  area, whole    what holds of the placed connections, where the unplaced ones may hold too, and of all of them:
    equal        the components of the workers of the greatest size, if there are several, and none of what may hold
                 joins two of them
    islands      the components beside the largest that nothing which may hold joins with it; none if what may hold makes
                 another one as large
    cuts         articulation points of the one largest component: [actor, "stranded", [...]] with those that have no
                 path to its largest remaining component any more, whatever may hold; [actor, "groups", [[...], ...]] with
                 all remaining components if several are largest and nothing that may hold joins any two
    bridges      [one, other, fewer]: bridges of that component between set-up and delivery whose ends both have other
                 neighbours, and that are bridges of what may hold, too; with the size of the smaller side
  departure      of all connections, without the removed actors
    parts        of each component of the workers of the greatest size (two or more), the largest remaining components of
                 two or more
    cutOff       those of these components that are in none of the parts
    supports     [beneficiary, leaving, stranded, remaining, apart] of each that somebody supports; a beneficiary that
                 supports another belongs to what it has a connection with
"""
import json
import pathlib
import random

import networkx as nx


def components(graph):
    return sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: part[0])


def largest(parts):
    most = max(map(len, parts), default=0)
    return [part for part in parts if len(part) == most]


def joined(graph, one, other):
    return any(nx.has_path(graph, a, b) for a in one for b in other if a in graph and b in graph)


def any_joined(graph, parts):
    return any(joined(graph, one, other) for i, one in enumerate(parts) for other in parts[:i])


def undirected(n, arcs):
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from((s, t) for s, t in arcs if s != t)
    return graph


def without(graph, removed):
    return graph.subgraph(set(graph) - set(removed))


def structure(n, beneficiaries, placed, maybe):
    graph = undirected(n, placed)
    workers = graph.subgraph([i for i in graph if i not in beneficiaries and graph.degree(i) > 0])
    possible = without(undirected(n, placed + maybe), beneficiaries)
    parts = components(workers)
    top = largest(parts)
    result = {"equal": [], "islands": [], "cuts": [], "bridges": []}
    if len(top) > 1 and not any_joined(possible, top):
        result["equal"] = top
    core = top[0] if len(top) == 1 else None
    is_firm = core is not None and all(
        core[0] in part or len(part) < len(core) for part in nx.connected_components(possible))
    if len(top) > 1 or is_firm:
        result["islands"] = [part for part in parts if part not in top and not any(joined(possible, part, t) for t in top)]
    if not is_firm:
        return result
    for actor in sorted(set(nx.articulation_points(workers)) & set(core)):
        pieces = components(workers.subgraph(set(core) - {actor}))
        rest = without(possible, [actor])
        top = largest(pieces)
        if len(top) > 1:
            if not any_joined(rest, pieces):
                result["cuts"].append([actor, "groups", pieces])
        else:
            cut = [i for piece in pieces if piece != top[0] for i in piece if not joined(rest, [i], top[0])]
            if cut:
                result["cuts"].append([actor, "stranded", sorted(cut)])
    firm = {tuple(sorted(edge)) for edge in nx.bridges(possible)}
    for one, other in sorted(tuple(sorted(edge)) for edge in nx.bridges(workers)):
        if one not in core or (one, other) not in firm or one % 2 == other % 2:
            continue
        if min(workers.degree(one), workers.degree(other)) < 2:
            continue
        cut = nx.Graph(workers.subgraph(core))
        cut.remove_edge(one, other)
        result["bridges"].append([one, other, min(map(len, nx.connected_components(cut)))])
    return result


def departure(n, beneficiaries, arcs, removed):
    graph = undirected(n, arcs)
    workers = graph.subgraph([i for i in graph if i not in beneficiaries and graph.degree(i) > 0])
    cores = [part for part in largest(components(workers)) if len(part) > 1]
    parts = []
    for core in cores:
        pieces = components(workers.subgraph(set(core) - set(removed)))
        parts += [piece for piece in largest(pieces) if len(piece) > 1]
    before = {i for core in cores for i in core}
    after = {i for part in parts for i in part}

    def belongs(actor, members):
        return bool(set(graph[actor]) & members) if actor in beneficiaries else actor in members

    supports = []
    for beneficiary in sorted(beneficiaries):
        sources = sorted({s for s, t in arcs if t == beneficiary and s != t})
        if not sources:
            continue
        staying = [i for i in sources if i not in removed]
        remaining = [i for i in staying if belongs(i, after)]
        supports.append([
            beneficiary, [i for i in sources if i in removed],
            [i for i in staying if belongs(i, before) and i not in remaining], remaining,
            [i for i in staying if not belongs(i, before)]])
    return {"parts": parts, "cutOff": sorted(before - after - set(removed)), "supports": supports}


def made(id):
    dice = random.Random(id)
    n = dice.randint(3, 14)
    beneficiaries = sorted(i for i in range(n) if dice.random() < 0.15)
    pairs = [(s, t) for s in range(n) for t in range(n) if s != t]
    dice.shuffle(pairs)
    chosen = [list(pair) for pair in pairs[:dice.randint(1, max(1, int(n * dice.choice([0.6, 0.9, 1.2, 1.8]))))]]
    placed = [pair for pair in chosen if dice.random() < 0.8]
    unplaced = [pair for pair in chosen if pair not in placed]
    workers = [i for i in range(n) if i not in beneficiaries]
    removed = sorted(dice.sample(workers, min(len(workers), dice.randint(1, 2))))
    return {
        "id": id, "n": n, "beneficiaries": beneficiaries, "placed": placed, "unplaced": unplaced, "removed": removed,
        "area": structure(n, beneficiaries, placed, unplaced), "whole": structure(n, beneficiaries, chosen, []),
        "departure": departure(n, beneficiaries, chosen, removed)}


maps = [made(id) for id in range(300)]
lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in maps)
head = '{"about": "random maps and how they hang together; see make_golden.py", "madeWith": "networkx %s",\n"maps": [\n'
path = pathlib.Path(__file__).with_name("programme-parts.json")
path.write_text(head % nx.__version__ + lines + "\n]}\n")
for scope in ["area", "whole"]:
    print(scope, {key: sum(len(one[scope][key]) > 0 for one in maps) for key in maps[0][scope]},
          "groups", sum(any(cut[1] == "groups" for cut in one[scope]["cuts"]) for one in maps))
print("parts", sum(len(one["departure"]["parts"]) > 1 for one in maps), "cut off", sum(bool(one["departure"]["cutOff"]) for one in maps),
      "apart", sum(any(s[4] for s in one["departure"]["supports"]) for one in maps))
