"""Maps, and what they are asked for."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from typing import TYPE_CHECKING, Any, Mapping, Sequence, TypedDict, Union

from .figures import Figure, draw
from .program import Option, Run, arguments, run

if TYPE_CHECKING:
    import networkx
    import pandas
    from typing_extensions import Unpack

Words = Union[str, Sequence[str]]


class Filters(TypedDict, total=False):
    """What every answer can be narrowed by; `netmap query --help` says it of each. A list asks for several."""

    area: str
    period: str
    collapse: Union[Words, bool]
    attribution: Words
    frequency: Words
    informant: Words
    coder: str


class ConnectionFilters(Filters, total=False):
    """Which connections count."""

    relation: Words
    family: Words
    role: Words
    sector: Words
    stage: Words
    attribute: Words


class QueryFilters(ConnectionFilters, total=False):
    """Which connections are listed."""

    from_: Words
    to: Words
    either: Words
    status: Words
    unplaced: bool
    absent: bool


class MeasureFilters(ConnectionFilters, total=False):
    """What is measured; `netmap measure --help` says it of each."""

    without: Words
    through_activities: bool
    around_beneficiaries: bool
    all_actors: bool


#: What the program puts before a text that a spreadsheet would take for a formula.
FORMULA = re.compile(r"^'(?=[=+\-@\t\r])")

#: Numbers of the MI. Beside each stand two columns, NAME_withheld (there is one that is not told) and NAME_approximate.
CASES = {"query": ("cases", "count"), "measure": ("casesIn", "casesOut")}

#: Other columns of numbers. All that are not named, but those of measures, are text: an area can be called 007.
NUMBERS = ("statements", "statements_against", "steps", "line", "column", "count")


class Map:
    """A map: a folder with map.yaml, or a workbook.

    Outputs are for the public, as the program's are, unless `audience="team"` asks for what only the team may see. A
    map with errors gives nothing but these, unless `despite_errors` asks for what could be read.
    """

    def __init__(
        self, path: Union[str, os.PathLike], *, audience: str = "public", despite_errors: bool = False
    ) -> None:
        if not os.path.exists(path):
            raise FileNotFoundError(f"There is no map {os.fspath(path)!r}; mind the spelling and where you are.")
        # As it was given, since the program names files by it; what begins with "-" would be an option.
        self.path = os.path.join(".", path) if os.fspath(path).startswith("-") else os.fspath(path)
        self.audience = audience
        self.despite_errors = despite_errors

    def __repr__(self) -> str:
        return f"Map({self.path!r}, audience={self.audience!r})"

    @property
    def _shared(self) -> dict[str, Option]:
        return {"audience": self.audience, "despite_errors": self.despite_errors}

    def _run(self, verb: str, options: Mapping[str, Any]) -> Run:
        return run(verb, self.path, *arguments({**self._shared, **options}))

    def query(self, **filters: Unpack[QueryFilters]) -> pandas.DataFrame:
        """Who connects to whom: a row a connection.

        `cases` holds the MI's numbers; `cases_withheld` says where there is one that is not told, `cases_approximate`
        where it is about so much.
        """
        return self._table("query", filters)

    def evidence(self, **filters: Unpack[QueryFilters]) -> pandas.DataFrame:
        """What connections rest on: a row a statement or number."""
        return self._table("query", {**filters, "evidence": True})

    def routes(
        self,
        from_: str,
        to: str,
        *,
        within: int = 3,
        through_activities: bool = False,
        **filters: Unpack[ConnectionFilters],
    ) -> pandas.DataFrame:
        """The routes from one actor to another: a row a route, with its actors in `route`."""
        options = {"from_": from_, "to": to, "within": within, "through_activities": through_activities}
        return self._table("query", {**filters, **options, "routes": True})

    def measures(self, **filters: Unpack[MeasureFilters]) -> pandas.DataFrame:
        """Who is central, who bridges, and what hangs on whom: a row an actor, indexed by its id."""
        return self._table("measure", filters).set_index("id")

    def leave_out(self, source: str = "informant", **filters: Unpack[ConnectionFilters]) -> pandas.DataFrame:
        """What changes if each group of informants is left out in turn, or each `"interview"` (for the team)."""
        return self._table("measure", {**filters, "leave_out": source})

    def gaps(self, **filters: Unpack[Filters]) -> pandas.DataFrame:
        """What is missing, and how that is known: a row a gap."""
        return self._table("gaps", filters)

    def check(self) -> pandas.DataFrame:
        """Every problem of the map's definition and evidence, with its place: a row a problem, none if all is well."""
        pandas = _pandas()
        # The map's errors are the answer here, not a failure.
        result = run("check", self.path, f"--audience={self.audience}", "--format=csv", fails=(2,))
        return _frame(pandas, "check", result)

    def graph(self, **filters: Unpack[Filters]) -> networkx.MultiDiGraph:
        """The map as a graph of networkx: actors by their ids, a line a connection, keyed by its relation."""
        try:
            import networkx
        except ImportError as error:
            raise ImportError("networkx 3.4 or newer is needed for graphs: pip install networkx") from error
        data = json.loads(self._run("export", {**filters, "as": "json"}).output)
        return networkx.node_link_graph(data, edges="edges")

    def figure(self, id: Union[str, None] = None, **options: Option) -> Figure:
        """A figure by its id or number, such as `"5.7"`; or the one that options ask for, such as `around="mentors"`.

        Options are those of `netmap figures`: `area="Salford"`, `legend="off"`, `as_="matrix"`, `for_="print"`.
        """
        figures = draw(self.path, self._shared, {**options, "only": id})
        if len(figures) != 1 and id is None:
            names = ", ".join(figure.number or figure.id for figure in figures)
            raise ValueError(f"The map has {len(figures)} figures; say which one: {names}.")
        return figures[0]

    def figures(self, **options: Option) -> list[Figure]:
        """All figures of the map, in its order."""
        return draw(self.path, self._shared, options)

    def rows(self, verb: str, **options: Option) -> list[dict[str, str]]:
        """What a verb prints as a table (`query`, `measure`, `gaps`, `check`), as texts and without pandas."""
        fails = (2,) if verb == "check" else (1, 2)
        shared: dict[str, Option] = {"audience": self.audience} if verb == "check" else self._shared
        result = run(verb, self.path, *arguments({**shared, **options, "format": "csv"}), fails=fails)
        table = csv.DictReader(io.StringIO(result.output, newline=""))
        return [{name: FORMULA.sub("", cell) for name, cell in row.items()} for row in table]

    def _table(self, verb: str, options: Mapping[str, Any]) -> pandas.DataFrame:
        pandas = _pandas()
        return _frame(pandas, verb, self._run(verb, {**options, "format": "csv"}))


