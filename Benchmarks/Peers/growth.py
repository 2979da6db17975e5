#!/usr/bin/env python3
"""Show how the time and memory of netmap grow with the size of a map, each size tenfold (made-up maps, no real data).

  growth.py NETMAP [CASE ...]      print a table as Markdown; CASE is a line's first words, such as "areas"

For each line a map is made in a temporary folder, of which one thing is many and all else is few. The table gives seconds
of processor time, of all threads, and the peak of memory, of one run. What takes more than a minute is stopped, and the
tenfold of it is not tried. Growth is n log n or less where the last column, the time of the largest size over that of the one
before, stays under 14 or so; where times are a few hundredths, the start of the process is most of them.
"""
import os, random, resource, signal, subprocess, sys, tempfile

LONGEST = 60
TOP = "format: 1\ntitle: A map that grows\n"
ROLE = "role: other, sector: nhs, stage: delivery"
RELATIONS = "relations:\n  - {id: helps, family: support, label: helps, plural: help}\n"
SOME = "actors:\n" + "".join(f"  - {{id: s{number}, name: Some {number}, {ROLE}}}\n" for number in range(20)) + RELATIONS


def pairs(actors, count, prefix="s"):
    pick = random.Random(count)
    return [(f"{prefix}{pick.randrange(actors)}", f"{prefix}{pick.randrange(actors)}") for _ in range(count)]


def rows(header, lines):
    return header + "\n" + "".join(line + "\n" for line in lines)


def actors_csv(count, name="Actor {}"):
    return rows("id,name,role,sector,stage", (f"s{n},{name.format(n)},other,nhs,delivery" for n in range(count)))


def statements(ends, more=lambda number: ""):
    return rows("id,area,from,to,relation", (f"t{n},{more(n)},{a},{b},helps" for n, (a, b) in enumerate(ends)))


def map_of(actors, count, name="Actor {}"):
    """Actors in a table, and statements of them."""
    return {"map.yaml": TOP + "actors: {file: actors.csv}\n" + RELATIONS + "interviews: {file: interviews.csv}\n",
            "actors.csv": actors_csv(actors, name), "interviews.csv": statements(pairs(actors, count))}


def listed(count):
    lines = "".join(f"  - {{id: s{n}, name: Actor {n}, {ROLE}}}\n" for n in range(count))
    return {"map.yaml": TOP + "actors:\n" + lines + RELATIONS}


def aliases(count):
    lines = "".join(f"  - {{id: s{n}, name: Actor {n}, {ROLE}, aliases: [Other {n}, Third name {n}]}}\n"
                    for n in range(count))
    return {"map.yaml": TOP + "actors:\n" + lines + RELATIONS}


def areas(count):
    listed = "areas:\n" + "".join(f"  - {{id: p{n}, name: Place {n}}}\n" for n in range(count))
    ends = pairs(20, count * 10)
    return {"map.yaml": TOP + listed + SOME + "interviews: {file: interviews.csv}\nfieldwork: {file: fieldwork.csv}\n"
            + "informants: [{id: i, name: Interviewed, speaks-for: [s1, s2]}]\n",
            "interviews.csv": statements(ends, lambda n: f"p{n % count}"),
            "fieldwork.csv": rows("area,informant,interviews", (f"p{n},i,2" for n in range(count)))}


def sectors(count):
    names = "".join(f"    - {{id: k{n}, name: Kind {n}, fill: \"#{230 - n % 5 * 9:02X}{200 + n % 7 * 7:02X}E6\","
                    f" outline: \"#{n * 37 % 96:02X}{n * 53 % 96:02X}60\"}}\n" for n in range(count))
    lines = "".join(f"  - {{id: s{n}, name: Actor {n}, role: other, sector: k{n}, stage: delivery}}\n"
                    for n in range(count))
    return {"map.yaml": TOP + "legend:\n  sectors:\n" + names + "actors:\n" + lines + RELATIONS}


