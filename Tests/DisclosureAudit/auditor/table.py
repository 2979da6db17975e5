"""All cells over four dimensions, their values, and every sum that holds between them because of how they were made."""

from itertools import product

from .model import Cell, Sum


class Table:
    """The product of connections, measures, periods and areas in one edition."""

    def __init__(self, edition, routes, measures, periods, areas, spelling=None):
        self.edition = edition
        self.dimensions = (routes, measures, periods, areas)
        self.spelling = spelling or {}      # (connection, measure): what this connection calls the measure

    def cell(self, route, measure, period, area):
        measure = self.spelling.get((route, measure), measure)
        return Cell(self.edition, *route, measure, period, area)

    def leaves(self):
        return list(product(*(dimension.leaves for dimension in self.dimensions)))

    def values(self, counts):
        """The value of every cell, from the counts of the leaves."""
        leaves_of = [{value: dimension.leaves_of(value) for value in dimension.values} for dimension in self.dimensions]
        values = {}
        for key in product(*(dimension.values for dimension in self.dimensions)):
            leaves = product(*(leaves_of[axis][value] for axis, value in enumerate(key)))
            values[self.cell(*key)] = sum(counts[leaf] for leaf in leaves)
        return values

    def sums(self):
        """Every total along each dimension, at every combination of the others."""
        found = []
        for axis, dimension in enumerate(self.dimensions):
            others = [d.values for d in self.dimensions]
            for total in dimension.totals:
                others[axis] = [total.name]
                for key in product(*others):
                    parts = [self.cell(*(part if at == axis else value for at, value in enumerate(key)))
                             for part in total.parts]
                    found.append(Sum(total.kind, self.cell(*key), tuple(parts)))
        return found
