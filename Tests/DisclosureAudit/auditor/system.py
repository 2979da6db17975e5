"""What a reader knows, as a system of sums over whole numbers."""

from dataclasses import dataclass, field

UNBOUNDED = 1_000_000   # stands for "as large as you like"; no count under audit comes near it


@dataclass
class Known:
    """A cell as the reader knows it: between `low` and `high`, and nothing strictly between 0 and `floor` if there is one."""

    low: int = 0
    high: int = UNBOUNDED
    floor: int = 0

    def narrow(self, low=0, high=UNBOUNDED):
        self.low, self.high = max(self.low, low), min(self.high, high)

    @property
    def exact(self):
        return self.low == self.high


@dataclass(frozen=True)
class Relation:
    """low <= sum of coefficient * cell <= high, and the kind of knowledge that this is."""

    kind: str
    terms: tuple                # of (cell, coefficient)
    low: int
    high: int

    def __str__(self):
        left = " ".join(f"{'+' if factor > 0 else '-'} [{cell}]" for cell, factor in self.terms).removeprefix("+ ")
        if self.low == self.high:
            return f"{left} = {self.low}"
        return f"{left} >= {self.low}" if self.high >= UNBOUNDED else f"{self.low} <= {left} <= {self.high}"


@dataclass
class System:
    """Cells with what is known of each, and relations between them."""

    cells: dict = field(default_factory=dict)
    relations: list = field(default_factory=list)

    def add_sum(self, sum_):
        """total - parts = 0, or >= 0 if parts can be missing."""
        for cell in sum_.cells:
            self.cells.setdefault(cell, Known())
        terms = ((sum_.total, 1), *((part, -1) for part in sum_.parts))
        self.relations.append(Relation(sum_.kind, terms, 0, UNBOUNDED if sum_.open else 0))

    def add_relation(self, kind, cells, low, high):
        for cell in cells:
            self.cells.setdefault(cell, Known())
        self.relations.append(Relation(kind, tuple((cell, 1) for cell in cells), low, high))

    def without_loose_ends(self, wanted):
        """Leaves out relations that say nothing of what is wanted: of a total that nobody sees, and that is in no other relation."""
        relations = list(self.relations)
        while True:
            uses = {}
            for relation in relations:
                for cell, _ in relation.terms:
                    uses[cell] = uses.get(cell, 0) + 1
            kept = [relation for relation in relations if not self.is_loose(relation, uses, wanted)]
            if len(kept) == len(relations):
                return System(self.cells, kept)
            relations = kept

    def is_loose(self, relation, uses, wanted):
        if relation.low != relation.high or relation.low != 0:
            return False
        (total, factor), *parts = relation.terms
        known = self.cells[total]
        return (factor == 1 and uses[total] == 1 and total not in wanted and known.low == 0 and known.high >= UNBOUNDED
                and all(other == -1 for _, other in parts))

    def components(self):
        """Relations that share a cell whose value is open, apart from those that do not: lists of relations."""
        leader = list(range(len(self.relations)))

        def find(index):
            while leader[index] != index:
                leader[index] = leader[leader[index]]
                index = leader[index]
            return index

        first = {}
        for index, relation in enumerate(self.relations):
            for cell, _ in relation.terms:
                if not self.cells[cell].exact:
                    leader[find(index)] = find(first.setdefault(cell, index))
        groups = {}
        for index, relation in enumerate(self.relations):
            groups.setdefault(find(index), []).append(relation)
        return list(groups.values())
