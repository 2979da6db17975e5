"""Random maps: which sums are built in is known, and half of the maps declare them."""

import random
from itertools import product

from . import casefiles, declarations, dimensions
from .dimension import Dimension, Total
from .editions import add_later_edition
from .model import Claim, Settings, Truth
from .shapes import random_counts
from .table import Table

MOST_ROWS, FEWEST_ROWS, MOST_CELLS, SMALL = 60, 4, 600, 10


def random_truth(seed, declare=False, small=False):
    """The map of this seed. With `declare`, every second map declares its sums. A `small` one has few counts, and one edition."""
    rng = random.Random(seed)
    settings = Settings(minimum=rng.choice([2, 3, 5, 10, 10]), rounding=rng.choice([1, 1, 1, 5, 10]),
                        zeros=rng.choice(["shown", "shown", "withheld"]))
    if not small and rng.random() < 0.12:
        truth = casefiles.random_case_map(rng, settings)
    else:
        truth = None
        while truth is None:
            truth = random_count_map(rng, settings, small)
    truth.name = f"map-{seed}"
    if declare and seed % 2:
        truth.declared = declarations.of(truth)
    truth.check()
    return truth


def random_count_map(rng, settings, small):
    """A map of counts in a file, or None if it came out too small or too large."""
    table = random_table(rng)
    listed = random_listing(rng, table)
    cells = 1
    for dimension in table.dimensions:
        cells *= len(dimension.values)
    if not FEWEST_ROWS <= len(listed) <= (SMALL if small else MOST_ROWS) or cells > MOST_CELLS:
        return None
    values = table.values(random_counts(rng, table.leaves(), settings.minimum))
    truth = Truth("", settings, values, listed, table.sums(), areas_of(table), [], case_measures(table))
    if rng.random() < 0.4:
        truth.left_blank = {cell for cell in listed if values[cell] == 0}
        truth.rows = [cell for cell in listed if values[cell] > 0]
    if rng.random() < 0.3:
        add_computed(rng, truth)
    if rng.random() < 0.3:
        add_claims(rng, truth)
    if not small and rng.random() < 0.2:
        add_later_edition(rng, truth, table)
    truth.actors = sorted({actor for cell in truth.rows for actor in (cell.source, cell.target)})
    return truth if len(truth.rows) >= FEWEST_ROWS else None


def random_table(rng):
    """One to three dimensions with totals; the others have one value."""
    routes = Dimension((dimensions.refers("schools"),))
    measures, periods, areas = dimensions.one("cases"), dimensions.one(), dimensions.one("alder")
    for name in rng.sample(["routes", "measures", "periods", "areas"], rng.choice([1, 2, 2, 2, 3])):
        if name == "routes":
            routes = dimensions.routes(rng)
        elif name == "measures":
            measures = dimensions.measures(rng)
        elif name == "periods":
            periods = dimensions.periods(rng)
        else:
            areas = dimensions.areas(rng)
    if areas.leaves == ("alder",) and rng.random() < 0.5:
        areas = dimensions.one("")
    spelling = {}
    if measures.leaves == ("cases",) and rng.random() < 0.5:
        spelling = {(total.name, "cases"): "supported" for total in routes.totals
                    if total.kind in ("sources and targets", "one source")}
    return Table("", routes, measures, periods, areas, spelling)


def random_listing(rng, table):
    """The cells that the file holds: all leaves, most totals; sometimes a total stands at one connection only."""
    kept = []
    for dimension in table.dimensions:
        totals = {total.name for total in dimension.totals}
        kept.append([value for value in dimension.values if value not in dimension.unlisted
                     and (value not in totals or value in dimension.leaves or rng.random() < 0.75)])
    routes, _, _, areas = table.dimensions
    flows = {total.name for total in routes.totals if total.kind in ("sources and targets", "one source")}
    elsewhere = len(areas.values) > 1 and flows and rng.random() < 0.5
    if elsewhere:                               # the programme's total stands at what the mentors pass on
        kept[0] = [*(route for route in kept[0] if route not in flows), *flows]
        kept[3] = [*(area for area in kept[3] if area != ""), ""]
    listed = []
    for key in product(*kept):
        if elsewhere and (key[0] in flows) != (key[3] == ""):
            continue
        listed.append(table.cell(*key))
    if rng.random() < 0.3:
        rng.shuffle(listed)
    return listed


def areas_of(table):
    return [area for area in table.dimensions[3].values if area and area not in table.dimensions[3].unlisted]


def case_measures(table):
    """What the map calls cases: the measure that the others are parts of."""
    top = table.dimensions[1].values[-1]
    return list(dict.fromkeys([top, *table.spelling.values()]))


def add_computed(rng, truth):
    """Some totals say in words how they were worked out."""
    listed = set(truth.rows)
    candidates = [s for s in truth.sums if s.total in listed and len(s.parts) > 1 and listed.issuperset(s.parts)]
    for found in rng.sample(candidates, min(2, len(candidates))):
        text = " + ".join(str(truth.values[part]) for part in found.parts)
        truth.computed[found.total] = (text, found.parts)


def add_claims(rng, truth):
    """Claims on what the map says of a number, true or false by one."""
    programme = [cell for cell in truth.rows if cell.area == ""]
    for number, cell in enumerate(rng.sample(programme, min(3, len(programme)))):
        at_least = max(1, truth.values[cell] + rng.choice([-1, 0, 1]))
        truth.claims.append(Claim(f"claim-{number}", cell, at_least))
