# What netmap.R does, on the maps of the repository and on small ones. Stops at the first failure.
# Run at the top of the repository: NETMAP=.build/release/netmap Rscript Examples/r/test_netmap.R
source("Examples/r/netmap.R")
options(warn = 1)
ami <- "Maps/ami"

equal <- function(found, expected) {
  if (isTRUE(all.equal(found, expected, check.attributes = FALSE))) return(invisible())
  cat("Found:\n"); print(found); cat("Expected:\n"); print(expected)
  stop("A test of netmap.R failed: ", deparse1(sys.call()), call. = FALSE)
}
holds <- function(is_so) {
  if (!isTRUE(is_so)) stop("A test of netmap.R failed: ", deparse1(substitute(is_so)), call. = FALSE)
}
error_of <- function(code) tryCatch({ code; NULL }, error = identity)

# Measures are those of igraph on the graph.
graph <- netmap_graph(ami)
measures <- netmap_measures(ami)
connections <- netmap_query(ami)
ends <- igraph::as_data_frame(graph)
lines_of <- function(from, to, relation) sort(paste(from, to, relation))
equal(
  lines_of(ends$from, ends$to, ends$relation), lines_of(connections$from, connections$to, connections$relation)
)
simple <- igraph::simplify(graph, edge.attr.comb = "ignore")
ids <- igraph::V(simple)$name
equal(sort(ids), sort(measures$id))
measures <- measures[match(ids, measures$id), ]
equal(igraph::V(graph)$label, measures$name)
equal(measures$inDegree, unname(igraph::degree(simple, mode = "in")))
equal(measures$outDegree, unname(igraph::degree(simple, mode = "out")))
equal(measures$betweenness, unname(igraph::betweenness(simple)))
mutual <- igraph::as.undirected(simple, mode = "collapse")
equal(measures$core, unname(igraph::coreness(mutual)))
equal(sort(measures$id[measures$cutPoint]), sort(names(igraph::articulation_points(mutual))))

# The report says that mentors and GPs are not connected.
equal(nrow(netmap_query(ami, either = c("mentors", "GP"))), 0L)
absent <- netmap_query(ami, either = c("mentors", "GP"), absent = TRUE)
equal(sort(unique(c(absent$from, absent$to))), c("attendance-mentors", "gp"))
holds("send-services" %in% netmap_gaps(ami, area = "Doncaster")$id)

# Cases are counted as a script counted them that shares no code with netmap, and check finds what was planted.
rows <- read.csv("Maps/case-level/expected-counts.csv")
rows <- rows[rows$area != "", ]
equal(nrow(rows), 52L)
counted <- suppressWarnings(netmap_query("Maps/case-level", evidence = TRUE, audience = "team"))
counted <- counted[counted$kind == "count", ]
equal(
  sort(paste(counted$from, counted$relation, counted$to, counted$areas, counted$measure, counted$count)),
  sort(paste(rows$from, rows$relation, rows$to, rows$area, rows$measure, rows$count))
)
planted <- read.csv("Maps/case-level/planted.csv")
found <- netmap_check("Maps/case-level", audience = "team")
equal(sort(paste(found$code, found$count)), sort(paste(planted$code, planted$count)))
said <- tryCatch(netmap_query("Maps/case-level"), warning = conditionMessage)
holds(grepl("are used", said))

# A map whose answers can be told by heart, in a folder whose name a shell would not leave as it is.
small <- function(count, definition = identity) {
  folder <- tempfile("it's $(touch x) ")
  dir.create(folder)
  definition <- definition(c(
    "format: 1", "title: Lending", "areas: [{id: \"007\", name: Seven}]", "actors:",
    "  - {id: \"1\", name: \"=Library, \\\"old\\\"\", role: delivery, sector: local-authority, stage: delivery}",
    "  - {id: \"2\", name: Zo\u00eb <b>, role: delivery, sector: families, stage: delivery, beneficiary: true}",
    "relations: [{id: lends, family: support, label: lends books to}]", "interviews: {file: interviews.csv}",
    "mi: [{file: counts.csv, cases: [loans]}]", "disclosure: {minimum: 10}"
  ))
  interviews <- c("id,area,from,to,relation,stance", "s1,Seven,1,2,lends,present")
  counts <- c("area,from,to,relation,measure,period,count", paste0("Seven,1,2,lends,loans,2025,", count))
  writeLines(enc2utf8(definition), file.path(folder, "map.yaml"), useBytes = TRUE)
  writeLines(interviews, file.path(folder, "interviews.csv"))
  writeLines(counts, file.path(folder, "counts.csv"))
  folder
}
one <- netmap_query(small("30"))
equal(one[c("from", "to", "areas", "cases", "cases_withheld", "statements")], data.frame("1", "2", "007", 30, FALSE, 1))
few <- netmap_query(small("4"))
equal(few[c("cases", "cases_withheld", "cases_approximate")], data.frame(NA_real_, TRUE, FALSE))
holds(any(grepl("withheld", attr(few, "notes"))))
equal(netmap_query(small("4"), audience = "team")$cases, 4)
equal(netmap_query(small("~30"))[c("cases", "cases_approximate")], data.frame(30, TRUE))
of_one <- netmap_measures(small("30"))
equal(of_one[c("id", "name")], data.frame(c("1", "2"), c("=Library, \"old\"", "Zo\u00eb <b>")))
equal(of_one[c("inDegree", "outDegree", "cutPoint")], data.frame(c(0, 1), c(1, 0), c(FALSE, FALSE)))
holds(!file.exists("x"))

