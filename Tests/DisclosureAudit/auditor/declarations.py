"""The sums of a map in the words of map.yaml, for maps that declare them."""


def of(truth):
    """areas: {id: parts}, periods, measures, groups: {member: group}, and sums under `disclosure:`."""
    declared = {"areas": {}, "periods": {}, "measures": {}, "groups": {}, "sums": []}
    actors = set(truth.actors)
    relations = {cell.relation for cell in truth.rows}
    for sum_ in truth.sums:
        cells = (sum_.total, *sum_.parts)
        if sum_.kind == "group and members" and sum_.total.source not in actors:
            continue            # no row of the map is of the group: it has no such actor
        if sum_.kind == "relations that add up" and not relations.issuperset(cell.relation for cell in cells):
            continue
        add(declared, sum_)
    return declared


def add(declared, sum_):
    kind, total, parts = sum_.kind, sum_.total, sum_.parts
    if kind == "nested areas":
        declared["areas"][total.area] = [part.area for part in parts]
    elif kind == "area Total":
        add_sum(declared, "areas", "total", "programme")
    elif kind.endswith("periods") or kind == "one period in two spellings":
        # Where the other edition swaps two spellings of a period, each is the other's total in one of them.
        if total.period and not any(total.period in declared["periods"].get(part.period, ()) for part in parts):
            declared["periods"][total.period] = [part.period for part in parts]
    elif kind in ("parts of a measure", "equal measures"):
        declared["measures"].setdefault(total.measure, [])
        names = [part.measure for part in parts]
        if names not in declared["measures"][total.measure]:
            declared["measures"][total.measure].append(names)
    elif kind == "group and members":
        for part in parts:
            declared["groups"][part.source] = total.source
    elif kind == "relations that add up":
        add_sum(declared, "relations", total.relation, *[part.relation for part in parts])


def add_sum(declared, of_, total, *parts):
    entry = {"of": of_, "total": total, "parts": list(parts)}
    if entry not in declared["sums"]:
        declared["sums"].append(entry)
