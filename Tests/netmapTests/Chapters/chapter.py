"""Reads a chapter in its three forms with the readers that there are, and says whether they hold the same.

For HTML the rules of accessibility are checked that a parser can check (WCAG 2.2: 1.1.1, 1.3.1, 2.4.1, 2.4.2, 2.4.6, 3.1.1).
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ET

import docx

folder = pathlib.Path(sys.argv[1])
XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
faults = []


def check(is_so, fault):
    if not is_so:
        faults.append(fault)


def plain(text):
    return re.sub(r"\s+", " ", text or "").strip()


def words(element):
    return plain("".join(element.itertext()))


def of_html():
    root = ET.parse(folder / "chapter.html").getroot()
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    check(len(ids) == len(set(ids)), "ids stand twice in HTML")
    check(root.get("lang"), "HTML names no language")
    check(words(root.find(f"{XHTML}head/{XHTML}title")), "HTML has no title")
    check(len(list(root.iter(f"{XHTML}main"))) == 1, "HTML has no main part")
    for element in root.iter():
        for name in ("src", "href"):
            link = element.get(name)
            if link is not None:
                check(link.startswith("#") and link[1:] in ids, f"HTML leads to {link}")
        for name in ("aria-labelledby", "aria-describedby"):
            for target in (element.get(name) or "").split():
                check(target in ids, f"HTML names {target}, which is not there")
    headings, tables, pictures = [], [], []
    for element in root.iter():
        found = re.fullmatch(re.escape(XHTML) + "h([1-6])", element.tag)
        if found:
            headings.append((int(found[1]), words(element)))
        if element.tag == f"{XHTML}table":
            check(element.find(f"{XHTML}caption") is not None, "a table has no caption")
            header = element.findall(f"{XHTML}thead/{XHTML}tr/{XHTML}th")
            check(header and all(e.get("scope") == "col" for e in header), "a column has no heading")
            rows = element.findall(f"{XHTML}tbody/{XHTML}tr")
            check(all(r[0].tag == f"{XHTML}th" and r[0].get("scope") == "row" for r in rows), "a row has no heading")
            tables.append((words(element.find(f"{XHTML}caption")), [words(e) for e in header], len(rows)))
        if element.tag == f"{XHTML}figure":
            svg = element.find(f"{SVG}svg")
            check(svg is not None and svg.get("role") == "img", "a figure holds no picture")
            check(words(svg.find(f"{SVG}title")) and words(svg.find(f"{SVG}desc")), "a picture has no words")
            pictures.append(words(element.find(f"{XHTML}figcaption")))
    for (before, _), (after, heading) in zip(headings, headings[1:]):
        check(after <= before + 1, f"a level is left out before {heading}")
    check([h[0] for h in headings].count(1) == 1, "HTML has not one title")
    return headings, tables, pictures


def unescaped(text):
    text = re.sub(r"\\([\\`*_\[\]|~#+>=.)-])", r"\1", text)
    return plain(text.replace("&lt;", "<").replace("&amp;", "&"))


def of_markdown():
    text = (folder / "chapter.md").read_text(encoding="utf-8")
    headings = [(len(m[1]), unescaped(m[2])) for m in re.finditer(r"^(#+) (.*)$", text, re.M)]
    tables = []
    for found in re.finditer(r"\*\*(.*)\*\*\n\n(\|.*\|)\n\| [-:| ]+ \|\n((?:\|.*\|\n)*)", text):
        header = [unescaped(c) for c in re.split(r"(?<!\\)\|", found[2])[1:-1]]
        tables.append((unescaped(found[1]), header, found[3].count("\n")))
    pictures = []
    for found in re.finditer(r"\*\*(.*)\*\*\n\n!\[(.+)\]\((.*)\)", text):
        check((folder / found[3]).exists(), f"{found[3]} is not there")
        pictures.append(unescaped(found[1]))
    return headings, tables, pictures


def of_word():
    document = docx.Document(folder / "chapter.docx")
    check(document.core_properties.title and document.core_properties.language, "Word has no title or language")
    headings, captions = [], []
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Title":
            headings.append((1, plain(paragraph.text)))
        found = re.fullmatch("Heading ([1-9])", paragraph.style.name)
        if found:
            headings.append((int(found[1]) + 1, plain(paragraph.text)))
        if paragraph.style.name == "Caption":
            captions.append(plain(paragraph.text))
    tables = []
    for table in document.tables:
        repeated = table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader")
        check(repeated is not None, "the first row of a table is not repeated")
        tables.append([plain(c.text) for c in table.rows[0].cells])
    for shape in document.inline_shapes:
        check(plain(shape._inline.docPr.get("descr")), "a picture of Word has no words")
        check(0 < shape.width and 0 < shape.height, "a picture of Word has no size")
    return headings, captions, tables, len(document.inline_shapes)


html, markdown, word = of_html(), of_markdown(), of_word()
check(html[0] == markdown[0], f"headings differ: {set(html[0]) ^ set(markdown[0])}")
check(html[0] == word[0], f"headings differ: {set(html[0]) ^ set(word[0])}")
check(html[1] == markdown[1], f"tables differ: {[pair for pair in zip(html[1], markdown[1]) if pair[0] != pair[1]]}")
check([t[1] for t in html[1]] == word[2], "tables of Word differ")
check(html[2] == markdown[2] and len(html[2]) == word[3], "pictures differ")
check(sorted(word[1]) == sorted([t[0] for t in html[1]] + html[2]), "captions of Word differ")
if faults:
    print("\n".join(faults))
    sys.exit(1)
print(f"alike: {len(html[0])} headings, {len(html[1])} tables, {len(html[2])} pictures")
