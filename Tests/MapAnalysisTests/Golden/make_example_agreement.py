#!/usr/bin/env python3
"""Works out what `netmap agree` should say of Maps/two-coders and Maps/wellbeing, with statsmodels and krippendorff.

Writes expected-agreement.csv beside the codings. It shares no code with netmap: passages are found by comparing every two
stretches, and the meanings of codes stand below, not in map.yaml.

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

MAPS = pathlib.Path(__file__).parents[3] / "Maps"


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def codings(folder):
    return [
        (row["document"], int(row["start"]), int(row["end"]), row["code"], row["coder"])
        for row in table(folder / "codings.csv")]


def passages(rows):
    """The rows whose stretches overlap, or are joined by a third."""
    overlaps = nx.Graph()
    overlaps.add_nodes_from(range(len(rows)))
    for one, other in itertools.combinations(range(len(rows)), 2):
        a, b = rows[one], rows[other]
        if a[0] == b[0] and max(a[1], b[1]) < min(a[2], b[2]):
            overlaps.add_edge(one, other)
    return [[rows[index] for index in sorted(part)] for part in nx.connected_components(overlaps)]


def numbers(kind, code, units):
    """units: pairs of the two coders' values, those that one has not read left out."""
    values = sorted({value for unit in units for value in unit})
    kappa = alpha = ""
    if len(values) > 1:
        square = np.zeros((len(values), len(values)))
        for one, other in units:
            square[values.index(one), values.index(other)] += 1
        kappa = float(cohens_kappa(square).kappa)
        data = [[values.index(unit[coder]) for unit in units] for coder in (0, 1)]
        alpha = float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))
    percent = sum(one == other for one, other in units) / len(units)
    return [kind, code, len(units), percent, kappa, alpha]


def of_connections(statements, coders):
    """statements: connection, area, coder and stance of each; what a coder said of a connection in an area is one value."""
    found = {}
    for connection, area, coder, stance in statements:
        found.setdefault((connection, area), {}).setdefault(coder, set()).add(stance)

    def value(stances):
        return "none" if not stances else "mixed" if len(stances) > 1 else min(stances)

    return [tuple(value(by.get(coder, ())) for coder in coders) for by in found.values()]


def write(folder, coders, rows, statements, readers):
    shared = [passage for passage in passages(rows) if len(readers[passage[0][0]]) == 2]
    codes = list(dict.fromkeys(row[3] for row in rows))
    of_codes = {
        code: [tuple(any(row[3] == code and row[4] == coder for row in passage) for coder in coders) for passage in shared]
        for code in codes
    }
    lines = [numbers("code", code, units) for code, units in of_codes.items()]
    lines.append(numbers("codes", "", [unit for units in of_codes.values() for unit in units]))
    lines.append(numbers("connections", "", of_connections(statements, coders)))
    with open(folder / "expected-agreement.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kind", "code", "units", "percent", "kappa", "alpha"])
        writer.writerows(lines)


def two_coders():
    """Statements are made from codes: those of a connection, with a stance at the same words."""
    connections = {
        "GP refers to mentors": "gp>mentors", "School refers to mentors": "school>mentors",
        "Mentor refers to CAMHS": "mentors>camhs", "Mentor supports young people": "mentors>young",
        "School supports young people": "school>young",
    }
    areas = {"Ashby mentor 1": "ashby", "Ashby school 1": "ashby", "Brin mentor 1": "brin", "Brin family 1": "brin"}
    rows = codings(MAPS / "two-coders")
    readers = {document: {row[4] for row in rows if row[0] == document} for document in areas}

    def key(row):
        return row[0], row[1], row[2], row[4]

    statements = []
    for (document, _, _, coder), segment in itertools.groupby(sorted(rows, key=key), key=key):
        labels = [row[3] for row in segment]
        if len(readers[document]) < 2:
            continue
        stance = "absent" if "stance: absent" in labels else "unclear" if "stance: unclear" in labels else "present"
        statements += [
            (connections[label], areas[document], coder, stance) for label in labels if label in connections]
    write(MAPS / "two-coders", ["Ada", "Ben"], rows, statements, readers)


def wellbeing():
    """Statements and codings are two tables; mutual relations are one connection, whoever is named first."""
    folder = MAPS / "wellbeing"
    rows = codings(folder)
    said = [row for row in table(folder / "interviews.csv") if row["interview"]]
    readers = {}
    for document, coder in [(row[0], row[4]) for row in rows] + [(row["interview"], row["coder"]) for row in said]:
        readers.setdefault(document, set()).add(coder)
    statements = []
    for row in said:
        if len(readers[row["interview"]]) == 2:
            ends = [row["from"], row["to"]]
            if row["relation"] in ("works-with", "shares-data"):
                ends.sort()
            statements.append(((*ends, row["relation"]), row["area"], row["coder"], row["stance"] or "present"))
    write(folder, ["Hana", "Owen"], rows, statements, readers)


two_coders()
wellbeing()
