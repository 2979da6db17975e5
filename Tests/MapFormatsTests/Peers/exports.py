"""Reads what netmap exported with the programs of others, and compares it with what the map holds.

python3 exports.py FOLDER

FOLDER holds the files and expected.json: nodes by id with their names, and arcs as [source, target, relation, cases].
Each difference is a line; the last line says how much was compared.
"""

import collections
import csv
import io
import json
import re
import sys

import igraph
import networkx as nx
import openpyxl
import pydot
import pygraphviz
from lxml import etree

folder, schemas = sys.argv[1], sys.argv[2]
expected = json.load(open(f"{folder}/expected.json", encoding="utf-8"))
NODES = {name: expected["nodes"][name] for name in expected["order"]}
ARCS = collections.Counter(tuple(arc) for arc in expected["arcs"])
EDGES = expected["edges"]
problems, compared = [], 0

UNSEEN = {chr(n) for n in [*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]} - {"\n", "\t"}


def check(what, found, wanted):
    global compared
    compared += 1
    if found != wanted:
        problems.append(f"{what}: {str(found)[:300]} is not {str(wanted)[:300]}")


def same_words(text):
    """What XML, workbooks and DOT can hold of a name."""
    return "".join(letter for letter in text if letter not in UNSEEN)


def plain(text):
    """What Pajek can hold of it."""
    text = text.replace('"', "'").replace("\\", "/")
    text = "".join(" " if c in UNSEEN or c in "\n\t\u2028\u2029\ufeff" else c for c in text)
    return text.strip().strip("\u200b")


def nothing(value):
    return None if value in ("", None) or value != value else value


def arcs(graph, names=None):
    found = collections.Counter()
    for a, b, data in graph.edges(data=True):
        cases = nothing(data.get("cases"))
        ends = (a, b) if names is None else (names[a], names[b])
        found[(*ends, data["relation"], None if cases is None else int(float(cases)))] += 1
    return found


def networkx(what, graph, label="label", words=same_words):
    check(f"{what}: direction", graph.is_directed(), True)
    check(f"{what}: nodes", {n: words(str(d[label])) for n, d in graph.nodes(data=True)},
          {n: words(d["label"]) for n, d in NODES.items()})
    for name in ["role", "sector", "stage"]:
        check(f"{what}: {name}", {n: d.get(name) for n, d in graph.nodes(data=True)},
              {n: d[name] for n, d in NODES.items()})
    check(f"{what}: arcs", arcs(graph), ARCS)


def exact(text):
    return text


# JSON: as it is, and through the writers of networkx.
data = json.load(open(f"{folder}/map.json", encoding="utf-8"))
graph = nx.node_link_graph(data, edges="edges")
networkx("json", graph, words=exact)
check("json: scalars", [v for item in data["nodes"] + data["edges"] + [data["graph"]] for v in item.values()
                        if isinstance(v, (dict, list)) or v is None], [])
if expected["isPlain"]:
    # These writers take no control characters at all.
    out = io.BytesIO()
    nx.write_graphml(graph, out)
    networkx("json through GraphML", nx.read_graphml(io.BytesIO(out.getvalue())))
    out = io.BytesIO()
    nx.write_gexf(graph, out)
    check("json through GEXF", nx.read_gexf(io.BytesIO(out.getvalue())).number_of_nodes(), len(NODES))
turned = igraph.Graph.from_networkx(graph)
check("json through igraph", (turned.vcount(), turned.ecount()), (len(NODES), sum(ARCS.values())))

networkx("graphml", nx.read_graphml(f"{folder}/map.graphml", force_multigraph=True))
other = igraph.Graph.Read_GraphML(f"{folder}/map.graphml")
check("graphml, igraph: nodes", dict(zip(other.vs["id"], map(same_words, other.vs["label"]))),
      {n: same_words(d["label"]) for n, d in NODES.items()})
check("graphml, igraph: direction", other.is_directed(), True)
check("graphml, igraph: arcs", collections.Counter(
    (other.vs[e.source]["id"], other.vs[e.target]["id"], e["relation"], None if e["cases"] != e["cases"] else int(e["cases"]))
    for e in other.es), ARCS)
