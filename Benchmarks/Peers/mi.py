#!/usr/bin/env python3
"""Compare how long netmap and its peers take to read case-level MI.

  mi.py generate ROWS FOLDER        write a map folder with synthetic referrals (no real data)
  mi.py peer NAME FILE THREADS      time polars or duckdb once: counts by area, school and service, cases with two
                                    schools, rows that end before they start
  mi.py compare FOLDER ROUNDS       run netmap and both peers in turn, and print medians and ratios as Markdown

Peers: pip install polars duckdb. netmap: swift build -c release --package-path Benchmarks, from the package's folder.
"""
import os, random, re, statistics, subprocess, sys, time

AREAS = ["Ashford Vale", "Blackmoor", "Carrick and Dunlow", "Denby", "Eastmere", "Fallowfield", "Garth, Hollins and Moor",
         "Hexley", "Inverlee", "Jarrowby", "Kelsall", "Lindale", "Marston", "Northolme", "Oakhampton", "Penwick, North"]
SAINTS = ["St Mary's", "St John's", "Holy Trinity", "Oak Park", "Riverside", "Hillcrest", "Parkfield", "Brookside",
          "Castle", "Meadow", "Whitegate", "Kingsway", "Queen's", "Abbey", "Highfield"]
KINDS = ["Primary School", "Academy", "High School", "Community College", "CofE Primary School",
         "Special School, Upper Site", "Infant School", "Junior School", "Grammar School"]
SOURCES = ["School - SENCO", "School - pastoral lead", "GP", "Self", "Parent/carer", "Social care", "CAMHS",
           "Youth justice", "Other, professional", "Mental health support team"]
STATUSES = ["Open", "Closed", "Waiting", "Declined", "Signposted", "Did not attend, closed"]
SERVICES = ["CAMHS", "Counselling", "Mental health support team", "Educational psychology", "School nurse",
            "Young carers", "Bereavement service", "Eating disorder service", "Autism pathway", "Speech and language"]
DAYS = [f"{y}-{m:02d}-{d:02d}" for y in (2021, 2022, 2023, 2024) for m in range(1, 13) for d in range(1, 29)]
BIRTHS = [f"{y}-{m:02d}-{d:02d}" for y in range(2003, 2019) for m in range(1, 13) for d in range(1, 29)]
HEADER = ("case_id,area,school,referral_source,referral_date,start_date,end_date,status,service_referred_to,sex,"
          "date_of_birth")


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text


