"""The wrapper on the maps of the repository. Run in Examples/python: python3 -m unittest discover tests"""

from __future__ import annotations

import base64
import csv
import os
import stat
import subprocess
import sys
import tempfile
import unittest
import warnings
from collections import Counter
from pathlib import Path
from unittest import mock
from xml.etree import ElementTree

import netmap
from netmap import Map, NetmapError, NetmapWarning, ProgramNotFound

PACKAGE = Path(__file__).resolve().parents[1]
MAPS = PACKAGE.parents[1] / "Maps"

try:
    import pandas
except ImportError:
    pandas = None
try:
    import networkx
except ImportError:
    networkx = None

needs_pandas = unittest.skipIf(pandas is None, "pandas is not installed")
needs_networkx = unittest.skipIf(networkx is None, "networkx is not installed")

#: A map whose answers can be told by heart: who lends books to whom, 30 times in one place and 4 times in another.
DEFINITION = """\
format: 1
title: Lending
areas: [{id: "007", name: Seven}, {id: "NA", name: Nowhere}]
actors:
  - {id: "1", name: "=Library, \\"old\\"", role: delivery, sector: local-authority, stage: delivery}
  - {id: "2", name: Zoë, role: delivery, sector: families, stage: delivery, beneficiary: true}
relations: [{id: lends, family: support, label: lends books to}]
interviews: {file: interviews.csv}
mi: [{file: counts.csv, cases: [loans]}]
disclosure: {minimum: 10, excerpts: published}
"""
INTERVIEWS = 'id,area,from,to,relation,stance,excerpt\ns1,Seven,1,2,lends,present,"Books, and ""more"""\n'
COUNTS = "area,from,to,relation,measure,period,count\nSeven,1,2,lends,loans,2025,30\n"
FEW = "area,from,to,relation,measure,period,count\nSeven,1,2,lends,loans,2025,4\n"


class SmallMapTests(unittest.TestCase):
    """What can be worked out by hand."""

    def small(self, definition: str = DEFINITION, counts: str = COUNTS) -> Path:
        # A folder of its own around it, so that what lies in the folder of all programs' temporary files does not count.
        around = tempfile.TemporaryDirectory()
        self.addCleanup(around.cleanup)
        folder = Path(around.name) / "-netmap $(touch x) "
        folder.mkdir()
        for name, text in {"map.yaml": definition, "interviews.csv": INTERVIEWS, "counts.csv": counts}.items():
            (folder / name).write_text(text, "utf-8")
        return folder

    @needs_pandas
    def test_numbers_are_numbers_and_ids_are_text(self):
        row = Map(self.small()).query().iloc[0]
        self.assertEqual((row["from"], row["to"], row["areas"], row["cases"]), ("1", "2", "007", 30))
        self.assertEqual((row["statements"], row["cases_withheld"], row["cases_approximate"]), (1, False, False))

    @needs_pandas
    def test_a_withheld_number_is_no_number_and_said_to_be_there(self):
        lending = Map(self.small(counts=FEW))
        row = lending.query().iloc[0]
        self.assertTrue(pandas.isna(row["cases"]) and row["cases_withheld"])
        self.assertIn("withheld", " ".join(lending.query().attrs["notes"]))
        evidence = lending.evidence()
        self.assertEqual(list(evidence["count_withheld"]), [False, True])
        self.assertEqual(evidence["excerpt"][0], 'Books, and "more"')
        team = Map(lending.path, audience="team")
        self.assertEqual((team.query()["cases"][0], team.query()["cases_withheld"][0]), (4, False))

    @needs_pandas
    def test_an_approximate_number_is_a_number(self):
        row = Map(self.small(counts=COUNTS.replace(",30", ",~30"))).query().iloc[0]
        self.assertEqual((row["cases"], row["cases_approximate"], row["cases_withheld"]), (30, True, False))

    @needs_pandas
    def test_measures_of_one_line(self):
        measures = Map(self.small()).measures()
        self.assertEqual(list(measures.index), ["1", "2"])
        self.assertEqual(list(measures["name"]), ['=Library, "old"', "Zoë"])
        self.assertEqual((list(measures["inDegree"]), list(measures["outDegree"])), ([0, 1], [1, 0]))
        self.assertEqual((measures["casesOut"]["1"], list(measures["cutPoint"])), (30, [False, False]))

    def test_rows_need_no_pandas(self):
        rows = Map(self.small()).rows("query", from_="1", relation=["lends"])
        self.assertEqual([(row["from"], row["to"], row["cases"]) for row in rows], [("1", "2", "30")])

    def test_nothing_goes_through_a_shell_and_no_value_is_an_option(self):
        folder = self.small()
        here = os.getcwd()
        os.chdir(folder.parent)
        self.addCleanup(os.chdir, here)
        self.assertEqual(len(Map(folder.name).rows("query")), 1)
        for value in ["$(touch x)", "; touch x", "--audience=team", "-"]:
            with self.assertRaises(NetmapError) as caught:
                Map(folder.name).rows("query", from_=value)
            self.assertIn(value, caught.exception.text)
        self.assertFalse((folder.parent / "x").exists() or (folder / "x").exists())

    def test_one_figure_of_several_must_be_named(self):
        two = Map(self.small(DEFINITION + 'figures: [{id: a, title: One}, {id: b, number: "2.1", title: Two}]\n'))
        with self.assertRaisesRegex(ValueError, "2 figures; say which one: a, 2.1"):
            two.figure()
        self.assertEqual([figure.title for figure in two.figures()], ["One", "Two"])
        self.assertEqual((two.figure("a").title, two.figure("2.1").title), ("One", "Two"))

    @needs_pandas
    def test_check_lists_errors_and_others_raise_them(self):
        lending = Map(self.small(DEFINITION.replace("role: delivery", "role: nonsense", 1)))
        problems = lending.check()
        errors = problems[problems["severity"] == "error"]
        self.assertEqual(list(errors["line"]), [5])
        with self.assertRaises(NetmapError) as caught:
            lending.query()
        self.assertEqual(caught.exception.code, 1)
        self.assertIn("nonsense", str(caught.exception))
        self.assertNotIn("error", set(Map(self.small()).check()["severity"]))


