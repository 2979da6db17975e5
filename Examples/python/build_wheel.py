#!/usr/bin/env python3
"""Makes a wheel with the program in it, of a program that was built before:

    python3 build_wheel.py ../../.build/release/netmap --output dist

Other options go to pip, such as `--no-build-isolation`, which takes the setuptools that is installed.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def build(program: Path, output: Path, pip_options: list[str]) -> Path:
    """Makes the wheel in the folder `output`, and returns its path."""
    expected = re.search(r'^version = "(.+)"$', (HERE / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if expected is None or version != expected.group(1):
        sys.exit(f"{program} is version {version}, and pyproject.toml says {expected and expected.group(1)}.")
    if b"libswiftCore" in program.read_bytes():
        print(f"{program} runs only where Swift's libraries are; .setup/figures builds it with them.", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        # A copy, so that no other build finds the program in the sources.
        copy, made = Path(folder) / "source", Path(folder) / "made"
        copy.mkdir()
        for name in ["pyproject.toml", "setup.py", "README.md"]:
            shutil.copy2(HERE / name, copy / name)
        # setuptools puts it into the wheel by its name.
        shutil.copy2(HERE.parents[1] / "LICENSE", copy / "LICENSE")
        shutil.copytree(HERE / "netmap", copy / "netmap", ignore=shutil.ignore_patterns("__pycache__", "bin"))
        (copy / "netmap" / "bin").mkdir()
        shutil.copy2(program, copy / "netmap" / "bin" / "netmap")
        (copy / "netmap" / "bin" / "netmap").chmod(0o755)
        command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "--wheel-dir", str(made)]
        subprocess.run([*command, *pip_options, str(copy)], check=True)
        (wheel,) = made.glob("*.whl")
        output.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy2(wheel, output / wheel.name))


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Makes a wheel with the program in it, for machines like this one.",
        epilog="The program should hold Swift's libraries, as .setup/figures builds it. Other options go to pip.",
    )
    parser.add_argument("program", type=Path, help="the program netmap, built before")
    parser.add_argument("--output", type=Path, default=Path("dist"), help="the folder for the wheel (default: dist)")
    arguments, pip_options = parser.parse_known_args()
    if not arguments.program.is_file():
        parser.error(f"there is no program {arguments.program}; .setup/figures builds .build/release/netmap")
    print(build(arguments.program.resolve(), arguments.output, pip_options))


if __name__ == "__main__":
    main()
