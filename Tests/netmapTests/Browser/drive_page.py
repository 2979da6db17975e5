"""Drives the built page of a map in headless Chromium: `python3 drive_page.py PAGE.html`.

The samples are looked for in the page's own data, so that any map's page can be tested. Without a page it only says
whether a browser can be driven: it ends with 1 if not.
"""
import json, re, shutil, sys, time
from xml.etree import ElementTree
from pathlib import Path

try:
    try:
        import axe_core_python as axe_package  # axe-core 4
    except ImportError:
        import axe_selenium_python as axe_package  # axe-core 3
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.ui import Select
except ImportError as error:
    sys.exit(f"no browser can be driven: {error}")

BROWSER, DRIVER = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
if not BROWSER or not DRIVER:
    sys.exit("no browser can be driven: chromium or chromedriver is missing")
if len(sys.argv) < 2:
    sys.exit(0)

PAGE = Path(sys.argv[1]).resolve()
URL = PAGE.as_uri()
AXE = next(Path(axe_package.__file__).parent.rglob("axe.min.js")).read_text("utf-8")
DATA = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', PAGE.read_text("utf-8"), re.S).group(1))
objects = lambda table: [dict(zip(table["fields"], row)) for row in table["rows"]]
AREAS, ACTORS, CONNECTIONS, GAPS, CLAIMS = DATA["areas"], *(objects(DATA[name]) for name in ("actors", "connections", "gaps", "claims"))
FINDINGS = {"gaps": GAPS, "claims": CLAIMS}
line_id = lambda a, b, family, *direction: ".".join(["line-" + ACTORS[a]["id"], ACTORS[b]["id"], DATA["families"][family]["id"], *direction])
for connection in CONNECTIONS:
    connection["drawn"] = None if connection["line"] is None else f"line-{connection['line']}"
    connection["line"] = None if connection["line"] is None else line_id(*DATA["lines"][connection["line"]])
for actor in ACTORS:
    actor["measures"] = {measure["id"]: value for measure, value in zip(DATA["measures"], actor["measures"])}
failures = []


def open_browser():
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.binary_location = BROWSER
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(service=Service(DRIVER), options=options)


driver = open_browser()


def check(holds, what):
    print(("ok      " if holds else "FAILED  ") + what)
    if not holds:
        failures.append(what)


def size(width, height):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})


def media(kind="", dark=False):
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": kind, "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})


def visit(fragment=""):
    driver.get("about:blank")
    driver.get(URL + fragment)
    time.sleep(0.2)


def axe(state):
    driver.execute_script(AXE)
    found = driver.execute_async_script("""
        const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations', 'incomplete'] }).then((result) => done(
            { violations: result.violations.map((v) => v.id + ': ' + v.nodes.length + ' ' + v.nodes[0].html.slice(0, 120)),
              open: result.incomplete.map((v) => v.id + ' ' + v.nodes.length), version: axe.version }));""")
    print(f"axe {found['version']}  {state}: {len(found['violations'])} violations (not decided: {', '.join(found['open']) or 'none'})")
    for violation in found["violations"]:
        print("        " + violation)
        failures.append(f"axe, {state}: {violation}")


one = lambda selector: driver.find_element(By.CSS_SELECTOR, selector)
many = lambda selector: driver.find_elements(By.CSS_SELECTOR, selector)
heading = lambda: one("#panel-heading").text
count = lambda: one("#count").text
active = lambda: driver.switch_to.active_element
fragment = lambda: driver.execute_script("return location.hash")


def press(*keys):
    ActionChains(driver).send_keys(*keys).perform()


def choose(name, value):
    driver.execute_script("for (let e = arguments[0]; e; e = e.parentElement) if (e.localName === 'details') e.open = true", one(f"[name={name}]"))
    Select(one(f"#filters [name={name}]")).select_by_value(value)


def on_map(connection, area=None):
    state = connection["status"] if area is None else int(connection["presence"][area])
    return DATA["states"][state]["isOnMap"]


driver.set_script_timeout(300)
size(1280, 900)
media()
shown = [c for c in CONNECTIONS if on_map(c)]
drawn = [a for a in ACTORS if f'id="actor-{a["id"]}"' in PAGE.read_text("utf-8")]
central = max(drawn, key=lambda a: a["measures"].get("betweenness", 0))
place = ACTORS.index(central)
near = {c["to"] if c["from"] == place else c["from"] for c in shown if place in (c["from"], c["to"])} | {place}

# Start
visit()
ready = driver.execute_script("return performance.getEntriesByName('ready')[0].startTime")
print(f"time to interactive: {ready:.0f} ms; page: {PAGE.stat().st_size} bytes")
check(count() == f"{len(shown)} connections among {len(ACTORS)} actors shown.", "start: " + count())
axe("start")

