#!/usr/bin/env python3
"""Audits the disclosure control of netmap on random maps and on a list of known leaks: see README.md."""

import argparse
import sys
import tempfile
import time
import traceback
from multiprocessing import Pool
from pathlib import Path

from auditor import best, fixtures, probes
from auditor.audit import Finding, audit
from auditor.generator import random_truth
from auditor.program import Program
from auditor.tally import Tally
from auditor.writing import write_map


def main():
    options = arguments()
    program = Program(options.netmap)
    declare = options.declare == "half" or options.declare == "auto" and probes.reads_declarations(program)
    program.sums_leave_out = probes.sums_leave_out(program)
    jobs = [(program, options, name, None, declare) for name in fixtures.names() if options.fixtures != "off"]
    if options.fixtures != "only":
        jobs += [(program, options, None, options.seed + number, declare) for number in range(options.maps)]
    tally, failed, done, end = Tally(), 0, 0, time.monotonic() + 60 * options.minutes
    with Pool(options.processes) as pool:
        for finding, words in pool.imap_unordered(job, jobs):
            tally.add(finding, words)
            failed += finding.failed
            done += 1
            if options.verbose and finding.failed:
                print(sentences(finding), flush=True)
            if time.monotonic() > end:
                break
    print(tally.text())
    print(f"\n{failed} of {done} maps tell something of what is withheld." if failed else f"\nNothing is told in {done} maps.")
    sys.exit(1 if failed else 0)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("netmap", help="the program under audit")
    parser.add_argument("--maps", type=int, default=2000, help="how many random maps (2000)")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first map; the next has the next (1)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep maps that fail here, each with how it was worked out")
    parser.add_argument("--fixtures", choices=["with", "only", "off"], default="with", help="the list of known leaks (with)")
    parser.add_argument("--declare", choices=["auto", "half", "never"], default="auto",
                        help="whether every second map declares its sums (auto: if the program reads that)")
    parser.add_argument("--thorough", type=int, default=8, metavar="N", help="every output of every Nth map (8)")
    parser.add_argument("--best", type=int, default=4, metavar="N",
                        help="every Nth map is small, and the least to withhold is searched for it (4; 0: none)")
    parser.add_argument("--editions", choices=["all", "compared"], default="all",
                        help="what is read of two editions: every output of each, or only their comparison (all)")
    parser.add_argument("--published-with", default="", metavar="KEY",
                        help="the key under `disclosure:` by which a map names the other edition (none)")
    parser.add_argument("--processes", type=int, default=2, help="how many at once (2)")
    parser.add_argument("--minutes", type=float, default=60, help="stop after so long, with what was done (60)")
    parser.add_argument("--verbose", action="store_true", help="print how each count was worked out")
    return parser.parse_args()


def job(task):
    """The audit of one map; whatever goes wrong is a finding."""
    program, options, fixture, seed, declare = task
    small = options.best and (fixture or seed % options.best == 0)
    truth = fixtures.truth(fixture) if fixture else random_truth(seed, declare, small)
    truth.published_with = options.published_with
    thorough = fixture is not None or seed % max(1, options.thorough) == 1
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary) / truth.name
        try:
            finding = audit(program, truth, write_map(truth, place), thorough, options.editions == "all")
            if small:
                finding.best = best.least(truth)
        except Exception:
            finding = Finding(truth.name, len(truth.rows), 0, error=traceback.format_exc())
        if finding.failed and options.keep:
            keep(truth, finding, options.keep / truth.name)
    return finding, words_of(truth, fixture)


def words_of(truth, fixture):
    """What a map is counted under."""
    settings = truth.settings
    if fixture:
        return [f"known leak: {fixture[:3]}"]
    return [f"minimum {settings.minimum:2}", f"rounding {settings.rounding:2}", f"zeros {settings.zeros}",
            "case files" if truth.case_rows is not None else f"editions: {len(truth.editions)}",
            "sums declared" if truth.declared else "sums not declared"]


def keep(truth, finding, place):
    write_map(truth, place)
    (place / "how.txt").write_text(sentences(finding), encoding="utf-8")


def sentences(finding):
    lines = [f"{finding.name}: {finding.withheld} of {finding.counts} counts withheld."]
    lines += [f"  {broken.how}: " + (broken.sentence or f"[{broken.cell}] is from {broken.low} to {broken.high}.")
              for broken in finding.broken]
    lines += [f"  one output shows, another withholds: [{cell}]" for cell in finding.differ]
    lines += [f"  told in words: {words}" for words in finding.told]
    lines += [f"  the digest is published of {name}, of which not all is shown" for name in finding.digests]
    lines += [f"  number of counts: {words}" for words in finding.listed_counts]
    lines += [f"  a count that no file has: {words}" for words in finding.misplaced]
    lines += [f"  differs though only withheld counts do: {output}" for output in finding.twins or []]
    return "\n".join(lines + ([finding.error] if finding.error else [])) + "\n"


if __name__ == "__main__":
    main()