tree = etree.parse(f"{folder}/map.graphml", etree.XMLParser(huge_tree=True))
schema = etree.XMLSchema(etree.parse(f"{schemas}/../graphml.xsd"))
check("graphml: schema", (schema.validate(tree), str(schema.error_log)[:300]), (True, ""))
check("graphml: title", other["title"], same_words(expected["title"]))

networkx("gexf", nx.read_gexf(f"{folder}/map.gexf", version="1.3"))
tree = etree.parse(f"{folder}/map.gexf", etree.XMLParser(huge_tree=True))
schema = etree.RelaxNG(etree.parse(f"{schemas}/gexf.rng"))
check("gexf: schema", (schema.validate(tree), str(schema.error_log)[:300]), (True, ""))
check("gexf: alpha", len(tree.xpath("//*[local-name() = 'color'][@a]")), 0)
check("gexf: edges once", len(tree.xpath("//*[local-name() = 'edge']")), len(EDGES))

networkx("cytoscape", nx.cytoscape_graph(json.load(open(f"{folder}/map.cyjs", encoding="utf-8"))), label="name",
         words=exact)

# Pajek: names, and arcs with the relation as their label.
order = list(NODES)
graph = nx.read_pajek(f"{folder}/map.net")
names = {int(d["id"]) - 1: n for n, d in graph.nodes(data=True)}
check("pajek: nodes", len(names), len(order))
if expected["isPlain"]:
    check("pajek: names", [names[i] for i in range(len(order))], [plain(NODES[n]["label"]) or n for n in order])
ids = {name: order[i] for i, name in names.items()}
wanted = collections.Counter()
for (a, b, relation, _), count in ARCS.items():
    wanted[(a, b, relation)] += count
check("pajek: arcs", collections.Counter((ids[a], ids[b], d.get("l", "")) for a, b, d in graph.edges(data=True)), wanted)
other = igraph.Graph.Read_Pajek(f"{folder}/map.net")
check("pajek, igraph", collections.Counter(
    (order[e.source], order[e.target], e["label"]) for e in other.es), wanted)

# Tables.
def table(path):
    return list(csv.DictReader(open(f"{folder}/{path}", newline="", encoding="utf-8")))


def guarded(text):
    """A formula gets an apostrophe before it."""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


nodes, edges = table("csv/nodes.csv"), table("csv/edges.csv")
check("csv: nodes", {row["name"]: row["label"] for row in nodes}, {n: guarded(d["label"]) for n, d in NODES.items()})
check("csv: arcs", collections.Counter(
    (r["from"], r["to"], r["relation"], int(r["cases"]) if r["cases"] else None) for r in edges), ARCS)
check("csv: suppressed", {(r["from"], r["to"], r["relation"]) for r in edges if r["suppressed"] == "TRUE"},
      {tuple(arc) for arc in expected["withheld"]})
nodes, edges = table("gephi/nodes.csv"), table("gephi/edges.csv")
check("gephi: nodes", {row["Id"]: row["Label"] for row in nodes}, {n: guarded(d["label"]) for n, d in NODES.items()})
check("gephi: edges", [[r["Source"], r["Target"], r["Type"], r["Kind"]] for r in edges],
      [[e[0], e[1], "Undirected" if e[3] else "Directed", e[2]] for e in EDGES])
check("gephi: ids", len({r["Id"] for r in edges}), len(edges))
check("gephi: headings", [name for name in [*nodes[0], *(edges[0] if edges else [])] if " " in name], [])

# DOT: read as data by two readers, and drawn.
text = open(f"{folder}/map.dot", encoding="utf-8").read()
graph = pygraphviz.AGraph(string=text)


def undotted(text):
    """What Graphviz shows of a label."""
    shown = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)
    return shown.replace("&amp;", "&")


