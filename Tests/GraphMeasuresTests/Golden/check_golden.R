# Compares random-graphs.json and textbook-graphs.json with R's sna and igraph, which share no code with NetworkX
# (sna) or are another release (igraph). Stops at the first disagreement; prints the largest difference of each check.
#
# Checked with R 4.2.2, sna 2.7-1, igraph 1.3.5, jsonlite 1.8.4 (Debian 12: r-cran-sna, r-cran-igraph, r-cran-jsonlite).
# Run: Rscript check_golden.R [folder of the JSON files]

suppressPackageStartupMessages({
  requireNamespace("jsonlite"); requireNamespace("sna"); requireNamespace("igraph")
})
folder <- c(commandArgs(trailingOnly = TRUE), ".")[1]

checks <- list()
check <- function(graph, name, golden, theirs, allowed = 1e-9) {
  golden <- as.numeric(unlist(lapply(golden, function(x) if (is.null(x)) NA else x)))
  theirs <- as.numeric(theirs)
  if (length(golden) != length(theirs)) stop(graph$id, ": ", name, ": ", length(golden), " values against ", length(theirs))
  if (!identical(is.na(golden), is.na(theirs))) stop(graph$id, ": ", name, ": undefined in different places")
  known <- !is.na(golden)
  difference <- abs(golden - theirs)[known] / pmax(1, abs(golden[known]))
  if (any(difference > allowed)) stop(graph$id, ": ", name, " differs by ", max(difference))
  before <- checks[[name]]
  if (is.null(before)) before <- c(0, 0)
  checks[[name]] <<- c(before[1] + sum(known), max(before[2], difference))
}

one <- function(x) list(x) # a single golden value, perhaps NULL

check_graph <- function(graph) {
  n <- graph$n
  groups <- unlist(graph$groups)
  matrix <- matrix(0, n, n)
  arcs <- matrix(as.numeric(unlist(graph$arcs)), ncol = 2, byrow = TRUE) + 1
  matrix[arcs] <- 1
  both <- pmax(matrix, t(matrix))
  directed <- igraph::graph_from_adjacency_matrix(matrix, mode = "directed")
  undirected <- igraph::graph_from_adjacency_matrix(both, mode = "undirected")
  any_arc <- nrow(arcs) > 0

  # igraph
  check(graph, "betweenness, R igraph", graph$betweenness, igraph::betweenness(directed, directed = TRUE))
  check(graph, "pageRank, R igraph", graph$pageRank, igraph::page_rank(directed, damping = 0.85)$vector)
  check(graph, "core, R igraph", graph$core, igraph::coreness(undirected))
  if (any_arc) check(graph, "constraint, R igraph", graph$constraint, igraph::constraint(directed))
  check(graph, "transitivity, R igraph", one(graph$transitivity), igraph::transitivity(undirected, type = "global"))
  if (n > 2) {
    check(graph, "triads, R igraph", graph$triads,
          igraph::triad_census(directed))
    # loops = FALSE: with igraph's default the largest possible sum counts self-connections, n (n - 1)
    check(graph, "centralization inDegree, R igraph centr_degree", one(graph$centralization$inDegree),
          igraph::centr_degree(directed, mode = "in", loops = FALSE)$centralization)
    check(graph, "centralization outDegree, R igraph centr_degree", one(graph$centralization$outDegree),
          igraph::centr_degree(directed, mode = "out", loops = FALSE)$centralization)
    check(graph, "centralization betweenness, R igraph centr_betw", one(graph$centralization$betweenness),
          igraph::centr_betw(directed, directed = TRUE)$centralization)
  }

  # sna
  if (!any_arc) return(invisible()) # sna refuses graphs without arcs here and there
  check(graph, "inDegree, sna", graph$inDegree, sna::degree(matrix, cmode = "indegree"))
  check(graph, "outDegree, sna", graph$outDegree, sna::degree(matrix, cmode = "outdegree"))
  check(graph, "betweenness, sna", graph$betweenness, sna::betweenness(matrix, gmode = "digraph"))
  harmonic <- sna::geodist(matrix, inf.replace = Inf)$gdist
  diag(harmonic) <- Inf
  check(graph, "harmonic, sna geodist", graph$harmonic, colSums(1 / harmonic))
  check(graph, "reach2, sna geodist", graph$reach2, rowSums(harmonic <= 2))
  check(graph, "density, sna", one(graph$density), sna::gden(matrix))
  check(graph, "reciprocity, sna grecip edgewise", one(graph$reciprocity), sna::grecip(matrix, measure = "edgewise"))
  check(graph, "weakComponents, sna", one(graph$weakComponents), sna::components(matrix, connected = "weak"))
  check(graph, "strongComponents, sna", one(graph$strongComponents), sna::components(matrix, connected = "strong"))
  check(graph, "core, sna kcores of the undirected form", graph$core,
        sna::kcores(both, mode = "graph", cmode = "indegree"))
  check(graph, "cutPoints, sna", as.list(unlist(graph$cutPoints)),
        sort(unlist(sna::cutpoints(both, mode = "graph"))) - 1)
  if (n > 2) {
    check(graph, "triads, sna", graph$triads, sna::triad.census(matrix)[1, names(graph$triads)])
    check(graph, "centralization inDegree, sna", one(graph$centralization$inDegree),
          sna::centralization(matrix, sna::degree, cmode = "indegree"))
    check(graph, "centralization outDegree, sna", one(graph$centralization$outDegree),
          sna::centralization(matrix, sna::degree, cmode = "outdegree"))
    check(graph, "centralization betweenness, sna", one(graph$centralization$betweenness),
          sna::centralization(matrix, sna::betweenness))
  }
  roles <- sna::brokerage(matrix, groups)$raw.nli
  names <- c(coordinator = "w_I", itinerant = "w_O", gatekeeper = "b_OI", representative = "b_IO", liaison = "b_O")
  for (role in names(names)) {
    check(graph, paste("brokerage", role, "= sna", names[[role]]), graph$brokerage[[role]], roles[, names[[role]]])
  }
}

for (file in c("random-graphs.json", "textbook-graphs.json")) {
  graphs <- jsonlite::fromJSON(file.path(folder, file), simplifyVector = FALSE)$graphs
  for (graph in graphs) suppressWarnings(check_graph(graph))
  cat(file, ": ", length(graphs), " graphs agree\n", sep = "")
}
for (name in sort(names(checks))) {
  cat(sprintf("  %-58s %7d values, largest difference %.1e\n", name, as.integer(checks[[name]][1]), checks[[name]][2]))
}
