# Makes comparison-graphs.json: pairs of directed graphs of the same nodes, with their correlation and its
# permutation test by R's package sna, and their Jaccard similarity by R's sets.
#
#   Rscript make_comparison_golden.R > comparison-graphs.json
suppressMessages(library(sna))
set.seed(20261123)

arcs <- function(m) {
  cells <- which(m == 1, arr.ind = TRUE) - 1
  paste0("[", paste(apply(cells, 1, function(a) paste0("[", a[1], ",", a[2], "]")), collapse = ","), "]")
}

one <- function(n, density, kept) {
  a <- matrix(rbinom(n * n, 1, density), n, n)
  diag(a) <- 0
  # The second keeps a share of the first's cells, so that some pairs are alike and some are not.
  b <- matrix(rbinom(n * n, 1, density), n, n)
  keep <- matrix(rbinom(n * n, 1, kept), n, n) == 1
  b[keep] <- a[keep]
  diag(b) <- 0
  r <- gcor(a, b)
  p <- if (is.na(r)) NA else qaptest(list(a, b), gcor, g1 = 1, g2 = 2, reps = 20000)$pgreq
  both <- sum(a == 1 & b == 1)
  either <- sum(a == 1 | b == 1)
  number <- function(x) if (is.na(x)) "null" else format(x, digits = 15)
  paste0(
    '{"count":', n, ',"first":', arcs(a), ',"second":', arcs(b), ',"correlation":', number(r),
    ',"shareAtLeast":', number(p), ',"jaccard":', number(if (either == 0) NA else both / either), "}")
}

cases <- c()
for (n in c(4, 6, 9, 15, 25)) for (density in c(0.1, 0.3)) for (kept in c(0, 0.4, 0.8)) {
  cases <- c(cases, one(n, density, kept))
}
cat("[\n", paste(cases, collapse = ",\n"), "\n]\n", sep = "")
