"""A dimension of a table: what adds up to what along areas, periods, measures or connections."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Total:
    """A value of the dimension that is the sum of others. One value can be the total of several lists of parts."""

    name: object
    parts: tuple
    kind: str


@dataclass(frozen=True)
class Dimension:
    """Leaves, and totals made of leaves and of totals that stand before them. `unlisted` values are in no table."""

    leaves: tuple
    totals: tuple = ()
    unlisted: frozenset = frozenset()

    @property
    def values(self):
        """Every value once, parts before totals."""
        return list(dict.fromkeys([*self.leaves, *(total.name for total in self.totals)]))

    def leaves_of(self, value):
        """The leaves that a value is the sum of."""
        for total in self.totals:
            if total.name == value:
                return frozenset().union(*(self.leaves_of(part) for part in total.parts))
        assert value in self.leaves, value
        return frozenset([value])
