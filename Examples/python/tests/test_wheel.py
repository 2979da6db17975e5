"""A wheel with the program in it is made, installed and used."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

import netmap

PACKAGE = Path(__file__).resolve().parents[1]
MAPS = PACKAGE.parents[1] / "Maps"

try:
    from setuptools.command import bdist_wheel
except ImportError:
    bdist_wheel = None


@unittest.skipIf(bdist_wheel is None, "setuptools 77 or newer is not installed: pip install setuptools")
class WheelTests(unittest.TestCase):
    def run_python(self, *words: str, **variables: str) -> subprocess.CompletedProcess:
        environment = {key: value for key, value in os.environ.items() if key not in ("NETMAP", "PYTHONPATH")}
        command = [sys.executable, *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, env={**environment, **variables})

    def test_a_wheel_brings_the_program(self):
        with tempfile.TemporaryDirectory() as folder:
            built = self.run_python(
                PACKAGE / "build_wheel.py", netmap.program_path(), "--output", folder, "--no-build-isolation"
            )
            self.assertEqual(built.returncode, 0, built.stderr)
            (wheel,) = Path(folder).glob("*.whl")
            self.assertEqual(built.stdout.strip(), str(wheel))
            version = netmap.run("--version").output.strip()
            name, of_wheel, python, abi, platform = wheel.stem.split("-")
            self.assertEqual((name, of_wheel, python, abi), ("networkmaps", version, "py3", "none"))
            self.assertNotEqual(platform, "any")
            names = zipfile.ZipFile(wheel).namelist()
            self.assertIn("netmap/bin/netmap", names)
            self.assertIn(f"networkmaps-{version}.dist-info/licenses/LICENSE", names)

            site = Path(folder) / "site"
            install = ["-m", "pip", "install", "--no-deps", "--no-index", "--target", site, wheel]
            self.run_python(*install).check_returncode()
            script = (
                "import netmap; ami = netmap.Map('Maps/ami'); print(netmap.program_path());"
                "print(ami.figure('5.7')._repr_svg_()[:5], len(ami.rows('gaps')) > 0)"
            )
            # Nothing is on the path, and the folder of the sources is not where Python looks.
            used = subprocess.run(
                [sys.executable, "-c", script], capture_output=True, text=True, cwd=MAPS.parent,
                env={"PYTHONPATH": str(site), "PATH": "/nowhere"},
            )  # fmt: skip
            self.assertEqual(used.stdout.split("\n"), [str(site / "netmap/bin/netmap"), "<?xml True", ""], used.stderr)
            command = subprocess.run(
                [site / "bin" / "netmap", "--version"], capture_output=True, text=True, env={"PYTHONPATH": str(site)}
            )
            self.assertEqual(command.stdout.strip(), version, command.stderr)
        self.assertFalse((PACKAGE / "netmap" / "bin").exists() or (PACKAGE / "build").exists())

    def test_another_version_of_the_program_makes_no_wheel(self):
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder) / "netmap"
            program.write_text("#!/bin/sh\necho 0.0.1\n")
            program.chmod(0o755)
            built = self.run_python(PACKAGE / "build_wheel.py", program, "--output", folder)
            self.assertEqual((built.returncode, list(Path(folder).glob("*.whl"))), (1, []))
            self.assertIn("is version 0.0.1, and pyproject.toml says", built.stderr)


if __name__ == "__main__":
    unittest.main()
