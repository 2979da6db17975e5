#!/usr/bin/env python3
"""Run many mutations, and go on behind what ends a process.

  run.py library MUTATIONS FROM COUNT            all in a few processes, through the library
  run.py program MUTATIONS NETMAP FROM COUNT     each changed map with verbs of the tool itself, in processes of their own
  run.py build FOLDER                            the program for the next line, in a folder of its own
  run.py fuzz MUTATIONS SECONDS FOLDER [TARGET ...]   each target, or all, for so long, guided by which places inputs reach;
                                                 FOLDER keeps what reached new ones, and what was found

Prints each finding as it comes, and a line with their number at the end. A process of the library that ends by a signal has
found something with the seed that it began last. A run of the tool is right if it ends with 0, 1 or 2 within 20 seconds of
processor time and 1 GB, says something, writes nothing that steers a terminal to standard error, and leaves either all
that it should or nothing, and no temporary file.
"""
import concurrent.futures, json, os, re, resource, shutil, signal, subprocess, sys, tempfile, unicodedata, xml.dom.minidom

BLOCK = 500
# What a crash prints of itself takes longer than a hundred seeds.
os.environ["SWIFT_BACKTRACE"] = "enable=no"


def library(program, first, count):
    """Prints the findings of a range of seeds as they come, and returns them."""
    findings, end = [], first + count
    log = tempfile.NamedTemporaryFile()
    while first < end:
        with tempfile.TemporaryFile("w+", errors="replace") as said:
            code = subprocess.call([program, str(first), str(end - first), log.name], stdout=said, stderr=said)
            said.seek(0)
            lines = said.read().splitlines()
        found = [line for line in lines if line.startswith("seed ")]
        log.seek(0)
        last = int(log.read().split()[0])
        if code not in (0, 1):
            named = "no answer in a minute" if code in (-signal.SIGALRM, -signal.SIGVTALRM) else f"ended by {-code}"
            words = [line for line in lines if "Fatal" in line or "crashed" in line or "error:" in line]
            found.append(f"seed {last}: {named} {' '.join(words)[:400]}")
        print("".join(line + "\n" for line in found), end="", flush=True)
        findings += found
        if code in (0, 1) and not any("the process has" in line for line in lines):
            break
        first = last + 1
    return findings


