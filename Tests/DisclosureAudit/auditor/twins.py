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

TRIES = 8       # each twin may differ by more than the one before


def telling_outputs(program, truth, seen):
    """Outputs that differ between the map and a twin; None if no twin was found that is treated alike."""
    if truth.case_rows is not None or len(truth.editions) > 1 or truth.computed:
        return None
    for number in range(TRIES):
        other = twin(truth, seen, random.Random(number), most=2**number)
        if other is None:
            continue
        with tempfile.TemporaryDirectory() as place:
            if same_counts(program, truth, other, Path(place)):     # else it cannot be compared
                first, second = outputs(program, truth, Path(place)), outputs(program, other, Path(place))
                return [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)]
    return None


def twin(truth, seen, rng, most):
    """Another map that fits what was seen, with counts that differ by `most` at most: small ones stay small, large ones large; or
    None if there is no other."""
    system, withheld = known_from(truth, seen)
    for cell in withheld:
        known, small = system.cells[cell], truth.settings.is_small(truth.values[cell])
        if small:
            known.narrow(high=truth.settings.minimum - 1)
        else:
            known.narrow(low=truth.settings.minimum)
        known.narrow(truth.values[cell] - most, truth.values[cell] + most)
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
    for command in commands(truth):
        found[" ".join(command)] = program.answer(command[0], folder, *command[1:])
    for verb, *options in [("page",), ("report",), ("figures",), *(("figures", *narrowed) for narrowed in filters(truth))]:
        target = place / "made" if verb == "figures" else place / f"{verb}.html"
        name = " ".join([verb, *options])
        found[name] = program.answer(verb, folder, *options, "--output", target)
        for path in sorted(target.glob("*")) if verb == "figures" else [target]:
            found[f"{name}: {path.name}"] = path.read_bytes()
    return found


def commands(truth):
    """What is asked of a map, as a whole and narrowed in every way."""
    found = [("check",), ("check", "--format", "json"), ("query",), ("export", "--as", "graphml"),
             ("query", "--role", "delivery", "--sector", "families"), ("query", "--routes", "--from", "schools", "--to", "mentors"),
             ("query", "--status", "said", "--format", "json"), ("measure", "--without", "mentors", "--format", "json")]
    for narrowed in [(), *filters(truth)]:
        for verb in ["query", "measure", "gaps"]:
            found += [(verb, *narrowed), (verb, *narrowed, "--format", "json")]
        found += [("query", *narrowed, "--evidence", "--format", "json"), ("export", *narrowed, "--as", "json")]
        if "--area" in narrowed or "--period" in narrowed:
            found += [("query", *narrowed, "--status", status, "--format", "json") for status in ["recorded", "not-found"]]
            found += [("query", *narrowed, "--unplaced", "--format", "json"), ("query", *narrowed, "--absent", "--format", "json")]
    periods = [options[1] for options in filters(truth) if options[0] == "--period"]
    for sides in [()] * (len(truth.areas) > 1) + [("--periods", ",".join(periods))] * (len(periods) > 1):
        found += [("compare", *sides), ("compare", *sides, "--format", "json"), ("compare", *sides, "--format", "csv", "--table", "rates")]
    if {"schools", "mentors"} - set(truth.actors):
        found = [command for command in found if "schools" not in command and "mentors" not in command]
    return found


def filters(truth):
    """The options that narrow a map to an area, to a period, to both, or fold its groups."""
    periods = list(dict.fromkeys(cell.period for cell in truth.rows if cell.period))
    found = [("--area", area) for area in truth.areas] + [("--period", period) for period in periods]
    found += [("--area", truth.areas[0], "--period", periods[0])] if truth.areas and periods else []
    found += [("--collapse", group) for group in dict.fromkeys(truth.declared.get("groups", {}).values())]
    return found