def generate(rows, folder):
    """2,000 schools in 16 areas and 40 services; 17 % of rows repeat a recent case, 0.5 % of these at another school;
    0.4 % of closed cases end before they start; about 7 % of cells are quoted."""
    os.makedirs(folder, exist_ok=True)
    pick = random.Random(7)
    schools = []
    for i in range(2000):
        name = f"{SAINTS[i % 15]} {KINDS[i // 15 % 9]} {i:04d}"
        if i % 97 == 0:
            name = f'The "{SAINTS[i % 15]}" {KINDS[i // 15 % 9]} {i:04d}'
        schools.append(f"{quoted(AREAS[i % 16])},{quoted(name)}")
    services = [quoted(SERVICES[i % 10] + ["", " (North)", ", Tier 2", " - outreach"][i // 10]) for i in range(40)]
    sources, statuses = [quoted(s) for s in SOURCES], [quoted(s) for s in STATUSES]
    chance, recent, lines = pick.random, [], [HEADER]
    with open(os.path.join(folder, "referrals.csv"), "w") as out:
        for i in range(rows):
            if recent and chance() < 0.17:
                case, school, person = recent[int(chance() * len(recent))]
                if chance() < 0.005:
                    school = int(chance() * 2000)
            else:
                case, school = f"MI{i:08d}", int(chance() ** 1.5 * 2000)
                person = ["Female", "Male", "Not stated"][int(chance() * 2.05)] + "," + BIRTHS[int(chance() * len(BIRTHS))]
                if len(recent) < 5000:
                    recent.append((case, school, person))
                else:
                    recent[int(chance() * 5000)] = (case, school, person)
            referred = int(chance() * 1250)
            start = referred + int(chance() * 40) if chance() < 0.85 else -1
            end = -1
            if start >= 0 and chance() < 0.6:
                end = start + int(chance() * 54)
                if chance() < 0.004:
                    end = max(0, start - 1 - int(chance() * 30))
            lines.append(
                f"{case},{schools[school]},{sources[int(chance() * 10)]},{DAYS[referred]},{DAYS[start] if start >= 0 else ''},"
                f"{DAYS[min(end, 1343)] if end >= 0 else ''},{statuses[int(chance() * 6)]},"
                f"{services[int(chance() ** 2 * 40)]},{person}")
            if len(lines) > 20000:
                out.write("\n".join(lines) + "\n")
                lines = []
        out.write("\n".join(lines) + "\n" if lines else "")
    ids = [re.sub("[^a-z]+", "-", a.lower()) for a in AREAS]
    with open(os.path.join(folder, "map.yaml"), "w") as out:
        out.write("format: 1\ntitle: Synthetic referrals\nareas:\n")
        out.writelines(f'  - {{id: {i}, name: "{a}"}}\n' for i, a in zip(ids, AREAS))
        out.write("""relations:
  - {id: refers-to, family: coordination, label: refers to}
mi:
  - file: referrals.csv
    columns: {case: case_id, area: area, school: school, source: referral_source, service: service_referred_to,
              status: status, referred: referral_date, started: start_date, ended: end_date}
    details: [date_of_birth, sex]
    extracted: 2024-12-31
    rules:
      # Every school and every service its own actor: 80,000 connections, the groups that the peers count.
      - from: {column: school, each: {role: set-up, sector: school, stage: set-up}}
        to: {column: service, each: {role: co-existing-support, sector: nhs, stage: delivery}}
        relation: refers-to
        count: referrals
""")
    with open(os.path.join(folder, "interviews.csv"), "w") as out:
        out.write("from,to,relation\n")


def peer(name, path, threads):
    os.environ["POLARS_MAX_THREADS"] = threads
    key = ["area", "school", "service_referred_to"]
    used = ["case_id", *key, "start_date", "end_date"]
    if name == "polars":
        import polars as pl
        start = time.perf_counter()
        rows = pl.scan_csv(path, infer_schema=False).select(used)
        groups = rows.group_by(key).len()
        conflicts = (rows.group_by("case_id").agg(a=pl.col("school").min(), b=pl.col("school").max())
                     .filter(pl.col("a") != pl.col("b")).select(pl.len()))
        early = rows.filter((pl.col("start_date") != "") & (pl.col("end_date") != "")
                            & (pl.col("end_date") < pl.col("start_date"))).select(pl.len())
        groups, conflicts, early = pl.collect_all([groups, conflicts, early])
        found = groups.height, conflicts.item(), early.item()
    else:
        import duckdb
        start = time.perf_counter()
        db = duckdb.connect(config={"threads": int(threads)})
        db.execute(f"create table t as select {','.join(used)} from read_csv('{path}', header=true, all_varchar=true)")
        ask = lambda query: db.execute(query).fetchone()[0]
        found = (ask("select count(*) from (select 1 from t group by area, school, service_referred_to)"),
                 ask("select count(*) from (select 1 from t group by case_id having min(school) <> max(school))"),
                 ask("select count(*) from t where start_date <> '' and end_date <> '' and end_date < start_date"))
    seconds = time.perf_counter() - start
    peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) // 1024
    print("\t".join(map(str, [threads, f"{seconds:.3f}", peak, *found])))


def compare(folder, rounds):
    here = os.path.dirname(os.path.abspath(__file__))
    netmap = os.path.join(here, "..", ".build", "release", "mi-benchmark")
    path = os.path.join(folder, "referrals.csv")
    jobs = {(name, threads): [netmap, folder, threads] if name == "netmap" else [sys.executable, __file__, "peer", name, path, threads]
            for threads in "12" for name in ("netmap", "polars", "duckdb")}
    runs = {job: [] for job in jobs}
    for _ in range(rounds):
        for job, command in jobs.items():
            out = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split("\t")
            runs[job].append((float(out[1]), int(out[2])))
    medians = {job: [statistics.median(run[i] for run in all_runs) for i in (0, 1)] for job, all_runs in runs.items()}
    print("| | threads | seconds (lowest-highest) | netmap / this one | peak MiB |\n|---|--:|--:|--:|--:|")
    for (name, threads), (seconds, peak) in medians.items():
        times = [run[0] for run in runs[name, threads]]
        ratio = "" if name == "netmap" else f"{medians['netmap', threads][0] / seconds:.2f}"
        print(f"| {name} | {threads} | {seconds:.2f} ({min(times):.2f}-{max(times):.2f}) | {ratio} | {peak:.0f} |")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["generate", rows, folder]: generate(int(rows), folder)
        case ["peer", name, path, threads]: peer(name, path, threads)
        case ["compare", folder, rounds]: compare(folder, int(rounds))
        case _: sys.exit(__doc__)
