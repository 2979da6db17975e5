"""Makes manual pages of what netmap says of itself: netmap --experimental-dump-help | python3 manual.py FOLDER VERSION

One page for netmap and one for each verb, in the language of man (man-pages(7)), as netmap.1 and netmap-VERB.1.
"""

import json
import re
import sys
from pathlib import Path

folder, version = Path(sys.argv[1]), sys.argv[2]
root = json.load(sys.stdin)["command"]


def words(text):
    """Words of which roff takes none for a command."""
    text = (text or "").replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def discussion(text):
    """Paragraphs; what is indented is an example, and stays as it is."""
    lines, inside = [], False
    for line in (text or "").split("\n"):
        term = re.fullmatch(r"  ?\s*([a-z-]+)\s{2,}(\S.*)", line)
        if term:
            lines += ([".EE"] if inside else []) + [".TP", f"\\fB{words(term[1])}\\fR", words(term[2])]
            inside = False
            continue
        isExample = line.startswith("  ")
        if isExample != inside:
            lines.append(".EX" if isExample else ".EE")
            inside = isExample
        if line or inside:
            lines.append(words(line.strip() if not isExample else line))
        else:
            lines.append(".PP")
    return "\n".join(lines + ([".EE"] if inside else []))


def name(argument):
    names = argument.get("names") or []
    spelled = [("--" if item["kind"] == "long" else "-") + item["name"] for item in names]
    value = argument.get("valueName")
    if argument["kind"] == "positional":
        return f"<{value}>"
    return ", ".join(spelled) + (f" <{value}>" if argument["kind"] == "option" else "")


def options(command):
    lines = []
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True):
            continue
        lines += [".TP", f"\\fB{words(name(argument))}\\fR", words(argument.get("abstract") or " ")]
        if argument.get("discussion"):
            lines.append(words(argument["discussion"]))
        if argument.get("defaultValue"):
            lines.append(words(f"Default: {argument['defaultValue']}."))
        if argument.get("allValues"):
            lines.append(words(f"One of: {', '.join(argument['allValues'])}."))
    return "\n".join(lines)


def usage(title, command):
    parts = [title.replace("-", " ", 1)]
    for argument in command.get("arguments", []):
        if argument["kind"] == "positional":
            text = f"<{argument['valueName']}>" + (" ..." if argument.get("isRepeating") else "")
            parts.append(f"[{text}]" if argument.get("isOptional") else text)
        elif not argument.get("isOptional", True):
            parts.append(name(argument))
    return " ".join(parts + ["[options]"])


def page(title, command, others):
    body = [
        f'.TH {title.upper()} 1 "" "netmap {version}" "Network maps"', ".SH NAME",
        f"{words(title)} \\- {words(command.get('abstract', '').rstrip('.'))}", ".SH SYNOPSIS",
        f"\\fB{words(usage(title, command))}\\fR",
    ]
    if command.get("discussion"):
        body += [".SH DESCRIPTION", discussion(command["discussion"])]
    listed = options(command)
    if listed:
        body += [".SH OPTIONS", listed]
    if title == "netmap":
        body.append(".SH VERBS")
        for verb in command["subcommands"]:
            if verb["commandName"] != "help":
                body += [".TP", f"\\fB{words(verb['commandName'])}\\fR", words(verb.get("abstract", ""))]
    body += [
        ".SH EXIT STATUS", ".TP", "0", "Fine.", ".TP", "1", "The map or its evidence has errors.", ".TP", "2", "Wrong usage.",
        ".SH SEE ALSO", ", ".join(f"\\fB{words(other)}\\fR(1)" for other in others),
    ]
    (folder / f"{title}.1").write_text("\n".join(body) + "\n", encoding="utf-8")


verbs = [verb for verb in root["subcommands"] if verb["commandName"] != "help"]
names = [f"netmap-{verb['commandName']}" for verb in verbs]
page("netmap", root, names)
for verb, title in zip(verbs, names):
    page(title, verb, ["netmap"])
print(f"{1 + len(verbs)} pages")
