"""Random dimensions: nested areas, periods within periods, measures with parts, and connections that add up."""

from .dimension import Dimension, Total

AREAS = ["alder", "birch", "cedar", "dunmoor", "elmby"]
MENTORS, YOUNG_PEOPLE = "mentors", "young-people"


def one(value=""):
    return Dimension((value,))


def areas(rng):
    """Two to five areas; some stand within others; the programme may have cases that are in none of them."""
    leaves = AREAS[: rng.randint(2, 5)]
    totals, top = [], list(leaves)
    if len(leaves) >= 3 and rng.random() < 0.5:
        size = rng.randint(2, len(leaves) - 1)
        totals.append(Total("upland", tuple(leaves[:size]), "nested areas"))
        top = ["upland", *leaves[size:]]
        if len(top) >= 3 and rng.random() < 0.4:
            totals.append(Total("wideland", tuple(top[:2]), "nested areas"))
            top = ["wideland", *top[2:]]
    unlisted = set()
    if rng.random() < 0.15:
        leaves, top, unlisted = [*leaves, "elsewhere"], [*top, "elsewhere"], {"elsewhere"}
    totals.append(Total("", tuple(top), "areas"))
    if rng.random() < 0.1:
        totals.append(Total("total", ("",), "area Total"))
    return Dimension(tuple(leaves), tuple(totals), frozenset(unlisted))


def periods(rng):
    """Quarters, years and both years; cumulative periods; one period in two spellings."""
    quarters = ("Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024")
    form = rng.choice(["years", "quarters", "nested", "cumulative", "respelt", "blank"])
    if form == "years":
        return Dimension(("2024", "2025"), (Total("2024 to 2025", ("2024", "2025"), "periods"),))
    if form == "quarters":
        return Dimension(quarters, (Total("2024", quarters, "periods"),))
    if form == "nested":
        return Dimension((*quarters, "2025"), (Total("2024", quarters, "nested periods"),
                                               Total("2024 to 2025", ("2024", "2025"), "nested periods")))
    if form == "cumulative":
        ends = ["Q1 2024", "to Q2 2024", "to Q3 2024", "to Q4 2024"]
        count = rng.randint(2, 4)
        totals = [Total(ends[n], (ends[n - 1], quarters[n]), "cumulative periods") for n in range(1, count)]
        return Dimension(quarters[:count], tuple(totals), frozenset(quarters[1:count] if rng.random() < 0.6 else ()))
    if form == "respelt":
        return Dimension(("2024/25", "2025/26"), (Total("2024-25", ("2024/25",), "one period in two spellings"),))
    return Dimension(("2024", "2025"), (Total("", ("2024", "2025"), "periods"),))


def measures(rng):
    """Parts of a measure, two ways of dividing it, and equal measures."""
    form = rng.choice(["sex", "status", "equal", "both"])
    sex = Total("pupils", ("girls", "boys"), "parts of a measure")
    if form == "sex":
        return Dimension(("girls", "boys"), (sex,))
    if form == "status":
        parts = ("completed", "dropped out") if rng.random() < 0.5 else ("completed", "dropped out", "waiting")
        return Dimension(parts, (Total("referred", parts, "parts of a measure"),))
    if form == "equal":
        return Dimension(("referred",), (Total("supported", ("referred",), "equal measures"),))
    leaves = ("girls completed", "girls left", "boys completed", "boys left")
    return Dimension(leaves, (
        Total("girls", leaves[:2], "parts of a measure"), Total("boys", leaves[2:], "parts of a measure"),
        Total("completed", leaves[::2], "parts of a measure"), Total("left", leaves[1::2], "parts of a measure"),
        sex, Total("pupils", ("completed", "left"), "parts of a measure")), frozenset(leaves))


def refers(source):
    return (source, MENTORS, "refers-to")


def routes(rng):
    """Sources of referrals, a group beside its members, what mentors pass on, and relations that add up."""
    form = rng.choice(["sources", "one source", "group", "group and flow", "relations"])
    flow = (MENTORS, YOUNG_PEOPLE, "supports")
    members = tuple(refers(name) for name in ("school-a", "school-b", "school-c"))
    group = Total(refers("schools"), members, "group and members")
    if form == "sources":
        sources = tuple(refers(name) for name in ("schools", "gp", "camhs")[: rng.randint(2, 3)])
        return Dimension(sources, (Total(flow, sources, "sources and targets"),))
    if form == "one source":
        return Dimension((refers("schools"),), (Total(flow, (refers("schools"),), "one source"),))
    if form == "group":
        return Dimension(members, (group,))
    if form == "group and flow":
        members = members[:2]
        group = Total(refers("schools"), members, "group and members")
        return Dimension((*members, refers("gp")),
                         (group, Total(flow, (group.name, refers("gp")), "sources and targets")))
    parts = tuple(("schools", MENTORS, relation) for relation in ("refers-to", "tells"))
    return Dimension(parts, (Total(("schools", MENTORS, "contacts"), parts, "relations that add up"),))
