# Network maps of social programmes from R, R Markdown and Quarto: source("netmap.R").
#
# All is done by the program netmap, which this finds and runs, and whose tables it reads. Options of all functions are
# those of the program (netmap query --help), with _ for -; a vector asks for several:
# netmap_query("Maps/ami", area = "Knowsley", family = c("support", "coordination"), unplaced = TRUE).

#' The path of the program: what options(netmap.program=) says, else the variable NETMAP, else the first on the PATH.
netmap_program <- function() {
  named <- c(getOption("netmap.program", ""), Sys.getenv("NETMAP"))
  named <- named[nzchar(named)]
  if (length(named) > 0) {
    path <- path.expand(named[[1]])
    if (file.access(path, 1) != 0 || dir.exists(path)) {
      stop("The program netmap was said to be ", named[[1]], ", and no program is there.", call. = FALSE)
    }
    return(normalizePath(path))
  }
  found <- Sys.which("netmap")
  if (!nzchar(found)) {
    stop(
      "There is no program netmap. Put it on the PATH, or say where it is by options(netmap.program = \"...\") or in ",
      "the environment variable NETMAP.",
      call. = FALSE
    )
  }
  unname(found)
}

# Options as the program takes them: list(leave_out = "informant") is --leave-out=informant, which no value can leave.
netmap_words <- function(options) {
  as.character(unlist(lapply(names(options), function(name) {
    value <- options[[name]]
    if (is.null(value) || identical(value, FALSE)) return(NULL)
    option <- paste0("--", gsub("_", "-", name, fixed = TRUE))
    if (is.numeric(value)) value <- format(value, scientific = FALSE, trim = TRUE)
    if (isTRUE(value)) option else paste0(option, "=", enc2utf8(as.character(value)))
  })))
}

#' Runs the program with these words, and returns the lines that it printed, with what it said beside them as "notes".
#'
#' If it ends with an exit code that is not in `codes`, that is an error of class "netmap_error" with its `text` and
#' `code`.
netmap_run <- function(words, codes = 0L) {
  output <- tempfile("netmap-")
  said <- tempfile("netmap-")
  on.exit(unlink(c(output, said)))
  # R has no way past the shell, so that every word is quoted for it.
  code <- suppressWarnings(system2(netmap_program(), shQuote(words), stdout = output, stderr = said))
  read <- function(path) if (file.exists(path)) readLines(path, encoding = "UTF-8", warn = FALSE) else character()
  notes <- Filter(nzchar, read(said))
  if (!(code %in% codes)) {
    text <- paste(notes, collapse = "\n")
    if (grepl("error while loading shared libraries|Library not loaded", text)) {
      text <- paste0(
        text, "\nnetmap needs Graphviz and a few libraries, which are missing here. On Debian and Ubuntu: apt-get ",
        "install libgvc6 libexpat1 libmd0 libyaml-0-2 fonts-dejavu-core; on macOS: brew install graphviz expat libmd ",
        "libyaml"
      )
    }
    if (!nzchar(text)) text <- paste("netmap ended with code", code, "and said nothing.")
    failure <- list(message = text, text = text, code = code, call = NULL)
    stop(structure(class = c("netmap_error", "error", "condition"), failure))
  }
  for (note in notes[startsWith(notes, "netmap: ")]) warning(sub("^netmap: ", "", note), call. = FALSE)
  structure(read(output), notes = notes)
}

netmap_needs <- function(package, what) {
  if (!requireNamespace(package, quietly = TRUE)) {
    stop(package, " is needed for ", what, ": install.packages(\"", package, "\").", call. = FALSE)
  }
}

# What begins with "-" would be an option.
netmap_map <- function(map) {
  stopifnot(is.character(map), length(map) == 1, !is.na(map))
  if (!file.exists(map)) stop("There is no map \"", map, "\"; mind the spelling and where you are.", call. = FALSE)
  if (startsWith(map, "-")) file.path(".", map) else map
}

# Numbers of the MI. Beside each stand two columns: NAME_withheld (there is one that is not told) and NAME_approximate.
netmap_cases <- list(query = c("cases", "count"), measure = c("casesIn", "casesOut"))
# Other columns of numbers. All that are not named, but those of measures, are text: an area can be called 007.
netmap_numbers <- c("statements", "statements_against", "steps", "line", "column", "count")

# The program's table as texts, as they stand there.
netmap_texts <- function(lines) {
  if (length(lines) == 0) return(data.frame())
  table <- utils::read.csv(
    text = paste(lines, collapse = "\n"), colClasses = "character", na.strings = "", check.names = FALSE,
    encoding = "UTF-8", comment.char = ""
  )
  names(table) <- gsub("-", "_", names(table), fixed = TRUE)
  # The program puts an apostrophe before what a spreadsheet would take for a formula.
  table[] <- lapply(table, function(texts) sub("^'(?=[=+@\t\r-])", "", texts, perl = TRUE))
  table
}

