"""When a declaration changes: who is asked again, and who is not; and portals that ask nothing."""

from pathlib import Path

from consent import school
from consent.visitor import NOTHING, visitor

HOME = f"http://{school.NAME}/"


def all_of_them(score, browser, network, clevio: str, folder: Path) -> None:
    asked_again(score, browser, network, clevio, folder)
    asks_nothing(score, browser, network, clevio, folder)
    asks_the_age(score, browser, network, clevio, folder)


def asked_again(score, browser, network, clevio: str, folder: Path) -> None:
    def published(name: str, services: dict, words: tuple[str, str] | None = None) -> None:
        legal = school.HEAD + school.services(services)
        legal = legal.replace("Does what stats does for learners", "Counts visits of learners")
        if words:
            assert words[0] in legal
            legal = legal.replace(*words)
        network.root, _ = school.build(clevio, folder / name, school.sources(legal))

    published("first", school.SERVICES)
    first = network.root
    with visitor(browser, network, HOME) as person:
        person.open()
        person.press("accept")
        revision = person.tab.evaluate("() => clevio.consent.get().revision")
        proof = list((first / ".well-known/clevio-consent").iterdir())
        score.equal("the proof is published by its revision", [p.stem for p in proof], [revision])
        receipt = person.tab.evaluate("() => clevio.consent.receipt()")
        score.equal("the receipt leads to the proof", receipt["artefact"],
                    f"{HOME}.well-known/clevio-consent/{revision}.json")  # fmt: skip
        published("words", school.SERVICES, ("tells visits apart", "tells one visit from another"))
        person.open()
        score.expect("other words: not asked again", not person.asks())
        fewer = {name: service for name, service in school.SERVICES.items() if name != "heat"}
        published("fewer", fewer)
        person.open()
        score.expect("a service less: not asked again", not person.asks())
        score.expect("a service less: the others run", person.tab.evaluate("() => clevio.consent.has('stats')"))
        longer = dict(school.SERVICES)
        category, kind, loads, keeps, shares = longer["stats"]
        longer["stats"] = (category, kind, loads, keeps.replace("P1Y", "P2Y"), shares)
        published("longer", longer)
        network.forget()
        person.open()
        score.expect("kept for longer: asked again", person.asks())
        changed = person.tab.locator(".clv-notice [data-clv-changed]").text_content()
        score.equal("kept for longer: says what changed", changed, "Stats")
        score.equal("kept for longer: nothing loads meanwhile", network.strangers(), set())
    with visitor(browser, network, HOME) as person:
        person.open()
        person.press("accept")
        published("other", longer, ("Counts visits of learners", "Shows learners what they like"))
        network.forget()
        person.open()
        score.expect("another purpose: asked again", person.asks())


def asks_nothing(score, browser, network, clevio: str, folder: Path) -> None:
    legal = school.HEAD
    lesson = "# Songs\n\nA song.\n"
    files = school.sources(legal, **{"courses/birds/01-start/01-songs.md": lesson,
                                     "courses/طيور/01-start/01-songs.md": lesson})  # fmt: skip
    network.root, _ = school.build(clevio, folder / "none", files)
    names = [path.name for path in network.root.rglob("*")]
    score.equal("no service: no files for a choice", [n for n in names if n.startswith("clv-")], [])
    score.expect("no service: no proof", not (network.root / ".well-known/clevio-consent").exists())
    with visitor(browser, network, HOME) as person:
        person.open()
        page = (network.root / "courses/birds/start/songs.html").read_text()
        score.expect("no service: no banner in the page", "clv-" not in page)
        score.equal("no service: stores", person.stores(), NOTHING)
        score.equal("no service: complaints", person.complaints, [])


def asks_the_age(score, browser, network, clevio: str, folder: Path) -> None:
    legal = school.HEAD + "audience: {min_age: 13, age_gate: site}\n" + school.services()
    network.root, _ = school.build(clevio, folder / "age", school.sources(legal))

    def answer(person, year: int) -> None:
        person.tab.locator("#clv-age input").fill(str(year))
        person.tab.locator("#clv-age button[type=submit]").click()
        person.tab.wait_for_timeout(300)

    with visitor(browser, network, HOME) as person:
        person.open()
        person.press("accept")
        score.expect("age: asked before a yes", person.shows("#clv-age"))
        score.equal("age: no year is suggested", person.tab.locator("#clv-age input").input_value(), "")
        answer(person, 2016)
        score.expect("age: a child is told", person.shows("#clv-age .clv-refused"))
        score.equal("age: nothing loads for a child", network.strangers(), set())
        person.press("close", "#clv-age")
        record = [cookie["value"] for cookie in person.context.cookies()]
        score.expect("age: no year is kept", record and "2016" not in record[0], record)
        person.open()
        person.tab.locator("[data-cookie-settings]").click()
        person.press("accept", "#clv-choices")
        score.expect("age: a child is not asked twice", person.shows("#clv-age .clv-refused"))
        score.equal("age: still nothing loads", network.strangers(), set())
    with visitor(browser, network, HOME) as person:
        person.open()
        person.press("accept")
        answer(person, 1990)
        person.settle(lambda: "stats" in network.strangers())
        score.expect("age: an adult's yes counts", "stats" in network.strangers(), network.strangers())
        score.expect("age: refusing is never asked for an age", not person.is_shown("#clv-age"))
