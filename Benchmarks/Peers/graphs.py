#!/usr/bin/env python3
"""Compare how long netmap and its peers take for the measures of a graph.

  graphs.py generate FOLDER                               write map.csv, mid.csv, big.csv and grid.csv (no real data)
  graphs.py peer NAME FILE MEASURE                        time igraph, networkit or rustworkx once
  graphs.py compare FOLDER [ROUNDS] [GRAPHS] [MEASURES]   run netmap and the peers in turn, and print medians and ratios
                                                          as Markdown; GRAPHS and MEASURES with commas between

Every run is a process of its own, which reads the graph before the clock starts. It times the first call, as a
command meets it, and, of what takes less than 20 ms, the fastest of 20 more. networkit and rustworkx take part where
they are the fastest peer for a measure on some graph. netmap computes closeness and harmonic closeness together, the
peers one at a time; igraph's closeness is another measure, which disregards how many nodes are reached. What takes
more than 30 s is run once: igraph's triad census of big.csv.

The table gives milliseconds: medians over the rounds of the first call and, in brackets, of the fastest. netmap has one
or two threads, peers one. The last column compares each with the peer that is then fastest.

Peers: pip install igraph networkit rustworkx. netmap: swift build -c release --package-path Benchmarks, from the
package's folder; or set GRAPH_BENCHMARK to the program.
"""
import os, random, statistics, subprocess, sys, time

SIZES = {"map": (45, 110), "mid": (1_000, 5_000), "big": (10_000, 100_000)}
GRAPHS = ["map", "mid", "grid", "big"]
PEERS = {"betweenness": ["igraph"], "closeness": ["networkit"], "harmonic": ["igraph"], "triads": ["igraph"],
         "constraint": ["igraph"], "pagerank": ["igraph", "networkit", "rustworkx"],
         "eigenvector": ["igraph", "networkit", "rustworkx"],
         "k-core": ["igraph", "networkit"], "articulation": ["igraph", "rustworkx"]}
THREADED = ["betweenness", "closeness", "harmonic"]


def attached(count, wanted):
    """Directed preferential attachment: a new node joins 1 to 2 wanted / count - 1 others, each drawn in proportion to
    the arcs drawn for it so far, plus one; 30 % of arcs are turned round, so that there are cycles. Weights 1 to 20."""
    pick = random.Random(20240607)
    mean = round(wanted / count)
    urn, arcs = list(range(mean + 1)), {}

    def join(source, target):
        arc = (target, source) if pick.random() < 0.3 else (source, target)
        if source == target or arc in arcs:
            return
        arcs[arc] = pick.randint(1, 20)
        urn.append(target)

    for node in range(1, count):
        for _ in range(min(pick.randint(1, 2 * mean - 1), node)):
            if len(arcs) < wanted:
                drawn = urn[pick.randrange(len(urn))]
                if drawn != node:
                    join(node, drawn)
        urn.append(node)
    while len(arcs) < wanted:
        join(pick.randrange(count), urn[pick.randrange(len(urn))])
    return [(*arc, weight) for arc, weight in arcs.items()]


def grid(side):
    """A square of nodes, joined both ways to those beside and below: long paths, and many shortest ones."""
    pairs = [(node, other) for node in range(side * side) for other in (node + 1, node + side)
             if other < side * side and (other != node + 1 or other % side)]
    return [arc for a, b in pairs for arc in ((a, b, 1), (b, a, 1))]


def generate(folder):
    os.makedirs(folder, exist_ok=True)
    for name, arcs in [*((name, attached(*size)) for name, size in SIZES.items()), ("grid", grid(100))]:
        with open(os.path.join(folder, name + ".csv"), "w") as out:
            out.write("source,target,weight\n")
            out.writelines(f"{source},{target},{weight}\n" for source, target, weight in arcs)


def weighted(values):
    return sum(place * value for place, value in enumerate(values))


def unit(values):
    """The sum of the values when scaled to unit length."""
    values = list(values)
    return sum(values) / sum(value * value for value in values) ** 0.5


def igraph(pairs, count, measure):
    import igraph
    graph = igraph.Graph(n=count, edges=pairs, directed=True)
    undirected = graph.as_undirected(mode="collapse")
    return {
        "betweenness": (graph.betweenness, sum),
        "harmonic": (lambda: graph.harmonic_centrality(mode="in", normalized=False), sum),
        "triads": (graph.triad_census, lambda census: census["030T"] + census["300"]),
        "constraint": (graph.constraint, lambda values: sum(value for value in values if value == value)),
        "pagerank": (graph.pagerank, weighted), "eigenvector": (undirected.eigenvector_centrality, unit),
        "k-core": (undirected.coreness, sum), "articulation": (undirected.articulation_points, len)}[measure]