# A click on an actor; Escape; Back
def click_on_map(selector):
    driver.execute_script("document.getElementById('map').scrollIntoView({ block: 'center' })")
    time.sleep(0.15)
    ActionChains(driver).move_to_element(one(selector)).click().perform()
    time.sleep(0.15)


selector = f'[id="actor-{central["id"]}"]'
click_on_map(selector)
check(heading() == central["name"], "click on an actor opens its panel")
check(f"actor={central['id']}" in fragment(), "its address is in the fragment")
check("chosen" in one(selector).get_attribute("class"), "it stands out")
check(len(many(".actor.faded")) == len([a for a in drawn if ACTORS.index(a) not in near]), "the rest fades")
axe("actor chosen")
press(Keys.ESCAPE)
check(fragment() in ("", "#") and not many(".chosen"), "Escape ends the choice")
driver.back()
time.sleep(0.2)
check(heading() == central["name"], "Back returns to it")

# A click on a line
lines = [c["line"] for c in shown if c.get("line")]
visit("#line=" + lines[0])
check(len(many(".line.high")) == 1, "a link opens a line")
visit()
driver.execute_script("document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', { bubbles: true }))", f'[id="{next(c["drawn"] for c in shown if c.get("line"))}"] .hit')
check(fragment() == "#line=" + lines[0], "a click on a line chooses it")

# Keyboard only: from the top to an actor's evidence
visit()
walk = []
for step in range(200):
    press(Keys.TAB)
    label = driver.execute_script("const e = document.activeElement; return e.getAttribute('aria-label') || e.textContent.trim().slice(0, 40) || e.id")
    walk.append(label)
    if active().get_attribute("id") == f"actor-{central['id']}":
        break
check(active().get_attribute("id") == f"actor-{central['id']}", f"Tab reaches the actor in {len(walk)} steps")
press(Keys.ENTER)
check(active().get_attribute("id") == "panel-heading", "Enter chooses it and moves the focus to the panel")
for step in range(200):
    press(Keys.TAB)
    if active().tag_name == "summary":
        break
press(Keys.ENTER)
time.sleep(0.1)
check(bool(many("#panel details[open] .marks, #panel details[open] p")), "Enter opens the evidence: " + active().text[:60])
press(Keys.ESCAPE)
check(active().get_attribute("id") == f"actor-{central['id']}", "Escape returns to the actor on the map")
visit()
press(Keys.TAB)
press(Keys.ENTER)
check(active().get_attribute("id") == "panel" and fragment() == "", "the skip link leads to the panel and leaves the address alone")

# Where the focus goes when what had it ends
visit(f"#actor={central['id']}")
one("#reset").click()
check(active().get_attribute("id") == "f-area", "Clear all leaves the focus in the form")
visit(f"#actor={central['id']}")
ActionChains(driver).move_to_element(one("#panel .flow a")).click().perform()
time.sleep(0.2)
check(heading() != central["name"] and active().get_attribute("id") == "panel-heading", "a link in the panel leads on")
driver.back()
time.sleep(0.2)
check(heading() == central["name"] and active().get_attribute("id") == "panel-heading", "Back keeps the focus in the panel")
one("#query").send_keys("school", Keys.ESCAPE)
check(active().get_attribute("id") == "query" and heading() == central["name"], "Escape in the search leaves the choice alone")
unnamed = driver.execute_script("""return [...document.querySelectorAll('.actor')].filter((e) => {
    const written = [...e.querySelectorAll('text')].map((t) => t.textContent).join(' ').replace(/[ \u2020\u2021]+$/, '');
    return !e.getAttribute('aria-label').includes(written);
}).map((e) => e.id)""")
check(not unnamed, f"the name of an actor holds what is written on it {unnamed[:3]}")

# The focus is seen on every actor, at 400 % zoom too
for width, height in ((1280, 720), (320, 256)):
    size(width, height)
    visit("#")
    driver.execute_script("document.getElementById('map').focus()")
    unseen = []
    for _ in drawn:
        press(Keys.TAB)
        if not driver.execute_script("""const b = document.activeElement.getBoundingClientRect(), x = b.x + b.width / 2, y = b.y + b.height / 2;
                return x > 0 && y > 0 && x < innerWidth && y < innerHeight;"""):
            unseen.append(active().get_attribute("id"))
    check(active().get_attribute("id") == f"actor-{drawn[-1]['id']}" and not unseen, f"at {width} by {height}, Tab meets all {len(drawn)} actors and each is seen {unseen[:3]}")
size(375, 800)
if AREAS:
    visit()
    choose("area", AREAS[0]["id"])
    driver.execute_script("document.getElementById('more').open = false; scrollTo(0, 0)")
    link = one("#to-answer")
    check(link.is_displayed() and link.location["y"] < 800 and AREAS[0]["name"] in link.text, "on a phone, the way to the answer is on the first screen")
    link.click()
    check(active().get_attribute("id") == "panel-heading", "and leads there")
