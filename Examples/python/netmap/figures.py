"""Figures of maps, as Jupyter shows them."""

from __future__ import annotations

import base64
import html
import json
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

from .program import Option, arguments, run


@dataclass(frozen=True)
class Figure:
    """A figure: its picture as SVG and PNG, and its words for who does not see it. Jupyter shows it as it is."""

    #: The figure's id, such as `figure-5-7`; its files are called so.
    id: str
    #: Its number in the report, if it has one, such as `5.7`.
    number: str
    title: str
    #: What can be seen, in a sentence or two: the alternative text of the picture.
    alternative: str
    #: The whole text alternative, as Markdown: who connects to whom.
    text: str = field(repr=False)
    svg: str = field(repr=False)
    png: bytes = field(repr=False)

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_png_(self) -> bytes:
        return self.png

    def _repr_html_(self) -> str:
        # What notebooks prefer: no wider than they are, and with the alternative text, which their SVG has not.
        picture = base64.b64encode(self.svg.encode("utf-8")).decode("ascii")
        alternative = html.escape(self.alternative)
        style = "max-width: 100%; height: auto"
        return f'<img alt="{alternative}" style="{style}" src="data:image/svg+xml;base64,{picture}">'

    def save(self, path: Union[str, os.PathLike]) -> Path:
        """Writes the picture (`.svg` or `.png`) or its text alternative (`.md`), by its ending, and returns it."""
        path = Path(path)
        forms = {".svg": self.svg.encode("utf-8"), ".png": self.png, ".md": self.text.encode("utf-8")}
        if path.suffix.lower() not in forms:
            raise ValueError(f"{path.name} should end in .svg, .png or .md")
        path.write_bytes(forms[path.suffix.lower()])
        return path


def draw(map_path: str, shared: dict[str, Option], options: dict[str, Option]) -> list[Figure]:
    """Draws figures of a map, in its order."""
    with tempfile.TemporaryDirectory(prefix="netmap-") as folder:
        asked = {**shared, **options, "image_format": "svg,png", "output": folder}
        run("figures", map_path, *arguments(asked))
        manifest = json.loads((Path(folder) / "manifest.json").read_text("utf-8"))
        return [
            Figure(
                id=entry["id"], number=entry.get("number") or "", title=entry["title"],
                alternative=entry["alternative"],
                text=(Path(folder) / f"{entry['id']}.md").read_text("utf-8"),
                svg=(Path(folder) / f"{entry['id']}.svg").read_text("utf-8"),
                png=(Path(folder) / f"{entry['id']}.png").read_bytes(),
            )
            for entry in manifest["figures"]
        ]  # fmt: skip
