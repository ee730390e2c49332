"""The page on which a learner sees, saves, brings back and erases what the portal keeps."""

import json
from importlib.resources import files
from pathlib import Path

from checks.axe import RUN
from consent.visitor import NOTHING, visitor

PROGRESS = '{"lessons":{"start/songs":{"done":true}}}'
FILL = f"""() => {{
  localStorage.setItem("clevio:progress:birds", '{PROGRESS}');
  localStorage.setItem("clevio:scheme", "dark");
  localStorage.setItem("other:app", "not ours");
  document.cookie = "_st_user=1; Path=/";
}}"""


def all_of_them(score, browser, network, home: str, scratch: Path, pictures: Path | None) -> None:
    axe = (files("axe_playwright_python") / "axe.min.js").read_text()
    for size in ({"width": 1280, "height": 800}, {"width": 320, "height": 256}):
        for page in ("cookies.html", "your-data.html", "ar/cookies.html", "ar/your-data.html"):
            with visitor(browser, network, home, viewport=size) as person:
                person.open(page)
                if person.asks():
                    person.press("reject")
                for scheme in ("light", "dark"):
                    person.tab.emulate_media(color_scheme=scheme)
                    if pictures:
                        name = f"{page.replace('/', '-')}-{size['width']}-{scheme}.png"
                        person.tab.screenshot(path=pictures / name, full_page=True)
                    person.tab.evaluate(f"() => {{ {axe} }}")
                    found = [[rule, nodes] for rule, _, nodes in person.tab.evaluate(RUN)]
                    score.equal(f"axe {page} {size['width']} {scheme}", found, [])
                over = person.tab.evaluate(
                    "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
                score.equal(f"no sideways scrolling: {page}", over, 0)
    use(score, browser, network, home, scratch)


def says(tab, what: str) -> bool:
    """Whether the page tells what became of the last action."""
    told = "(status, what) => status.textContent === status.dataset[what]"
    return tab.locator("[data-device] [role=status]").evaluate(told, what)


def use(score, browser, network, home: str, scratch: Path) -> None:
    with visitor(browser, network, home) as person:
        tab = person.tab
        tab.on("dialog", lambda dialog: dialog.accept())
        person.open("your-data.html")
        tab.evaluate(FILL)
        person.open("your-data.html")
        row = "[data-device-keys='clevio:progress:']"
        score.expect("shown", "start/songs" in tab.locator(f"{row} pre").text_content())
        with tab.expect_download() as waiting:
            tab.locator("[data-device-action=save]").click()
        saved = scratch / "my-data.json"
        waiting.value.save_as(saved)
        items = json.loads(saved.read_text())["items"]
        score.equal("saved", items, {"clevio:progress:birds": PROGRESS, "clevio:scheme": "dark"})
        tab.locator(f"{row} [data-device-action=erase]").click()
        left = ["clevio:scheme", "other:app"]
        score.equal("one erased", person.comes(lambda: person.stores()["local"], left), left)
        score.expect("said so", person.settle(lambda: says(tab, "erased")))
        tab.locator("[data-device] input[type=file]").set_input_files(saved)
        is_back = lambda: "clevio:progress:birds" in person.stores()["local"]
        score.expect("brought back", person.settle(is_back))
        bad = scratch / "bad.json"
        bad.write_text(json.dumps({"format": "clevio-device-data", "items": {"clv_consent": "v1", "x": "y"}}))
        before = person.stores()
        tab.locator("[data-device] input[type=file]").set_input_files(bad)
        score.expect("a file of others is refused", person.settle(lambda: says(tab, "failed")))
        score.equal("no consent from a file", person.stores(), before)
        person.press("accept")
        person.open("your-data.html")
        with tab.expect_navigation():  # what runs ends with the page
            tab.locator("[data-device-action=erase-all]").click()
        score.expect("asked again at once", person.settle(person.asks))
        score.equal("nothing is allowed", tab.evaluate("() => Object.values(clevio.consent.get().services).includes(true)"), False)
        left = {**NOTHING, "local": ["other:app"]}
        score.equal("all erased, and only ours", person.comes(person.stores, left), left)
        person.open("your-data.html")
        score.expect("and asked again", person.asks())
        person.tab.evaluate("() => { localStorage.clear(); }")
    with visitor(browser, network, home, java_script_enabled=False) as person:
        person.tab.goto(home + "your-data.html")
        score.equal("no scripts: no dead buttons", person.tab.locator("main button:visible").count(), 0)
        score.expect("no scripts: said why", person.tab.locator("main noscript").count())