# The program's table as a data frame with numbers.
netmap_table <- function(lines, verb) {
  table <- netmap_texts(lines)
  holds_measures <- verb == "measure" && "id" %in% names(table)
  columns <- list()
  for (name in names(table)) {
    texts <- table[[name]]
    if (name %in% netmap_cases[[verb]]) {
      columns[[name]] <- suppressWarnings(as.numeric(sub("^~", "", texts)))
      columns[[paste0(name, "_withheld")]] <- !is.na(texts) & is.na(columns[[name]])
      columns[[paste0(name, "_approximate")]] <- !is.na(texts) & startsWith(texts, "~")
    } else if (name %in% netmap_numbers || holds_measures && !(name %in% c("id", "name"))) {
      is_truth <- !all(is.na(texts)) && all(texts %in% c("true", "false", NA))
      columns[[name]] <- if (is_truth) texts == "true" else as.numeric(texts)
    } else {
      columns[[name]] <- texts
    }
  }
  table <- as.data.frame(columns, check.names = FALSE, stringsAsFactors = FALSE)
  structure(table, notes = attr(lines, "notes"))
}

netmap_ask <- function(verb, map, options, codes = 0L) {
  words <- c(verb, netmap_map(map), netmap_words(c(options, list(format = "csv"))))
  netmap_table(netmap_run(words, codes), verb)
}

#' Who connects to whom: a row a connection; with evidence = TRUE a row a statement or number, with routes = TRUE a row
#' a route.
#'
#' `cases` holds numbers only; `cases_withheld` says where there is one that must not be told, which is neither 0 nor
#' nothing.
netmap_query <- function(map, ...) netmap_ask("query", map, list(...))

#' Who is central, who bridges, and what hangs on whom: a row an actor.
netmap_measures <- function(map, ...) netmap_ask("measure", map, list(...))

#' What is missing, and how that is known: a row a gap.
netmap_gaps <- function(map, ...) netmap_ask("gaps", map, list(...))

#' Every problem of the map, with its place: a row a problem, none if all is well.
netmap_check <- function(map, ...) netmap_ask("check", map, list(...), codes = 0:1)

#' The map as a graph of igraph: actors by their ids, an edge a connection, with all that is known of both.
netmap_graph <- function(map, ...) {
  netmap_needs("igraph", "graphs")
  netmap_needs("jsonlite", "graphs")
  words <- c("export", netmap_map(map), netmap_words(c(list(...), list(as = "json"))))
  data <- jsonlite::fromJSON(paste(netmap_run(words), collapse = "\n"))
  flat <- function(table, first) {
    table[] <- lapply(table, function(column) {
      if (is.list(column)) vapply(column, paste, "", collapse = ";") else column
    })
    table[c(first, setdiff(names(table), first))]
  }
  nodes <- flat(data$nodes, "id")
  # In igraph the name of a vertex is its id; what it is called is its label.
  nodes$name <- NULL
  edges <- if (length(data$edges) == 0) data.frame(source = character(), target = character()) else data$edges
  igraph::graph_from_data_frame(flat(edges, c("source", "target")), directed = TRUE, vertices = nodes)
}

#' A figure by its id or number, such as "5.7"; or the one that options ask for, such as around = "mentors".
#'
#' It is drawn into `folder` (in knitr, that of the chunk's figures) as svg, png or pdf (in knitr, what the document can
#' show). In a chunk of R Markdown or Quarto its value shows the picture, with its title as caption and its alternative
#' text. It is a list of class "netmap_figure": `id`, `number`, `title`, `alternative` (in a sentence), `text` (the
#' whole text alternative, as Markdown) and `path`.
netmap_figure <- function(map, id = NULL, ..., format = NULL, folder = NULL) {
  netmap_draw(map, netmap_words(c(list(...), list(only = id))), format, folder)
}

netmap_draw <- function(map, words, format = NULL, folder = NULL) {
  netmap_needs("jsonlite", "figures")
  is_knitting <- isTRUE(getOption("knitr.in.progress"))
  if (is.null(format)) {
    format <- if (!is_knitting || knitr::is_html_output()) "svg" else if (knitr::is_latex_output()) "pdf" else "png"
  }
  made <- tempfile("netmap-")
  on.exit(unlink(made, recursive = TRUE))
  netmap_run(c("figures", netmap_map(map), words, netmap_words(list(image_format = format, output = made))))
  figures <- jsonlite::fromJSON(file.path(made, "manifest.json"), simplifyVector = FALSE)$figures
  if (length(figures) != 1 && !any(startsWith(words, "--only"))) {
    names <- vapply(figures, function(figure) if (isTRUE(nzchar(figure$number))) figure$number else figure$id, "")
    names <- paste(names, collapse = ", ")
    stop("The map has ", length(figures), " figures; say which one: ", names, ".", call. = FALSE)
  }
  figure <- figures[[1]]
  name <- paste0(figure$id, ".", format)
  path <- if (is_knitting && is.null(folder)) netmap_chunk_path(name) else file.path(
    if (is.null(folder)) tempfile("netmap-") else folder, name
  )
  dir.create(dirname(path), showWarnings = FALSE, recursive = TRUE)
  if (!file.copy(file.path(made, name), path, overwrite = TRUE)) {
    stop("The figure could not be written to ", path, ".", call. = FALSE)
  }
  text <- readLines(file.path(made, paste0(figure$id, ".md")), encoding = "UTF-8", warn = FALSE)
  structure(class = "netmap_figure", list(
    id = figure$id, number = figure$number, title = figure$title, path = path,
    alternative = figure$alternative, text = paste(text, collapse = "\n")
  ))
}

