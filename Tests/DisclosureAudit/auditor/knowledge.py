"""What an outsider knows once the outputs are out: the sums, what is shown, and what the settings say of what is not."""

from .system import UNBOUNDED, Known, System


def known_from(truth, seen):
    """The system of all that is known; and the cells that were to be withheld."""
    system = System()
    for sum_ in truth.sums:
        system.add_sum(sum_)
    for cell in truth.rows:
        system.cells.setdefault(cell, Known())
    withheld, misplaced = [], misplaced_rows(truth, seen)
    for cell in truth.values:
        if cell not in system.cells:
            continue
        if cell in seen.shown:
            for number in seen.shown[cell]:
                know_shown(system.cells[cell], number, truth.settings)
        elif cell in seen.withheld:
            know_symbol(system.cells[cell], truth.settings, seen)
            withheld.append(cell)
        elif cell not in misplaced and know_absent(system.cells[cell], cell, truth, seen):
            withheld.append(cell)
    add_texts(system, truth, seen)
    add_seen_sums(system, truth, seen)
    add_presence(system, truth, seen)
    withheld += protected_differences(system, truth)
    return system, withheld


def misplaced_rows(truth, seen):
    """Rows that are neither shown nor withheld where an output has a count of the same in another area: they are told, but of what
    they are not. Nobody meant to withhold them."""
    elsewhere = {cell._replace(area="") for cell in seen.misplaced}
    return {cell for cell in truth.rows
            if cell not in seen.shown and cell not in seen.withheld and cell._replace(area="") in elsewhere}


def know_shown(known, number, settings):
    """A number that is shown is nought or at least the minimum, and rounding is undone as far as it goes."""
    low, high = settings.before_rounding(number)
    if number == 0 and high >= settings.minimum:
        known.floor = settings.minimum
    elif number == 0:
        high = 0
    else:
        low = max(low, settings.minimum)
    if settings.zeros == "withheld":
        low, known.floor = max(low, settings.minimum), 0
    known.narrow(low, high)


def know_symbol(known, settings, seen):
    """The symbol stands for at least one case; for at least the minimum where outputs say that small counts are left out."""
    known.narrow(low=settings.minimum if settings.zeros == "withheld" and seen.symbol_means_enough else 1)


def know_absent(known, cell, truth, seen):
    """A row that is not there: whether its count is one that was withheld."""
    settings, listed = truth.settings, cell in truth.row_set
    if settings.zeros == "withheld":
        if listed and seen.symbol_means_enough:
            known.narrow(high=settings.minimum - 1)
        return listed
    if truth.values[cell] == 0 and (listed or cell in truth.left_blank):
        known.narrow(high=0)        # what is not recorded, among rows that are, is nought
    return listed and truth.values[cell] > 0


def add_texts(system, truth, seen):
    """Counts that words tell, claims that hold or fail, and the number of rows that are used."""
    for cell, (kind, _) in seen.told_in_words.items():
        if not system.cells[cell].exact:
            value = truth.values[cell]
            system.add_relation(kind, [cell], value, value)
    for cell, number, holds in seen.at_least:
        if not system.cells[cell].exact:
            low, high = (number, UNBOUNDED) if holds else (0, number - 1)
            if low <= truth.values[cell] <= high:       # with rounding, a verdict can be about the rounded number
                system.add_relation("verdict of a claim", [cell], low, high)
    used = sum(truth.values[cell] for cell in truth.used_cells)
    if truth.used_cells and used in seen.used_rows:
        system.add_relation("number of rows used", truth.used_cells, used, used)


def add_presence(system, truth, seen):
    """A connection that is recorded in an area has at least one case there, whether or not a row is shown."""
    for edition, route, area in sorted(seen.present):
        cells = [cell for cell in truth.rows if (cell.edition, cell.route, cell.area) == (edition, route, area)]
        if cells and not any(cell in seen.shown or cell in seen.withheld for cell in cells):
            system.add_relation("presence", cells, 1, UNBOUNDED)


def add_seen_sums(system, truth, seen):
    """Numbers that outputs worked out, where it is plain of which cells."""
    for found in dict.fromkeys(seen.sums):
        cells = cells_summed(truth, found, seen)
        if cells is None:
            seen.unexplained += 1
        elif any(not system.cells[cell].exact for cell in cells):
            low, high = found.number, found.number
            if len(cells) == 1:
                low, high = truth.settings.before_rounding(found.number)
            elif truth.settings.rounding > 1:
                continue            # a sum of rounded numbers that are shown says nothing more than they do
            if low <= sum(truth.values[cell] for cell in cells) <= high:
                system.add_relation("sum worked out by an output", cells, low, high)


def cells_summed(truth, found, seen):
    """The cells whose sum an output showed, or None. Of several that give the number, those that are all shown are taken:
    what may be a coincidence is not held against the program."""
    groups = candidate_groups(truth, found, seen)
    for cells in sorted(groups, key=lambda cells: any(cell not in seen.shown for cell in cells)):
        # What would be rounded to nought is withheld, so that no nought stands for it.
        shown = [truth.settings.rounded(truth.values[cell]) or truth.values[cell] for cell in cells]
        if cells and found.number in (sum(shown), sum(truth.values[cell] for cell in cells)):
            return cells
    return None


def candidate_groups(truth, found, seen):
    """What the number of a place can be the sum of: the place's rows, or its areas' rows; of cases or of all measures;
    of all periods or of one; or a single row."""
    routes, measure, period, area = found.place
    rows = [cell for cell in truth.rows if cell.edition == found.edition and cell.route in routes
            and measure in (None, cell.measure) and period in (None, cell.period)
            and (cell in seen.shown or not seen.sums_leave_out)]
    groups = []
    for measured in ([cell for cell in rows if measure or cell.measure in truth.case_measures], rows):
        here = [cell for cell in measured if cell.area == area]
        areas = [cell for cell in measured if cell.area] if area == "" else []
        groups += [here, areas]
        groups += [[cell for cell in group if cell.period == name]
                   for group in (here, areas) for name in dict.fromkeys(cell.period for cell in group)]
        groups += [[cell] for cell in here] if len(routes) == 1 else []
    return groups


def protected_differences(system, truth):
    """New cases between two editions are a count, too: those that are small are not to be told by what both show."""
    return [cell for cell in truth.differences if 0 < truth.values[cell] < truth.settings.minimum]


def is_broken(interval, minimum):
    """Whether the promise is broken: "recovered", "narrow", or "" if it is kept."""
    low, high = interval
    if low == high:
        return "recovered"
    return "narrow" if high < minimum or high - low < minimum else ""
