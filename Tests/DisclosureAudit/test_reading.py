"""Tests of how outputs are read, and of twins, without the program."""

import json
import random
import unittest
from copy import copy

from auditor import fixtures
from auditor.audit import judge
from auditor.generator import random_truth
from auditor.model import Cell, Claim, Settings
from auditor.reading import CONNECTION_LINE, COUNT_LINE, COUNTS_LISTED, ROWS_USED, SYMBOL_MEANS_ENOUGH, Reader
from auditor.sightings import Sightings
from auditor.twins import twin
from auditor.writing import can_be_merged, count_rows


class Canned:
    """Answers every question with the same text."""

    sums_leave_out = False

    def __init__(self, text):
        self.text = text

    def run(self, *_):
        return self.text, ""

    def json(self, *_):
        return json.loads(self.text), ""


def named(start):
    return fixtures.truth(next(name for name in fixtures.names() if name.startswith(start)))


class Texts(unittest.TestCase):
    def test_patterns(self):
        self.assertEqual(CONNECTION_LINE.match("Schools → Mentors: refers-to (recorded; Alder)").groups(), ("Schools", "Mentors", "refers-to"))
        self.assertEqual(COUNT_LINE.match("  [c] dropped out in Alder (Q1 2024; T1).").groups(), ("[c]", "dropped out", "Alder", "Q1 2024", None))
        self.assertEqual(COUNT_LINE.match("  57 cases in the programme (T1). Computed: 42 + 3 + 12.").groups(),
                         ("57", "cases", "the programme", None, "42 + 3 + 12"))
        self.assertEqual(ROWS_USED.findall("cases.csv: 54 of 56 rows are used on the map (96.4 %)."), [("54", "56")])
        self.assertEqual(COUNTS_LISTED.findall("2 actors, 1 connection from 0 statements and 12 counts, 6 areas."), ["12"])
        self.assertTrue(SYMBOL_MEANS_ENOUGH.search(
            "Counts below 10 are left out, and others from which they could be worked out are shown as [c]."))

    def test_evidence_as_text(self):
        text = ("Schools → Mentors: refers-to (recorded; all areas)\n  61 cases in Alder (T1).\n  [c] cases in Birch (T1).\n"
                "  79 cases in the programme (T1). Computed: 61 + 4 + 14.\n\n1 connection\n")
        reader = Reader(Canned(text), named("d01a"), [None])
        reader.read_query_as_text("", None)
        cell = Cell("", "schools", "mentors", "refers-to", "cases", "", "alder")
        self.assertEqual(list(reader.seen.shown[cell]), [61])
        self.assertEqual(list(reader.seen.withheld), [cell._replace(area="birch")])
        self.assertEqual(reader.seen.told_in_words[cell._replace(area="cedar")][0], "computation in words")

    def test_rates(self):
        text = "from,relation,to,measure,period,per100,alder,alder-per100,birch,birch-per100\nschools,refers-to,mentors,cases,,,61,,[c],\n"
        reader = Reader(Canned(text), named("d01a"), [None])
        reader.read_rates({"alder": ("", "alder"), "birch": ("", "birch")}, None)
        self.assertEqual([(cell.area, list(numbers)) for cell, numbers in reader.seen.shown.items()], [("alder", [61])])
        self.assertEqual([cell.area for cell in reader.seen.withheld], ["birch"])

    def test_rates_of_an_area_of_which_only_parts_are_shown(self):
        text = "from,relation,to,measure,period,per100,alder,alder-per100\nschools,refers-to,mentors,cases,,,28,\n"
        reader = Reader(Canned(text), named("d01a"), [None])
        reader.read_rates({"alder": ("", "alder")}, None)
        self.assertEqual(reader.seen.shown, {})
        self.assertEqual([found.number for found in reader.seen.sums], [28])

    def test_a_reason_of_a_claim_tells_a_rounded_number_as_it_is_shown(self):
        for rounding, told in ((1, 1), (5, 0)):
            truth = copy(named("d01a"))
            cell = truth.rows[0]
            truth.settings = Settings(rounding=rounding)
            truth.claims = [Claim("claim-0", cell, 2)]
            truth.values = {**truth.values, cell: 15}
            answer = {"claims": [{"id": "claim-0", "verdict": "holds", "because": "the MI counts 15 cases"}]}
            reader = Reader(Canned(json.dumps(answer)), truth, [None])
            reader.read_check("", None)
            self.assertEqual(len(reader.seen.told_in_words), told)


