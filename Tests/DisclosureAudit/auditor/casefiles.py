"""Maps that are counted from a case file, one row a case, where row counts and usage lines may tell."""

from itertools import product

from .dimension import Dimension, Total
from .dimensions import AREAS, MENTORS, YOUNG_PEOPLE, refers
from .model import Truth
from .shapes import random_counts
from .table import Table

YEARS = {"2024": ("2024-01-01", "2024-12-31"), "2025": ("2025-01-01", "2025-12-31")}
SEX = {"girls": "F", "boys": "M"}


def random_case_map(rng, settings):
    """A programme with referrals by area, source, year and sex; rules count some of the combinations."""
    areas = tuple(AREAS[: rng.randint(1, 3)])
    sources = tuple(refers(name) for name in ("schools", "gp", "camhs")[: rng.randint(1, 3)])
    years, sexes = rng.random() < 0.5, rng.random() < 0.6
    flow = (MENTORS, YOUNG_PEOPLE, "supports")
    kind = "one source" if len(sources) == 1 else "sources and targets"
    table = Table("",
                  Dimension(sources, (Total(flow, sources, kind),)),
                  Dimension(tuple(SEX), (Total("cases", tuple(SEX), "parts of a measure"),)) if sexes else Dimension(("cases",)),
                  Dimension(tuple(YEARS), (Total("", tuple(YEARS), "periods"),)) if years else Dimension(("",)),
                  Dimension(areas, (Total("", areas, "areas"),)))
    counts = random_counts(rng, table.leaves(), settings.minimum)
    while sum(counts.values()) > 1500:
        counts = {key: value // 2 for key, value in counts.items()}
    values = table.values(counts)
    listed_periods = [period for period in table.dimensions[2].values if period == "" or rng.random() < 0.7]
    listed_measures = [measure for measure in table.dimensions[1].values if measure == "cases" or rng.random() < 0.7]
    with_flow = rng.random() < 0.7
    rules, rows, left_blank = [], [], set()
    for measure, period in product(listed_measures, listed_periods):
        for route in ([None, flow] if with_flow else [None]):
            rules.append(rule(route, measure, period))
            for source, area in product(sources if route is None else [flow], areas):
                cell = table.cell(source, measure, period, area)
                if values[cell]:
                    rows.append(cell)
                else:
                    left_blank.add(cell)
    return Truth("", settings, values, rows, table.sums(), list(areas), sorted({s[0] for s in sources} | {MENTORS, YOUNG_PEOPLE}),
                 ["cases"], case_rows=case_rows(rng, counts), case_rules=rules,
                 left_blank=left_blank, used_cells=tuple(table.cell(source, "cases", "", "") for source in sources))


def rule(route, measure, period):
    """A rule of map.yaml as a value; `route` None stands for every source into the mentors."""
    made = {"from": "{column: source}" if route is None else route[0], "to": MENTORS if route is None else route[1],
            "relation": "refers-to" if route is None else route[2], "count": "cases", "measure": measure}
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
