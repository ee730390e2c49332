"""The same choices in Firefox ESR with a user's own settings, over http and from a disk."""

from consent.school import NAME, SERVICES
from consent.visitor import NOTHING, SHOWN, STORES
from harness.chromium import wait_until
from harness.firefox import firefox

SONGS = "courses/birds/start/songs.html"
NESTS = "courses/birds/start/nests.html"
CLICK = "selector => { document.querySelector(selector).click(); }"
WATCH = "() => document.readyState === 'complete'"
SCROLL = "() => scrollTo(0, document.body.scrollHeight)"


class Person:
    """A visitor who opens pages and presses buttons."""

    def __init__(self, browser, network, home: str):
        self.browser, self.network, self.home = browser, network, home

    def open(self, path: str) -> None:
        self.browser.goto(self.home + path)
        wait_until(lambda: self.browser.evaluate(WATCH))
        self.browser.evaluate(SCROLL)
        wait_until(lambda: False, 0.5)

    def press(self, selector: str) -> None:
        self.browser.evaluate(CLICK, selector)
        wait_until(lambda: False, 0.4)

    def settings(self) -> bool:
        self.press("[data-cookie-settings]")
        return wait_until(lambda: self.browser.evaluate(SHOWN, "#clv-choices"))

    def comes(self, read, wanted):
        """What is read once it is what is wanted, or at last."""
        wait_until(lambda: read() == wanted)
        return read()

    def stores(self) -> dict:
        return self.browser.evaluate(STORES)

    def asks(self) -> bool:
        return self.browser.evaluate(SHOWN, ".clv-ask")


def all_of_them(score, network, root) -> None:
    address, port = network.server_address
    network.root = root
    for home in (f"http://{NAME}/", f"file://{root}/"):
        network.forget()
        proxy = {
            "network.proxy.type": 1, "network.proxy.http": address, "network.proxy.http_port": port,
            "network.proxy.ssl": address, "network.proxy.ssl_port": port,
            "network.proxy.no_proxies_on": "",
        }  # fmt: skip
        with firefox(proxy) as browser:
            visit(score, Person(browser, network, home), network)


def visit(score, person: Person, network) -> None:
    home = person.home
    kept = {**NOTHING, "cookies": ["clv_consent"]}
    counted, everyone = {"stats", "heat"}, set(SERVICES)
    for path in ("index.html", SONGS, NESTS):
        person.open(path)
        score.equal(f"Firefox, cold {home}{path}: hosts", network.strangers(), set())
        score.equal(f"Firefox, cold {path}: stores", person.stores(), NOTHING)
        score.expect(f"Firefox, cold {path}: asks", person.asks())
    person.press(".clv-notice [data-clv-action=reject]")
    for path in (SONGS, NESTS):
        person.open(path)
        score.equal(f"Firefox, rejected {home}{path}: hosts", network.strangers(), set())
        score.equal(f"Firefox, rejected {path}: stores", person.stores(), kept)
        score.expect(f"Firefox, rejected {path}: not asked again", not person.asks())
    person.settings()
    person.press("#clv-choices [data-clv-category=analytics]")
    person.press("#clv-choices [data-clv-action=save]")
    person.open(SONGS)
    score.equal(f"Firefox, analytics only {home}: hosts", person.comes(network.strangers, counted), counted)
    person.settings()
    person.press("#clv-choices [data-clv-action=reject]")
    wait_until(lambda: person.browser.evaluate(WATCH) and person.stores() == kept)
    score.equal(f"Firefox, withdrawn {home}: stores", person.stores(), kept)
    network.forget()
    person.open(NESTS)
    score.equal(f"Firefox, withdrawn {home}: hosts", network.strangers(), set())
    score.expect(f"Firefox {home}: the dialog opens", person.settings())
    person.press("#clv-choices [data-clv-action=accept]")
    person.open(SONGS)
    # Frames and pictures are loaded when they come near.
    for share in (0.3, 0.6, 1):
        person.browser.evaluate(f"() => scrollTo(0, document.body.scrollHeight * {share})")
        wait_until(lambda: False, 0.4)
    score.equal(f"Firefox, accepted {home}: hosts", person.comes(network.strangers, everyone), everyone)
    complaints = [text for kind, _, text in person.browser.messages() if "Content-Security-Policy" in text]
    score.equal(f"Firefox {home}: violations", complaints, [])