# Where a figure of a chunk is written: by a number of its own, since the same figure of another area has the same id.
netmap_chunk_path <- local({
  label <- NULL
  number <- 0
  function(name) {
    now <- knitr::opts_current$get("label")
    number <<- if (identical(now, label)) number + 1 else 1
    label <<- now
    knitr::fig_path(paste0("-", name), number = number)
  }
})

print.netmap_figure <- function(x, ...) {
  cat(x$title, "\n", x$alternative, "\n", x$path, "\n", sep = "")
  if (interactive()) utils::browseURL(normalizePath(x$path))
  invisible(x)
}

# A figure as the document shows it: with its own caption and alternative text, unless the chunk says others.
knit_print.netmap_figure <- function(x, options = knitr::opts_current$get(), ...) {
  if (is.null(options$fig.cap)) options$fig.cap <- netmap_escaped(x$title)
  if (is.null(options$fig.alt)) options$fig.alt <- x$alternative
  options[c("fig.num", "fig.cur")] <- 1L
  is_quarto <- !is.null(knitr::opts_knit$get("quarto.version"))
  picture <- if (is_quarto || knitr::is_html_output()) {
    knitr::knit_hooks$get("plot")(x$path, options)
  } else if (knitr::is_latex_output()) {
    options$fig.alt <- NULL
    knitr::knit_hooks$get("plot")(x$path, options)
  } else {
    # knitr has no alternative texts for Word, and pandoc takes captions for them; the backslash keeps it from that.
    paste0(
      "![", netmap_escaped(options$fig.alt), "](<", x$path, ">)\\\n\n",
      "::: {custom-style=\"Image Caption\"}\n", options$fig.cap, "\n:::"
    )
  }
  knitr::asis_output(paste0("\n\n", picture, "\n\n"))
}

# A map's words where Markdown, HTML or LaTeX is expected: no mark of theirs means anything.
netmap_escaped <- function(text) {
  marks <- if (knitr::is_latex_output()) "[%&$#_{}]" else "[]&<>\"\\\\`*_{}$^~[]"
  found <- gregexpr(marks, text)
  regmatches(text, found) <- lapply(regmatches(text, found), function(mark) {
    if (knitr::is_latex_output()) paste0("\\", mark) else sprintf("&#%d;", vapply(mark, utf8ToInt, 1L))
  })
  text
}

# The engine of chunks such as
#
#   ```{netmap, map="Maps/ami"}
#   query --area Knowsley --relation refers-to
#   figures --only 5.7
#   ```
#
# Each line is a verb with its options; the map is the chunk's. Figures are shown with their captions and alternative
# texts. Of query, measure, gaps and check the text is shown, or a table with the chunk option table=TRUE; with
# output.var="name" the last of them becomes a data frame of R instead.
netmap_engine <- function(options) {
  lines <- trimws(options$code)
  lines <- lines[nzchar(lines) & !startsWith(lines, "#")]
  output <- list(structure(list(src = options$code), class = "source"))
  if (isTRUE(options$eval)) {
    if (is.null(options$map)) stop("A netmap chunk needs the option map, such as map=\"Maps/ami\".", call. = FALSE)
    for (line in lines) {
      words <- scan(text = line, what = "", quote = "\"'", quiet = TRUE)
      output <- c(output, list(netmap_shown(words[[1]], netmap_map(options$map), words[-1], options)))
    }
  }
  knitr::engine_output(options, out = output)
}

# What a line of a chunk shows.
netmap_shown <- function(verb, map, words, options) {
  if (verb == "figures") return(knit_print.netmap_figure(netmap_draw(map, words), options))
  codes <- if (verb == "check") 0:1 else 0L
  if (!is.null(options$output.var)) {
    table <- netmap_table(netmap_run(c(verb, map, words, "--format=csv"), codes), verb)
    assign(options$output.var, table, envir = knitr::knit_global())
    ""
  } else if (isTRUE(options$table)) {
    # As texts, in which a withheld number is not empty.
    table <- netmap_texts(netmap_run(c(verb, map, words, "--format=csv"), codes))
    table <- table[!vapply(table, function(column) all(is.na(column)), NA)]
    table[is.na(table)] <- ""
    knitr::asis_output(paste0("\n\n", paste(knitr::kable(table), collapse = "\n"), "\n\n"))
  } else {
    paste0(netmap_run(c(verb, map, words), codes), "\n", collapse = "")
  }
}

if (requireNamespace("knitr", quietly = TRUE)) {
  knitr::knit_engines$set(netmap = netmap_engine)
  registerS3method("knit_print", "netmap_figure", knit_print.netmap_figure, envir = asNamespace("knitr"))
}
