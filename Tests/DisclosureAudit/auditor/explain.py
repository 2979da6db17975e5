"""Says how a withheld count was worked out: the fewest relations that it takes, each written as an equation."""

from .knowledge import is_broken
from .solver import intervals
from .system import System

MOST_TRIES = 60


def explain(system, broken, minimum):
    """The kinds of knowledge and a sentence."""
    needed = smallest(system.without_loose_ends({broken.cell}), broken, minimum)
    kinds = tuple(sorted({relation.kind for relation in needed})) or (of_bounds(system.cells[broken.cell]),)
    span = str(broken.low) if broken.low == broken.high else f"from {broken.low} to {broken.high}"
    steps = "; ".join(f"{equation(relation, system.cells)} ({relation.kind})" for relation in needed)
    return kinds, f"[{broken.cell}] is {span}" + (f", because {steps}." if steps else ", by the settings alone.")


def of_bounds(known):
    return "outputs differ" if known.exact else "settings alone"


def smallest(system, broken, minimum):
    """Leaves out relations in ever smaller blocks, as long as the count stays worked out."""
    relations = nearest_first(system, broken.cell)
    block, tries = max(1, len(relations) // 2), 0
    while tries < MOST_TRIES:
        at = len(relations)
        while at > 0 and tries < MOST_TRIES:
            fewer = relations[: max(0, at - block)] + relations[at:]
            tries += 1
            if still_broken(system, fewer, broken, minimum):
                relations = fewer
            at -= block
        if block == 1:
            break
        block = max(1, block // 2)
    return relations


def still_broken(system, relations, broken, minimum):
    found = intervals(System(system.cells, relations), [broken.cell])[broken.cell]
    return is_broken(found, minimum) == broken.how


def nearest_first(system, cell):
    """The relations that hang together with a cell, those that share a cell with it first."""
    reached, found, left = {cell}, [], list(system.relations)
    while True:
        near = [relation for relation in left if any(name in reached for name, _ in relation.terms)]
        if not near:
            return found
        found += near
        left = [relation for relation in left if relation not in set(near)]
        reached |= {name for relation in near for name, _ in relation.terms if not system.cells[name].exact}


def equation(relation, cells):
    """A relation with numbers where they are shown, and names in brackets where they are not."""
    words = []
    for cell, factor in relation.terms:
        known = cells[cell]
        name = str(known.low) if known.exact else f"[{cell}]"
        words.append(("+ " if factor > 0 else "- ") + name)
    left = " ".join(words).removeprefix("+ ")
    if relation.low == relation.high:
        return f"{left} = {relation.low}"
    return f"{left} >= {relation.low}"