size(375, 800)
visit(f"#actor={central['id']}")
driver.execute_script("document.getElementById('panel-heading').focus()")
press(Keys.ESCAPE)
time.sleep(0.2)
check(driver.execute_script("const b = document.activeElement.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight && scrollY > 0"), "on a phone, Escape leads to where the actor is seen")
size(1280, 900)

# Connection
connection = max(shown, key=lambda c: len(c["evidence"]))
key = ".".join([ACTORS[connection["from"]]["id"], ACTORS[connection["to"]]["id"], DATA["relations"][connection["relation"]]["id"]])
visit("#connection=" + key)
check(len(many("#panel blockquote")) == len(connection["evidence"]), "a deep link opens a connection with its excerpts")
axe("connection chosen")

# The names that are seen, in pixels, and the actors that are whole in the frame
SEEN = """
    const frame = document.getElementById('map').getBoundingClientRect();
    const isIn = (b) => b.width && b.right > frame.left && b.left < frame.right && b.bottom > frame.top && b.top < frame.bottom;
    const scale = document.getElementById('map').clientWidth / document.querySelector('#map svg').viewBox.baseVal.width;
    const texts = [...document.querySelectorAll('.actor:not(.gone) text')].filter((e) => isIn(e.getBoundingClientRect()));
    return [texts.length, Math.min(...texts.map((e) => parseFloat(getComputedStyle(e).fontSize) * scale))];"""
for width, height in ((1366, 768), (390, 844)):
    size(width, height)
    for state in ["", f"#actor={central['id']}"] + [f"#area={area['id']}" for area in AREAS[:2]]:
        visit(state)
        number, smallest = driver.execute_script(SEEN)
        check(number > 0 and smallest >= 8.9, f"at {width} by {height}, {state or 'start'}: {number} lines of names are seen, of at least {smallest:.1f} px")
        if state:
            top = driver.execute_script("return document.getElementById('map').getBoundingClientRect().top")
            check(top < height * 0.6, f"at {width} by {height}, a link lands on its subject: the map begins at {top:.0f} px")
size(1280, 900)

# The answer for an area, its quotations, gaps and claims
if AREAS:
    visit()
    choose("area", AREAS[0]["id"])
    states = DATA["states"]
    expected = [g for g in GAPS if g.get("area") == 0 and g.get("absence") is not None]
    missing = [g for g in expected if states[g["absence"]]["isAbsence"]]
    told = {c for g in missing for c in g["connections"]}
    denied = [i for i, c in enumerate(CONNECTIONS) if states[int(c["presence"][0])]["isDenied"] and i not in told]
    numbers = [int(e.text) for e in many(".glance strong")]
    there = [c for c in CONNECTIONS if on_map(c, 0)]
    check(numbers == [len(there), len(missing) + len(denied), len(expected) - len(missing)], f"the answer for {AREAS[0]['name']}: there, missing, not told: {numbers}")
    check(heading() == AREAS[0]["name"], "the panel is headed by the area")
    nodes = sum(bool(actor["measures"]) for actor in ACTORS)
    check(f"the whole map has {nodes} actor" in one("#panel").text, f"who is only looked for is none of the {nodes} actors of the map")
    driver.execute_script("document.querySelector('#is-there ~ ul details').open = true")
    time.sleep(0.2)
    check(bool(many("#is-there ~ ul details blockquote")) or not any(c["evidence"] for c in there), "a quotation is one step away from what is there")
    listed = [g for g in GAPS if g.get("area") == 0]
    check(len(many("#gap-list > li")) == len(listed), f"the {len(listed)} gaps follow the area")
    visit()
    press(Keys.TAB, Keys.TAB, Keys.TAB)
    if GAPS:
        press(Keys.ENTER)
        check(active().get_attribute("id") == "gaps", "a skip link leads to the gaps")
    # What is drawn anew: nobody lies on anybody, and nobody is left out
    visit(f"#area={AREAS[0]['id']}")
    boxes = driver.execute_script("""return [...document.querySelectorAll('.actor:not(.gone)')].map((e) => { const b = e.querySelector('.hit').getBoundingClientRect(); return [e.id, b.left, b.top, b.right, b.bottom]; })""")
    overlaps = [(p[0], q[0]) for i, p in enumerate(boxes) for q in boxes[:i] if p[1] < q[3] - 1 and q[1] < p[3] - 1 and p[2] < q[4] - 1 and q[2] < p[4] - 1]
    wanted = {f'actor-{a["id"]}' for a in drawn if DATA["states"][int(a["presence"][0])]["isOnMap"]}
    check({b[0] for b in boxes} >= wanted and not overlaps, f"{len(boxes)} actors of the area are drawn anew, and none lies on another {overlaps[:2]}")
    names = driver.execute_script("return [...document.querySelectorAll('.stages text')].map((e) => [e.textContent, e.getBoundingClientRect().left, e.getBoundingClientRect().bottom])")
    stages = [s["name"] for s in DATA["stages"] if any(ACTORS[i]["stage"] == s["id"] for i, a in enumerate(ACTORS) if f'actor-{a["id"]}' in {b[0] for b in boxes})]
    check([name for name, *_ in names] == stages and all(bottom < min(b[2] for b in boxes) for *_, bottom in names), f"stages stand over their columns: {[name for name, *_ in names]}")
    for (name, left, _), following in zip(names, names[1:] + [[None, 1e9, 0]]):
        own = [b[1] for b in boxes if DATA["stages"][[s["name"] for s in DATA["stages"]].index(name)]["id"] == next(a["stage"] for a in ACTORS if f'actor-{a["id"]}' == b[0])]
        check(all(left - 1 <= x < following[1] for x in own), f"{name} begins with its first actor")
    heads = driver.execute_script("""return [...document.querySelectorAll('.line:not(.gone)')].filter((e) => e.querySelectorAll(':scope > polygon, :scope > ellipse').length > 1 && e.querySelector('.own'))
        .map((e) => { const [a, b] = [...e.querySelectorAll('.own > polygon, .own > ellipse')].map((h) => h.getBoundingClientRect()); return Math.hypot(a.x - b.x, a.y - b.y); })""")
    check(all(far > 20 for far in heads), f"{len(heads)} lines of both directions keep a head at each end")
    one("#places").click()
    check("places=1" in fragment() and not many(".arranged"), "and stand where they stand on the whole map if that is wanted")