VERBS = [["check"], ["check", "--format", "json"], ["query", "--evidence"], ["query", "--format", "csv"], ["gaps"],
         ["measure"], ["compare"], ["audit"], ["agree"], ["figures", "--output", "out"], ["page", "--output", "out"],
         ["report", "--output", "out.html"], ["report", "--output", "out.docx"], ["export", "--as", "graphml", "--output", "out"],
         ["export", "--as", "xlsx", "--output", "out"], ["compare", "--output", "out"], ["gaps", "--output", "out"]]


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (20, 25))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def steers(text):
    return [c for c in text if c != "\n" and (unicodedata.category(c) == "Cc" or c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")]


def whole(path):
    """What is wrong with the files that a run left."""
    files = [path] if os.path.isfile(path) else [os.path.join(at, name) for at, _, names in os.walk(path) for name in names]
    for file in files:
        data = open(file, "rb").read()
        if not data:
            return f"{file} is empty"
        try:
            if file.endswith((".svg", ".graphml")):
                xml.dom.minidom.parseString(data)
            elif file.endswith(".json"):
                json.loads(data)
        except Exception as error:
            return f"{file}: {error}"
    if os.path.isdir(path) and files and not os.path.exists(os.path.join(path, "manifest.json")):
        return "a folder without its manifest"
    return None


def run(program, netmap, seed):
    """Findings of one seed with one verb."""
    folder = tempfile.mkdtemp(prefix="netmap-mutation-")
    try:
        made = os.path.join(folder, "map")
        subprocess.run([program, "keep", str(seed), made], check=True, stdout=subprocess.DEVNULL)
        names = os.listdir(made) if os.path.isdir(made) else []
        is_map = "map.yaml" in names or names == ["map.xlsx"]
        map_ = "map/map.xlsx" if names == ["map.xlsx"] else "map"
        verb = VERBS[seed % len(VERBS)]
        words = [verb[0], map_] + verb[1:] if is_map or not names else ["import", "map/" + names[0], "--output", "out"]
        if is_map and seed % 3 and verb[0] not in ("check",):
            words.append("--despite-errors")
        if is_map and seed % 5 == 0 and verb[0] not in ("audit",):
            words += ["--audience", "team"]
        with open(os.path.join(folder, "said"), "wb") as said, open(os.path.join(folder, "errors"), "wb") as errors:
            started = subprocess.Popen([netmap] + words, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=errors,
                                       preexec_fn=limits)
            _, status, used = os.wait4(started.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        label = f"seed {seed}: {' '.join(words)}"
        text = open(os.path.join(folder, "errors"), "rb").read().decode("utf-8", "replace")
        output = open(os.path.join(folder, "said"), "rb").read()
        found = []
        if code not in (0, 1, 2):
            found.append(f"{label} ended with {code}: {text[-300:]}")
        if used.ru_utime + used.ru_stime > 19 or used.ru_maxrss > 1 << 20:
            found.append(f"{label} took {used.ru_utime:.0f} s, {used.ru_maxrss >> 10} MiB")
        if steers(text):
            found.append(f"{label} wrote {steers(text)[:5]!r} to standard error")
        if not text and not output:
            found.append(f"{label} said nothing")
        left = set(os.listdir(folder)) - {"map", "said", "errors", "out", "out.html", "out.docx"}
        if left:
            found.append(f"{label} left {left}")
        out = os.path.join(folder, "out")
        if os.path.exists(out) and words[0] != "import":
            fault = whole(out)
            if fault:
                found.append(f"{label}: {fault}")
        if code == 2 and os.path.exists(out):
            found.append(f"{label} ended with 2 and wrote")
        return found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def build(folder):
    """Builds all with counters of coverage and the address sanitizer."""
    sanitizers = ["-Xswiftc", "-sanitize=fuzzer,address", "-Xswiftc", "-DFUZZING", "-Xswiftc", "-use-ld=lld"]
    sys.exit(subprocess.call(["swift", "build", "-c", "release", "--scratch-path", folder, "--product", "mutations"] + sanitizers))


def fuzz(program, seconds, folder, targets):
    """Prints a row of each target: inputs, places reached, and what was found."""
    targets = targets or subprocess.check_output([program, "targets"], text=True).split()
    environment = os.environ | {"ASAN_OPTIONS": "detect_leaks=0:symbolize=0:allocator_may_return_null=1"}
    total = 0
    print("| target | inputs | a second | places | findings |\n|---|--:|--:|--:|---|", flush=True)
    for target in targets:
        corpus, seeds, found = (os.path.join(folder, target, part) for part in ("corpus", "seeds", "found"))
        for path in (corpus, found):
            os.makedirs(path, exist_ok=True)
        subprocess.run([program, "seeds", target, seeds], check=True)
        log = os.path.join(folder, target, "log")
        with open(log, "wb") as said:
            subprocess.call(
                [program, corpus, seeds, f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=1024", "-max_len=40000",
                 "-print_final_stats=1", f"-artifact_prefix={found}/"],
                env=environment | {"NETMAP_TARGET": target}, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        text = open(log, errors="replace").read()
        inputs = re.findall(r"number_of_executed_units: (\d+)", text) or re.findall(r"^#(\d+)", text, re.M) or ["0"]
        places = re.findall(r"cov: (\d+)", text) or ["0"]
        new = re.findall(r"written to (\S+)", text)
        total += len(new)
        cells = [f"{int(inputs[-1]):,}", f"{int(inputs[-1]) // seconds:,}", f"{int(places[-1]):,}", ", ".join(new)]
        print(f"| {target} | {' | '.join(cells)} |", flush=True)
    sys.exit(1 if total else 0)


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "build":
        build(arguments[1])
    if len(arguments) > 3 and arguments[0] == "fuzz":
        fuzz(arguments[1], int(arguments[2]), arguments[3], arguments[4:])
    if len(arguments) < 4:
        sys.exit(__doc__)
    kind, programs, (first, count) = arguments[0], arguments[1:-2], map(int, arguments[-2:])
    found = 0
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", os.cpu_count() or 1))) as pool:
        if kind == "library":
            jobs = [pool.submit(library, programs[0], start, min(BLOCK, first + count - start))
                    for start in range(first, first + count, BLOCK)]
        else:
            jobs = [pool.submit(run, *programs, seed) for seed in range(first, first + count)]
        for job in concurrent.futures.as_completed(jobs):
            for finding in job.result():
                found += 1
                if kind == "program":
                    print(finding, flush=True)
    print(f"{count} seeds from {first}, {found} findings")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
