"""Writes random graphs with networkx and igraph, and beside each what networkx reads from the same file.

python3 graphs.py FOLDER SEED
"""

import csv
import json
import random
import sys

import igraph
import networkx as nx

folder, seed = sys.argv[1], int(sys.argv[2])
random.seed(seed)

NAMES = ["School A", "Early Help", "NHS & co", 'the "hub"', "Büro", "a<b", "x", "café", "people, young", "12"]


def graph(kind, names):
    g = kind()
    for name in names:
        g.add_node(name, role=random.choice(["school", "service", "a & b"]), staff=random.randrange(90))
        if random.random() < 0.7:
            g.nodes[name]["score"] = random.randrange(1, 400) / 8
    for _ in range(random.randrange(3, 18)):
        g.add_edge(
            random.choice(names), random.choice(names), relation=random.choice(["refers to", "meets", "funds"]),
            weight=random.randrange(1, 80) / 8)
    return g


def write(name, g, drop_nodes=(), drop_edges=("id", "source", "target", "key")):
    """What networkx read: nodes with attributes, edges with their ends, whether they are directed, and attributes."""
    expected = {
        "nodes": {str(n): {k: v for k, v in d.items() if k not in drop_nodes} for n, d in g.nodes(data=True)},
        "edges": [
            [str(a), str(b), g.is_directed(), {k: v for k, v in d.items() if k not in drop_edges}]
            for a, b, d in g.edges(data=True)
        ],
    }
    with open(f"{folder}/{name}.expected", "w", encoding="utf-8") as file:
        json.dump(expected, file)


def table(name, header, rows):
    with open(f"{folder}/{name}", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header] + rows)


for kind in [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph]:
    names = random.sample(NAMES, random.randrange(2, len(NAMES) + 1))
    g = graph(kind, names)
    base = f"{kind.__name__}-{seed}"

    def path(end):
        return f"{folder}/{base}{end}"

    nx.write_graphml(g, path(".graphml"))
    write(base + ".graphml", nx.read_graphml(path(".graphml")))

    for version in ["1.1draft", "1.2draft"]:
        nx.write_gexf(g, path(f"-{version}.gexf"), version=version)
        write(f"{base}-{version}.gexf", nx.read_gexf(path(f"-{version}.gexf"), version=version))

    # Its writer takes texts only, and its reader calls nodes by their labels.
    plain = kind()
    plain.add_nodes_from(n for n in names if '"' not in n)
    for a, b, d in g.edges(data=True):
        if a in plain and b in plain:
            plain.add_edge(a, b, weight=d["weight"], relation=d["relation"].replace(" ", "-"))
    if len(plain):
        nx.write_pajek(plain, path(".net"))
        write(base + ".net", nx.read_pajek(path(".net")), drop_nodes=("id", "x", "y", "shape"))

    for key in ["edges", "links"]:
        data = nx.node_link_data(g, edges=key)
        with open(path(f"-{key}.json"), "w", encoding="utf-8") as file:
            json.dump(data, file)
        write(f"{base}-{key}.json", nx.node_link_graph(data, edges=key))

    data = nx.cytoscape_data(g)
    with open(path(".cyjs"), "w", encoding="utf-8") as file:
        json.dump(data, file)
    write(base + ".cyjs", nx.cytoscape_graph(data), drop_nodes=("id", "value"))

    # Tables as Gephi writes them; a column of numbers holds numbers.
    table(
        base + "-nodes.csv", ["Id", "Label", "role", "staff"],
        [[n, f"Label of {n}", d["role"], d["staff"]] for n, d in g.nodes(data=True)])
    direction = "Directed" if g.is_directed() else "Undirected"
    table(
        base + "-edges.csv", ["Source", "Target", "Type", "Id", "relation", "Weight"],
        [[a, b, direction, i, d["relation"], d["weight"]] for i, (a, b, d) in enumerate(g.edges(data=True))])
    labelled = kind()
    for n, d in g.nodes(data=True):
        labelled.add_node(n, label=f"Label of {n}", role=d["role"], staff=d["staff"])
    for a, b, d in g.edges(data=True):
        labelled.add_edge(a, b, relation=d["relation"], Weight=d["weight"])
    write(base + "-edges.csv", labelled)

    other = igraph.Graph.from_networkx(g)
    other.write_graphml(path("-igraph.graphml"))
    write(base + "-igraph.graphml", nx.read_graphml(path("-igraph.graphml")))
    del other.es["relation"]
    other.write_pajek(path("-igraph.net"))
    numbered = nx.convert_node_labels_to_integers(plain.__class__(g), first_label=1)
    for _, d in numbered.nodes(data=True):
        d.clear()
    for *_, d in numbered.edges(data=True):
        d.pop("relation")
    write(base + "-igraph.net", numbered)