def dotted(text):
    for c in "\r\u0085\u2028\u2029":
        text = text.replace(c, "\n")
    return "".join(c for c in text.replace("\t", " ") if c not in UNSEEN)


check("dot, pygraphviz: nodes", {str(n): undotted(n.attr["label"]) for n in graph.nodes()},
      {n: dotted(d["label"]) for n, d in NODES.items()})
check("dot, pygraphviz: arcs", collections.Counter((str(e[0]), str(e[1]), e.attr["relation"]) for e in graph.edges()), wanted)
if expected["isPlain"]:
    # pydot takes minutes for a name of 100,000 letters.
    graph = pydot.graph_from_dot_data(text)[0]
    def bare(name):
        return name[1:-1] if name.startswith('"') else name
    check("dot, pydot", collections.Counter(
        (bare(e.get_source()), bare(e.get_destination()), bare(e.get("relation"))) for e in graph.get_edges()), wanted)

# Workbooks.
book = openpyxl.load_workbook(f"{folder}/map.xlsx")
check("xlsx: first sheets", book.sheetnames[:4], ["Notes", "Contents", "Actors", "Connections"])
for sheet in book.worksheets[1:]:
    check(f"xlsx: frozen headers of {sheet.title}", sheet.freeze_panes, "A5")
    check(f"xlsx: formulas of {sheet.title}", [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"], [])


def rows(sheet, header):
    all = list(sheet.iter_rows(values_only=True))
    return [dict(zip(all[header - 1], row)) for row in all[header:]]


actors, connections = rows(book["Actors"], 4), rows(book["Connections"], 4)
# Excel writes what looks like a mark of its own so, which openpyxl leaves as it is.
check("xlsx: actors", {r["Id"]: r["Name"].replace("_x005F_", "_") for r in actors},
      {n: same_words(d["label"]) if len(d["label"]) < 32767 else "x" * 32766 + "\u2026" for n, d in NODES.items()})
check("xlsx: connections", [[r["From id"], r["To id"], r["Relation id"], r["Direction"] == "mutual"] for r in connections], EDGES)
numbers = {(r["From id"], r["To id"], r["Relation id"]): r["Cases"] for r in connections if isinstance(r["Cases"], int)}
check("xlsx: numbers", numbers, {(a, b, r): c for a, b, r, c in expected["counted"]})
symbols = {r["Cases"] for r in connections if r["Cases"] is not None and not isinstance(r["Cases"], int)}
check("xlsx: signs", symbols - {expected["symbol"]} - {s for s in symbols if s.startswith("~")}, set())
check("xlsx: links", sum(1 for row in book["Contents"].iter_rows() for c in row if c.hyperlink), len(book.worksheets) - 2)

book = openpyxl.load_workbook(f"{folder}/kumu.xlsx")
check("kumu: sheets", book.sheetnames, ["Elements", "Connections", "Notes (ignore)"])
check("kumu: headings", [[c.value for c in book["Elements"][1]][:3], [c.value for c in book["Connections"][1]][:5]],
      [["ID", "Label", "Type"], ["ID", "From", "To", "Type", "direction"]])
elements, connections = rows(book["Elements"], 1), rows(book["Connections"], 1)
check("kumu: ends", {r[end] for r in connections for end in ("From", "To")} - {r["ID"] for r in elements}, set())
check("kumu: counts", (len(elements), len(connections)), (len(NODES), len(EDGES)))
check("kumu: directions", [r["direction"] for r in connections], ["mutual" if e[3] else "directed" for e in EDGES])
check("kumu: ids", [r["ID"] for r in elements + connections if "_" in r["ID"] or "." in r["ID"]], [])
blueprint = json.load(open(f"{folder}/kumu.json", encoding="utf-8"))
check("kumu-json", (len(blueprint["elements"]), len(blueprint["connections"])), (len(NODES), len(EDGES)))
check("kumu-json: labels", [e["label"] for e in blueprint["elements"]], [d["label"] for d in NODES.values()])

print("\n".join(problems))
print(f"{compared} compared, {len(problems)} differ")
sys.exit(1 if problems else 0)