class Misplaced(unittest.TestCase):
    """d10a: by areas what comes, for the programme what is passed on."""

    def setUp(self):
        self.truth = named("d10a")
        self.total = next(cell for cell in self.truth.rows if cell.area == "")

    def read(self, area):
        route = {"from": self.total.source, "to": self.total.target, "relation": self.total.relation}
        count = {"kind": "count", "measure": self.total.measure, "areas": [area] if area else [], "count": self.truth.values[self.total]}
        reader = Reader(Canned(json.dumps({"connections": [{**route, "evidence": [count]}]})), self.truth, [None])
        reader.read_query("", None)
        return reader.seen

    def test_what_is_said_where_it_belongs(self):
        seen = self.read("")
        self.assertEqual(list(seen.shown), [self.total])
        self.assertEqual(judge(self.truth, seen).misplaced, [])

    def test_a_number_of_the_programme_that_is_said_of_an_area(self):
        seen = self.read("alder")
        seen.listed_counts[""] = 1
        self.assertEqual((list(seen.shown), list(seen.misplaced)), ([], [self.total._replace(area="alder")]))
        finding = judge(self.truth, seen)
        self.assertTrue(finding.failed and finding.misplaced)
        self.assertEqual(finding.listed_counts, [])
        self.assertEqual(finding.withheld, len(self.truth.rows) - 1)


class Programme(unittest.TestCase):
    def test_empty_cells_that_are_read_as_merged(self):
        for areas, expected in ((["a", "", "b"], True), (["a", "b", ""], False), (["", "a", "b"], False), (["a", "", "b", "a"], False),
                                (["a", "a", "", "b"], False), ([""], False), (["a", "", "a"], False)):
            self.assertEqual(can_be_merged(areas), expected, areas)

    def test_a_word_stands_where_an_empty_cell_would_be_read_as_merged(self):
        truth = copy(named("d10a"))
        total, *others = sorted(truth.rows, key=lambda cell: cell.area)
        truth.rows = [others[0], total, others[-1]]
        self.assertEqual([row[0] for row in count_rows(truth, "")][1], "programme")
        truth.rows = [others[0], others[-1], total]
        self.assertEqual([row[0] for row in count_rows(truth, "")][-1], "")


class Declarations(unittest.TestCase):
    def test_a_map_declares_only_what_it_has(self):
        for seed in range(5001, 5200, 2):
            truth = random_truth(seed, declare=True)
            self.assertLessEqual(set(truth.declared["groups"].values()), set(truth.actors))
            relations = {cell.relation for cell in truth.rows}
            for sum_ in truth.declared["sums"]:
                if sum_["of"] == "relations":
                    self.assertLessEqual({sum_["total"], *sum_["parts"]}, relations)


class Twins(unittest.TestCase):
    def test_a_twin_obeys_the_sums_and_differs_in_what_is_withheld(self):
        truth = named("d07d")
        seen = Sightings("[c]")
        hidden = [cell for cell in truth.rows if cell.period == "2024"]
        for cell in truth.rows:
            seen.see(cell, "[c]" if cell in hidden else str(truth.values[cell]), "")
        other = twin(truth, seen, random.Random(1))
        other.check()
        changed = {cell for cell in truth.rows if other.values[cell] != truth.values[cell]}
        self.assertTrue(changed and changed <= set(hidden))

    def test_what_can_be_worked_out_has_no_twin(self):
        truth = named("d07d")
        seen = Sightings("[c]")
        for cell in truth.rows:
            seen.see(cell, "[c]" if truth.values[cell] < 10 else str(truth.values[cell]), "")
        self.assertIsNone(twin(truth, seen, random.Random(1)))


if __name__ == "__main__":
    unittest.main()
