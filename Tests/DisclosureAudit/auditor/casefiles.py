"""Maps that are counted from a case file, one row a case, where row counts and usage lines may tell."""

from itertools import product

from .dimension import Dimension, Total
from .dimensions import AREAS, MENTORS, YOUNG_PEOPLE, refers
from .model import Truth
from .shapes import random_counts
from .table import Table

YEARS = {"2024": ("2024-01-01", "2024-12-31"), "2025": ("2025-01-01", "2025-12-31")}
SEX = {"girls": "F", "boys": "M"}
MOST_CASES = 1500


def random_case_map(rng, settings):
    """A programme with referrals by area, source, year and sex; rules count some of the combinations."""
    return case_map(rng, settings, rng.randint(1, 3), rng.randint(1, 3), rng.random() < 0.5, rng.random() < 0.6,
                    kept=0.7, with_flow=rng.random() < 0.7)


def case_map(rng, settings, areas, sources, years, sexes, kept=1.0, with_flow=False, counts=None):
    """A map of so many areas and sources, by year and by sex or not. `counts` are those of the leaves, random if not given;
    `kept` is how likely a year or a sex has a rule."""
    table = case_table(areas, sources, years, sexes)
    counts = dict(zip(table.leaves(), counts)) if counts else random_counts(rng, table.leaves(), settings.minimum)
    while sum(counts.values()) > MOST_CASES:
        counts = {key: value // 2 for key, value in counts.items()}
    values = table.values(counts)
    routes, measures, periods, places = table.dimensions
    flow = [routes.totals[0].name]
    rules, rows, left_blank = [], [], set()
    for measure, period in product(measures.values, periods.values):
        if measure in SEX and rng.random() > kept or period and rng.random() > kept:
            continue
        for group in [routes.leaves, flow] if with_flow else [routes.leaves]:
            rules.append(rule(group, measure, period))
            for route, area in product(group, places.leaves):
                cell = table.cell(route, measure, period, area)
                if values[cell]:
                    rows.append(cell)
                else:
                    left_blank.add(cell)
    actors = sorted({route[0] for route in routes.leaves} | {MENTORS, YOUNG_PEOPLE})
    return Truth("", settings, values, rows, table.sums(), list(places.leaves), actors, ["cases"], left_blank=left_blank,
                 case_rows=case_rows(rng, counts), case_rules=rules,
                 used_cells=tuple(table.cell(route, "cases", "", "") for route in routes.leaves))


def case_table(areas, sources, years, sexes):
    sources = tuple(refers(name) for name in ("schools", "gp", "camhs")[:sources])
    areas = tuple(AREAS[:areas])
    flow = Total((MENTORS, YOUNG_PEOPLE, "supports"), sources, "one source" if len(sources) == 1 else "sources and targets")
    return Table("",
                 Dimension(sources, (flow,)),
                 Dimension(tuple(SEX), (Total("cases", tuple(SEX), "parts of a measure"),)) if sexes else Dimension(("cases",)),
                 Dimension(tuple(YEARS), (Total("", tuple(YEARS), "periods"),)) if years else Dimension(("",)),
                 Dimension(areas, (Total("", areas, "areas"),)))


def rule(routes, measure, period):
    """A rule of map.yaml as a value: who refers stands in a column; what the mentors pass on is every case."""
    source, target, relation = routes[0]
    made = {"from": source if source == MENTORS else "{column: source}", "to": target, "relation": relation,
            "count": "cases", "measure": measure}
    if measure in SEX:
        made["where"] = f"{{Sex: [{SEX[measure]}]}}"
    if period:
        made["period"] = f'{{name: "{period}", from: {YEARS[period][0]}, to: {YEARS[period][1]}}}'
    return made


def case_rows(rng, counts):
    """The rows of the file in random order, and a few that no rule counts."""
    rows = []
    for (route, measure, period, area), count in counts.items():
        for _ in range(count):
            year = period or rng.choice(list(YEARS))
            date = f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
            rows.append([area.capitalize(), route[0], date, SEX.get(measure) or rng.choice("FM")])
    rng.shuffle(rows)
    return [[f"C{number:05}", *row] for number, row in enumerate(rows, start=1)]