def roles(count):
    names = "".join(f"    - {{id: k{n}, name: Kind {n}, shape: box}}\n" for n in range(count))
    lines = "".join(f"  - {{id: s{n}, name: Actor {n}, role: k{n}, sector: nhs, stage: delivery}}\n"
                    for n in range(count))
    return {"map.yaml": TOP + "legend:\n  roles:\n" + names + "actors:\n" + lines + RELATIONS}


def figures(count):
    lines = "".join(f"  - {{id: f{n}, number: \"{n}\", title: Figure of {n}}}\n" for n in range(count))
    return {"map.yaml": TOP + SOME + "interviews: {file: interviews.csv}\nfigures:\n" + lines,
            "interviews.csv": statements(pairs(20, 60))}


def problems(count):
    """Every row names an actor of its own that there is not."""
    ends = [("s1", f"nobody {n}") for n in range(count)]
    return {"map.yaml": TOP + SOME + "interviews: {file: interviews.csv}\n", "interviews.csv": statements(ends)}


def same_problems(count):
    """Every row names the same actor that there is not."""
    return {"map.yaml": TOP + SOME + "interviews: {file: interviews.csv}\n",
            "interviews.csv": statements([("s1", "nobody")] * count)}


def columns(count):
    header = "id,from,to,relation," + ",".join(f"note {n}" for n in range(count))
    lines = [f"t{n},{a},{b},helps," + ",".join(["x"] * count) for n, (a, b) in enumerate(pairs(20, 10))]
    return {"map.yaml": TOP + SOME + "interviews: {file: interviews.csv}\n", "interviews.csv": rows(header, lines)}


def claims(count):
    ends = pairs(20, count)
    lines = "".join(f"  - {{id: c{n}, words: Words {n}, connection: {{from: {a}, to: {b}, relation: helps}}}}\n"
                    for n, (a, b) in enumerate(ends))
    return {"map.yaml": TOP + SOME + "interviews: {file: interviews.csv}\nclaims:\n" + lines,
            "interviews.csv": statements(pairs(20, 60))}


