"""The auditor's own tests: tables whose intervals are known from elsewhere. Run by `python3 -m unittest`."""

import random
import unittest
from itertools import product

from auditor import best, fixtures
from auditor.audit import judge
from auditor.generator import random_truth
from auditor.knowledge import is_broken, known_from
from auditor.model import Cell, Settings, Sum, Truth
from auditor.sightings import Sightings
from auditor.solver import intervals
from auditor.system import Known, System


def cell(name):
    return Cell("", "", "", "", "", "", name)


def table(rows, withheld):
    """The system of a table with margins in its last row and column, of which some cells are withheld."""
    system = System()
    names = [[cell(f"{row}{column}") for column in range(len(rows[0]))] for row in range(len(rows))]
    for line in [*names, *zip(*names)]:
        system.add_sum(Sum("table", line[-1], tuple(line[:-1])))
    for row, column in product(range(len(rows)), range(len(rows[0]))):
        if (row, column) not in withheld:
            system.cells[names[row][column]].narrow(rows[row][column], rows[row][column])
    return system, {place: names[place[0]][place[1]] for place in withheld}


class PublishedTables(unittest.TestCase):
    def test_investment_by_activity_and_region(self):
        """M. Fischetti and J.-J. Salazar-González, "Solving the cell suppression problem on tabular data with linear
        constraints", Management Science 47 (2001), the example of the introduction: the attacker's interval is [5, 30]."""
        rows = [[20, 50, 10, 80], [8, 19, 22, 49], [17, 32, 12, 61], [45, 101, 44, 190]]
        system, cells = table(rows, [(1, 0), (1, 2), (2, 0), (2, 2)])
        found = intervals(system, cells.values())
        self.assertEqual(found[cells[1, 2]], (5, 30))
        self.assertEqual(found[cells[1, 0]], (0, 25))
        self.assertEqual(found[cells[2, 0]], (0, 25))
        self.assertEqual(found[cells[2, 2]], (4, 29))

    def test_delinquent_children_not_protected(self):
        """Federal Committee on Statistical Methodology, Statistical Policy Working Paper 22, chapter II: county by education
        with at least two suppressions in each row and column, and still (5 + 20) - (11 + 13) = 1 comes out."""
        rows = [[15, 1, 3, 1, 20], [20, 10, 10, 15, 55], [3, 10, 10, 2, 25], [12, 14, 7, 2, 35], [50, 35, 30, 20, 135]]
        system, cells = table(rows, [(0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (2, 0), (2, 3), (3, 0), (3, 3)])
        found = intervals(system, cells.values())
        self.assertEqual(found[cells[0, 3]], (1, 1))
        self.assertEqual(found[cells[0, 1]], (0, 4))

    def test_a_single_suppression_in_a_row(self):
        system, cells = table([[6, 3, 9], [4, 8, 12], [10, 11, 21]], [(0, 1), (1, 1)])
        self.assertEqual(set(intervals(system, cells.values()).values()), {(3, 3), (8, 8)})

    def test_whole_numbers_tell_more_than_fractions(self):
        """x + y, y + z and x + z are at most 1 each: in fractions x + y + z can be 1.5, in whole numbers 1."""
        system = System()
        for parts in ("xy", "yz", "xz"):
            name = cell(f"total of {parts}")
            system.add_sum(Sum("table", name, tuple(map(cell, parts)), open=True))
            system.cells[name].narrow(1, 1)
        system.add_sum(Sum("table", cell("all"), tuple(map(cell, "xyz"))))
        system.add_sum(Sum("table", cell("more"), (cell("all"), cell("rest"))))
        self.assertEqual(intervals(system, [cell("all")]), {cell("all"): (0, 1)})


class Solver(unittest.TestCase):
    def test_against_enumeration(self):
        """Small random tables: the interval is what trying every table gives."""
        rng = random.Random(7)
        for _ in range(40):
            rows = [[rng.randint(0, 5) for _ in range(2)] for _ in range(3)]
            rows = [[*row, sum(row)] for row in rows]
            rows.append([sum(column) for column in zip(*rows)])
            inner = list(product(range(3), range(2)))
            withheld = [place for place in inner if rng.random() < 0.7]
            system, cells = table(rows, withheld)
            found = intervals(system, cells.values())
            fits = list(self.tables_like(rows, withheld))
            for at, place in enumerate(withheld):
                values = [values[at] for values in fits]
                self.assertEqual(found[cells[place]], (min(values), max(values)), (rows, withheld))

    def tables_like(self, rows, withheld):
        for values in product(range(11), repeat=len(withheld)) if len(withheld) < 5 else self.sampled(rows, withheld):
            tried = [list(row) for row in rows]
            for (row, column), value in zip(withheld, values):
                tried[row][column] = value
            if all(sum(row[:2]) == row[2] for row in tried) and all(sum(column[:3]) == column[3] for column in zip(*tried)):
                yield values

    def sampled(self, rows, withheld):
        return product(*(range(min(rows[row][2], rows[3][column]) + 1) for row, column in withheld))

    def test_hole_below_the_minimum(self):
        """A nought that can be a rounded 3 or 4 is not 1 or 2."""
        system = System()
        system.add_sum(Sum("table", cell("t"), (cell("a"), cell("b"))))
        system.cells[cell("t")].narrow(5, 5)
        system.cells[cell("a")] = Known(0, 4, 3)
        self.assertEqual(intervals(system, [cell("a"), cell("b")]), {cell("a"): (0, 4), cell("b"): (1, 5)})


class Promise(unittest.TestCase):
    def test_what_breaks_it(self):
        self.assertEqual(is_broken((3, 3), 10), "recovered")
        self.assertEqual(is_broken((1, 9), 10), "narrow")
        self.assertEqual(is_broken((12, 20), 10), "narrow")
        self.assertEqual(is_broken((0, 10), 10), "")
        self.assertEqual(is_broken((1, 10), 10), "narrow")

    def test_rounding(self):
        for step in (1, 5, 10):
            settings = Settings(rounding=step)
            for value in range(60):
                low, high = settings.before_rounding(settings.rounded(value))
                self.assertTrue(low <= value <= high)
                self.assertTrue(all(settings.rounded(other) == settings.rounded(value) for other in range(low, high + 1)))
                self.assertNotEqual(settings.rounded(high + 1), settings.rounded(value))


class Maps(unittest.TestCase):
    def test_sums_hold_in_all_maps(self):
        for seed in range(300):
            truth = random_truth(seed, declare=True)      # checks its sums
            self.assertTrue(truth.rows)

    def test_fixtures(self):
        self.assertGreaterEqual(len(fixtures.names()), 50)
        for name in fixtures.names():
            fixtures.truth(name)

    def test_everything_withheld_keeps_the_promise(self):
        """If nothing is shown, nothing is told: the search for the least always ends."""
        for seed in range(100):
            truth = random_truth(seed)
            seen = Sightings(truth.settings.symbol)
            for row in truth.rows:
                if truth.values[row] == 0 and truth.settings.zeros == "shown":
                    seen.see(row, "0", "")
                elif truth.settings.zeros == "shown":
                    seen.see(row, truth.settings.symbol, "")
            self.assertEqual(judge(truth, seen).broken, [])

    def test_everything_shown_tells_no_falsehood(self):
        for seed in range(100):
            truth = random_truth(seed)
            seen = Sightings(truth.settings.symbol)
            for row in truth.rows:
                if not truth.settings.is_small(truth.values[row]):
                    seen.see(row, str(truth.settings.rounded(truth.values[row])), "")
            judge(truth, seen)                            # asserts that every truth lies in its interval

    def test_least(self):
        """Of 42 + 3 + 12 = 57 with minimum 10, hiding 12 leaves 3 between 1 and 14."""
        cells = [Cell("", "schools", "mentors", "refers-to", "cases", "", area) for area in ("alder", "birch", "cedar", "")]
        truth = Truth("", Settings(), dict(zip(cells, (42, 3, 12, 57))), cells, [Sum("areas", cells[3], tuple(cells[:3]))],
                      ["alder", "birch", "cedar"], ["schools", "mentors"], ["cases"])
        self.assertEqual(best.least(truth), (2, 15))
        truth.values.update(zip(cells, (42, 3, 6, 51)))   # 3 and 6 alone lie between 1 and 8
        truth.__dict__.pop("row_set", None)
        self.assertEqual(best.least(truth), (3, 51))

    def test_known_from_a_symbol(self):
        """With zeros shown the symbol is at least one; where it means enough, at least the minimum."""
        cells = [Cell("", "schools", "mentors", "refers-to", "cases", "", "alder")]
        for zeros, enough, low in (("shown", False, 1), ("withheld", False, 1), ("withheld", True, 10)):
            truth = Truth("", Settings(zeros=zeros), {cells[0]: 12}, cells, [], ["alder"], [], ["cases"])
            seen = Sightings("[c]", symbol_means_enough=enough)
            seen.see(cells[0], "[c]", "")
            system, withheld = known_from(truth, seen)
            self.assertEqual((system.cells[cells[0]].low, withheld), (low, cells))


if __name__ == "__main__":
    unittest.main()
