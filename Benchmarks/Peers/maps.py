#!/usr/bin/env python3
"""Write maps of a size, on which figures of big maps are tried and timed (no real data).

  maps.py generate FOLDER [ACTORS CONNECTIONS [SECTORS [GROUPS]]]

Without sizes, FOLDER gets a map of each of 100/300, 200/600, 500/1500, 1000/5000, 2000/8000 and 10000/100000 actors and
connections. Connections follow preferential attachment, as in graphs.py; half of them rest on a statement, half on a
count, which is below 10 in every tenth. Without groups, actors belong to sectors alone.
"""
import os, random, sys

from graphs import attached

SIZES = [(100, 300), (200, 600), (500, 1_500), (1_000, 5_000), (2_000, 8_000), (10_000, 100_000)]
STAGES = ["set-up", "delivery"]
ROLES = ["set-up", "delivery", "programme-support", "co-existing-support"]
SECTORS = ["delivery-charity", "school", "local-authority", "nhs", "central-government", "voluntary-private", "families"]
HEADER = """format: 1
title: A map of {actors} actors and {connections} connections
{legend}actors: {{file: actors.csv}}
relations:
  - {{id: supports, family: support, label: supports, plural: support}}
  - {{id: refers-to, family: coordination, label: refers people to, plural: refer people to}}
interviews: {{file: interviews.csv}}
mi:
  - {{file: counts.csv, cases: [people]}}
"""


def legend(sectors):
    if sectors <= len(SECTORS):
        return SECTORS[:sectors], ""
    names = [f"sector-{number}" for number in range(sectors)]
    lines = [f"    - {{id: {name}, name: Sector {number}, fill: \"#{230 - number % 5 * 9:02X}{200 + number % 7 * 7:02X}E6\","
             f" outline: \"#{number * 37 % 96:02X}{number * 53 % 96:02X}60\"}}\n" for number, name in enumerate(names)]
    return names, "legend:\n  sectors:\n" + "".join(lines)


def write(folder, actors, connections, sectors=len(SECTORS), groups=0):
    os.makedirs(folder, exist_ok=True)
    pick = random.Random(actors * 7919 + connections)
    names, added = legend(sectors)
    with open(os.path.join(folder, "map.yaml"), "w") as out:
        out.write(HEADER.format(actors=actors, connections=connections, legend=added))
    with open(os.path.join(folder, "actors.csv"), "w") as out:
        out.write("id,name,role,sector,stage,beneficiary,group\n")
        for number in range(actors):
            # Sectors are of unlike sizes, as they are in life.
            sector = names[min(int(pick.expovariate(3 / len(names))), len(names) - 1)]
            group = f"a{number % groups}" if groups and number >= groups and number % 5 else ""
            ends = "true" if sector == "families" else ""
            out.write(f"a{number},Actor {number},{pick.choice(ROLES)},{sector},{STAGES[pick.random() < 0.7]},{ends},{group}\n")
    with open(os.path.join(folder, "interviews.csv"), "w") as said, open(os.path.join(folder, "counts.csv"), "w") as counted:
        said.write("from,to,relation,stance\n")
        counted.write("from,to,relation,measure,count\n")
        for source, target, weight in attached(actors, connections):
            relation = pick.choice(["supports", "refers-to"])
            if pick.random() < 0.5:
                said.write(f"a{source},a{target},{relation},{'unclear' if weight == 1 else 'present'}\n")
            else:
                count = weight if pick.random() < 0.1 else 10 + weight * weight
                counted.write(f"a{source},a{target},{relation},people,{count}\n")


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] != "generate":
        sys.exit(__doc__)
    if len(sys.argv) > 4:
        write(sys.argv[2], *map(int, sys.argv[3:]))
    else:
        for size in SIZES:
            write(os.path.join(sys.argv[2], "map-{}-{}".format(*size)), *size)
