"""Asks for the public outputs of a map, and reads them as text."""

import csv
import io
import json
import re
import tempfile
from pathlib import Path

from .model import Cell
from .program import ProgramFailed
from .sightings import Sightings

ROWS_USED = re.compile(r"(\d+) of (\d+) rows")
ROWS_OF_PROBLEM = re.compile(r"(\d+) rows")
COUNTS_LISTED = re.compile(r"statements? and (\d+) counts?\b")
SYMBOL_MEANS_ENOUGH = re.compile(r"Counts below \d+ are left out, and others .* shown as")
CONNECTION_LINE = re.compile(r"(\S+) → (\S+): (\S+) \(")
COUNT_LINE = re.compile(r"  (\S+) (.+?) in (the programme|\S+) \((?:(.+); )?T1\)\.(?: Computed: (.*)\.)?$")
PAGE_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


class Reader:
    """Reads the outputs of one truth's folders. `thorough` asks for every kind of output, not only those that every map
    is read in; `alone` reads outputs of each of two editions, and not only their comparison."""

    def __init__(self, program, truth, folders, thorough=False, alone=True):
        self.program = program
        self.truth = truth
        self.folders = dict(zip(truth.editions, folders))
        self.thorough = thorough
        self.alone = alone or len(folders) == 1
        self.seen = Sightings(truth.settings.symbol, sums_leave_out=program.sums_leave_out)
        self.rows = set(truth.rows)

    def read(self):
        """Everything that the public sees of the map."""
        for edition, folder in self.folders.items() if self.alone else ():
            self.read_check(edition, folder)
            self.read_query(edition, folder)
            if self.has_connection_of_zeros(edition):
                self.read_query(edition, folder, "--absent")
            if len(self.truth.areas) > 1:
                self.read_rates({area: (edition, area) for area in self.truth.areas}, folder)
            if self.thorough:
                self.read_measure(edition, folder)
                for area in self.truth.areas:
                    self.read_query(edition, folder, "--area", area)
                    self.read_measure(edition, folder, area)
                self.read_query_as_text(edition, folder)
                self.read_query_as_csv(edition, folder)
                self.read_filters(edition, folder)
                for area in ["", *self.truth.areas]:
                    self.read_export(edition, folder, area)
                self.read_gaps(edition, folder)
                self.read_figures(edition, folder)
                self.read_page(edition, folder)
        if len(self.folders) == 2:
            self.read_comparison_of_editions()
        return self.seen

    def has_connection_of_zeros(self, edition):
        """Such a connection is reported absent, and is listed only on request."""
        totals = {}
        for cell in self.truth.rows:
            if cell.edition == edition:
                totals[cell.route] = totals.get(cell.route, 0) + self.truth.values[cell]
        return 0 in totals.values()

    def see(self, cell, text, output):
        """A count of the evidence. Where the evidence has none, it is another's, or made up: nothing follows from what is false."""
        if cell in self.rows:
            self.seen.see(cell, text, output)
        elif text not in ("", None):
            self.seen.misplaced.setdefault(cell, f"{text}, {output}")

    def note(self, text):
        """What any output says beside its results."""
        for used, _ in ROWS_USED.findall(text):
            self.seen.used_rows.add(int(used))
        if SYMBOL_MEANS_ENOUGH.search(text):
            self.seen.symbol_means_enough = True

    def read_check(self, edition, folder):
        text, errors = self.program.run("check", folder)
        self.note(text + errors)
        for number in COUNTS_LISTED.findall(text):
            self.seen.listed_counts[edition] = int(number)
        if not (self.truth.claims or self.truth.case_rows or self.thorough):
            return
        found, errors = self.program.json("check", folder)
        self.note(errors)
        for usage in found.get("usage", []):
            if usage.get("unit") == "rows":
                self.note_usage(usage)
        for problem in found.get("problems", []):
            self.note_problem(problem)
        claims = {claim.id: claim for claim in self.truth.claims}
        for claim in found.get("claims", []):
            made = claims.get(claim["id"])
            if made is None:
                continue
            if claim["verdict"] in ("holds", "fails"):
                self.seen.at_least.append((made.cell, made.at_least, claim["verdict"] == "holds"))
            number = self.truth.values[made.cell]
            # A number that is rounded is told as it is shown, also where rounding happens to leave it as it is.
            if self.truth.settings.rounding == 1 and re.search(rf"\b{number} ", claim.get("because") or ""):
                self.seen.told_in_words.setdefault(made.cell, ("reason of a claim", "check --format json"))

    def note_usage(self, usage):
        """The number of rows used, or all rows less those that are not."""
        if isinstance(usage.get("used"), int):
            self.seen.used_rows.add(usage["used"])
        if isinstance(usage.get("total"), int) and isinstance(usage.get("notUsed"), dict):
            self.seen.used_rows.add(usage["total"] - sum(usage["notUsed"].values()))

    def note_problem(self, problem):
        """The case files are without faults: a problem that counts rows counts cases, and a small number of them is somebody's."""
        if problem.get("file") != "cases.csv" or problem.get("code") == "unmatched-value":
            return
        numbers = {problem.get("count")} | {int(number) for number in ROWS_OF_PROBLEM.findall(problem.get("message") or "")}
        for cell in self.truth.rows:
            value = self.truth.values[cell]
            if value > 1 and self.truth.settings.is_small(value) and value in numbers:      # 1 is too often something else
                self.seen.told_in_words.setdefault(cell, ("rows of a problem", "check --format json"))

    def read_query(self, edition, folder, *filters):
        output = " ".join(["query --evidence", *filters])
        found, errors = self.program.json("query", folder, "--evidence", *filters)
        self.note(errors + json.dumps(found.get("disclosure", {})))
        area = filters[filters.index("--area") + 1] if "--area" in filters else ""
        for connection in found["connections"]:
            route = (connection["from"], connection["to"], connection["relation"])
            self.seen.see_sum(edition, ((route,), None, None, area), connection.get("cases"), output)
            for place, status in connection.get("statusByArea", {}).items():
                if status in ("recorded", "both"):
                    self.seen.present.add((edition, route, place))
            for count in connection["evidence"]:
                if count["kind"] == "count":
                    place = (count["areas"] or [""])[0]
                    cell = Cell(edition, *route, count["measure"], count.get("period") or "", place)
                    number = count.get("count")
                    self.see(cell, self.seen.symbol if number is None else str(number), output)
                    self.note_computed(cell, count.get("computed"), output)

    def note_computed(self, cell, text, output):
        """A computation in words tells the counts that it names."""
        made, parts = self.truth.computed.get(cell, ("", ()))
        if text and text == made:
            for part in parts:
                self.seen.told_in_words.setdefault(part, ("computation in words", output))

    def read_query_as_csv(self, edition, folder):
        text, errors = self.program.run("query", folder, "--evidence", "--format", "csv")
        self.note(errors)
        for row in csv.DictReader(io.StringIO(text)):
            if row["kind"] == "count":
                cell = Cell(edition, row["from"], row["to"], row["relation"], row["measure"], row["period"], row["areas"])
                self.see(cell, row["count"], "query --evidence --format csv")
                self.note_computed(cell, row["computed"], "query --evidence --format csv")

    def read_query_as_text(self, edition, folder):
        """The sentences of the terminal; the names of made-up maps are their ids with a capital."""
        text, errors = self.program.run("query", folder, "--evidence")
        self.note(text + errors)
        route = None
        for line in text.splitlines():
            if header := CONNECTION_LINE.match(line):
                source, target, relation = (part.lower() for part in header.groups())
                route = (source, target, relation)
            elif (count := COUNT_LINE.match(line)) and route:
                number, measure, area, period, computed = count.groups()
                cell = Cell(edition, *route, measure, period or "", "" if area == "the programme" else area.lower())
                self.see(cell, number, "query --evidence --format text")
                self.note_computed(cell, computed, "query --evidence --format text")

    def read_filters(self, edition, folder):
        for relation in dict.fromkeys(cell.relation for cell in self.truth.rows):
            self.read_query(edition, folder, "--relation", relation)
        for source in dict.fromkeys(cell.source for cell in self.truth.rows):
            if source in self.truth.actors:         # a school from a case file may be withheld with its name
                self.read_query(edition, folder, "--from", source)

    def read_measure(self, edition, folder, area=""):
        found, errors = self.program.json("measure", folder, *(["--area", area] if area else []))
        self.note(errors)
        routes = list(dict.fromkeys(cell.route for cell in self.truth.rows if cell.edition == edition))
        for actor in found["actors"]:
            into = tuple(route for route in routes if route[1] == actor["id"])
            out = tuple(route for route in routes if route[0] == actor["id"])
            self.seen.see_sum(edition, (into, None, None, area), actor.get("casesIn"), "measure")
            self.seen.see_sum(edition, (out, None, None, area), actor.get("casesOut"), "measure")

    def read_rates(self, sides, *folders, areas=()):
        """The table of numbers by side; a side is (edition, area), with area "" for a map as a whole."""
        options = ["--areas", ",".join(areas)] if areas else []
        text, errors = self.program.run("compare", *folders, *options, "--format", "csv", "--table", "rates")
        self.note(errors)
        for row in csv.DictReader(io.StringIO(text)):
            route = (row["from"], row["to"], row["relation"])
            for side, (edition, area) in sides.items():
                cell = Cell(edition, *route, row["measure"], row["period"], area)
                if area and cell in self.rows and self.is_number_of(cell, row[side]):
                    self.seen.see(cell, row[side], "compare --table rates")
                else:
                    self.seen.see_sum(edition, ((route,), row["measure"], row["period"], area), row[side], "compare --table rates")

    def is_number_of(self, cell, text):
        """Whether this is an area's own number, or that it is withheld; not what is shown of the areas within it, added up."""
        value = self.truth.values[cell]
        return not text.isdigit() or int(text) in (value, self.truth.settings.rounded(value))

    def read_comparison_of_editions(self):
        earlier, later = self.truth.editions
        self.read_rates({name: (name, "") for name in (earlier, later)}, *self.folders.values())
        if self.truth.areas:
            sides = {f"{area}-{edition}": (edition, area) for area in self.truth.areas for edition in (earlier, later)}
            self.read_rates(sides, *self.folders.values(), areas=self.truth.areas)

    def read_export(self, edition, folder, area):
        text, errors = self.program.run("export", folder, "--as", "json", *(["--area", area] if area else []))
        self.note(errors)
        for edge in json.loads(text)["edges"]:
            route = (edge["source"], edge["target"], edge["relation"])
            self.seen.see_sum(edition, ((route,), None, None, area), edge.get("cases"), "export --as json")

    def read_gaps(self, edition, folder):
        found, errors = self.program.json("gaps", folder)
        self.note(errors)

    def read_figures(self, edition, folder):
        with tempfile.TemporaryDirectory() as place:
            self.program.run("figures", folder, "--output", place)
            manifest = json.loads((Path(place) / "manifest.json").read_text(encoding="utf-8"))
            self.seen.digests |= {(edition, entry["name"]) for entry in manifest["inputs"] if entry.get("sha256")}

    def read_page(self, edition, folder):
        with tempfile.TemporaryDirectory() as place:
            page = Path(place) / "page.html"
            self.program.run("page", folder, "--output", page)
            found = PAGE_DATA.search(page.read_text(encoding="utf-8"))
            if not found:
                raise ProgramFailed("page: no data found")
            data = json.loads(found.group(1))
        actors = [row[0] for row in data["actors"]["rows"]]
        relations = [relation["id"] for relation in data["relations"]]
        fields = data["connections"]["fields"]
        for row in data["connections"]["rows"]:
            entry = dict(zip(fields, row))
            route = (actors[entry["from"]], actors[entry["to"]], relations[entry["relation"]])
            self.seen.see_sum(edition, ((route,), None, None, ""), entry.get("cases"), "page")
