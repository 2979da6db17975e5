#!/usr/bin/env python3
"""Works out what `netmap agree Maps/two-coders` should say, with statsmodels and krippendorff.

Writes expected-agreement.csv beside the codings. It shares no code with netmap: passages are found by comparing
every two stretches, and the meanings of codes stand below, not in map.yaml.

Made with Python 3.11.7, statsmodels 0.15.0, krippendorff 0.9.0, networkx 3.6.1. Remake:
pip install statsmodels==0.15.0 krippendorff==0.9.0 networkx==3.6.1 && python3 make_example_agreement.py
"""
import csv
import itertools
import pathlib

import krippendorff
import networkx as nx
import numpy as np
from statsmodels.stats.inter_rater import cohens_kappa

folder = pathlib.Path(__file__).parents[3] / "Maps" / "two-coders"
CODERS = ["Ada", "Ben"]
CONNECTIONS = {
    "GP refers to mentors": "gp>mentors", "School refers to mentors": "school>mentors",
    "Mentor refers to CAMHS": "mentors>camhs", "Mentor supports young people": "mentors>young",
    "School supports young people": "school>young",
}
AREAS = {"Ashby mentor 1": "ashby", "Ashby school 1": "ashby", "Brin mentor 1": "brin", "Brin family 1": "brin"}
with open(folder / "codings.csv", newline="", encoding="utf-8") as file:
    rows = [
        (row["document"], int(row["start"]), int(row["end"]), row["code"], row["coder"]) for row in csv.DictReader(file)]
readers = {document: {row[4] for row in rows if row[0] == document} for document in AREAS}

overlaps = nx.Graph()
overlaps.add_nodes_from(range(len(rows)))
for one, other in itertools.combinations(range(len(rows)), 2):
    a, b = rows[one], rows[other]
    if a[0] == b[0] and max(a[1], b[1]) < min(a[2], b[2]):
        overlaps.add_edge(one, other)
passages = [[rows[index] for index in sorted(part)] for part in nx.connected_components(overlaps)]


def numbers(kind, code, units):
    """units: pairs of the two coders' values, those that one has not read left out."""
    values = sorted({value for unit in units for value in unit})
    kappa = alpha = ""
    if len(values) > 1:
        table = np.zeros((len(values), len(values)))
        for one, other in units:
            table[values.index(one), values.index(other)] += 1
        kappa = float(cohens_kappa(table).kappa)
        data = [[values.index(unit[coder]) for unit in units] for coder in (0, 1)]
        alpha = float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))
    percent = sum(one == other for one, other in units) / len(units)
    return [kind, code, len(units), percent, kappa, alpha]


shared = [passage for passage in passages if len(readers[passage[0][0]]) == 2]
codes = list(dict.fromkeys(row[3] for row in rows))
of_codes = {
    code: [tuple(any(row[3] == code and row[4] == coder for row in passage) for coder in CODERS) for passage in shared]
    for code in codes
}
coded = {}
for (document, start, end, coder), segment in itertools.groupby(
        sorted(rows, key=lambda row: (row[0], row[1], row[2], row[4])), key=lambda row: (row[0], row[1], row[2], row[4])):
    labels = [row[3] for row in segment]
    if len(readers[document]) < 2:
        continue
    stance = "absent" if "stance: absent" in labels else "unclear" if "stance: unclear" in labels else "present"
    for label in labels:
        if label in CONNECTIONS:
            coded.setdefault((CONNECTIONS[label], AREAS[document]), {}).setdefault(coder, set()).add(stance)


def value(stances):
    return "none" if not stances else stances.pop() if len(stances) == 1 else "mixed"


of_connections = [tuple(value(set(found.get(coder, ()))) for coder in CODERS) for found in coded.values()]
lines = [numbers("code", code, units) for code, units in of_codes.items()]
lines.append(numbers("codes", "", [unit for units in of_codes.values() for unit in units]))
lines.append(numbers("connections", "", of_connections))
with open(folder / "expected-agreement.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["kind", "code", "units", "percent", "kappa", "alpha"])
    writer.writerows(lines)
