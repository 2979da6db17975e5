"""What the program does by rule, found out by trying: everybody who holds the program can do so."""

import tempfile
from pathlib import Path

from .generator import random_truth
from .model import Cell, Settings, Truth
from .writing import write_map


def reads_declarations(program):
    """Whether the program takes the words by which a map declares its sums."""
    seed = next(seed for seed in range(1, 99, 2) if "nested areas" in {sum_.kind for sum_ in random_truth(seed).sums})
    with tempfile.TemporaryDirectory() as place:
        return program.accepts(write_map(random_truth(seed, declare=True), Path(place))[0])


def sums_leave_out(program):
    """Whether sums that outputs work out leave out what is withheld without a word; otherwise they are withheld themselves."""
    cells = [Cell("", "schools", "mentors", "refers-to", "cases", "", area) for area in ("alder", "birch")]
    truth = Truth("probe", Settings(zeros="withheld"), dict(zip(cells, (42, 3))), cells, [], ["alder", "birch"],
                  ["schools", "mentors"], ["cases"])
    with tempfile.TemporaryDirectory() as place:
        found, _ = program.json("query", write_map(truth, Path(place))[0])
    return any(connection.get("cases") == 42 for connection in found["connections"])