# Key, hidden parts
visit()
entry = one("#legend button")
entry.click()
check(f"{entry.get_attribute('data-kind')}={entry.get_attribute('data-value')}" in fragment() and one("#legend button").get_attribute("aria-pressed") == "true", "an entry of the key filters")
axe("filtered by the key")
visit()
for part in ("legend", "panel"):
    one(f"#hide-{part}").click()
    check(not one(f"#{part}").is_displayed() and one(f"#hide-{part}").get_attribute("aria-expanded") == "false", f"the {part} can be hidden")
axe("key and panel hidden")

# Thinning by the number of statements
if max(c["statements"] for c in CONNECTIONS) > 1:
    visit("#least=2")
    check(count().startswith(f"{len([c for c in shown if c['statements'] >= 2])} connection"), "only what rests on two statements or more: " + count())

# Filters
if AREAS:
    visit()
    choose("area", AREAS[0]["id"])
    there = [c for c in CONNECTIONS if on_map(c, 0)]
    check(count().startswith(f"{len(there)} connection"), "filter by area: " + count())
    check("area=" + AREAS[0]["id"] in fragment(), "the filter is in the address")
    time.sleep(0.2)
    check(len(many("#table-connections tbody tr")) == len(there), "the table follows")
    axe("filtered")
    visit(f"#area={AREAS[0]['id']}&with={AREAS[1]['id']}")
    check(len(many(".line.both, .line.only-a, .line.only-b")) > 0, "comparison of two areas")
    numbers = [int(re.search(r": (\d+)", item.text).group(1)) for item in many("#panel-content .sides > li")]
    check(sum(numbers) == len([c for c in CONNECTIONS if on_map(c, 0) or on_map(c, 1)]), f"its counts add up: {numbers}")
    axe("compare")
    signs = [e.text for e in many(".sign text")]
    check(signs and set(signs) <= {standing["sign"] for standing in DATA["standings"]}, f"signs on lines and actors: {sorted(set(signs))}")
    pairs = {}
    for c in CONNECTIONS:
        if c["line"]:
            sides = on_map(c, 0), on_map(c, 1)
            if any(sides):
                pairs.setdefault(c["drawn"], set()).add(sides)
    unequal = sorted(line for line, kinds in pairs.items() if len(kinds) > 1)
    check(sorted(e.get_attribute("id") for e in many(".line.mixed")) == unequal, f"{len(unequal)} lines of several connections are unequal")
visit("#families=support")
check(count().startswith(f"{len([c for c in shown if DATA['relations'][c['relation']]['family'] == 'support'])} connection"), "filter by family")
if DATA["figures"]:
    figure = DATA["figures"][-1]
    visit("#view=" + figure["id"])
    check(heading() == figure["heading"] and count().startswith(f"{len(figure['connections'])} connection"), "a figure of the report: " + count())
visit(f"#actor={central['id']}&steps=1")
check(f"among {len(near)} actors" in count(), "one step around an actor: " + count())

# Search by alias
aliased = next((a for a in ACTORS for alias in a["aliases"] if sum(alias.lower() in [n.lower() for n in [b["name"], b["short"], *b["aliases"]]] for b in ACTORS) == 1 and alias != a["name"]), None)
if aliased:
    visit()
    alias = next(x for x in aliased["aliases"] if x != aliased["name"])
    one("#query").send_keys(alias, Keys.ENTER)
    time.sleep(0.2)
    check(heading() == aliased["name"], f"search by another name: {alias}")
    visit()
    one("#query").send_keys("no such name", Keys.ENTER)
    check("No actor" in one("#search-answer").text, "search without a result says so")