def networkit(pairs, count, measure):
    import networkit
    central = networkit.centrality
    networkit.setNumberOfThreads(1)
    graph = networkit.Graph(count, directed=True)
    for pair in pairs:
        graph.addEdge(*pair)
    inward, undirected = networkit.graphtools.transpose(graph), networkit.graphtools.toUndirected(graph)
    undirected.removeMultiEdges()
    corrected, sinks = central.ClosenessVariant.GENERALIZED, central.SinkHandling.DistributeSinks
    algorithm, check = {
        "closeness": (lambda: central.Closeness(inward, False, corrected), sum),
        "pagerank": (lambda: central.PageRank(graph, 0.85, 1e-10, distributeSinks=sinks), weighted),
        "eigenvector": (lambda: central.EigenvectorCentrality(undirected, 1e-10), unit),
        "k-core": (lambda: central.CoreDecomposition(undirected), sum)}[measure]
    return lambda: algorithm().run().scores(), check


def rustworkx(pairs, count, measure):
    import rustworkx
    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from([(*pair, 1) for pair in pairs])
    undirected = graph.to_undirected(multigraph=False)
    return {
        "pagerank": (lambda: rustworkx.pagerank(graph, tol=1e-10, max_iter=1000),
                     lambda ranks: sum(place * rank for place, rank in ranks.items())),
        "eigenvector": (lambda: rustworkx.eigenvector_centrality(undirected, tol=1e-10, max_iter=100_000),
                        lambda scores: unit(scores.values())),
        "articulation": (lambda: rustworkx.articulation_points(undirected), len)}[measure]


def peer(name, path, measure):
    with open(path) as lines:
        pairs = [tuple(map(int, line.split(",")[:2])) for line in list(lines)[1:]]
    compute, check = globals()[name](pairs, 1 + max(map(max, pairs)), measure)
    start = time.perf_counter()
    result = compute()
    first = fastest = time.perf_counter() - start
    for _ in range(20 if first < 0.02 else 0):
        start = time.perf_counter()
        compute()
        fastest = min(fastest, time.perf_counter() - start)
    print(first, check(result), fastest, sep="\t")


def shown(*milliseconds):
    first, fastest = (f"{time:,.0f}" if time >= 100 else f"{time:.3g}" for time in milliseconds)
    return f"{first} ({fastest})"


def compare(folder, rounds, graphs, measures):
    here = os.path.dirname(os.path.abspath(__file__))
    netmap = os.environ.get("GRAPH_BENCHMARK", os.path.join(here, "..", ".build", "release", "graph-benchmark"))
    environment = os.environ | {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "RAYON")}
    print("| graph | measure | threads | netmap | igraph | networkit | rustworkx | netmap / fastest peer |\n"
          "|---|---|--:|--:|--:|--:|--:|--:|")
    for graph, measure in ((graph, measure) for graph in graphs for measure in measures):
        path = os.path.join(folder, graph + ".csv")
        jobs = {threads: [netmap, path, measure, threads] for threads in ("12" if measure in THREADED else "1")}
        jobs |= {name: [sys.executable, __file__, "peer", name, path, measure] for name in PEERS[measure]}
        runs = {job: [] for job in jobs}
        for _ in range(rounds):
            for job, command in jobs.items():
                if not runs[job] or runs[job][0][0] < 30:
                    out = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment).stdout
                    runs[job].append([float(cell) for cell in out.split("\t")])
        results = {job: all_runs[0][1] for job, all_runs in runs.items()}
        if max(results.values()) - min(results.values()) > 1e-5 * max(results.values()):
            print(f"{graph}, {measure}: the results differ: {results}", file=sys.stderr)
        medians = {job: [1000 * statistics.median(run[i] for run in all_runs) for i in (0, 2)]
                   for job, all_runs in runs.items()}
        best = [min(medians[name][i] for name in PEERS[measure]) for i in (0, 1)]
        cells = [shown(*medians[name]) if name in medians else "" for name in ("igraph", "networkit", "rustworkx")]
        for threads in [job for job in jobs if job in "12"]:
            ratios = [own / peers for own, peers in zip(medians[threads], best)]
            print(f"| {graph} | {measure} | {threads} | {shown(*medians[threads])} | {' | '.join(cells)} "
                  f"| {ratios[0]:.2g} ({ratios[1]:.2g}) |", flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["generate", folder]: generate(folder)
        case ["peer", name, path, measure]: peer(name, path, measure)
        case ["compare", folder, *more] if len(more) < 4:
            rounds, graphs, measures = more + ["5", ",".join(GRAPHS), ",".join(PEERS)][len(more):]
            compare(folder, int(rounds), graphs.split(","), measures.split(","))
        case _: sys.exit(__doc__)
