"""The program netmap: where it is, how it is run, and what it says when something is wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, Mapping, Union

#: What an option can be: `True` stands for the option alone, a list for the option several times.
Option = Union[str, int, float, bool, None, Iterable[Union[str, int, float]]]


class NetmapError(RuntimeError):
    """The program ended with an error.

    `code` is its exit code (1: the map or its evidence has errors, 2: wrong usage), and `text` what it said.
    """

    def __init__(self, code: int, text: str, command: list[str]) -> None:
        self.code = code
        self.text = text
        self.command = command
        super().__init__(text or f"netmap ended with code {code} and said nothing")


class ProgramNotFound(NetmapError):
    """There is no program netmap, or it cannot be started."""


class NetmapWarning(UserWarning):
    """The program did what it was asked for, and has something to say about it, such as rows that are not used."""


@dataclass(frozen=True)
class Run:
    """What a run left: its exit code, what it printed, and what it said beside that."""

    code: int
    output: str
    text: str

    @property
    def notes(self) -> list[str]:
        """What was said beside the output, a line each."""
        return [line for line in self.text.splitlines() if line.strip()]


BUNDLED = Path(__file__).parent / "bin" / "netmap"


def program_path() -> str:
    """The path of the program: the one in the wheel, else what the variable NETMAP says, else the first on the PATH."""
    if BUNDLED.is_file():
        return str(BUNDLED)
    named = os.environ.get("NETMAP")
    if named:
        if not os.access(named, os.X_OK) or os.path.isdir(named):
            raise ProgramNotFound(127, f"NETMAP says {named!r}, and no program is there.", [named])
        return named
    found = shutil.which("netmap")
    if found:
        return found
    raise ProgramNotFound(
        127,
        "There is no program netmap. Install a wheel that holds it, put it on the PATH, or say where it is in the"
        " environment variable NETMAP, such as NETMAP=/opt/netmap/netmap.",
        ["netmap"],
    )


def arguments(options: Mapping[str, Option]) -> list[str]:
    """Options as the program takes them: `leave_out="informant"` is `--leave-out=informant`.

    A name may end in `_` where Python keeps the word for itself (`from_`, `as_`, `for_`).
    """
    words = []
    for name, value in options.items():
        option = "--" + name.rstrip("_").replace("_", "-")
        if value is None or value is False:
            continue
        values = [value] if isinstance(value, (str, bool, int, float)) else list(value)
        # With "=", a value that begins with "-" is no option.
        words += [option if each is True else f"{option}={each}" for each in values]
    return words


def run(*words: Union[str, os.PathLike], fails: Iterable[int] = (1, 2)) -> Run:
    """Runs the program with these words, as they are and without a shell, and returns what it left.

    Raises `NetmapError` if it ends with a code of `fails`, or with one that the program does not know.
    """
    command = [program_path(), *(os.fspath(word) for word in words)]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except OSError as error:
        raise ProgramNotFound(126, f"{command[0]} cannot be started: {error.strerror}.", command) from error
    text = done.stderr.decode("utf-8", "replace").strip()
    if "error while loading shared libraries" in text or "Library not loaded" in text:
        text += (
            "\nnetmap needs Graphviz and a few libraries, which are missing here. On Debian and Ubuntu:"
            " apt-get install libgvc6 libexpat1 zlib1g libmd0 libyaml-0-2 fonts-dejavu-core;"
            " on macOS: brew install graphviz expat zlib libmd libyaml"
        )
        raise ProgramNotFound(done.returncode, text, command)
    if done.returncode in fails or done.returncode not in (0, 1, 2):
        raise NetmapError(done.returncode, text, command)
    result = Run(done.returncode, done.stdout.decode("utf-8", "replace"), text)
    for note in result.notes:
        if note.startswith("netmap: "):
            warnings.warn(note[len("netmap: ") :], NetmapWarning, stacklevel=_steps_to_caller())
    return result


def _steps_to_caller() -> int:
    """How many calls above `run` the code stands that called this package."""
    steps, frame = 1, sys._getframe(1)
    while frame.f_back is not None and Path(frame.f_code.co_filename).parent == Path(__file__).parent:
        steps, frame = steps + 1, frame.f_back
    return steps


def main() -> None:
    """The command `netmap` of a wheel that holds the program: becomes the program."""
    os.execv(BUNDLED, ["netmap", *sys.argv[1:]])