class RepositoryMapTests(unittest.TestCase):
    """What networkx, the report, and scripts that share no code with netmap say of the maps of the repository."""

    def setUp(self):
        self.ami = Map(MAPS / "ami")

    @needs_pandas
    @needs_networkx
    def test_the_graph_has_the_connections_each_once_and_mutual_ones_both_ways(self):
        for name in ["ami", "wellbeing"]:
            connections, graph = Map(MAPS / name).query(), Map(MAPS / name).graph()
            self.assertIsInstance(graph, networkx.MultiDiGraph)
            lines = Counter(zip(connections["from"], connections["to"], connections["relation"]))
            mutual = {(to, end, key) for end, to, key, data in graph.edges(keys=True, data=True) if data.get("mutual")}
            self.assertEqual(bool(mutual), name == "wellbeing")
            edges = Counter(list(graph.edges(keys=True)))
            self.assertEqual(edges, lines + Counter(mutual - set(lines)))
            self.assertTrue(mutual <= set(edges))

    @needs_pandas
    @needs_networkx
    def test_measures_are_those_of_networkx_on_the_graph(self):
        for name in ["ami", "wellbeing"]:
            with self.subTest(name):
                self.compare(Map(MAPS / name))

    def compare(self, of: Map) -> None:
        graph, measures = of.graph(), of.measures()
        self.assertEqual(set(graph.nodes), set(measures.index))
        simple = networkx.DiGraph(graph)
        simple.remove_edges_from(list(networkx.selfloop_edges(simple)))
        betweenness = networkx.betweenness_centrality(simple, normalized=False)
        closeness = networkx.harmonic_centrality(simple)
        core = networkx.core_number(simple.to_undirected())
        cut_points = set(networkx.articulation_points(simple.to_undirected()))
        for actor, row in measures.iterrows():
            self.assertEqual((row["inDegree"], row["outDegree"]), (simple.in_degree(actor), simple.out_degree(actor)))
            self.assertAlmostEqual(row["betweenness"], betweenness[actor], places=9)
            self.assertAlmostEqual(row["harmonicCloseness"], closeness[actor], places=9)
            self.assertEqual((row["core"], row["cutPoint"]), (core[actor], actor in cut_points))

    @needs_pandas
    def test_the_report_says_that_mentors_and_gps_are_not_connected(self):
        self.assertTrue(self.ami.query(either=["mentors", "GP"]).empty)
        absent = self.ami.query(either=["mentors", "GP"], absent=True)
        self.assertEqual(set(absent["from"]) | set(absent["to"]), {"attendance-mentors", "gp"})
        gaps = self.ami.gaps(area="Doncaster")
        self.assertIn("send-services", set(gaps["id"]))

    @needs_pandas
    def test_cases_are_counted_as_a_script_counted_them(self):
        with open(MAPS / "case-level" / "expected-counts.csv", encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if row["area"]]
        self.assertEqual(len(rows), 52)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NetmapWarning)
            found = Map(MAPS / "case-level", audience="team").evidence()
        found = found[found["kind"] == "count"]
        keys = ["from", "relation", "to", "areas", "measure"]
        self.assertEqual(
            Counter(zip(*(found[key] for key in keys), found["count"])),
            Counter((*(row["area" if key == "areas" else key] for key in keys), int(row["count"])) for row in rows),
        )

    @needs_pandas
    def test_check_finds_what_was_planted(self):
        with open(MAPS / "case-level" / "planted.csv", encoding="utf-8") as file:
            planted = Counter((row["code"], int(row["count"])) for row in csv.DictReader(file))
        found = Map(MAPS / "case-level", audience="team").check()
        self.assertEqual(Counter(zip(found["code"], found["count"])), planted)

    @needs_pandas
    def test_what_is_not_used_is_a_warning_where_it_was_asked_for(self):
        with self.assertWarns(NetmapWarning) as caught:
            Map(MAPS / "case-level").query()
        self.assertEqual(caught.filename, __file__)
        self.assertIn("are used", str(caught.warning))

    def test_a_figure_is_what_jupyter_shows(self):
        figure = self.ami.figure("5.7")
        self.assertEqual((figure.id, figure.number), ("figure-5-7", "5.7"))
        picture = ElementTree.fromstring(figure._repr_svg_())
        self.assertEqual(picture.tag, "{http://www.w3.org/2000/svg}svg")
        self.assertIn("Poverty Fund", "".join(picture.itertext()))
        self.assertTrue(figure._repr_png_().startswith(b"\x89PNG\r\n\x1a\n"))
        page = ElementTree.fromstring(figure._repr_html_().replace(">", "/>"))
        self.assertEqual(page.get("alt"), figure.alternative)
        self.assertEqual(base64.b64decode(page.get("src").split(",")[1]).decode("utf-8"), figure.svg)
        self.assertIn("not so that Attendance Mentors refer young people to Youth and sports clubs", figure.text)
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(figure.save(Path(folder) / "f.svg").read_text("utf-8"), figure.svg)
            self.assertEqual(figure.save(Path(folder) / "f.png").read_bytes(), figure.png)
            self.assertRaises(ValueError, figure.save, Path(folder) / "f.jpeg")
        around = self.ami.figure(around="gp", steps=1)
        self.assertIn("GP", around.svg)

    def test_errors_carry_the_words_of_the_program(self):
        with self.assertRaisesRegex(NetmapError, "there is no area .Narnia. on this map. It has: Don") as caught:
            self.ami.rows("query", area="Narnia")
        self.assertEqual(caught.exception.code, 2)
        self.assertRaisesRegex(NetmapError, "Unknown option", self.ami.rows, "query", colour="red")
        self.assertRaisesRegex(FileNotFoundError, "no map 'nowhere'", Map, "nowhere")