# Search that forgives
named = max(ACTORS, key=lambda a: len(a["name"]) if a["name"].isascii() else 0)
slip = named["name"][:3] + named["name"][4:]
for typed in [slip] + [a["name"].replace("'", "\u2019") for a in ACTORS if "'" in a["name"]][:1]:
    visit()
    one("#query").send_keys(typed, Keys.ENTER)
    time.sleep(0.2)
    check("actor=" in fragment(), f"search forgives: {typed} > {heading()}")

# Routes
far = next(a for a in drawn if a is not central and ACTORS.index(a) not in near and any(ACTORS.index(a) in (c["from"], c["to"]) for c in shown)) \
    if any(ACTORS.index(a) not in near and any(ACTORS.index(a) in (c["from"], c["to"]) for c in shown) for a in drawn) else drawn[0]
visit()
driver.execute_script("document.getElementById('routing').open = true")
Select(one("#r-from")).select_by_value(central["id"])
Select(one("#r-to")).select_by_value(far["id"])
one("#routes button").click()
time.sleep(0.2)
check(heading().startswith("Routes from") and len(many(".route")) > 0, f"routes: {len(many('.route'))}, {one('#panel-content p').text}")
buttons = many(".route")
if len(buttons) > 1:
    buttons[1].send_keys(Keys.ENTER)
    check(many(".route")[1].get_attribute("aria-pressed") == "true" and "route=1" in fragment(), "a route can be chosen")
check(len(many(".line.high")) > 0, "the route stands out")
axe("routes")

# Tables
visit()
header = next(b for b in many("#table-connections thead button") if b.text == "Statements")
driver.execute_script("arguments[0].click()", header)
column = [b.text for b in many("#table-connections thead button")].index("Statements")
cells = lambda: [int(r.find_elements(By.CSS_SELECTOR, "th,td")[column].text.split()[0]) for r in many("#table-connections tbody tr")[:30]]
check(cells() == sorted(cells(), reverse=True) and len(many("#table-connections [aria-sort=descending]")) == 1, "sorting downwards")
driver.execute_script("document.querySelectorAll('#table-connections thead button')[arguments[0]].click()", column)
check(cells() == sorted(cells()) and len(many("#table-connections [aria-sort=ascending]")) == 1, "sorting upwards")
driver.execute_script("""
    window.saved = '';
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return make(blob); };
    HTMLAnchorElement.prototype.click = () => {};
    document.querySelectorAll('#table-connections .buttons button')[1].click();""")
time.sleep(0.2)
text = driver.execute_script("return window.saved").lstrip("\ufeff")
rows = text.split("\r\n")
check(rows[0].startswith("Connection,From,Relation,To,Family") and len(rows) == len(shown) + 2, f"the CSV has {len(rows) - 2} rows")
check(not any(re.match(r'(^|.*,)"?[=+\-@]', row) for row in rows), "no cell of the CSV starts a formula")
visit()
driver.execute_script("document.querySelector('#table-actors tbody button').click()")
check("actor=" in fragment() and active().get_attribute("id") == "panel-heading", "a row's button leads to the map and panel")

# Saving and sharing
visit(f"#area={AREAS[0]['id']}" if AREAS else "")
driver.execute_script("""
    window.saved = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.saved.push(blob); return make(blob); };
    HTMLAnchorElement.prototype.click = () => {};
    document.getElementById('save-svg').click();
    document.getElementById('save-png').click();
    document.querySelectorAll('#table-evidence .buttons button')[1]?.click();""")
time.sleep(1)
svg, png, table = driver.execute_async_script("""
    const done = arguments[0], [svg, png, table] = [...window.saved].sort((a, b) => b.type.localeCompare(a.type)).sort((a, b) => ['image/svg+xml', 'image/png'].indexOf(a.type) - ['image/svg+xml', 'image/png'].indexOf(b.type)).filter((b) => b.type.startsWith('image')).concat(window.saved.filter((b) => b.type.startsWith('text')));
    (async () => done([await svg.text(), [...new Uint8Array(await png.arrayBuffer())].slice(0, 24), table ? await table.text() : '']))();""")
root = ElementTree.fromstring(svg)
words = " ".join(e.text or "" for e in root.iter("{http://www.w3.org/2000/svg}text"))
plain = lambda text: re.sub(r"\s+", "", text)
check(plain(DATA["title"]) in plain(words) and plain(DATA["source"]) in plain(words), "the saved SVG has title and source")
check(plain(count()) in plain(words) and all(plain(e.text) in plain(words) for e in many("#legend li")[:6]), "and what is shown, and the key")
check(bytes(png[:8]) == b"\x89PNG\r\n\x1a\n" and int.from_bytes(bytes(png[16:20]), "big") >= 1280, "the saved PNG is one, twice as sharp as the screen")
if AREAS and table:
    check("From id,Relation id,To id" in table.split("\r\n")[0] and table.count("\r\n") > 1, "the evidence of what is shown is a table with ids")

