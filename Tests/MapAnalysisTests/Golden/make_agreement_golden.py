#!/usr/bin/env python3
"""Makes the golden values against which the agreement of coders is tested.

Writes agreement.json beside this script: 240 sets of reliability data, one a line, with what statsmodels and krippendorff
say of them. No value comes from the library under test.

Made with Python 3.11.7, statsmodels 0.15.0, krippendorff 0.9.0 and numpy 2.4.6. Remake:
pip install statsmodels==0.15.0 krippendorff==0.9.0 && python3 make_agreement_golden.py
Each set comes from random.Random, seeded with the set's id: runs repeat byte for byte.

Format. {"about", "madeWith", "sets": [...]}. A set has id, coders, units (for each unit the value of each coder, null where
there is none), and:

  alpha   krippendorff.alpha of all coders, nominal; null where it raises an error or gives no number: no unit has two
          values, or all that can be compared have one
  pairs   for each pair of coders [first, second, kappa, alpha]: statsmodels' cohens_kappa of the table of their common
          units, and krippendorff.alpha of the two; null where undefined

The sets 0 and 1 are Krippendorff's own examples ("Computing Krippendorff's Alpha-Reliability", 2011, A and C), for which he
gives 0.095 and 0.743.
"""
import json
import math
import pathlib
import platform
import random
import warnings
from importlib.metadata import version

import krippendorff
import numpy as np
from statsmodels.stats.inter_rater import cohens_kappa

warnings.simplefilter("ignore")
X = None
BINARY = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
FOUR = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, X, X, X],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, X, 3],
    [X, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, X],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, X],
]


def number(value):
    value = float(value)
    return value if math.isfinite(value) else None


def alpha(rows):
    data = [[np.nan if value is None else value for value in row] for row in rows]
    if not data[0]:
        return None
    try:
        return number(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))
    except (ValueError, AssertionError, ZeroDivisionError):
        return None


def kappa(one, other):
    both = [(a, b) for a, b in zip(one, other) if a is not None and b is not None]
    if not both:
        return None
    values = sorted({value for pair in both for value in pair})
    if len(values) < 2:
        # Both use one value for all: 0 / 0.
        return None
    table = np.zeros((len(values), len(values)))
    for a, b in both:
        table[values.index(a), values.index(b)] += 1
    return number(cohens_kappa(table).kappa)


def rows_of(seed):
    if seed < 2:
        return [BINARY, FOUR][seed]
    rng = random.Random(seed)
    coders, units, values = rng.randint(2, 5), rng.randint(0, 40), rng.randint(1, 5)
    care, missing = rng.random(), rng.choice([0, 0, 0.1, 0.5])
    truth = [rng.randrange(values) for _ in range(units)]

    def value(unit):
        if rng.random() < missing:
            return None
        return truth[unit] if rng.random() < care else rng.randrange(values)

    return [[value(unit) for unit in range(units)] for _ in range(coders)]


sets = []
for seed in range(240):
    rows = rows_of(seed)
    pairs = [
        [i, j, kappa(rows[i], rows[j]), alpha([rows[i], rows[j]])]
        for i in range(len(rows)) for j in range(i + 1, len(rows))
    ]
    sets.append({
        "id": seed, "coders": len(rows), "units": [list(unit) for unit in zip(*rows)], "alpha": alpha(rows),
        "pairs": pairs,
    })
assert abs(sets[0]["alpha"] - 0.095) < 0.0005 and abs(sets[1]["alpha"] - 0.743) < 0.0005
made = f"Python {platform.python_version()}, " + ", ".join(
    f"{name} {version(name)}" for name in ["statsmodels", "krippendorff", "numpy"])
lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in sets)
about = "Agreement of coders: values of statsmodels and krippendorff; see make_agreement_golden.py"
path = pathlib.Path(__file__).with_name("agreement.json")
path.write_text(
    f'{{"about":{json.dumps(about)},"madeWith":{json.dumps(made)},"sets":[\n{lines}\n]}}\n', encoding="utf-8")
