"""What is true of a map under audit: its counts, the sums they obey, and the settings of its disclosure control."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from .system import UNBOUNDED


class Cell(NamedTuple):
    """One count: of a connection, a measure, a period and an area, in one edition of the map.

    `area` is "" for the programme, `period` is "" where nothing is said.
    """

    edition: str
    source: str
    target: str
    relation: str
    measure: str
    period: str
    area: str

    @property
    def route(self):
        return (self.source, self.target, self.relation)

    def __str__(self):
        place = self.area or "programme"
        period = f", {self.period}" if self.period else ""
        edition = f"{self.edition}: " if self.edition else ""
        return f"{edition}{self.source} {self.relation} {self.target}, {self.measure}{period}, {place}"


@dataclass(frozen=True)
class Sum:
    """`total` is the sum of `parts`; at least that, if `open` says that further parts can be missing."""

    kind: str
    total: Cell
    parts: tuple
    open: bool = False

    @property
    def cells(self):
        return (self.total, *self.parts)


@dataclass(frozen=True)
class Settings:
    """The settings under `disclosure:`, which everybody knows."""

    minimum: int = 10
    rounding: int = 1
    zeros: str = "shown"
    symbol: str = "[c]"

    def is_small(self, value):
        """Whether a count must be withheld whatever else is published."""
        lowest = 1 if self.zeros == "shown" else 0
        return lowest <= value < self.minimum

    def rounded(self, value):
        """The multiple of `rounding` that stands for a count; a tie goes up."""
        step = self.rounding
        return (value + step // 2) // step * step

    def before_rounding(self, shown):
        """The least and the greatest count that are shown as this number."""
        step = self.rounding
        return max(0, shown - step // 2), shown + step - 1 - step // 2


@dataclass(frozen=True)
class Claim:
    """A claim of map.yaml that a count of the programme is at least a number."""

    id: str
    cell: Cell
    at_least: int


@dataclass
class Truth:
    """A map, or two editions of one, with everything that an auditor may know and a reader may not."""

    name: str
    settings: Settings
    values: dict
    rows: list                                     # the cells that the evidence holds, in the order of the file
    sums: list
    areas: list
    actors: list
    case_measures: list
    editions: list = field(default_factory=lambda: [""])
    computed: dict = field(default_factory=dict)   # cell: (text, cells whose counts the text tells)
    claims: list = field(default_factory=list)
    declared: dict = field(default_factory=dict)   # the sums as map.yaml declares them; empty if it does not
    case_rows: list = None                         # rows of a case file, in place of counts
    case_rules: list = None
    published_with: str = ""                        # the key under `disclosure:` that names the other edition, if there is one
    used_cells: tuple = ()                         # their sum is the number of rows of the case file that are used
    left_blank: set = field(default_factory=set)     # cells of the file's kind with a count of nought, not written down
    differences: dict = field(default_factory=dict)  # cell of cases that are new: the later count

    @cached_property
    def row_set(self):
        return set(self.rows)

    def check(self):
        """The sums hold in the values, and none is near what stands for unbounded: otherwise the auditor is wrong."""
        assert max(self.values.values()) < UNBOUNDED // 2, "a count is too large to be audited"
        for sum_ in self.sums:
            parts = sum(self.values[cell] for cell in sum_.parts)
            total = self.values[sum_.total]
            assert total >= parts if sum_.open else total == parts, sum_
        assert len(set(self.rows)) == len(self.rows), "a row stands twice"
