"""The audit of one map: what can be worked out of what is withheld."""

from dataclasses import dataclass, field

from .explain import explain
from .knowledge import is_broken, known_from, misplaced_rows
from .model import Cell
from .reading import Reader
from .solver import intervals
from .twins import telling_outputs

MOST_EXPLAINED = 3


@dataclass
class Broken:
    """A withheld count that can be worked out, or too nearly."""

    cell: Cell
    low: int
    high: int
    how: str            # "recovered" or "narrow"
    kinds: tuple = ()   # the kinds of knowledge that it takes; empty if nobody looked
    sentence: str = ""


@dataclass
class Finding:
    """What the audit of a map found."""

    name: str
    counts: int
    withheld: int
    broken: list = field(default_factory=list)
    differ: list = field(default_factory=list)      # cells that one output shows and another withholds
    digests: list = field(default_factory=list)     # files whose digest is told though something of them is not
    told: list = field(default_factory=list)        # counts that words tell
    listed_counts: list = field(default_factory=list)  # editions whose number of counts tells how many are left out
    misplaced: list = field(default_factory=list)   # counts that an output gives and no file has
    twins: list = None                              # outputs that differ from a twin's; None if none was compared
    unexplained: int = 0
    best: tuple = None                              # (fewest cells, least sum), and the control's two in `spent`
    spent: tuple = None
    error: str = ""

    @property
    def recovered(self):
        return sum(broken.how == "recovered" for broken in self.broken)

    @property
    def narrow(self):
        return sum(broken.how == "narrow" for broken in self.broken)

    @property
    def failed(self):
        return bool(self.broken or self.differ or self.digests or self.told or self.listed_counts or self.misplaced
                    or self.twins or self.error)


def audit(program, truth, folders, thorough=False, alone=True):
    """Reads the outputs of a map as an outsider, and works out what they tell."""
    seen = Reader(program, truth, folders, thorough, alone).read()
    finding = judge(truth, seen)
    if thorough and finding.withheld:
        finding.twins = telling_outputs(program, truth, seen)
    return finding


def judge(truth, seen):
    system, withheld = known_from(truth, seen)
    rows = [cell for cell in withheld if cell in truth.row_set]
    finding = Finding(truth.name, len(truth.rows), len(rows), unexplained=seen.unexplained)
    finding.spent = (len(rows), sum(truth.values[cell] for cell in rows))
    for cell, (low, high) in intervals(system, withheld).items():
        value = truth.values[cell]
        assert low <= value <= high, f"{truth.name}: [{cell}] is {value}, not from {low} to {high}: the auditor is wrong"
        if how := is_broken((low, high), truth.settings.minimum):
            finding.broken.append(Broken(cell, low, high, how))
    finding.broken.sort(key=lambda broken: broken.how != "recovered")
    for broken in finding.broken[:MOST_EXPLAINED]:
        broken.kinds, broken.sentence = explain(system, broken, truth.settings.minimum)
    finding.differ = seen.outputs_differ
    told = seen.told_in_words.keys() - seen.shown.keys() - misplaced_rows(truth, seen)
    finding.told = [f"{kind}: [{cell}], {output}" for cell, (kind, output) in seen.told_in_words.items() if cell in told]
    finding.digests = [name for edition, name in seen.digests if tells(truth, seen, edition, name)]
    finding.misplaced = [f"[{cell}] {words}" for cell, words in seen.misplaced.items()]
    for edition, number in seen.listed_counts.items():
        visible = sum(cell.edition == edition and (cell in seen.shown or cell in seen.withheld) for cell in truth.rows)
        visible += sum(cell.edition == edition for cell in seen.misplaced)
        if number != visible:
            finding.listed_counts.append(f"{edition}: {number} counts are said, {visible} are seen")
    return finding


def tells(truth, seen, edition, name):
    """Whether a file holds counts that its readers do not see as they are, so that its digest would confirm a guess."""
    if name not in ("referrals.csv", "cases.csv"):
        return False
    return truth.settings.rounding > 1 or name == "cases.csv" or any(
        cell.edition == edition and cell not in seen.shown for cell in truth.rows)
