"""What pyproject.toml cannot say: a wheel that holds the program is of one platform, and brings its command."""

from pathlib import Path

from setuptools import Distribution, setup
from setuptools.command.bdist_wheel import bdist_wheel

HOLDS_PROGRAM = (Path(__file__).parent / "netmap" / "bin" / "netmap").is_file()


class PlatformDistribution(Distribution):
    def has_ext_modules(self) -> bool:
        return HOLDS_PROGRAM


class PlatformWheel(bdist_wheel):
    """A wheel for any Python 3, of the machine's platform if the program is in it."""

    def get_tag(self) -> "tuple[str, str, str]":
        return "py3", "none", super().get_tag()[2]


setup(
    distclass=PlatformDistribution,
    cmdclass={"bdist_wheel": PlatformWheel},
    # Without the program in it, a command of that name would only hide the one that is installed.
    entry_points={"console_scripts": ["netmap = netmap.program:main"]} if HOLDS_PROGRAM else {},
)