# A talk, made on the page
visit(f"#actor={central['id']}")
one("#talk-words").send_keys("The first.", Keys.ENTER)
one("#reset").click()
one("#talk-words").send_keys("The second.", Keys.ENTER)
one("#talk-start").click()
check(one("#talk-text").text == "The first." and f"actor={central['id']}" in fragment() and "step=1" in fragment(), "a talk begins with its first view")
axe("talk")
press(Keys.ARROW_RIGHT)
check(one("#talk-text").text == "The second." and "actor=" not in fragment(), "the key of the right arrow leads on")
press(Keys.PAGE_UP)
check(one("#talk-text").text == "The first.", "and a presenter's key leads back")
press(Keys.ESCAPE)
check(not one("#talk").is_displayed() and "step" not in fragment(), "Escape ends the talk")
before = fragment(), count()
driver.execute_script("window.print = () => { window.sheets = [...document.querySelectorAll('#sheets section')].map((e) => [e.querySelector('h2').textContent, e.querySelectorAll('svg text').length]); }")
one("#talk-print").click()
sheets = driver.execute_script("return window.sheets")
check([text for text, _ in sheets] == ["1. The first.", "2. The second."] and all(texts > 5 for _, texts in sheets), f"each step is printed with its picture: {sheets}")
check((fragment(), count()) == before, "and the page shows what it showed")
media("print")
check(one("#sheets svg").is_displayed() and not one("main").is_displayed(), "on paper there is nothing else")
media()
driver.execute_script("window.dispatchEvent(new Event('afterprint'))")
check(not many("#sheets section") and one("main").is_displayed(), "and after it everything else again")
driver.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
for name, start in (("talk-copy", "page:\n  steps:\n    - text: \"The first.\"\n"), ("copy-link", "file:"), ("copy-embed", "<iframe src=\"file:")):
    one("#" + name).click()
    time.sleep(0.2)
    pasted = driver.execute_async_script("navigator.clipboard.readText().then(arguments[0], (e) => arguments[0]('refused: ' + e))")
    check(pasted.startswith(start), f"{name}: {pasted[:70]!r}")

# Within another page
size(800, 500)
visit("#embed=1")
before = driver.execute_script("return history.length")
for _ in range(2):
    driver.execute_script("document.querySelectorAll('.actor')[arguments[0]].dispatchEvent(new MouseEvent('click', { bubbles: true }))", _)
check(driver.execute_script("return history.length") == before and "embed=1" in fragment(), "within another page, choices add nothing to its history")
check(driver.execute_script("return document.getElementById('map').getBoundingClientRect().top") < 160, "and the map comes first")
axe("embedded")
size(1280, 900)

# Gaps and claims
for kind, list_id in (("gaps", "gap-list"), ("claims", "claim-list")):
    if FINDINGS[kind]:
        visit()
        check(len(many(f"#{list_id} > li")) == len(FINDINGS[kind]), f"{kind}: all listed")
        driver.execute_script(f"document.querySelector('#{list_id} button').click()")
        check(fragment().startswith("#" + kind[:-1] + "=") and len(many(".actor.chosen")) + len(many("#panel-content li")) > 0, f"{kind}: a button shows its actors")
        axe(kind[:-1] + " chosen")
for kind in ("missing", "untold"):
    gap = next((g for g in GAPS if g[kind] and g.get("area") is not None), None)
    if gap:
        visit(f"#gap={gap['id']}.{AREAS[gap['area']]['id']}")
        for part in ("missing", "untold"):
            wanted = [pair for pair in gap[part] if all(ACTORS[end] in drawn for end in pair)]
            check(len(many(f".marks .{part}")) == len(wanted), f"the {len(wanted)} {part} connections of a gap are drawn")
        check(AREAS[gap["area"]]["name"] in heading(), "its address keeps to it: " + fragment())
        check(("not there" in heading()) == (kind == "missing"), f"a gap that is {kind} is headed so: " + heading())
spoken = next((g for g in GAPS if any(CONNECTIONS[c]["evidence"] for c in g["connections"]) and g.get("area") is not None), None)
if spoken:
    visit(f"#gap={spoken['id']}.{AREAS[spoken['area']]['id']}")
    driver.execute_script("document.querySelectorAll('#panel details').forEach((e) => { e.open = true; })")
    time.sleep(0.2)
    check(len(many("#panel blockquote")) > 0, "a gap leads to its evidence")

# Copying
visit()
driver.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
one("#table-actors .buttons button").click()
time.sleep(0.3)
pasted = driver.execute_async_script("navigator.clipboard.readText().then(arguments[0], (e) => arguments[0]('refused: ' + e))")
check(pasted.count("\n") == len(ACTORS) + 1 and pasted.startswith("Actor\tRole\tSector"), "the copied table can be pasted: " + one("#table-actors [role=status]").text)

