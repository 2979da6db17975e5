"""Known leaks: small made-up maps in known-leaks/*.txt, some of each kind, and a few case files."""

import random
import re
from functools import cache
from pathlib import Path

from . import declarations
from .casefiles import case_map
from .model import Cell, Claim, Settings, Sum, Truth

FOLDER = Path(__file__).parent.parent / "known-leaks"
ROW = re.compile(r"(?P<unseen>unseen )?(?P<label>\w): *(?P<place>[^|]*)\|(?P<route>[^|]*)\|(?P<measure>[^|]*)\|(?P<period>[^|]*)\|"
                 r" *(?P<count>\d+) *(?:\| *(?P<computed>.*))?$")
SUM = re.compile(r"(?P<kind>[\w ]+): (?P<total>\w) = (?P<parts>[\w +]+)$")
CLAIM = re.compile(r"claim: (?P<label>\w) at least (?P<number>\d+)$")


def names():
    return [*texts(), *CASE_FILES]


def truth(name):
    made = from_case_file(name) if name in CASE_FILES else from_text(name, texts()[name])
    made.check()
    return made


@cache
def texts():
    """Each map's text by its name."""
    found = {}
    for path in sorted(FOLDER.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            name, _, text = part.partition("\n")
            found[name] = text
    return found


def from_text(name, text):
    """A map from lines of settings, rows, sums and claims; rows that are unseen are in no file. `declared`: map.yaml says the sums."""
    settings, cells, values, rows, sums, claims, computed = Settings(), {}, {}, [], [], [], {}
    for line in sorted(filter(None, text.splitlines()), key=lambda line: not ROW.match(line)):
        if line.startswith("settings: "):
            words = dict(entry.split() for entry in line.removeprefix("settings: ").split(", "))
            settings = Settings(**{key: int(word) if word.isdigit() else word for key, word in words.items()})
        elif found := CLAIM.match(line):
            claims.append(Claim(f"claim-{len(claims)}", cells[found["label"]], int(found["number"])))
        elif found := ROW.match(line):
            cell = cell_of(found)
            cells[found["label"]], values[cell] = cell, int(found["count"])
            if not found["unseen"]:
                rows.append(cell)
            if found["computed"]:
                computed[cell] = found["computed"]
        elif found := SUM.match(line):
            parts = tuple(cells[label] for label in found["parts"].split(" + "))
            sums.append(Sum(found["kind"], cells[found["total"]], parts))
        elif line != "declared":
            raise ValueError(f"{name}: {line}")
    for cell, labels in computed.items():
        parts = tuple(cells[label] for label in labels.split(" + "))
        computed[cell] = (" + ".join(str(values[part]) for part in parts), parts)
    truth = Truth(name.split()[0], settings, values, rows, sums,
                 areas=list(dict.fromkeys(cell.area for cell in rows if cell.area)),
                 actors=list(dict.fromkeys(actor for cell in rows for actor in (cell.source, cell.target))),
                 case_measures=list(dict.fromkeys(cell.measure for cell in rows)),
                 editions=list(dict.fromkeys(cell.edition for cell in rows)), computed=computed, claims=claims)
    if "declared" in text.splitlines():
        truth.declared = declarations.of(truth)
    return truth


def cell_of(found):
    edition, _, area = found["place"].strip().rpartition("/")
    source, relation, target = found["route"].split()
    return Cell(edition, source, target, relation, found["measure"].strip(), found["period"].strip(), area)


CASE_FILES = {      # name: (minimum, zeros, areas, sources, years?, sexes?, counts in the order of the leaves, schools each?)
    "d01f all rows are used, all but one count is shown": (10, "shown", 3, 1, False, False, [20, 4, 30]),
    "d01g the same with two sources": (10, "shown", 1, 2, False, False, [50, 3]),
    "d01h the same with two years": (5, "shown", 1, 1, True, False, [26, 2]),
    "d02e a case file of which a count is withheld": (10, "withheld", 2, 1, False, False, [20, 6]),
    "d06f rules for all, for girls and for boys": (10, "shown", 1, 1, False, True, [24, 5]),
    "d09f rules for all and for each year": (10, "shown", 2, 1, True, False, [24, 15, 31, 8]),
    "d07f rules for all schools and for each": (10, "shown", 1, 3, False, False, [27, 14, 5], True),
    "d07g the same, with what is small left out": (10, "withheld", 1, 3, False, False, [27, 14, 5], True),
    "d01i a school whose name is nearly another's": (10, "shown", 1, 2, False, False, [27, 4], True),
}


def from_case_file(name):
    minimum, zeros, areas, sources, years, sexes, counts, *each = CASE_FILES[name]
    made = case_map(random.Random(1), Settings(minimum, 1, zeros), areas, sources, years, sexes, counts=counts,
                    each=bool(each), with_total=bool(each))
    made.name = name.split()[0]
    return made
