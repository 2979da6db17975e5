"""Two maps that differ only in what is withheld must look the same: every output, to the byte.

This finds what nobody thought of: widths of lines, order, sizes of files, verdicts, digests."""

import random
import tempfile
from copy import copy
from pathlib import Path

from .knowledge import known_from
from .reading import Reader
from .solver import Component, Contradiction
from .system import System
from .writing import write_map

TRIES = 3


def telling_outputs(program, truth, seen):
    """Outputs that differ between the map and a twin; None if no twin was found that is treated alike."""
    if truth.case_rows is not None or len(truth.editions) > 1 or truth.computed:
        return None
    for number in range(TRIES):
        other = twin(truth, seen, random.Random(number))
        if other is None:
            return None
        with tempfile.TemporaryDirectory() as place:
            first = outputs(program, truth, Path(place))
            second = outputs(program, other, Path(place))
            if not same_counts(program, truth, other, Path(place)):
                continue            # the control withholds other counts of the twin: it cannot be compared
        return [name for name in first if first[name] != second.get(name)]
    return None


def twin(truth, seen, rng):
    """Another map that fits what was seen: small counts stay small, large ones large; or None if there is no other."""
    system, withheld = known_from(truth, seen)
    for cell in withheld:
        known, small = system.cells[cell], truth.settings.is_small(truth.values[cell])
        if small:
            known.narrow(high=truth.settings.minimum - 1)
        else:
            known.narrow(low=truth.settings.minimum, high=2 * truth.values[cell] + 10)
    for cell in truth.rows:
        if cell in seen.shown:
            system.cells[cell].narrow(truth.values[cell], truth.values[cell])
    values = dict(truth.values)
    try:
        for relations in System(system.cells, system.relations).components():
            component = Component(system.cells, relations)
            if component.index:
                values.update(component.some_point(rng))
    except Contradiction:
        return None
    if all(values[cell] == truth.values[cell] for cell in truth.rows):
        return None
    other = copy(truth)
    other.values = values
    return other


def same_counts(program, truth, other, place):
    """Whether the same counts are shown and withheld in both, with the same numbers."""
    seen = []
    for map_ in (truth, other):
        reader = Reader(program, map_, write_map(map_, place / "counts"))
        reader.read_query("", reader.folders[""])
        seen.append({cell: set(numbers) for cell, numbers in reader.seen.shown.items()} | dict.fromkeys(reader.seen.withheld, "symbol"))
    return seen[0] == seen[1]


def outputs(program, truth, place):
    """Every output by its name."""
    folder = write_map(truth, place / "map")[0]
    found = {}
    commands = [("check",), ("check", "--format", "json"), ("query",), ("query", "--evidence", "--format", "json"), ("measure",),
                ("measure", "--format", "json"), ("gaps",), ("gaps", "--format", "json"), ("export", "--as", "json")]
    if len(truth.areas) > 1:
        commands += [("compare",), ("compare", "--format", "json"), ("compare", "--format", "csv", "--table", "rates")]
    for verb, *options in commands:
        found[" ".join([verb, *options])] = "".join(program.run(verb, folder, *options))
    program.run("page", folder, "--output", place / "page.html")
    found["page"] = (place / "page.html").read_bytes()
    program.run("figures", folder, "--output", place / "figures")
    for path in sorted((place / "figures").iterdir()):
        found[f"figures: {path.name}"] = path.read_bytes()
    return found
