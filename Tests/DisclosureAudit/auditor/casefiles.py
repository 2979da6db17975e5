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
SCHOOLS = ("school-a", "school-b", "oak-primary")       # two names that are nearly the same
COLUMN = "{column: source, ignore: [Self]}"
ITSELF = "{column: source, each: {role: set-up, sector: school, stage: set-up}, ignore: [Self]}"


def random_case_map(rng, settings):
    """A programme with referrals by area, source, year and sex; rules count some of the combinations."""
    return case_map(rng, settings, rng.randint(1, 3), rng.randint(1, 3), rng.random() < 0.5, rng.random() < 0.6,
                    kept=0.7, with_total=rng.random() < 0.7, each=rng.random() < 0.3, unused=rng.choice([0, 0, 1, 5]))


def case_map(rng, settings, areas, sources, years, sexes, kept=1.0, with_total=False, each=False, unused=0, counts=None):
    """A map of so many areas and sources, by year and by sex or not. `counts` are those of the leaves, random if not given;
    `kept` is how likely a year or a sex has a rule; with `each`, every school is an actor of its own beside all schools;
    `unused` rows are of somebody whom the map ignores, if no rule counts all rows."""
    table = case_table(areas, sources, years, sexes, each)
    counts = dict(zip(table.leaves(), counts)) if counts else random_counts(rng, table.leaves(), settings.minimum)
    while sum(counts.values()) > MOST_CASES:
        counts = {key: value // 2 for key, value in counts.items()}
    values = table.values(counts)
    routes, measures, periods, places = table.dimensions
    groups = {ITSELF if each else COLUMN: routes.leaves}
    if with_total:
        total = routes.totals[0].name
        groups[total[0]] = [total]
    rules, rows, left_blank = [], [], set()
    for measure, period in product(measures.values, periods.values):
        if measure in SEX and rng.random() > kept or period and rng.random() > kept:
            continue
        for source, group in groups.items():
            rules.append(rule(source, group[0], measure, period))
            for route, area in product(group, places.leaves):
                cell = table.cell(route, measure, period, area)
                if values[cell]:
                    rows.append(cell)
                else:
                    left_blank.add(cell)
    actors = sorted(({"schools"} if each else {route[0] for route in routes.leaves}) | {MENTORS, YOUNG_PEOPLE})
    return Truth("", settings, values, rows, table.sums(), list(places.leaves), actors, ["cases"], left_blank=left_blank,
                 case_rows=case_rows(rng, counts, 0 if with_total else unused), case_rules=rules,
                 used_cells=tuple(table.cell(route, "cases", "", "") for route in routes.leaves))


def case_table(areas, sources, years, sexes, each):
    names = SCHOOLS if each else ("schools", "gp", "camhs")
    sources = tuple(refers(name) for name in names[:sources])
    areas = tuple(AREAS[:areas])
    if each:
        total = Total(refers("schools"), sources, "group and members")
    else:
        total = Total((MENTORS, YOUNG_PEOPLE, "supports"), sources, "one source" if len(sources) == 1 else "sources and targets")
    return Table("",
                 Dimension(sources, (total,)),
                 Dimension(tuple(SEX), (Total("cases", tuple(SEX), "parts of a measure"),)) if sexes else Dimension(("cases",)),
                 Dimension(tuple(YEARS), (Total("", tuple(YEARS), "periods"),)) if years else Dimension(("",)),
                 Dimension(areas, (Total("", areas, "areas"),)))


def rule(source, route, measure, period):
    """A rule of map.yaml as a value."""
    made = {"from": source, "to": route[1], "relation": route[2], "count": "cases", "measure": measure}
    if measure in SEX:
        made["where"] = f"{{Sex: [{SEX[measure]}]}}"
    if period:
        made["period"] = f'{{name: "{period}", from: {YEARS[period][0]}, to: {YEARS[period][1]}}}'
    return made


def case_rows(rng, counts, unused):
    """The rows of the file in random order, and a few that no rule counts."""
    rows = []
    for (route, measure, period, area), count in counts.items():
        for _ in range(count):
            year = period or rng.choice(list(YEARS))
            date = f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
            rows.append([area.capitalize(), route[0].replace("-", " ").capitalize(), date, SEX.get(measure) or rng.choice("FM")])
    rows += [[rows[0][0], "Self", rows[0][2], rows[0][3]] for _ in range(unused if rows else 0)]
    rng.shuffle(rows)
    return [[f"C{number:05}", *row] for number, row in enumerate(rows, start=1)]
