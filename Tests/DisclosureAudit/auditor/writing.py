"""Writes a map folder from what is true of a map."""

import csv
import json

PLACES = {      # id: (role, sector, stage)
    "mentors": ("delivery", "delivery-charity", "delivery"),
    "young-people": ("delivery", "families", "delivery"),
    "gp": ("co-existing-support", "nhs", "delivery"),
    "camhs": ("co-existing-support", "nhs", "delivery"),
}
SCHOOL = ("set-up", "school", "set-up")
STATEMENTS = "id,area,interview,informant,from,to,relation,stance,frequency,excerpt,reference\n"
COUNTS = ["area", "from", "to", "relation", "measure", "period", "count", "reference", "computed"]
CASES = ["Case ID", "Area", "Source", "Date", "Sex"]


def write_map(truth, folder):
    """Writes each edition into a folder of its own below `folder`, and returns the folders in order."""
    folders = []
    for edition in truth.editions:
        place = folder / (edition or "map")
        place.mkdir(parents=True, exist_ok=True)
        (place / "map.yaml").write_text(definition(truth, edition), encoding="utf-8")
        (place / "interviews.csv").write_text(STATEMENTS, encoding="utf-8")
        if truth.case_rows is None:
            write_table(place / "referrals.csv", COUNTS, count_rows(truth, edition))
        else:
            write_table(place / "cases.csv", CASES, truth.case_rows)
        folders.append(place)
    return folders


def write_table(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def count_rows(truth, edition):
    rows = [cell for cell in truth.rows if cell.edition == edition]
    programme = "programme" if can_be_merged([cell.area for cell in rows]) else ""
    for cell in rows:
        text = truth.computed.get(cell, ("",))[0]
        yield [cell.area or programme, cell.source, cell.target, cell.relation, cell.measure, cell.period, truth.values[cell], "T1", text]


def can_be_merged(areas):
    """Whether empty cells are read as merged with the one above, by the documentation: each area stands once, with an empty
    cell below it and another area after that. Then only a word says that a row is of the programme."""
    named = [area for area in areas if area]
    between = "".join("x" if area else " " for area in areas).strip()
    return len(named) == len(set(named)) and " " in between


def definition(truth, edition):
    lines = ["format: 1", f"title: Made-up programme {edition}".rstrip(), "areas:"]
    lines += [area_line(truth, area) for area in truth.areas] or ["  - {id: alder, name: Alder}"]
    lines += periods_and_measures(truth.declared)
    lines += ["actors:", *(actor_line(truth, actor) for actor in truth.actors), "relations:"]
    relations = dict.fromkeys([*(cell.relation for cell in truth.rows), *(rule["relation"] for rule in truth.case_rules or ()), "refers-to"])
    for relation in relations:
        family = "support" if relation == "supports" else "coordination"
        lines.append(f"  - {{id: {relation}, family: {family}, label: {relation}, plural: {relation}}}")
    lines += evidence(truth) + claims(truth) + ["figures:", "  - {id: all, title: All, widths: cases}"]
    settings = truth.settings
    lines += ["disclosure:", f"  minimum: {settings.minimum}", f"  rounding: {settings.rounding}", f"  zeros: {settings.zeros}"]
    sums = declared_sums(truth.declared)
    if sums:
        lines += ["  sums:", *(f"    - {json.dumps(entry)}" for entry in sums)]
    others = [f"../{other}" for other in truth.editions if other != edition]
    if truth.published_with and others:
        lines.append(f"  {truth.published_with}: [{', '.join(others)}]")
    return "\n".join(lines) + "\n"


def area_line(truth, area):
    contains = truth.declared.get("areas", {}).get(area)
    more = f", contains: [{', '.join(contains)}]" if contains else ""
    return f"  - {{id: {area}, name: {area.capitalize()}{more}}}"


def periods_and_measures(declared):
    lines = []
    if declared.get("periods"):
        parts = dict.fromkeys(part for contained in declared["periods"].values() for part in contained)
        lines.append("periods:")
        lines += [f"  - {{name: {json.dumps(part)}}}" for part in parts if part not in declared["periods"]]
        lines += [f"  - {{name: {json.dumps(name)}, contains: {json.dumps(contained)}}}"
                  for name, contained in declared["periods"].items()]
    if declared.get("measures"):
        lines.append("measures:")
        lines += [f"  - {{name: {json.dumps(name)}, parts: {json.dumps(ways[0])}}}" for name, ways in declared["measures"].items()]
    return lines


def declared_sums(declared):
    """Those declared as sums, among them the second way of dividing a measure."""
    second = [{"of": "measures", "total": name, "parts": parts}
              for name, ways in declared.get("measures", {}).items() for parts in ways[1:]]
    return declared.get("sums", []) + second


def actor_line(truth, actor):
    role, sector, stage = PLACES.get(actor, SCHOOL)
    group = truth.declared.get("groups", {}).get(actor)
    more = (f", group: {group}" if group else "") + (", beneficiary: true" if actor == "young-people" else "")
    return f"  - {{id: {actor}, name: {actor.capitalize()}, role: {role}, sector: {sector}, stage: {stage}{more}}}"


def evidence(truth):
    if truth.case_rows is None:
        return ["mi:", "  - file: referrals.csv", f"    cases: {json.dumps(truth.case_measures)}"]
    columns = "{case: Case ID, area: Area, source: Source, referred: Date}"
    lines = ["mi:", "  - file: cases.csv", f"    columns: {columns}", "    rules:"]
    for rule in truth.case_rules:
        lines.append("      - " + "\n        ".join(f"{key}: {value}" for key, value in rule.items()))
    return lines


def claims(truth):
    lines = ["claims:"] if truth.claims else []
    for claim in truth.claims:
        cell = claim.cell
        period = f", period: {json.dumps(cell.period)}" if cell.period else ""
        lines += [f"  - id: {claim.id}", "    words: Made up", "    cases: {" + f"from: {cell.source}, to: {cell.target}, "
                  f"relation: {cell.relation}, measure: {json.dumps(cell.measure)}{period}, at-least: {claim.at_least}" + "}"]
    return lines
