"""The least and the greatest value of a cell, exactly, over all that is known at once: an integer program, by HiGHS."""

import os

import highspy
import numpy as np

from .system import UNBOUNDED

NEAR = 1e-6


def without_banner():
    """HiGHS greets the first user of a process on standard output, whatever its options say."""
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    highspy.Highs()
    os.dup2(kept, 1)
    os.close(kept)
    os.close(nowhere)


without_banner()


class Component:
    """The integer program of relations that hang together."""

    def __init__(self, cells, relations):
        self.relations = relations
        self.known = cells
        names = dict.fromkeys(cell for relation in relations for cell, _ in relation.terms if not cells[cell].exact)
        self.index = {cell: at for at, cell in enumerate(names)}
        self.has_holes = any(cells[cell].floor for cell in names)
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        self.solver.setOptionValue("mip_rel_gap", 0.0)
        self.solver.setOptionValue("mip_abs_gap", 0.5)
        self.solver.passModel(self.model())
        self.whole = False

    def model(self):
        """One column a cell whose value is open, one row a relation; what is known exactly goes to the right side."""
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self.index), len(self.relations)
        program.col_cost_ = np.zeros(len(self.index))
        program.col_lower_ = np.array([self.known[cell].low for cell in self.index], dtype=float)
        program.col_upper_ = np.array([self.known[cell].high for cell in self.index], dtype=float)
        starts, columns, factors, lows, highs = [0], [], [], [], []
        for relation in self.relations:
            fixed = sum(factor * self.known[cell].low for cell, factor in relation.terms if cell not in self.index)
            sums = {}
            for cell, factor in relation.terms:
                if cell in self.index:
                    sums[self.index[cell]] = sums.get(self.index[cell], 0) + factor
            columns += sums.keys()
            factors += sums.values()
            starts.append(len(columns))
            lows.append(relation.low - fixed)
            highs.append(relation.high - fixed if relation.high < UNBOUNDED else highspy.kHighsInf)
        program.row_lower_, program.row_upper_ = np.array(lows, dtype=float), np.array(highs, dtype=float)
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_, program.a_matrix_.index_ = np.array(starts), np.array(columns)
        program.a_matrix_.value_ = np.array(factors, dtype=float)
        return program

    def interval(self, cell):
        """The least and the greatest value of a cell."""
        known = self.known[cell]
        if cell not in self.index:
            return known.low, known.high
        return self.extreme(cell, 1), self.extreme(cell, -1)

    def extreme(self, cell, sign):
        """The least value of sign * cell, times sign. The relaxation is enough where its answer is in whole numbers."""
        column = self.index[cell]
        self.solver.changeColCost(column, float(sign))
        answer = None if self.has_holes else self.solve(whole=False)
        if answer is None or np.abs(answer - np.round(answer)).max() > NEAR:
            answer = self.solve(whole=True)
        self.solver.changeColCost(column, 0.0)
        return int(round(answer[column]))

    def some_point(self, rng):
        """Whole numbers that satisfy everything, in some random direction: a value for each open cell."""
        for column in self.index.values():
            self.solver.changeColCost(column, float(rng.randint(-9, 9)))
        answer = self.solve(whole=True)
        for column in self.index.values():
            self.solver.changeColCost(column, 0.0)
        return {cell: int(round(answer[column])) for cell, column in self.index.items()}

    def solve(self, whole):
        if whole != self.whole:
            self.set_whole(whole)
        self.solver.run()
        status = self.solver.getModelStatus()
        if status != highspy.HighsModelStatus.kOptimal:
            raise Contradiction(f"no whole numbers satisfy what is known ({status})")
        return np.array(self.solver.getSolution().col_value)

    def set_whole(self, whole):
        for cell, column in self.index.items():
            known = self.known[cell]
            kind = highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous
            if whole and known.floor and known.low == 0:            # 0, or from `floor` to `high`
                self.solver.changeColBounds(column, float(known.floor), float(known.high))
                kind = highspy.HighsVarType.kSemiInteger
            self.solver.changeColIntegrality(column, kind)
        self.whole = whole


class Contradiction(Exception):
    """What the auditor takes for known cannot be true: the auditor is wrong."""


def intervals(system, wanted):
    """The interval of each wanted cell."""
    wanted = list(wanted)
    system = system.without_loose_ends(set(wanted))
    open_cells = {cell for cell in wanted if not system.cells[cell].exact}
    found = {cell: (system.cells[cell].low, system.cells[cell].high) for cell in wanted}
    for relations in system.components():
        here = {cell for relation in relations for cell, _ in relation.terms}
        if here & open_cells:
            component = Component(system.cells, relations)
            for cell in sorted(here & open_cells):
                found[cell] = component.interval(cell)
    return found