equal(netmap_words(list(dpi = 100000, legend = NULL, unplaced = TRUE, absent = FALSE, to = c("a", "-b"))),
  c("--dpi=100000", "--unplaced", "--to=a", "--to=-b"))

# Errors carry the words and the exit code of the program.
wrong <- error_of(netmap_query(ami, area = "Narnia"))
holds(inherits(wrong, "netmap_error") && wrong$code == 2 && grepl("no area \"Narnia\"", wrong$text))
holds(grepl("--audience=team", error_of(netmap_query(ami, from = "--audience=team"))$text, fixed = TRUE))
holds(grepl("no map \"nowhere\"", conditionMessage(error_of(netmap_query("nowhere")))))
broken <- small("30", function(definition) sub("role: delivery", "role: nonsense", definition, fixed = TRUE))
equal(error_of(netmap_query(broken))$code, 1)
holds("error" %in% netmap_check(broken)$severity)
program <- Sys.getenv("NETMAP")
Sys.setenv(NETMAP = "/nowhere/netmap")
holds(grepl("no program is there", conditionMessage(error_of(netmap_query(ami)))))
options(netmap.program = program)
equal(nrow(netmap_query(ami, area = "Knowsley", from = "schools", relation = "refers-to")) > 0, TRUE)
options(netmap.program = NULL)
Sys.setenv(NETMAP = program)

# A figure, with its words.
figure <- netmap_figure(ami, "5.7")
equal(c(figure$id, figure$number), c("figure-5-7", "5.7"))
holds(any(grepl("Poverty Fund", readLines(figure$path, encoding = "UTF-8"))))
holds(grepl("not so that Attendance Mentors refer young people to Youth and sports clubs", figure$text))
equal(readBin(netmap_figure(ami, "5.7", format = "png")$path, "raw", 4), as.raw(c(0x89, 0x50, 0x4e, 0x47)))
two <- small("30", function(definition) {
  c(definition, "figures: [{id: a, title: One}, {id: b, number: \"2.1\", title: Two}]")
})
holds(grepl("2 figures; say which one: a, 2.1", conditionMessage(error_of(netmap_figure(two))), fixed = TRUE))
equal(netmap_figure(two, "2.1")$title, "Two")

# A document of R Markdown.
if (requireNamespace("knitr", quietly = TRUE)) {
  # In a table of a chunk a withheld number is not empty; a map's words are no marks of the document's.
  table <- netmap_shown("query", small("4"), c("--to", "2"), list(table = TRUE))
  holds(grepl("|[c]", gsub(" ", "", table), fixed = TRUE))
  equal(netmap_escaped("Zo\u00eb <b> [x]*"), "Zo\u00eb &#60;b&#62; &#91;x&#93;&#42;")
  holds(grepl("option map", conditionMessage(error_of(netmap_engine(list(code = "gaps", eval = TRUE))))))
  folder <- tempfile("document ")
  dir.create(folder)
  text <- readLines("Examples/r/chapter.Rmd")
  text <- gsub("../..", getwd(), sub("\"netmap.R\"", "\"../../Examples/r/netmap.R\"", text, fixed = TRUE), fixed = TRUE)
  writeLines(text, file.path(folder, "chapter.Rmd"))
  has_pandoc <- requireNamespace("rmarkdown", quietly = TRUE) && rmarkdown::pandoc_available()
  formats <- if (has_pandoc) c("html_document", "word_document") else character()
  for (format in formats) {
    made <- rmarkdown::render(file.path(folder, "chapter.Rmd"), format, quiet = TRUE, envir = new.env())
    name <- if (format == "html_document") made else {
      utils::unzip(made, "word/document.xml", exdir = folder)
      file.path(folder, "word", "document.xml")
    }
    whole <- paste(readLines(name, encoding = "UTF-8", warn = FALSE), collapse = "\n")
    # The picture's alternative text and its caption, what was asked, and a number that R worked out of the table.
    holds(grepl("(alt|descr)=\"Network map of 11 actors and 17 connections", whole))
    holds(grepl("support that was sought as a direct result of the AMI", whole))
    holds(grepl("5 connections", whole) && grepl("45 actors", whole))
  }
  cat("A document was rendered to", length(formats), "formats.\n")
}
cat("All tests of netmap.R passed.\n")