# Printing
visit(f"#actor={central['id']}")
# Paper does not wait: the evidence must be there as soon as the page is asked to print.
quoted = driver.execute_script("window.dispatchEvent(new Event('beforeprint')); return document.querySelectorAll('#panel blockquote').length")
told = [c for c in shown if place in (c["from"], c["to"]) and c["evidence"]]
check(quoted >= sum(len(c["evidence"]) for c in told) > 0, f"the first print has the evidence: {quoted} quotations")
visit(f"#actor={central['id']}")
media("print")
hidden = driver.execute_script("return [...document.querySelectorAll('form, .tools, #reset, #clear, .buttons')].every((e) => !e.offsetParent)")
check(hidden and one("#map svg").is_displayed() and not one("#tables").is_displayed(), "print of a choice: no controls and no tables; the map is there")
visit()
check(one("#map svg").is_displayed() and one("#table-actors table").is_displayed(), "print of the whole: map and tables are there")
media()

# Dark; everything open
media(dark=True)
visit(f"#actor={central['id']}")
driver.execute_script("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
time.sleep(0.3)
axe("dark, all open")
media()

# 320 px; 200 % zoom of 1280 px is 640 px
for width in (320, 640):
    size(width, 640)
    for state in ("", f"#actor={central['id']}", "#connection=" + key, f"#from={central['id']}&to={far['id']}"):
        visit(state)
        driver.execute_script("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
        time.sleep(0.2)
        over = driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        check(over <= 0, f"{width} px wide, {state or 'start'}: {over} px beyond the window")
        if state in ("", f"#actor={central['id']}"):
            axe(f"{width} px {state or 'start'}")
size(1280, 900)

# Touch: two fingers that part zoom in, what is between them stays; one finger scrolls the page
size(375, 800)
driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})
visit()
driver.execute_script("document.getElementById('map').scrollIntoView({ block: 'center' })")
time.sleep(0.2)
frame = driver.execute_script("const b = document.getElementById('map').getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]")
view_box = lambda: [float(number) for number in one("#map svg").get_dom_attribute("viewBox").split()]


def touch(kind, *points):
    driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(points)]})


(x, y), before = frame, view_box()
touch("touchStart", (x - 30, y), (x + 30, y))
for step in range(1, 7):
    touch("touchMove", (x - 30 - 5 * step, y), (x + 30 + 5 * step, y))
touch("touchEnd")
time.sleep(0.2)
after = view_box()
middle = lambda box: (box[0] + box[2] / 2, box[1] + box[3] / 2)
check(abs(before[2] / after[2] - 2) < 0.1, f"two fingers that part to twice their distance zoom in by {before[2] / after[2]:.2f}")
check(all(abs(a - b) < 5 for a, b in zip(middle(before), middle(after))), "what is between the fingers stays there")
before, top = view_box(), driver.execute_script("return scrollY")
touch("touchStart", (x, y))
for step in range(1, 7):
    touch("touchMove", (x, y - 15 * step))
touch("touchEnd")
time.sleep(0.4)
check(view_box() == before and driver.execute_script("return scrollY") > top + 30, "one finger scrolls the page and leaves the map alone")
visit(f"#actor={central['id']}")
one("#to-panel").click()
check(active().get_attribute("id") == "panel-heading", "on a small screen a button on the map leads to the panel")
driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})
size(1280, 900)

# Full screen, and a window of another size
visit()
one("[data-move=fit]").click()
one("#full-screen").click()
time.sleep(0.5)
check(bool(driver.execute_script("return document.fullscreenElement")) and one("#full-screen").text == "Leave full screen", "the map and the panel fill the screen")
axe("full screen")
one("#full-screen").click()
time.sleep(0.5)
check(not driver.execute_script("return document.fullscreenElement"), "and leave it")
size(900, 700)
time.sleep(0.3)
check(driver.execute_script("""
    const frame = document.getElementById('map').getBoundingClientRect();
    return [...document.querySelectorAll('.actor .hit')].every((e) => { const b = e.getBoundingClientRect(); return b.left > frame.left && b.top > frame.top && b.right < frame.right && b.bottom < frame.bottom; })"""), "what is seen whole stays whole in a smaller window")
size(1280, 900)

# Targets: at the smallest the map gets on a desktop, every actor answers to 24 px of height and width
visit()
small = driver.execute_script("""
    const scale = document.getElementById('map').clientWidth / document.querySelector('#map svg').viewBox.baseVal.width;
    return [...document.querySelectorAll('.actor > .hit')].map((e) => {
        const box = e.getBBox(), border = parseFloat(getComputedStyle(e).strokeWidth);
        return [e.parentNode.id, box.width * scale + border, box.height * scale + border];
    }).filter(([, width, height]) => width < 24 || height < 24);""")
check(not small, f"every actor can be hit on 24 px {small[:3]}")