def counts(count):
    actors = max(20, count // 5)
    lines = [f"{a},{b},helps,people,{3 + n * n % 90}" for n, (a, b) in enumerate(sorted(set(pairs(actors, count))))]
    return {"map.yaml": TOP + "actors: {file: actors.csv}\n" + RELATIONS + "mi: [{file: counts.csv, cases: [people]}]\n",
            "actors.csv": actors_csv(actors), "counts.csv": rows("from,to,relation,measure,count", lines)}


def periods(count):
    names = "periods:\n" + "".join(f"  - {{id: y{n}, name: Year {n}}}\n" for n in range(count))
    lines = [f"t{n},y{n % count},{a},{b},helps" for n, (a, b) in enumerate(pairs(20, count * 10))]
    return {"map.yaml": TOP + names + SOME + "interviews: {file: interviews.csv}\n",
            "interviews.csv": rows("id,period,from,to,relation", lines)}


def relations(count):
    names = "relations:\n" + "".join(
        f"  - {{id: r{n}, family: support, label: helps with {n}, plural: help with {n}}}\n" for n in range(count))
    lines = [f"t{n},,{a},{b},r{n}" for n, (a, b) in enumerate(pairs(20, count))]
    return {"map.yaml": TOP + SOME.replace(RELATIONS, names) + "interviews: {file: interviews.csv}\n",
            "interviews.csv": rows("id,area,from,to,relation", lines)}


def informants(count):
    names = "informants:\n" + "".join(
        f"  - {{id: i{n}, name: People {n}, speaks-for: [s{n % 20}]}}\n" for n in range(count))
    lines = [f"t{n},i{n},{a},{b},helps" for n, (a, b) in enumerate(pairs(20, count))]
    return {"map.yaml": TOP + names + SOME + "interviews: {file: interviews.csv}\n",
            "interviews.csv": rows("id,informant,from,to,relation", lines)}


# Line, what makes the map of a size, the verb, the sizes. {0} and {1} are the folders of two maps.
CASES = [
    ("actors and statements", lambda n: map_of(n, n), "check {0}", [1_000, 10_000, 100_000]),
    ("actors in a table", lambda n: map_of(n, 10), "check {0}", [1_000, 10_000, 100_000]),
    ("actors in map.yaml", listed, "check {0}", [1_000, 10_000, 100_000]),
    ("aliases", aliases, "check {0}", [1_000, 10_000, 100_000]),
    ("statements of 20 actors", lambda n: map_of(20, n), "check {0}", [1_000, 10_000, 100_000]),
    ("areas", areas, "check {0}", [100, 1_000, 10_000]),
    ("periods", periods, "check {0}", [100, 1_000, 10_000]),
    ("relations", relations, "check {0}", [100, 1_000, 10_000]),
    ("informants", informants, "check {0}", [100, 1_000, 10_000]),
    ("sectors", sectors, "check {0}", [100, 1_000, 10_000]),
    ("roles", roles, "check {0}", [100, 1_000, 10_000]),
    ("figures", figures, "check {0}", [100, 1_000, 10_000]),
    ("claims", claims, "check {0}", [100, 1_000, 10_000]),
    ("problems", problems, "check {0}", [1_000, 10_000, 100_000]),
    ("problems alike", same_problems, "check {0}", [1_000, 10_000, 100_000]),
    ("columns", columns, "check {0}", [100, 1_000, 10_000]),
    ("counts", counts, "check {0}", [1_000, 10_000, 100_000]),
    ("counts, public", counts, "query {0} --format csv", [1_000, 10_000, 100_000]),
    ("connections, listed", lambda n: map_of(n // 5, n), "query {0}", [1_000, 10_000, 100_000]),
    ("connections, measured", lambda n: map_of(n // 5, n), "measure {0}", [1_000, 10_000, 50_000]),
    ("connections, gaps", lambda n: map_of(n // 5, n), "gaps {0}", [1_000, 10_000, 100_000]),
    ("connections, exported", lambda n: map_of(n // 5, n), "export {0} --as graphml", [1_000, 10_000, 100_000]),
    ("connections, page", lambda n: map_of(n // 5, n), "page {0} --output {2}/page.html", [1_000, 10_000]),
    ("areas, compared", areas, "compare {0} --permutations 100", [30, 300]),
    ("actors of two maps, compared", lambda n: map_of(n, n * 2), "compare {0} {1} --permutations 100", [500, 5_000]),
]


def write(make, size, folders):
    """Writes the map into folders, in a process of its own: the memory of a run is at least that of who starts it."""
    child = os.fork()
    if child == 0:
        for folder in folders:
            os.mkdir(folder)
            for file, text in make(size).items():
                with open(os.path.join(folder, file), "w") as out:
                    out.write(text)
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit("a map could not be made")


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST + 1))


def run(netmap, verb, maps, where):
    """Seconds of processor time and MiB of memory of a run; None if it was stopped."""
    words = [word.format(*maps, where) for word in verb.split()]
    with open(os.devnull, "w") as nowhere:
        started = subprocess.Popen([netmap] + words, stdout=nowhere, stderr=nowhere, preexec_fn=limit)
        _, status, used = os.wait4(started.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return None
    if code not in (0, 1):
        sys.exit(f"{' '.join(words)} ended with {code}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main(netmap, chosen):
    print("| what grows | verb | size: seconds, MiB | | | last / one before |\n|---|---|--:|--:|--:|--:|", flush=True)
    for name, make, verb, sizes in CASES:
        if chosen and name not in chosen:
            continue
        cells, before, ratio = [], None, ""
        for size in sizes:
            with tempfile.TemporaryDirectory() as where:
                maps = [os.path.join(where, side) for side in ("one", "two")]
                write(make, size, maps[:2 if "{1}" in verb else 1])
                used = run(netmap, verb, maps, where)
            if used is None:
                cells.append(f"{size:,}: over {LONGEST}")
                ratio = ""
                break
            cells.append(f"{size:,}: {used[0]:.2f}, {used[1]:.0f}")
            ratio = f"{used[0] / before:.1f}" if before else ""
            before = used[0]
        print(f"| {name} | {verb.split()[0]} | {' | '.join(cells + [''] * (3 - len(cells)))} | {ratio} |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
