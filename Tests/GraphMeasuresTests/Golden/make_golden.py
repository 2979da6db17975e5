#!/usr/bin/env python3
"""Makes the golden values against which the network measures are tested.

Writes, beside this script,
  random-graphs.json     generated directed simple graphs, one a line, with their measures
  textbook-graphs.json   graphs from the literature, with node names, source and printed values

No value comes from the library under test. Each comes from NetworkX or NumPy and has to agree with
python-igraph, or with a plain implementation of the published formula where igraph lacks the measure;
otherwise the script stops. check_golden.R then compares the files with R's sna and igraph.

Made with Python 3.11.7, networkx 3.6.1, igraph 1.0.0 (python-igraph), numpy 2.4.6, scipy 1.17.1;
checked with R 4.2.2, sna 2.7-1, igraph 1.3.5, jsonlite 1.8.4 (all four as in Debian 12).

Remake:
  pip install networkx==3.6.1 igraph==1.0.0 numpy==2.4.6 scipy==1.17.1
  python3 make_golden.py        (about a minute)
  apt-get install -y --no-install-recommends r-base-core r-cran-sna r-cran-igraph r-cran-jsonlite
  Rscript check_golden.R
Each graph comes from the standard library's random.Random, seeded with the graph's id: runs repeat byte for byte.
Another Python may draw other graphs, and another BLAS may change a twelfth digit; the checks then hold all the same.

Format. {"about", "madeWith", "graphs": [...]}. A graph has id, kind, n, arcs [[source, target], ...] over the
nodes 0..<n, groups (one small integer a node) and the values. Lists hold one value a node, in node order.
null means undefined. Numbers have 12 significant digits. "Undirected form" is the simple graph in which i and j
are adjacent when there is an arc i->j or j->i.

  inDegree, outDegree     counts of arcs
  betweenness             Brandes' raw sum over ordered pairs, ends left out, not normalized
  harmonic                sum over the others j that reach i of 1/distance(j, i)
  closeness               inward, Wasserman and Faust's correction: (r/(n-1)) * (r/sum of distances), r = how many
                          others reach i; null where nobody does (NetworkX says 0)
  pageRank                damping 0.85, dangling mass spread evenly over all nodes; solution of the linear system
  eigenvector             undirected form, unit Euclidean length, nonnegative; null without arcs, and where the
                          largest eigenvalue is not simple (two components share it), so that no vector is defined.
                          Exactly 0 outside the component that has the largest eigenvalue
  core                    core number, undirected form
  constraint              Burt. p_ij = (a_ij + a_ji) / sum_k (a_ik + a_ki);
                          sum over neighbours j of (p_ij + sum_q p_iq p_qj)^2; null for isolated nodes
  effectiveSize           Burt's general formula, as NetworkX states it for a directed graph (see structural_holes):
                          sum over neighbours j (in or out) of (1 - sum_q p_iq m_jq), p as above and
                          m_jq = (a_jq + a_qj) / max_k (a_jk + a_kj). The terms q = i and q = j vanish since
                          p_ii = m_jj = 0. m is scaled by j's OWN strongest tie, anywhere in the graph: beside a
                          reciprocated tie a one-way tie counts 1/2. This is not Borgatti's n - 2t/n on the undirected
                          form, save where all ties are reciprocated or none is. null for isolated nodes
  cutPoints, bridges      undirected form; bridges as pairs s < t
  weakComponents, strongComponents      counts
  density                 arcs / (n (n-1)); null for n < 2
  reciprocity             arcs whose reverse is an arc / arcs; null without arcs
  transitivity            undirected form: 3 triangles / connected triples; null without connected triples
  triads                  the census by MAN name
  reach2                  how many others i reaches in at most two steps
  eiIndex                 (arcs between groups - arcs within groups) / arcs; null without arcs
  centralization          Freeman. sum (max - x) / (n-1)^2 for the degrees, / ((n-1)^2 (n-2)) for betweenness;
                          null for n < 3
  brokerage               Gould and Fernandez, raw counts of i -> j -> k with i != k and no arc i -> k, by groups of
                          i, j, k: coordinator AAA, itinerant ABA, gatekeeper ABB, representative AAB, liaison ABC
                          (in sna::brokerage: w_I, w_O, b_OI, b_IO, b_O)
"""

import itertools
import json
import math
import pathlib
import platform
import random
import warnings

import igraph
import networkx as nx
import numpy as np
import scipy

HERE = pathlib.Path(__file__).resolve().parent
DAMPING = 0.85
MAN = "003 012 102 021D 021U 021C 111D 111U 030T 030C 201 120D 120U 120C 210 300".split()
ROLES = ["coordinator", "itinerant", "gatekeeper", "representative", "liaison"]


# Agreement ------------------------------------------------------------------------------------------------

class Agreement:
    """Stops where two sources differ by more than allowed, and remembers the largest difference of each check."""

    def __init__(self):
        self.checks = {}

    def check(self, name, ours, theirs, allowed):
        ours, theirs = list(ours), list(theirs)
        if len(ours) != len(theirs):
            raise AssertionError(f"{name}: {len(ours)} values against {len(theirs)}")
        count, largest = self.checks.get(name, (0, 0.0))
        for a, b in zip(ours, theirs):
            a, b = undefined_as_none(a), undefined_as_none(b)
            if (a is None) != (b is None):
                raise AssertionError(f"{name}: {a} against {b}")
            if a is not None:
                difference = abs(a - b) / max(1.0, abs(a))
                if difference > allowed:
                    raise AssertionError(f"{name}: {a} against {b}")
                largest = max(largest, difference)
                count += 1
        self.checks[name] = (count, largest)

    def report(self):
        for name in sorted(self.checks):
            count, largest = self.checks[name]
            print(f"  {name:58} {count:7} values, largest difference {largest:.1e}")


