"""The least that must be withheld: every set of counts is tried, in order of size, with the solver that judges the control."""

from itertools import combinations

from .knowledge import is_broken, known_from
from .sightings import Sightings
from .solver import intervals

MOST_CANDIDATES = 10


def least(truth):
    """(fewest counts, least sum of withheld counts) that keep the promise, or None if the map is too large or has two editions."""
    settings = truth.settings
    small = frozenset(cell for cell in truth.rows if settings.is_small(truth.values[cell]))
    others = [cell for cell in truth.rows if cell not in small and (truth.values[cell] > 0 or settings.zeros == "withheld")]
    if len(truth.editions) > 1 or len(small) + len(others) > MOST_CANDIDATES or not small:
        return None
    search = Search(truth, small)
    sets = [frozenset(chosen) for size in range(len(others) + 1) for chosen in combinations(others, size)]
    fewest = next(found for found in sets if search.keeps(found))
    sets.sort(key=lambda chosen: sum(truth.values[cell] for cell in chosen))
    cheapest = next(found for found in sets if search.keeps(found))
    return (len(small) + len(fewest),
            sum(truth.values[cell] for cell in small) + sum(truth.values[cell] for cell in cheapest))


class Search:
    """Whether a set of helpers keeps the promise; each set is judged once."""

    def __init__(self, truth, small):
        self.truth = truth
        self.small = small
        self.judged = {}

    def keeps(self, helpers):
        if helpers not in self.judged:
            self.judged[helpers] = self.judge(helpers)
        return self.judged[helpers]

    def judge(self, helpers):
        system, withheld = known_from(self.truth, self.published(self.small | helpers))
        found = intervals(system, withheld)
        return not any(is_broken(interval, self.truth.settings.minimum) for interval in found.values())

    def published(self, withheld):
        """What would be seen if just these counts were withheld."""
        settings = self.truth.settings
        seen = Sightings(settings.symbol)
        for cell in self.truth.rows:
            if cell not in withheld:
                seen.see(cell, str(settings.rounded(self.truth.values[cell])), "")
            elif settings.zeros == "shown":
                seen.see(cell, settings.symbol, "")
        return seen
