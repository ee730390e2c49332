"""What loads and what is kept, before and after each choice, in Chromium."""

from consent.school import SERVICES
from consent.visitor import NOTHING, visitor

SONGS = "courses/birds/start/songs.html"
PAGES = ("index.html", SONGS, "courses/birds/start/nests.html", "ar/index.html", "404.html")
TAGS = {name for name, service in SERVICES.items() if "script" in service[2]}
EMBEDS = set(SERVICES) - TAGS


def pages(home: str) -> tuple[str, ...]:
    """From a disk, nothing leads to the not-found page, whose addresses are those of the web."""
    return PAGES if home.startswith("http") else PAGES[:-1]


def kept(home: str) -> dict:
    """The one thing that a choice leaves on the device."""
    if home.startswith("http"):
        return {**NOTHING, "cookies": ["clv_consent"]}
    return {**NOTHING, "local": ["clv_consent:" + home.removeprefix("file://")]}


def quiet(score, name: str, person, network) -> None:
    person.scroll()
    score.equal(f"{name}: hosts in the browser's log", person.requests, set())
    score.equal(f"{name}: hosts at the proxy", network.strangers(), set())
    score.equal(f"{name}: complaints", person.complaints, [])
    score.equal(f"{name}: violations", person.tab.evaluate("() => window.violations"), [])


def before_a_choice(score, browser, network, home: str) -> None:
    with visitor(browser, network, home) as person:
        for path in pages(home):
            person.open(path)
            quiet(score, f"cold {home} {path}", person, network)
            score.equal(f"cold {path}: stores", person.stores(), NOTHING)
            score.expect(f"cold {path}: the question is asked", person.asks())
            score.equal(f"cold {path}: shift", person.shifts(), [])
        score.equal("cold: the browser's cookies", person.context.cookies(), [])


def after_reject(score, browser, network, home: str) -> None:
    with visitor(browser, network, home) as person:
        person.open()
        person.press("reject")
        score.expect("reject: the question goes", not person.asks())
        score.expect("reject: says where it can be changed", person.shows(".clv-said"))
        for path in pages(home):
            person.open(path)
            quiet(score, f"rejected {home} {path}", person, network)
            score.equal(f"rejected {path}: stores", person.stores(), kept(home))
            score.expect(f"rejected {path}: not asked again", not person.asks())
        record = person.tab.evaluate("() => clevio.consent.get()")
        score.equal("reject: source", record["source"], "reject")
        for cookie in person.context.cookies():
            days = (cookie["expires"] - person.tab.evaluate("() => Date.now() / 1000")) / 86400
            score.expect("reject: kept for 180 days", 179 < days < 181, days)
            score.equal("reject: SameSite", cookie["sameSite"], "Lax")


def one_category(score, browser, network, home: str) -> None:
    with visitor(browser, network, home) as person:
        person.open()
        person.press("open")
        person.tab.locator("[data-clv-category=analytics]").check()
        person.press("save", "#clv-choices")
        person.open("courses/birds/start/nests.html")
        person.open()
        person.scroll()
        wanted = {"stats", "heat"}
        runs = lambda: person.tab.evaluate("() => window.statsRuns")
        score.equal(f"analytics only {home}: hosts at the proxy", person.comes(network.strangers, wanted), wanted)
        score.equal(f"analytics only {home}: hosts in the log", person.requests, wanted)
        score.equal("analytics only: violations", person.tab.evaluate("() => window.violations"), [])
        score.equal("analytics only: runs once", person.comes(runs, 1), 1)
        score.expect("analytics only: no film", person.shows("[data-clv-svc=tube] button"))
        withdraw(score, person, network, home)


def withdraw(score, person, network, home: str) -> None:
    """Taking back in one tab takes back in all, and clears what was stored."""
    other = person.new_tab()
    person.open("courses/birds/start/nests.html", other)
    stored = lambda: "stats.queue" in person.stores(other)["local"]
    score.expect("before withdrawal: stored", person.settle(stored))
    person.tab.bring_to_front()
    person.tab.locator("[data-cookie-settings]").click()
    score.expect(
        "the dialog shows what is on", person.tab.locator("[data-clv-service=stats]").is_checked())
    person.press("reject", "#clv-choices")
    gone = lambda: person.stores() == kept(home) and person.stores(other) == kept(home)
    score.expect(f"withdrawal {home}: what was declared is gone", person.settle(gone), person.stores())
    follows = lambda: other.evaluate("() => !window.statsRuns && !clevio.consent.has('stats')")
    score.expect(f"withdrawal {home}: the other tab follows", person.settle(follows))
    network.forget()
    person.requests.clear()
    person.open()
    person.open("index.html", other)
    quiet(score, f"withdrawn {home}", person, network)
    score.equal("withdrawn: stores", person.stores(), kept(home))
    other.close()


