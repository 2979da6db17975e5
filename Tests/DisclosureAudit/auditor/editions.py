"""A later edition of a map, published beside the earlier one."""

from .model import Sum
from .table import Table

EARLIER, LATER, NEW = "earlier", "later", "new"


def add_later_edition(rng, truth, table):
    """Makes two editions of a map: the later one is unrevised (some other rows, periods spelt otherwise), or has some new cases."""
    spell = respelt if rng.random() < 0.5 else (lambda period: period)
    earlier = {cell: cell._replace(edition=EARLIER) for cell in truth.values}
    later = {cell: cell._replace(edition=LATER, period=spell(cell.period)) for cell in truth.values}
    unrevised = rng.random() < 0.4
    if unrevised:
        later_values, later_rows = truth.values, [cell for cell in truth.rows if rng.random() < 0.8]
    else:
        later_values, later_rows = grown(rng, truth, table), list(truth.rows)
    values = {earlier[cell]: value for cell, value in truth.values.items()}
    values |= {later[cell]: later_values[cell] for cell in truth.values}
    sums = [Sum(s.kind, names[s.total], tuple(names[part] for part in s.parts)) for s in truth.sums for names in (earlier, later)]
    rows = set(truth.rows)
    for cell in later_rows:
        if unrevised:
            sums.append(Sum("editions", later[cell], (earlier[cell],)))
        else:
            new = later[cell]._replace(edition=NEW)
            values[new] = later_values[cell] - truth.values[cell]
            sums.append(Sum("editions", later[cell], (earlier[cell], new)))
            if cell in rows:
                truth.differences[new] = (later[cell], earlier[cell])
    truth.editions = [EARLIER, LATER]
    truth.rows = [earlier[cell] for cell in truth.rows] + [later[cell] for cell in later_rows]
    truth.values, truth.sums = values, sums
    truth.computed = {earlier[cell]: (text, tuple(earlier[part] for part in parts))
                      for cell, (text, parts) in truth.computed.items()}
    truth.left_blank = {names[cell] for cell in truth.left_blank for names in (earlier, later) if values[names[cell]] == 0}
    truth.claims = []


def grown(rng, truth, table):
    """The counts of the later edition: a few new cases in some of the leaves."""
    counts = {key: truth.values[table.cell(*key)] for key in table.leaves()}
    for key in rng.sample(list(counts), max(1, len(counts) // 3)):
        counts[key] += rng.choice([1, 2, 3, truth.settings.minimum, 3 * truth.settings.minimum])
    return Table(table.edition, *table.dimensions, table.spelling).values(counts)


def respelt(period):
    """The same period in another spelling, as the next person would write it."""
    if " to " in period:
        return period.replace(" to ", "-")
    return period.replace("/", "-") if "/" in period else period.replace("-", "/")
