"""Shapes that counts come in: many small ones, zeros, large ones, one small one among large ones."""

MOST = 9999     # a sum of some of them stays far below what the solver takes for unbounded


def random_counts(rng, keys, minimum):
    """A count for each key, all of one shape."""
    shape = rng.choice(["small", "zeros", "large", "mixed", "one small", "just enough", "skewed"])
    counts = {key: draw(rng, shape, minimum) for key in keys}
    if shape == "one small":
        counts[rng.choice(list(keys))] = rng.randint(1, minimum - 1)
    return counts


def draw(rng, shape, minimum):
    if shape == "small":
        return rng.randint(0, max(3, minimum))
    if shape == "zeros":
        return 0 if rng.random() < 0.6 else rng.randint(1, 3 * minimum)
    if shape in ("large", "one small"):
        return rng.randint(minimum, minimum + 200)
    if shape == "mixed":
        return rng.choice([rng.randint(0, minimum), rng.randint(minimum, 60 + minimum)])
    if shape == "just enough":
        return rng.randint(minimum - 1, minimum + 3)
    return min(int(rng.paretovariate(0.8)), MOST) if rng.random() < 0.9 else 0
