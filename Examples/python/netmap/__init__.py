"""Network maps of social programmes, from coded interviews and management information.

    from netmap import Map

    ami = Map("Maps/ami")
    ami.query(area="Knowsley", relation="refers-to")    # a pandas DataFrame
    ami.graph()                                         # a networkx MultiDiGraph
    ami.figure("5.7")                                   # a picture in Jupyter

All is done by the program netmap, of which this is a thin wrapper: options have its names (`netmap query --help`), and
tables its columns.
"""

from .figures import Figure
from .maps import Map
from .program import NetmapError, NetmapWarning, ProgramNotFound, program_path, run

__all__ = [
    "Figure", "Map", "NetmapError", "NetmapWarning", "ProgramNotFound", "program_path", "run",
]