# What axe does not decide: the contrast of the names in the picture, plain, standing back and on the map of an area
CONTRAST = """
    const part = (v) => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
    const light = (color) => { const [r, g, b] = color.match(/[\\d.]+/g).map(Number); return .2126 * part(r) + .7152 * part(g) + .0722 * part(b); };
    return [...document.querySelectorAll('.actor:not(.gone)')].map((e) => {
        const a = light(getComputedStyle(e.querySelector('text')).fill), b = light(getComputedStyle(e.querySelector('polygon:not(.hit), ellipse:not(.hit), path:not(.hit)')).fill);
        return [e.id, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)];
    });""".replace("\\\\", "\\")
for state in ["", f"#actor={far['id']}"] + [f"#area={area['id']}" for area in AREAS[:1]]:
    visit(state)
    lowest = min(driver.execute_script(CONTRAST), key=lambda pair: pair[1])
    check(lowest[1] >= 4.5, f"contrast of names on the map, {state or 'start'}: at least {lowest[1]:.1f} ({lowest[0]})")

# Without a script there is the map, and nothing that does not work
driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
driver.get("about:blank")
driver.get(URL)
driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
check(one("#map svg").is_displayed() and not any(e.is_displayed() for e in many("main button, main select, main input")), "without a script there is the map alone")

# Groups
groups = sorted({a["group"] for a in ACTORS if a.get("group") is not None})
visit()
check(one("#groups").get_attribute("hidden") is None if groups else not one("#groups").is_displayed(), f"{len(groups)} groups")
if groups:
    visit()
    open_count = count()
    driver.execute_script("document.getElementById('more').open = true")
    one("#close-groups").click()
    check(fragment() == "#closed=*" and "all groups closed" in count(), "all groups closed: " + count())
    signs = [e.text for e in many(".sign.group text")]
    outer = [g for g in groups if ACTORS[g].get("group") is None]
    check(len(signs) == len(outer) and all(re.fullmatch(r"\+\d+", s) for s in signs), f"each says how many it stands for: {signs}")
    seen = driver.execute_script("return [...document.querySelectorAll('.actor:not(.gone)')].map((e) => e.id)")
    check(not {f'actor-{a["id"]}' for a in ACTORS if a.get("group") is not None} & set(seen), "no part is drawn")
    ends = driver.execute_script("""return [...document.querySelectorAll('.line:not(.gone)')].filter((e) => e.getClientRects().length).length""")
    check(ends > 0, f"{ends} lines of what is joined are drawn")
    axe("groups closed")
    part = next(a for a in ACTORS if a.get("group") == outer[0])
    visit(f"#closed=*&actor={part['id']}")
    check(heading() == part["name"] and not many(f'[id="actor-{ACTORS[outer[0]]["id"]}"] ~ .sign'), "a link to a part opens its group")
    visit(f"#closed=*&actor={ACTORS[outer[0]]['id']}")
    check("stands for" in one(f'[id="actor-{ACTORS[outer[0]]["id"]}"]').get_attribute("aria-label"), "its name says for how many actors it stands")
    toggle = next(b for b in many("#panel button") if b.text == "Open the group")
    toggle.send_keys(Keys.ENTER)
    check(active().get_attribute("id") == "panel-heading" and heading() == ACTORS[outer[0]]["name"] and "all groups closed" not in count() and any(b.text == "Close the group" for b in many("#panel button")),
          "the keyboard opens it, and the focus stays with it: " + fragment())
    axe("one group open")
    driver.back()
    time.sleep(0.2)
    check("opened" not in fragment() and "all groups closed" in count(), "Back closes it")
    one("#reset").click()
    check(count() == open_count, "Clear all opens all")
    visit("#closed=*")
    driver.execute_script("const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.saved = blob; return make(blob); }; HTMLAnchorElement.prototype.click = () => {}; document.getElementById('save-svg').click();")
    svg = driver.execute_async_script("window.saved.text().then(arguments[0])")
    words = [e.text or "" for e in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    check(all(s in words for s in signs) and any("all groups closed" in w for w in words), "a saved picture says which groups are closed")

# Nonsense in the address
visit("#actor=%3Cscript%3E&area=nowhere&route=99&from=x")
check(count().startswith(str(len(shown))), "an address that means nothing shows the whole map")

errors = [entry["message"] for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
check(not errors, f"no errors and no policy violations {errors[:3]}")
requests = {json.loads(entry["message"])["message"]["params"]["request"]["url"] for entry in driver.get_log("performance")
            if json.loads(entry["message"])["message"]["method"] == "Network.requestWillBeSent"}
outside = [url for url in requests if not url.startswith((URL, "about:", "blob:null", "blob:file"))]
check(not outside, f"no requests beyond the page {outside[:3]}")
print("the walk by keyboard: " + " > ".join(walk[:4]) + " > … > " + " > ".join(walk[-2:]) + " > Enter > panel > Tab > evidence")
driver.quit()
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)