def everything(score, browser, network, home: str) -> None:
    everyone = set(SERVICES)
    with visitor(browser, network, home) as person:
        person.open()
        score.equal("accept: button as large as reject's", *sizes(person))
        person.press("accept")
        person.scroll()
        score.equal(f"accepted {home}: hosts", person.comes(network.strangers, everyone), everyone)
        network.forget()
        person.open()
        person.scroll()
        score.equal(f"accepted {home}, next visit: hosts", person.comes(network.strangers, everyone), everyone)
        score.equal("accepted: violations", person.tab.evaluate("() => window.violations"), [])
        score.equal("accepted: shift", person.shifts(), [])
        score.equal("accepted: complaints", person.complaints, [])
        person.leave(network)
        person.open("courses/paid/owls/eyes.html")
        score.equal("accepted: a paid course's page", network.strangers(), set())
        # Back from the history, the page asks again what holds.
        person.open("courses/birds/start/nests.html")
        person.tab.go_back()
        score.expect("back: paid page still quiet", not person.is_shown("script[src*='.test']"))


def sizes(person) -> tuple:
    look = """name => { const e = document.querySelector(`.clv-notice [data-clv-action=${name}]`);
      const box = e.getBoundingClientRect(), style = getComputedStyle(e);
      return [Math.round(box.width), Math.round(box.height), style.color, style.backgroundColor, style.font, style.borderColor]; }"""
    return person.tab.evaluate(look, "accept"), person.tab.evaluate(look, "reject")


def one_film(score, browser, network, home: str) -> None:
    with visitor(browser, network, home) as person:
        person.open()
        person.tab.locator("[data-clv-svc=tube] [data-clv-action=once]").click()
        score.equal("once: hosts", person.comes(network.strangers, {"tube"}), {"tube"})
        score.equal("once: stores", person.stores(), NOTHING)
        person.open()
        network.forget()
        score.expect("once: waits again", person.shows("[data-clv-svc=tube] button"))
        person.tab.locator("[data-clv-svc=map] [data-clv-action=always]").click()
        score.equal("always: hosts", person.comes(network.strangers, {"map"}), {"map"})
        person.open()
        person.scroll()
        score.equal("always, next visit: hosts", person.comes(network.strangers, {"map"}), {"map"})
        score.equal("always: stores", person.stores(), kept(home))


def with_signal(score, browser, network, home: str) -> None:
    with visitor(browser, network, home, signal=True) as person:
        person.open()
        score.expect("signal: the question is asked", person.asks())
        score.expect("signal: said so", person.shows(".clv-notice .clv-signal"))
        person.press("accept")
        person.open()
        person.scroll()
        wanted = set(SERVICES) - {"ads", "pixel"}
        score.equal("signal: accepting all leaves out what shares", person.comes(network.strangers, wanted), wanted)
        person.tab.locator("[data-cookie-settings]").click()
        person.tab.locator("[data-clv-service=ads]").check()
        person.press("save", "#clv-choices")
        wanted.add("ads")
        score.equal("signal: a switch of its own counts", person.comes(network.strangers, wanted), wanted)


def without_scripts(score, browser, network, home: str) -> None:
    with visitor(browser, network, home, java_script_enabled=False) as person:
        person.tab.goto(home + SONGS)
        link = person.tab.locator("[data-clv-svc=tube] a[href='http://tube.test/embed/1']")
        score.expect("no scripts: a plain link", link.is_visible())
        score.equal("no scripts: no dead buttons", person.tab.locator("button:visible").count(), 0)
        score.equal("no scripts: hosts", network.strangers(), set())


def blocked_script(score, browser, network, home: str) -> None:
    """An extension that blocks the script leaves everything off, and the page usable."""
    with visitor(browser, network, home) as person:
        person.context.route("**/clv-privacy.js", lambda route: route.abort())
        person.open()
        score.expect("blocked: no question", not person.asks())
        score.equal("blocked: no dead buttons", person.tab.locator("[data-clv-action]:visible").count(), 0)
        score.equal("blocked: hosts", network.strangers(), set())
        href = person.tab.locator("[data-cookie-settings]").get_attribute("href")
        score.expect("blocked: the link leads to the cookie page", href.endswith("cookies.html"), href)


def broken_records(score, browser, network, home: str) -> None:
    """What is no record, or an old one, is no consent."""
    with visitor(browser, network, home) as person:
        person.open()
        person.press("accept")
        good = next(c["value"] for c in person.context.cookies() if c["name"] == "clv_consent")
        parts = good.split(".")
        old = ".".join([*parts[:2], str(int(parts[2]) - 181), *parts[3:]])
        future = ".".join([*parts[:2], str(int(parts[2]) + 30), *parts[3:]])
        for value in ("", "v1", "v2" + good[2:], "%", "v1.....", old, future, good[:-6]):
            person.context.clear_cookies()
            person.context.add_cookies([{"name": "clv_consent", "value": value, "url": home}])
            person.leave(network)
            person.open()
            score.expect(f"record {value[:30]!r}: asks", person.asks())
            score.equal(f"record {value[:30]!r}: hosts", network.strangers(), set())
        person.context.clear_cookies()
        person.context.add_cookies([{"name": "clv_consent", "value": good, "url": home}])
        person.open()
        score.expect("record as it was: does not ask", not person.asks())


def all_of_them(score, browser, network, home: str) -> None:
    for act in (before_a_choice, after_reject, one_category, everything):
        act(score, browser, network, home)
    if home.startswith("http"):
        for act in (one_film, with_signal, without_scripts, blocked_script, broken_records):
            act(score, browser, network, home)