def undefined_as_none(value):
    return None if value is None or math.isnan(value) else float(value)


class Differences:
    """Where a library is known to differ: how often, and by how much at most."""

    def __init__(self):
        self.found = {}

    def note(self, name, difference):
        nodes, different, largest = self.found.get(name, (0, 0, 0.0))
        self.found[name] = (nodes + 1, different + (difference > 1e-9), max(largest, difference))

    def report(self):
        for name, (nodes, different, largest) in sorted(self.found.items()):
            print(f"  {name}: differs at {different} of {nodes} nodes, by {largest:.3f} at most")


agreement = Agreement()
known = Differences()


# Measures -------------------------------------------------------------------------------------------------

def measures(n, arcs, groups):
    """All golden values of one graph."""
    directed = nx.DiGraph()
    directed.add_nodes_from(range(n))
    directed.add_edges_from(arcs)
    undirected = directed.to_undirected()
    assert directed.number_of_edges() == len(arcs), "an arc is given twice"
    assert all(s != t for s, t in arcs), "a self-connection"
    assert len(groups) == n
    peer = igraph.Graph(n, arcs, directed=True)
    peer_undirected = peer.as_undirected(mode="collapse")

    values = {}
    values["inDegree"] = [directed.in_degree(i) for i in range(n)]
    values["outDegree"] = [directed.out_degree(i) for i in range(n)]
    agreement.check("inDegree, igraph", values["inDegree"], peer.indegree(), 0)
    agreement.check("outDegree, igraph", values["outDegree"], peer.outdegree(), 0)

    values["betweenness"] = in_order(nx.betweenness_centrality(directed, normalized=False))
    agreement.check("betweenness, igraph", values["betweenness"], peer.betweenness(directed=True), 1e-10)

    values["harmonic"] = in_order(nx.harmonic_centrality(directed))
    if n > 1:
        normalized = peer.harmonic_centrality(mode="in", normalized=True)
        agreement.check("harmonic, igraph", values["harmonic"], [x * (n - 1) for x in normalized], 1e-10)

    values["closeness"] = closeness(directed, peer)
    values["pageRank"] = page_rank(directed, peer)
    values["eigenvector"] = eigenvector(undirected, peer_undirected)

    values["core"] = in_order(nx.core_number(undirected))
    agreement.check("core, igraph", values["core"], peer_undirected.coreness(), 0)

    values["constraint"], values["effectiveSize"] = structural_holes(directed, peer)

    values["cutPoints"] = sorted(nx.articulation_points(undirected))
    agreement.check("cutPoints, igraph", values["cutPoints"], sorted(peer_undirected.articulation_points()), 0)
    values["bridges"] = sorted(sorted(edge) for edge in nx.bridges(undirected))
    theirs = sorted(sorted(peer_undirected.es[e].tuple) for e in peer_undirected.bridges())
    assert values["bridges"] == theirs
    agreement.check("bridges, igraph", sum(values["bridges"], []), sum(theirs, []), 0)

    values["weakComponents"] = nx.number_weakly_connected_components(directed)
    values["strongComponents"] = nx.number_strongly_connected_components(directed)
    agreement.check("weakComponents, igraph", [values["weakComponents"]],
                    [len(peer.connected_components(mode="weak"))], 0)
    agreement.check("strongComponents, igraph", [values["strongComponents"]],
                    [len(peer.connected_components(mode="strong"))], 0)

    values["density"] = nx.density(directed) if n > 1 else None
    agreement.check("density, igraph", [values["density"]], [peer.density() if n > 1 else None], 1e-12)
    values["reciprocity"] = nx.overall_reciprocity(directed) if arcs else None
    agreement.check("reciprocity, igraph", [values["reciprocity"]], [peer.reciprocity() if arcs else None], 1e-12)
    triples = sum(d * (d - 1) // 2 for _, d in undirected.degree())
    values["transitivity"] = nx.transitivity(undirected) if triples else None
    agreement.check("transitivity, igraph", [values["transitivity"]],
                    [peer_undirected.transitivity_undirected(mode="nan")], 1e-12)

    values["triads"] = triads(directed, peer)

    values["reach2"] = [len(nx.single_source_shortest_path_length(directed, i, cutoff=2)) - 1 for i in range(n)]
    agreement.check("reach2, igraph", values["reach2"],
                    [size - 1 for size in peer.neighborhood_size(order=2, mode="out")], 0)

    values["eiIndex"] = ei_index(directed, groups)
    values["centralization"] = {
        name: centralization(values[name], (n - 1) ** 2 * (n - 2 if name == "betweenness" else 1)) if n > 2 else None
        for name in ["inDegree", "outDegree", "betweenness"]
    }
    values["brokerage"] = brokerage(directed, groups)
    return values


def in_order(by_node):
    return [by_node[i] for i in range(len(by_node))]


def closeness(directed, peer):
    n = len(directed)
    reached_by = [len(nx.ancestors(directed, i)) for i in range(n)]
    result = in_order(nx.closeness_centrality(directed, wf_improved=True))
    result = [value if reached_by[i] else None for i, value in enumerate(result)]
    if n > 1:  # igraph leaves the share of reachable nodes out
        theirs = peer.closeness(mode="in", normalized=True)
        theirs = [x * reached_by[i] / (n - 1) if reached_by[i] else None for i, x in enumerate(theirs)]
        agreement.check("closeness, igraph", result, theirs, 1e-10)
    return result


def page_rank(directed, peer):
    n = len(directed)
    step = np.full((n, n), 1 / n)  # row i: where a walker at i goes next; a sink goes anywhere
    for i in directed:
        if directed.out_degree(i):
            step[i] = 0
            step[i, list(directed.successors(i))] = 1 / directed.out_degree(i)
    result = np.linalg.solve(np.eye(n) - DAMPING * step.T, np.full(n, (1 - DAMPING) / n))
    assert abs(result.sum() - 1) < 1e-12
    theirs = nx.pagerank(directed, alpha=DAMPING, tol=1e-12, max_iter=10_000)
    agreement.check("pageRank, nx.pagerank tol=1e-12", result, in_order(theirs), 1e-9)
    agreement.check("pageRank, igraph", result, peer.pagerank(directed=True, damping=DAMPING), 1e-9)
    return list(result)


def eigenvector(undirected, peer_undirected):
    """The Perron vector, or None where it is not unique.

    The largest eigenvalue of the whole is the largest among the components, and is simple exactly where one
    component alone attains it (Perron and Frobenius).
    """
    if undirected.number_of_edges() == 0:
        return None
    n = len(undirected)
    matrix = nx.to_numpy_array(undirected, nodelist=range(n))
    eigenvalues, vectors = np.linalg.eigh(matrix)
    gap = eigenvalues[-1] - eigenvalues[-2]
    components = [sorted(c) for c in nx.connected_components(undirected)]
    tops = [np.linalg.eigvalsh(matrix[np.ix_(c, c)])[-1] for c in components]
    best = max(tops)
    winners = [c for c, top in zip(components, tops) if best - top < 1e-9]
    assert all(best - top < 1e-9 or best - top > 1e-6 for top in tops), "too close to tell; change the graph"
    if len(winners) > 1:
        assert gap < 1e-9
        return None
    assert gap > 1e-6, "too close to tell; change the graph"
    vector = vectors[:, -1] * np.sign(vectors[:, -1].sum())
    inside = np.zeros(n, dtype=bool)
    inside[winners[0]] = True
    assert np.abs(vector[~inside]).max(initial=0) < 1e-10 and vector[inside].min() > 0
    vector[~inside] = 0
    vector /= np.linalg.norm(vector)

    part = undirected.subgraph(winners[0])
    if len(part) > 2:  # ARPACK wants more than two nodes
        theirs = nx.eigenvector_centrality_numpy(part)
        agreement.check("eigenvector, nx.eigenvector_centrality_numpy", vector[winners[0]],
                        [theirs[i] for i in winners[0]], 1e-8)
    theirs = peer_undirected.induced_subgraph(winners[0]).eigenvector_centrality(scale=True)
    agreement.check("eigenvector, igraph", vector[winners[0]], np.array(theirs) / np.linalg.norm(theirs), 1e-8)
    return list(vector)


def structural_holes(directed, peer):
    """Constraint and effective size: NetworkX, then Burt's sums term by term.

    nx.constraint(G) is right. nx.effective_size(G) is NOT, in NetworkX 3.6.1 with SciPy at hand, where ties
    differ in weight, as one-way and reciprocated ties do: it scales m by q's strongest tie in place of j's
    (networkx pull request 8906, open in 2026-09). Its other path, with nodes=, scales rightly, but says NaN for a node
    of a directed graph that sends nothing. So NetworkX gets the undirected graph of tie strengths a_ij + a_ji and nodes=, which is
    the same by its own definition of mutual weight and has neither fault.
    """
    n = len(directed)
    if directed.number_of_edges() == 0:
        return [None] * n, [None] * n
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # NetworkX divides by an isolated node's zero
        constraint = [undefined_as_none(x) for x in in_order(nx.constraint(directed))]
        faulty = [undefined_as_none(x) for x in in_order(nx.effective_size(directed))]

    tie = [[directed.has_edge(i, j) + directed.has_edge(j, i) for j in range(n)] for i in range(n)]
    total = [sum(row) for row in tie]
    strongest = [max(row) for row in tie]
    near = [[j for j in range(n) if tie[i][j]] for i in range(n)]
    strengths = nx.Graph()
    strengths.add_nodes_from(range(n))
    strengths.add_weighted_edges_from((i, j, tie[i][j]) for i in range(n) for j in near[i] if i < j)
    effective_size = [undefined_as_none(x) for x in in_order(nx.effective_size(strengths, range(n), "weight"))]

    plain_constraint, plain_size, borgatti = [], [], []
    for i in range(n):
        if not near[i]:
            plain_constraint.append(None)
            plain_size.append(None)
            borgatti.append(None)
            continue
        p = {j: tie[i][j] / total[i] for j in near[i]}
        plain_constraint.append(math.fsum(
            (p[j] + sum(p[q] * tie[q][j] / total[q] for q in near[i] if q != j)) ** 2 for j in near[i]))
        plain_size.append(math.fsum(
            1 - sum(p[q] * tie[j][q] / strongest[j] for q in near[i] if q != j) for j in near[i]))
        among = sum(1 for j, q in itertools.combinations(near[i], 2) if tie[j][q])
        borgatti.append(len(near[i]) - 2 * among / len(near[i]))
    agreement.check("constraint, plain formula", constraint, plain_constraint, 1e-10)
    agreement.check("constraint, igraph", constraint, peer.constraint(), 1e-10)
    agreement.check("effectiveSize, plain formula", effective_size, plain_size, 1e-10)
    if len({weight for row in tie for weight in row if weight}) == 1:  # all ties alike
        agreement.check("effectiveSize, Borgatti's n - 2t/n (all ties alike)", effective_size, borgatti, 1e-10)
        agreement.check("effectiveSize, nx.effective_size(G) (all ties alike)", effective_size, faulty, 1e-10)
    senders = [i for i in range(n) if directed.out_degree(i)]
    if n <= 15:  # slow
        agreement.check("constraint, nx nodes= (senders, n <= 15)", [constraint[i] for i in senders],
                        nx.constraint(directed, nodes=senders).values(), 1e-10)
        agreement.check("effectiveSize, nx nodes= (senders, n <= 15)", [effective_size[i] for i in senders],
                        nx.effective_size(directed, nodes=senders).values(), 1e-10)
    for i in range(n):
        if effective_size[i] is not None:
            known.note("nx.effective_size(G) is wrong", abs(effective_size[i] - faulty[i]))
            known.note("Borgatti's n - 2t/n on the undirected form is another measure",
                       abs(effective_size[i] - borgatti[i]))
    return constraint, effective_size


def triads(directed, peer):
    n = len(directed)
    if n < 3:
        return dict.fromkeys(MAN, 0)
    census = nx.triadic_census(directed)
    assert set(census) == set(MAN) and sum(census.values()) == math.comb(n, 3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        theirs = peer.triad_census()
    agreement.check("triads, igraph", [census[name] for name in MAN], [getattr(theirs, "t" + name) for name in MAN], 0)
    return {name: census[name] for name in MAN}


def ei_index(directed, groups):
    arcs = directed.number_of_edges()
    if arcs == 0:
        return None
    internal = sum(groups[s] == groups[t] for s, t in directed.edges)
    nx.set_node_attributes(directed, dict(enumerate(groups)), "group")
    mixing = nx.attribute_mixing_matrix(directed, "group", normalized=False)
    result = (arcs - 2 * internal) / arcs
    agreement.check("eiIndex, nx.attribute_mixing_matrix", [result],
                    [(mixing.sum() - 2 * np.trace(mixing)) / mixing.sum()], 1e-12)
    return result


def centralization(values, largest_possible):
    return math.fsum(max(values) - x for x in values) / largest_possible


def brokerage(directed, groups):
    """Straight from Gould and Fernandez (1989); check_golden.R compares it with sna::brokerage."""
    counts = {role: [0] * len(directed) for role in ROLES}
    for j in directed:
        for i in directed.predecessors(j):
            for k in directed.successors(j):
                if i == k or directed.has_edge(i, k):
                    continue
                a, b, c = groups[i], groups[j], groups[k]
                if a == b == c:
                    role = "coordinator"
                elif a == c:
                    role = "itinerant"
                elif b == c:
                    role = "gatekeeper"
                elif a == b:
                    role = "representative"
                else:
                    role = "liaison"
                counts[role][j] += 1
    return counts


# Random graphs --------------------------------------------------------------------------------------------

def gnp(rng, n, p):
    return {(s, t) for s in range(n) for t in range(n) if s != t and rng.random() < p}


def both_ways(arcs):
    return arcs | {(t, s) for s, t in arcs}


def shifted(arcs, by):
    return {(s + by, t + by) for s, t in arcs}


def relabelled(rng, n, arcs):
    names = list(range(n))
    rng.shuffle(names)
    return {(names[s], names[t]) for s, t in arcs}


def parents(rng, n):
    """A random recursive tree, as child -> parent."""
    return {(i, rng.randrange(i)) for i in range(1, n)}


def some_reversed(rng, arcs, share):
    return {(t, s) if rng.random() < share else (s, t) for s, t in sorted(arcs)}


def random_graph(kind, rng, k):
    """The k-th graph of a kind: (n, arcs)."""
    if kind == "random":
        n = rng.randint(2, 40)
        return n, gnp(rng, n, rng.choice([0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8]))
    if kind == "tiny":
        n = rng.randint(2, 6)
        return n, gnp(rng, n, rng.choice([0.3, 0.5, 0.7]))
    if kind == "disconnected":  # separate parts, and now and then isolated nodes
        n, arcs = 0, set()
        for _ in range(rng.randint(2, 4)):
            size = rng.randint(2, 10)
            arcs |= shifted(gnp(rng, size, rng.choice([0.2, 0.4, 0.7])), n)
            n += size
        n += rng.choice([0, 0, 1, 3])
        return n, relabelled(rng, n, arcs)
    if kind == "twins":  # equal parts: the largest eigenvalue is not simple
        size = rng.randint(2, 6)
        part = both_ways(gnp(rng, size, 0.4)) | {(i, (i + 1) % size) for i in range(size) if size > 1}
        copies = rng.randint(2, 3)
        n = size * copies + rng.choice([0, 2])
        return n, relabelled(rng, n, set().union(*(shifted(part, size * c) for c in range(copies))))
    if kind == "sinks":  # a third of the nodes send nothing
        n = rng.randint(5, 30)
        sinks = set(rng.sample(range(n), n // 3))
        return n, {(s, t) for s, t in gnp(rng, n, rng.choice([0.1, 0.2, 0.4])) if s not in sinks}
    if kind == "isolates":
        n = rng.randint(6, 30)
        alone = set(rng.sample(range(n), n // 4))
        return n, {a for a in gnp(rng, n, rng.choice([0.15, 0.3])) if not alone & set(a)}
    if kind == "acyclic":
        n = rng.randint(4, 35)
        p = rng.choice([0.1, 0.2, 0.5])
        return n, relabelled(rng, n, {(s, t) for s, t in gnp(rng, n, p) if s < t})
    if kind == "tree":
        n = rng.randint(2, 35)
        tree = parents(rng, n)
        tree = [tree, {(t, s) for s, t in tree}, some_reversed(rng, tree, 0.5), both_ways(tree)][k % 4]
        return n, relabelled(rng, n, tree)
    if kind == "cycle":
        n = rng.randint(3, 25)
        ring = {(i, (i + 1) % n) for i in range(n)}
        ring = [ring, both_ways(ring), some_reversed(rng, ring, 0.4)][k % 3]
        return n, relabelled(rng, n, ring)
    if kind == "path":
        n = rng.randint(2, 30)
        line = {(i, i + 1) for i in range(n - 1)}
        return n, relabelled(rng, n, both_ways(line) if k % 2 else line)
    if kind == "stronglyConnected":
        n = rng.randint(3, 35)
        arcs = {(i, (i + 1) % n) for i in range(n)} | gnp(rng, n, rng.choice([0.05, 0.15, 0.4]))
        return n, relabelled(rng, n, arcs)
    if kind == "oneArc":
        n = [2, 3, 5, 9, 20][k]
        return n, {tuple(rng.sample(range(n), 2))}
    if kind == "noArcs":
        return [1, 2, 3, 8][k], set()
    if kind == "star":
        n = [3, 4, 6, 8, 12, 25][k]
        rays = {(0, i) for i in range(1, n)}
        return n, relabelled(rng, n, [rays, {(t, s) for s, t in rays}, both_ways(rays)][k % 3])
    if kind == "complete":
        n = [2, 3, 5, 9][k]
        return n, gnp(rng, n, 1.1)
    if kind == "bipartite":
        left, right = rng.randint(2, 8), rng.randint(2, 8)
        arcs = {(s, left + t) for s in range(left) for t in range(right) if rng.random() < 0.6}
        return left + right, relabelled(rng, left + right, arcs)
    if kind == "cliquesAndBridge":  # groups joined by single ties: cut points and bridges
        sizes = [rng.randint(3, 7) for _ in range(rng.randint(2, 4))]
        arcs, start, last = set(), 0, None
        for size in sizes:
            arcs |= shifted(gnp(rng, size, rng.choice([0.7, 1.1])), start)
            if last is not None:
                arcs.add((last, start + rng.randrange(size)))
            last = start + rng.randrange(size)
            start += size
        return start, relabelled(rng, start, arcs)
    if kind == "symmetric":
        n = rng.randint(3, 30)
        return n, both_ways(gnp(rng, n, rng.choice([0.04, 0.08, 0.15, 0.3])))
    if kind == "tournament":
        n = rng.randint(3, 20)
        return n, some_reversed(rng, {(s, t) for s in range(n) for t in range(s)}, 0.5)
    if kind == "hubs":  # newcomers prefer the nodes that have many ties
        return hubs(rng, rng.randint(8, 40), 2)
    if kind == "sectors":  # dense within sectors, sparse between
        return sectors(rng, rng.randint(10, 40), 0.35, 0.05)
    if kind == "almostComplete":
        n = rng.randint(4, 15)
        arcs = sorted(gnp(rng, n, 1.1))
        return n, set(arcs) - set(rng.sample(arcs, rng.randint(1, n)))
    if kind == "large":
        n = rng.randint(60, 120)
        return [
            lambda: (n, gnp(rng, n, 0.02)),
            lambda: (n, gnp(rng, n, 0.05)),
            lambda: hubs(rng, n, 3),
            lambda: sectors(rng, n, 0.12, 0.01),
            lambda: (n, relabelled(rng, n, {(s, t) for s, t in gnp(rng, n, 0.06) if s < t})),
            lambda: (n, both_ways(gnp(rng, n, 0.015))),
            lambda: (n, relabelled(rng, n, some_reversed(rng, parents(rng, n), 0.3))),
            lambda: (n, gnp(rng, n, 0.008)),
        ][k]()
    raise ValueError(kind)


def hubs(rng, n, ties):
    arcs, urn = set(), [0]
    for i in range(1, n):
        for j in {rng.choice(urn) for _ in range(ties)}:
            arcs.add((i, j) if rng.random() < 0.7 else (j, i))
            if rng.random() < 0.2:
                arcs |= {(i, j), (j, i)}
            urn += [i, j]
    return n, relabelled(rng, n, arcs)


def sectors(rng, n, within, between):
    """Node i is of sector i % 4."""
    return n, {(s, t) for s in range(n) for t in range(n)
               if s != t and rng.random() < (within if s % 4 == t % 4 else between)}


COUNTS = {
    "random": 56, "tiny": 24, "disconnected": 30, "twins": 8, "sinks": 24, "isolates": 10, "acyclic": 14,
    "tree": 16, "cycle": 9, "path": 4, "stronglyConnected": 20, "oneArc": 5, "noArcs": 4, "star": 6,
    "complete": 4, "bipartite": 6, "cliquesAndBridge": 10, "symmetric": 14, "tournament": 4, "hubs": 12,
    "sectors": 10, "almostComplete": 4, "large": 8,
}

# The sixteen classes of triads, each as a graph of its own (Holland and Leinhardt 1970; Wasserman and Faust 1994).
TRIADS = {
    "003": [], "012": [(0, 1)], "102": [(0, 1), (1, 0)],
    "021D": [(1, 0), (1, 2)], "021U": [(0, 1), (2, 1)], "021C": [(0, 1), (1, 2)],
    "111D": [(0, 1), (1, 0), (2, 1)], "111U": [(0, 1), (1, 0), (1, 2)],
    "030T": [(0, 1), (2, 1), (0, 2)], "030C": [(1, 0), (2, 1), (0, 2)],
    "201": [(0, 1), (1, 0), (1, 2), (2, 1)],
    "120D": [(1, 0), (1, 2), (0, 2), (2, 0)], "120U": [(0, 1), (2, 1), (0, 2), (2, 0)],
    "120C": [(0, 1), (1, 2), (0, 2), (2, 0)],
    "210": [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)],
    "300": [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)],
}


def random_graphs():
    for name, arcs in TRIADS.items():
        graph = golden(f"triad-{name}", "triad", 3, arcs, [0, 1, 0])
        assert graph["triads"][name] == 1
        yield graph
    for kind, count in COUNTS.items():
        for k in range(count):
            name = f"{kind}-{k:02}"
            rng = random.Random(name)
            n, arcs = random_graph(kind, rng, k)
            number = rng.randint(2, 4)
            groups = [i % 4 for i in range(n)] if kind == "sectors" else [rng.randrange(number) for _ in range(n)]
            yield golden(name, kind, n, arcs, groups)


def golden(name, kind, n, arcs, groups):
    arcs = sorted(arcs)
    head = {"id": name, "kind": kind, "n": n, "arcs": [list(arc) for arc in arcs], "groups": groups}
    return head | measures(n, arcs, groups)


# Textbook graphs ------------------------------------------------------------------------------------------

# Friendship among Krackhardt's high-tech managers, as asked of each manager: Wasserman and Faust (1994), appendix B.
# Two public transcriptions agree on all 102 arcs, and the triad census is the published one.
MANAGERS = {
    1: [2, 4, 8, 12, 16], 2: [1, 18, 21], 3: [14, 19], 4: [1, 2, 8, 12, 16, 17], 5: [2, 9, 11, 14, 17, 19, 21],
    6: [2, 7, 9, 12, 17, 21], 7: [], 8: [4], 9: [], 10: [3, 5, 8, 9, 12, 16, 20],
    11: [1, 2, 3, 4, 5, 8, 9, 12, 13, 15, 17, 18, 19], 12: [1, 4, 17, 21], 13: [5, 11], 14: [7, 15],
    15: [1, 3, 5, 6, 9, 11, 14, 19], 16: [1, 2],
    17: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 19, 20, 21], 18: [2],
    19: [1, 2, 3, 5, 11, 12, 14, 15, 20], 20: [11, 18], 21: [2, 12, 17, 18],
}
# The vice-president each reports to (2, 14, 18, 21), themselves included; 7 is the president.
DIVISIONS = [[7], [2, 1, 4, 16], [14, 3, 5, 9, 13, 15, 19, 20], [18, 10, 11], [21, 6, 8, 12, 17]]


def textbook_graphs():
    kite = nx.krackhardt_kite_graph()
    names = "Andre Beverley Carol Diane Ed Fernando Garth Heather Ike Jane".split()
    yield textbook(
        "krackhardt-kite", names, symmetric(kite, range(10)), [0] * 7 + [1] * 3,
        groups_are="head of the kite (0) and tail from Heather on (1); ours, not the paper's",
        citation="Krackhardt, D. (1990). Assessing the political landscape: structure, cognition, and power in "
                 "organizations. Administrative Science Quarterly 35(2), 342-369",
        doi="10.2307/2393394", data="networkx.krackhardt_kite_graph",
        published=[
            printed("outDegree", "Diane has the highest degree", dict(Diane=6, Fernando=5, Garth=5, Heather=3, Ike=2,
                    Jane=1, Andre=4, Beverley=4, Carol=3, Ed=3), 0, where="the paper's figure"),
            printed("betweenness", "Heather has the highest betweenness; undirected pairs, so half of ours",
                    dict(Andre=0.833, Beverley=0.833, Carol=0, Diane=3.667, Ed=0, Fernando=8.333, Garth=8.333,
                         Heather=14, Ike=8, Jane=0), 3, times=0.5, where="as printed in NetworkX's tests"),
            printed("closeness", "Fernando and Garth have the highest closeness, 9/14", dict(Fernando=0.643,
                    Garth=0.643, Diane=0.6, Heather=0.6), 3, where="reproduced widely; the paper states the ranking"),
        ])

    florentine = nx.florentine_families_graph()
    names = sorted(florentine)
    near = {"Medici"} | set(florentine["Medici"])
    yield textbook(
        "florentine-marriage", names, symmetric(florentine, names), [int(name in near) for name in names],
        groups_are="the Medici and the families they married into (1), the others (0); ours, not the paper's",
        citation="Padgett, J. F. and Ansell, C. K. (1993). Robust action and the rise of the Medici, 1400-1434. "
                 "American Journal of Sociology 98(6), 1259-1319; data as in Breiger, R. L. and Pattison, P. E. (1986), "
                 "Social Networks 8(3), 215-256. The isolated Pucci are left out",
        doi="10.1086/230190", data="networkx.florentine_families_graph",
        published=[
            printed("outDegree", "the Medici have the most marriages", dict(Medici=6, Strozzi=4, Guadagni=4), 0,
                    where="Jackson, M. O. (2008), Social and Economic Networks, section 1.2.1"),
            printed("betweenness", "share of the pairs' shortest paths, so ours / (14 * 13)",
                    dict(Medici=0.522, Guadagni=0.255, Strozzi=0.103), 3, times=1 / (14 * 13),
                    where="Jackson, M. O. (2008), Social and Economic Networks, section 1.2.1"),
        ])

    karate = nx.karate_club_graph()
    clubs = [karate.nodes[i]["club"] for i in range(34)]
    yield textbook(
        "zachary-karate", [str(i + 1) for i in range(34)], symmetric(karate, range(34)),
        [int(club == "Officer") for club in clubs],
        groups_are="the club joined after the split: Mr. Hi's (0), the officers' (1)",
        citation="Zachary, W. W. (1977). An information flow model for conflict and fission in small groups. "
                 "Journal of Anthropological Research 33(4), 452-473. Unweighted",
        doi="10.1086/jar.33.4.3629752", data="networkx.karate_club_graph",
        published=[printed("outDegree", "34 members, 78 ties; the instructor is 1, the president 34",
                           {"1": 16, "34": 17}, 0, where="the paper's matrix")])

    ego = nx.Graph([("A", "B"), ("A", "F"), ("A", "G"), ("A", "E"), ("E", "G"), ("F", "G"), ("B", "G"), ("B", "D"),
                    ("D", "G"), ("G", "C")])
    yield textbook(
        "borgatti-structural-holes", list("ABCDEFG"), symmetric(ego, "ABCDEFG"), [0, 0, 1, 1, 0, 1, 0],
        groups_are="arbitrary",
        citation="Borgatti, S. P. (1997). Structural holes: unpacking Burt's redundancy measures. "
                 "Connections 20(1), 35-38",
        doi=None, data="the paper's figure, as in NetworkX's tests",
        published=[
            printed("effectiveSize", "n - 2t/n", dict(G=4.67, A=2.5, C=1), 2,
                    where="the paper (G), and NetworkX's tests after UCINET"),
            printed("constraint", "Burt's constraint", dict(G=0.4, A=0.595, C=1), 3,
                    where="NetworkX's tests, after UCINET and igraph"),
        ])

    yield textbook(
        "ucinet-directed-three", list("abc"), [(0, 1), (0, 2), (1, 0), (2, 1)], [0, 0, 1],
        groups_are="arbitrary",
        citation="NetworkX, tests of structural holes: 'originally computed using the proprietary software UCINET and "
                 "the free software igraph, and then computed by hand'. A software test, not a paper; the one directed "
                 "example with UCINET's effective size",
        doi=None, data="networkx/algorithms/tests/test_structuralholes.py",
        published=[
            printed("constraint", "directed, weight 1 per direction", dict(a=1.003, b=1.003, c=1.389), 3,
                    where="NetworkX's tests"),
            printed("effectiveSize", "directed, weight 1 per direction", dict(a=1.167, b=1.167, c=1), 3,
                    where="NetworkX's tests"),
        ])

    web = [(1, 2), (1, 3), (3, 1), (3, 2), (3, 5), (4, 5), (4, 6), (5, 4), (5, 6), (6, 4)]
    arcs = [(s - 1, t - 1) for s, t in web]
    graph = textbook(
        "langville-meyer-web", [str(i) for i in range(1, 7)], arcs, [0, 0, 0, 1, 1, 1],
        groups_are="pages 1-3 (0) and 4-6 (1), the two halves of the figure",
        citation="Langville, A. N. and Meyer, C. D. (2005). A survey of eigenvector methods for web information "
                 "retrieval. SIAM Review 47(1), 135-161",
        doi="10.1137/S0036144503424786", data="the paper's six-page web, page 2 dangling, as in NetworkX's tests",
        published=[])
    at_nine_tenths = dict(zip("123456", [0.03721197, 0.05395735, 0.04150565, 0.37508082, 0.20599833, 0.28624589]))
    exact = nx.pagerank(nx.DiGraph(web), alpha=0.9, tol=1e-14, max_iter=10_000)
    for page, value in at_nine_tenths.items():
        assert abs(exact[int(page)] - value) <= 0.5000001e-8, (page, exact[int(page)])
    graph["source"]["published"].append(
        {"damping": 0.9} | printed("pageRank", "at damping 0.9; the graph's pageRank above is at 0.85", at_nine_tenths, 8,
                                   where="NetworkX's tests; the paper prints four significant digits"))
    yield graph

    arcs = [(s - 1, t - 1) for s, row in MANAGERS.items() for t in row]
    assert len(arcs) == 102
    division = {manager: d for d, members in enumerate(DIVISIONS) for manager in members}
    graph = textbook(
        "krackhardt-managers-friendship", [str(i) for i in range(1, 22)], arcs,
        [division[i] for i in range(1, 22)],
        groups_are="division: of the president (0), and of the vice-presidents 2 (1), 14 (2), 18 (3), 21 (4)",
        citation="Krackhardt, D. (1987). Cognitive social structures. Social Networks 9(2), 109-134; data in Wasserman, "
                 "S. and Faust, K. (1994), Social Network Analysis, appendix B",
        doi="10.1016/0378-8733(87)90009-8", data="transcribed from the published matrix",
        published=[])
    census = dict(zip(MAN, [376, 366, 143, 114, 34, 35, 39, 101, 23, 0, 20, 16, 25, 9, 23, 6]))
    assert graph["triads"] == census
    graph["source"]["published"].append(
        printed("triads", "triad census", census, 0,
                where="the documentation of the R package netmem (triad_uman), which follows Wasserman and Faust (1994), "
                      "chapter 14"))
    yield graph


def symmetric(graph, order):
    place = {node: i for i, node in enumerate(order)}
    return [(place[a], place[b]) for a, b in graph.edges] + [(place[b], place[a]) for a, b in graph.edges]


def printed(measure, what, values, digits, times=1, where=""):
    """Values that a publication prints: ours * times, rounded to so many decimals, are theirs."""
    return {"measure": measure, "what": what, "digits": digits, "times": times, "values": values, "where": where}


def textbook(name, names, arcs, groups, *, groups_are, citation, doi, data, published):
    graph = golden(name, "textbook", len(names), arcs, groups)
    for entry in published:
        for node, value in entry["values"].items():
            ours = graph[entry["measure"]][names.index(node)] * entry["times"]
            assert abs(ours - value) <= 0.5000001 * 10 ** -entry["digits"], (name, entry["measure"], node, ours, value)
    head = {"id": name, "kind": "textbook", "names": names,
            "source": {"citation": citation, "doi": doi, "data": data, "groups": groups_are, "published": published}}
    return head | graph


# Files ----------------------------------------------------------------------------------------------------

def compact(value):
    """12 significant digits; whole numbers without a point."""
    if isinstance(value, dict):
        return {key: compact(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [compact(item) for item in value]
    if isinstance(value, (float, np.floating)):
        assert math.isfinite(value)
        short = float(f"{value:.12g}")
        return int(short) if short.is_integer() else short
    if isinstance(value, np.integer):
        return int(value)
    return value


def write(path, about, graphs):
    made_with = {"python": platform.python_version(), "networkx": nx.__version__, "igraph": igraph.__version__,
                 "numpy": np.__version__, "scipy": scipy.__version__}
    lines = [json.dumps(compact(g), separators=(",", ":"), ensure_ascii=False, allow_nan=False) for g in graphs]
    head = json.dumps({"about": about, "madeWith": made_with}, separators=(",", ":"))
    path.write_text(head[:-1] + ',"graphs":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")
    back = json.loads(path.read_text(encoding="utf-8"))["graphs"]
    assert len(back) == len(graphs) and len({g["id"] for g in back}) == len(back)
    for g in back:
        for key in ["groups", "inDegree", "betweenness", "pageRank", "constraint", "effectiveSize", "reach2"]:
            assert len(g[key]) == g["n"], (g["id"], key)
    return back


def describe(graphs):
    def having(test):
        return sum(1 for g in graphs if test(g))
    print(f"{len(graphs)} graphs, {sum(g['n'] for g in graphs)} nodes, {sum(len(g['arcs']) for g in graphs)} arcs")
    print("  disconnected", having(lambda g: g["weakComponents"] > 1),
          "| with sinks", having(lambda g: g["arcs"] and 0 in g["outDegree"]),
          "| with isolates", having(lambda g: None in g["constraint"]),
          "| strongly connected", having(lambda g: g["strongComponents"] == 1 and g["n"] > 1),
          "| one arc", having(lambda g: len(g["arcs"]) == 1),
          "| no eigenvector", having(lambda g: g["eigenvector"] is None and g["arcs"]),
          "| 60 nodes or more", having(lambda g: g["n"] >= 60))


def main():
    random_ones = write(HERE / "random-graphs.json",
                        "Golden network measures of generated graphs. Made by make_golden.py, which says what each "
                        "value is; never edit by hand.", list(random_graphs()))
    textbook_ones = write(HERE / "textbook-graphs.json",
                          "Golden network measures of graphs from the literature. Made by make_golden.py, which says "
                          "what each value is; source.published: ours * times, rounded to so many decimal digits, is "
                          "what was printed.", list(textbook_graphs()))
    describe(random_ones)
    describe(textbook_ones)
    print("Agreement (differences relative where a value exceeds 1):")
    agreement.report()
    print("Known differences:")
    known.report()


if __name__ == "__main__":
    main()
