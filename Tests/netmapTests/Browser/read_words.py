"""Reads all that a page says in its states: `python3 read_words.py PAGE.html LANG`.

The map's own words are Greek, and each translation is a number between marks, so that every Latin letter that is read
comes from a word that no table of words reaches. The signs of states and sides are the same in each language.
"""
import re, shutil, sys, time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

PAGE, LANG = Path(sys.argv[1]).resolve(), sys.argv[2]
options = webdriver.ChromeOptions()
for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900"):
    options.add_argument(argument)
options.binary_location = shutil.which("chromium") or shutil.which("google-chrome")
driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)

READ = """
    document.querySelectorAll('details').forEach((part) => { part.open = true; });
    await new Promise((done) => setTimeout(done, 250));
    document.querySelectorAll('details').forEach((part) => { part.open = true; });
    await new Promise((done) => setTimeout(done, 100));
    const said = [document.title];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (!texts.currentNode.parentElement.closest('script, style')) said.push(texts.currentNode.data);
    for (const part of document.querySelectorAll('*')) for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-name'])
        if (part.hasAttribute(name)) said.push(part.getAttribute(name));
    return said;"""
STATES = ["", "area=n", "area=n&with=s", "area=s&status=reportedAbsent", "actor=m", "actor=g&steps=2&activities=1&area=n",
          "actor=q", "connection=g.p.helps", "connection=g.m.sends&area=n", "from=g&to=p", "from=p&to=q&arrows=1", "view=f1",
          "view=f1&area=n", "step=1", "embed=1", "width=1&least=2", "role=d&sector=x&stage=one&families=work&relation=sends",
          "period=1", "period=0&versus=1", "period=1&area=n"]
ACTIONS = """
    const press = (id) => { const part = document.getElementById(id); if (part) part.click(); };
    for (const id of ['hide-legend', 'hide-panel', 'save-svg', 'save-png', 'copy-link', 'copy-embed']) press(id);
    const find = (text) => { document.getElementById('query').value = text; document.querySelector('#search button').click(); return document.getElementById('search-answer').textContent; };
    const add = (text) => { document.getElementById('talk-words').value = text; document.querySelector('#talk-add button').click(); };
    const answers = [find(''), find('\\u03b1'), find('\\u03bc\\u03ad\\u03bd\\u03c4\\u03bf\\u03c1\\u03b5'), find('\\u03c8\\u03c8\\u03c8\\u03c8')];
    add('\\u03bb'); press('talk-copy');
    for (const button of document.querySelectorAll('#tables .buttons button')) button.click();
    await new Promise((done) => setTimeout(done, 300));
    return answers;"""
gaps = driver.get(PAGE.as_uri()) or driver.execute_script("""
    const data = JSON.parse(document.getElementById('data').textContent), { fields, rows } = data.gaps;
    return rows.map((row) => row[fields.indexOf('id')] + (row[fields.indexOf('area')] == null ? '' : '.' + data.areas[row[fields.indexOf('area')]].id));""")
STATES += ["gap=" + gap for gap in gaps] + ["claim=c1", "claim=c2", "claim=c3", "claim=c4"]
LINES = driver.execute_script("return [...document.querySelectorAll('.line')].map((line) => line.id)")
STATES += ["line=" + line for line in LINES]
faults = {}


def look(state, texts):
    for text in texts:
        # What is written for other programs, and signs.
        left = re.sub(r"\b(S|R|SR|U|C|A|B|[SR]{1,2} )\b|file:\S+|</?(?:iframe|p)[^>]*>|page:\n(.|\n)*|\S+\.(?:png|svg|csv)\b", " ", text)
        if re.search("[A-Za-z]", left):
            faults.setdefault(" ".join(left.split())[:160], state)


for state in STATES:
    driver.get("about:blank")
    driver.get(f"{PAGE.as_uri()}#{state}")
    time.sleep(0.15)
    look(state, driver.execute_async_script("const done = arguments[arguments.length - 1]; (async () => {" + READ + "})().then(done)"))
driver.get(PAGE.as_uri())
look("actions", driver.execute_async_script("const done = arguments[arguments.length - 1]; (async () => {" + ACTIONS + "})().then(done)"))
look("actions", driver.execute_async_script("const done = arguments[arguments.length - 1]; (async () => {" + READ + "})().then(done)"))
language = driver.execute_script("return document.documentElement.lang")
if language != LANG:
    faults[f"the page says that it is in {language}"] = "all"
driver.quit()
for text, state in faults.items():
    print(f"FAILED  #{state}: {text}")
print(f"{len(STATES)} states read; {len(faults)} texts that no table of words reaches")
sys.exit(1 if faults else 0)
