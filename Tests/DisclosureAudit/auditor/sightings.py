"""What an outsider has seen: for each cell, in each output, a number or the symbol; and numbers that are sums of cells."""

from dataclasses import dataclass, field


@dataclass
class Sightings:
    symbol: str
    shown: dict = field(default_factory=dict)       # cell: {number as shown: first output that shows it}
    withheld: dict = field(default_factory=dict)    # cell: first output that withholds it
    sums: list = field(default_factory=list)        # of SeenSum
    told_in_words: dict = field(default_factory=dict)  # cell: (kind, output), where a text tells its count
    present: set = field(default_factory=set)       # (edition, connection, area) that outputs call recorded
    at_least: list = field(default_factory=list)    # of (cell, number, whether it holds)
    used_rows: set = field(default_factory=set)     # numbers of rows that are said to be used
    listed_counts: dict = field(default_factory=dict)  # edition: number of counts that are said to be on the map
    symbol_means_enough: bool = False               # outputs say that the symbol stands for a count that is not small
    unexplained: int = 0                            # numbers of which it is not plain what they are sums of
    sums_leave_out: bool = False                    # sums are of what is shown, whatever else there is
    digests: set = field(default_factory=set)       # names of files whose digest is published
    misplaced: dict = field(default_factory=dict)   # cell that no file has: what first gives it a count, and which

    def see(self, cell, text, output):
        """A cell's count as text: a number, the symbol, or nothing."""
        if text == self.symbol:
            self.withheld.setdefault(cell, output)
        elif text not in ("", None):
            self.shown.setdefault(cell, {}).setdefault(int(text), output)

    def see_sum(self, edition, place, number, output):
        if isinstance(number, int) or (isinstance(number, str) and number.isdigit()):
            self.sums.append(SeenSum(edition, place, int(number), output))

    @property
    def outputs_differ(self):
        """Cells that one output shows and another withholds, or leaves out: all evidence of each edition is asked for first."""
        first = {cell: next(iter(numbers.values())) for cell, numbers in self.shown.items()}
        queried = {cell.edition for cell, output in first.items() if output.startswith("query")}
        return [cell for cell, output in first.items()
                if cell in self.withheld or cell.edition in queried and not output.startswith("query")]


@dataclass(frozen=True)
class SeenSum:
    """A number that an output worked out for connections in a place: (connections, measure or None, period or None, area)."""

    edition: str
    place: tuple
    number: int
    output: str
