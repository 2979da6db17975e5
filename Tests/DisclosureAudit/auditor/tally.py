"""Tables of what an audit found: over all, by setting, and by the kind of knowledge that it took."""

from collections import Counter, defaultdict


FAULTS = [      # (property of a finding, heading)
    ("recovered", "recovered"), ("narrow", "narrow"), ("differ", "differ"), ("told", "words"), ("digests", "digests"),
    ("listed_counts", "rows"), ("misplaced", "misplaced"), ("twins", "twins"), ("unexplained", "?"),
]


class Tally:
    """Adds up findings; `settings` of a map are the words that it is counted under."""

    def __init__(self):
        self.groups = defaultdict(Line)
        self.kinds = Counter()
        self.alone = Counter()
        self.failing = Counter()
        self.errors = []

    def add(self, finding, words):
        for word in ("all", *words):
            self.groups[word].add(finding)
        for kind in {kind for broken in finding.broken for kind in broken.kinds}:
            self.failing[kind] += 1
        for broken in finding.broken:
            for kind in broken.kinds:
                self.kinds[kind] += 1
            if len(broken.kinds) == 1:
                self.alone[broken.kinds[0]] += 1
        if finding.error:
            self.errors.append(f"{finding.name}: {finding.error}")

    def text(self):
        rows = [["", "maps", "failing", "counts", "withheld", "share", *(heading for _, heading in FAULTS), "x fewest", "x sum", "of"]]
        rows += [self.groups[word].row(word) for word in sorted(self.groups, key=lambda word: (word != "all", word))]
        kinds = [["what it takes (of counts looked into)", "counts", "it alone", "maps"]]
        kinds += [[kind, str(count), str(self.alone[kind]), str(self.failing[kind])] for kind, count in self.kinds.most_common()]
        return "\n\n".join([columns(rows), columns(kinds), *self.errors])


class Line:
    """One line of the table."""

    def __init__(self):
        self.sums = Counter()
        self.ratios = []        # of maps in which the promise is kept
        self.ratios_of_sums = []

    def add(self, finding):
        self.sums.update(maps=1, failing=int(finding.failed), counts=finding.counts, withheld=finding.withheld)
        for name, _ in FAULTS:
            found = getattr(finding, name)
            self.sums[name] += found if isinstance(found, int) else len(found or ())
        if finding.best and not finding.broken:
            self.ratios.append(finding.spent[0] / finding.best[0])
            if finding.best[1]:
                self.ratios_of_sums.append(finding.spent[1] / finding.best[1])

    def row(self, word):
        sums = self.sums
        share = f"{100 * sums['withheld'] / max(1, sums['counts']):.0f} %"
        numbers = [sums[name] for name, _ in FAULTS]
        return [word, str(sums["maps"]), str(sums["failing"]), str(sums["counts"]), str(sums["withheld"]), share,
                *map(str, numbers), spread(self.ratios), spread(self.ratios_of_sums), str(len(self.ratios))]


def spread(ratios):
    """The mean and the greatest."""
    return f"{sum(ratios) / len(ratios):.2f} ({max(ratios):.1f})" if ratios else ""


def columns(rows):
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) if at == 0 else cell.rjust(width)
                               for at, (cell, width) in enumerate(zip(row, widths))) for row in rows)