class ProgramTests(unittest.TestCase):
    """Where the program is looked for, and what is said without it."""

    def environment(self, **variables: str):
        return mock.patch.dict(os.environ, variables)

    def test_looks_where_netmap_says_then_on_the_path(self):
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder) / "netmap"
            program.write_text("#!/bin/sh\necho here\n")
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
            with mock.patch("netmap.program.BUNDLED", Path(folder) / "nothing"):
                with self.environment(NETMAP=str(program), PATH="/nowhere"):
                    self.assertEqual(netmap.program_path(), str(program))
                with self.environment(NETMAP="", PATH=folder):
                    self.assertEqual(netmap.program_path(), str(program))
                with self.environment(NETMAP=folder):
                    self.assertRaisesRegex(ProgramNotFound, "no program is there", netmap.program_path)
                with self.environment(NETMAP="", PATH="/nowhere"):
                    self.assertRaisesRegex(ProgramNotFound, "variable NETMAP", netmap.program_path)
            with mock.patch("netmap.program.BUNDLED", program), self.environment(NETMAP="/bin/false"):
                self.assertEqual(netmap.run("anything").output, "here\n")

    def test_says_what_to_install_where_pandas_and_networkx_are_not(self):
        script = (
            "import sys; sys.modules.update(pandas=None, networkx=None)\n"
            f"from netmap import Map; ami = Map({str(MAPS / 'ami')!r})\n"
            "for ask in (ami.query, ami.check, ami.graph):\n"
            "    try: ask()\n"
            "    except ImportError as error: print(error)\n"
            "print(len(ami.rows('gaps')) > 0)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PACKAGE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
        lines = done.stdout.splitlines()
        self.assertEqual(["pandas" in line for line in lines], [True, True, False, False], done.stderr)
        self.assertIn("networkx 3.4 or newer", lines[2])
        self.assertEqual(lines[3], "True")


if __name__ == "__main__":
    unittest.main()