def _pandas():
    try:
        import pandas
    except ImportError as error:
        raise ImportError(
            "pandas is needed for tables: pip install pandas. Without it, Map.rows(verb, ...) gives lists of rows."
        ) from error
    return pandas


def _frame(pandas, verb: str, result: Run) -> pandas.DataFrame:
    """The program's table; `frame.attrs["notes"]` holds what it said beside it, such as which numbers are withheld."""
    frame = pandas.read_csv(io.StringIO(result.output, newline=""), dtype=str, keep_default_na=False, na_values=[""])
    frame.columns = [name.replace("-", "_") for name in frame.columns]
    holds_measures = verb == "measure" and "id" in frame
    for name in list(frame.columns):
        texts = frame[name]
        if name in CASES.get(verb, ()):
            numbers = pandas.to_numeric(texts.str.removeprefix("~"), errors="coerce")
            place = frame.columns.get_loc(name) + 1
            frame.insert(place, f"{name}_withheld", texts.notna() & numbers.isna())
            frame.insert(place + 1, f"{name}_approximate", texts.fillna("").str.startswith("~"))
            frame[name] = numbers.astype("Int64")
        elif name in NUMBERS or holds_measures and name not in ("id", "name"):
            frame[name] = _numbers(pandas, texts)
        else:
            frame[name] = texts.str.replace(FORMULA, "", regex=True)
    frame.attrs["notes"] = result.notes
    return frame


def _numbers(pandas, texts):
    """A column of yes and no, of whole numbers, or of others."""
    told = texts.dropna()
    if len(told) and told.isin(["true", "false"]).all():
        return texts.map({"true": True, "false": False}).astype("boolean")
    if told.str.fullmatch(r"-?\d+").all():
        return pandas.to_numeric(texts).astype("Int64")
    return pandas.to_numeric(texts)
