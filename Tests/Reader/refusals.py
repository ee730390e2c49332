"""What must not open a course, and what the buyer is told."""

import json
import shutil
from pathlib import Path

import yaml
from author import Author, Signer
from course import THEME, Course
from tabs import Tab, seconds
from unlocking import OPEN

WORDS = yaml.safe_load((THEME / "strings/en.yml").read_text())
TOLD = """() => {
  const box = document.querySelector("[data-reader=refusal]");
  return box && !box.hidden && box.dataset.reason ? [box.dataset.reason, box.innerText.trim()] : null;
}"""
CLEAR = "() => { delete document.querySelector('[data-reader=refusal]').dataset.reason; }"
STATE = "() => document.querySelector('main').dataset.state"
LESSON_ALERT = """() => {
  const box = document.querySelector("[data-reader=lesson] [role=alert]");
  return box && [box.dataset.reason, box.querySelector("p").textContent,
    document.querySelector("[data-reader=lesson] h1").textContent];
}"""


def told(tab: Tab) -> list:
    assert tab.wait(TOLD), f"nothing was refused: {tab.evaluate(STATE)}"
    return tab.evaluate(TOLD)


def expect(tab: Tab, reason: str, word: str) -> None:
    """The refusal that is shown, by its code and its sentence."""
    found, sentence = told(tab)
    expected = WORDS[f"reader_{word}"].replace("{course}", "Knots of the harbour")
    start, _, end = expected.partition("{date}")
    assert found == reason, f"{found} instead of {reason}"
    assert sentence.startswith(start) and sentence.endswith(end), sentence
    assert "{" not in sentence, sentence


class Stranger(Author):
    """Signs with the author's key, and has other secrets."""

    def secret(self, course: str) -> bytes:
        return b"\x05" * 32


def licences(author: Author, now: int) -> list[tuple[str, str, str]]:
    """Token, code, sentence."""
    good = author.licence(now)
    header, payload, signature = good.split(".")
    edited = payload[:30] + ("A" if payload[30] != "A" else "B") + payload[31:]
    other = Author(seed=b"\x02" * 32)
    return [
        ("hello", "malformed", "no_damaged"),
        (good[:-7], "bad-signature", "no_damaged"),
        (f"{header}.{edited}.{signature}", "bad-signature", "no_damaged"),
        (f"{good}.{good}", "malformed", "no_damaged"),
        ("A" * 70_000, "too-large", "no_damaged"),
        (author.licence(now, sub=""), "bad-claims", "no_damaged"),
        (author.licence(now, __proto__={"polluted": 1}), "bad-claims", "no_damaged"),
        (author.key_list(now, [author.signer]), "wrong-type", "no_kind"),
        (other.licence(now), "unknown-key", "no_key"),
        (author.licence(now, iss="eve"), "wrong-author", "no_key"),
        (author.licence(now, aud="other"), "wrong-portal", "no_portal"),
        (author.licence(now, courses=[("splices", 1)]), "wrong-course", "no_course"),
        (author.licence(now, exp=now - 900), "expired", "no_expired"),
        (author.licence(now, nbf=now + 900), "not-yet-valid", "no_early"),
        (author.licence(now, iat=now + 900), "issued-in-future", "no_clock"),
        (author.licence(now, "e-0666"), "revoked", "no_revoked"),
        (Stranger().licence(now), "wrong-key", "no_fit"),
        (author.licence(now, courses=[("knots", 2)]), "wrong-key", "no_old"),
    ]


def check_licences(tab: Tab, address: str, root: Path) -> None:
    course = Course(revoked=["e-0666"], is_observed=True)
    course.build(root)
    now = seconds()
    tab.goto(address)
    for token, reason, word in licences(course.author, now):
        tab.evaluate(CLEAR)
        tab.paste(token)
        expect(tab, reason, word)
        assert tab.evaluate(STATE) == "refused"
    tab.evaluate(CLEAR)
    big = root.parent / "film.mp4"
    big.write_bytes(bytes(90_000))
    tab.drop(big)
    expect(tab, "wrong-type", "no_kind")
    traces = tab.traces()
    assert traces["stored"] == [[], [], ""] and traces["seen"]["events"] == [], traces
    check_label(tab, course.author, now)
    tab.complaints()


def check_label(tab: Tab, author: Author, now: int) -> None:
    """A label is a stranger's text: nothing of it runs, hides, or turns the page around."""
    hostile = "<img src=x onerror=\"document.documentElement.dataset.ran=1\">&amp;\u202e\u2028\u0000\u2066\ufeffend"
    tab.paste(author.licence(now, sub=hostile))
    assert tab.wait(OPEN), told(tab)
    shown = tab.evaluate("() => document.querySelector('[data-reader=label] bdi').textContent")
    expected = '<img src=x onerror="document.documentElement.dataset.ran=1">&amp;\\u{202E}\\u{2028}\\u{0}\\u{2066}\\u{FEFF}end'
    assert shown == expected, shown
    assert tab.evaluate("() => !document.documentElement.dataset.ran")
    assert tab.evaluate("() => document.querySelectorAll('[data-reader=label] img').length") == 0


def check_copies(tab: Tab, address: str, root: Path) -> None:
    """A page that is not as it was built, and a build that nobody can open."""
    course = Course(preview=True)
    page = course.build(root)
    tab.goto(address)
    assert WORDS["reader_trial"] in tab.evaluate("() => document.querySelector('main').innerText")
    tab.paste(Author(seed=b"\x02" * 32).licence(seconds()))
    expect(tab, "unknown-key", "trial")
    right = page.read_text()
    weak = right.replace(f'"root": "{data_of(right)["root"]}"', f'"root": "{"A" * 43}"')
    assert weak != right
    page.write_text(weak)
    tab.goto(address)
    tab.paste(course.author.licence(seconds()))
    expect(tab, "bad-copy", "no_copy")
    tab.complaints()


def data_of(page: str) -> dict:
    return json.loads(page.split('id="reader-data">')[1].split("</script>")[0])


def check_absence(tab: Tab, address: str, root: Path) -> None:
    """A copy in which a script is missing or cut short says so before anybody chooses a file."""
    for name in ("reader.js", "reader-first.js", "clevio.js", "search.js"):
        for share in (None, 0.5):
            Course().build(root)
            asset = root / "assets" / name
            text = asset.read_text()
            asset.write_text(text[: int(len(text) * share)]) if share else asset.unlink()
            tab.goto(address)
            expect(tab, "bad-copy", "no_copy")
            assert tab.evaluate("() => !document.querySelector('[data-reader=file]')"), name
    tab.complaints()


def check_epochs(tab: Tab, address: str, root: Path) -> None:
    """After a re-key old licences open by their slot; one that was left out does not."""
    course = Course(epoch=2, loyal=["e-0001", "e-0002", "e-0003"])
    course.build(root)
    now = seconds()
    tab.goto(address)
    tab.paste(course.author.licence(now, "e-0009"))
    expect(tab, "revoked", "no_revoked")
    tab.paste(course.author.licence(now, "e-0001"))
    assert tab.wait(OPEN), told(tab)
    tab.goto(address)
    tab.paste(course.author.licence(now, "e-0010", courses=[("knots", 2)]))
    assert tab.wait(OPEN), told(tab)
    (root / "courses/knots/sealed/slots.js").unlink()
    tab.goto(address)
    tab.paste(course.author.licence(now, "e-0001"))
    expect(tab, "not-loaded", "no_load")
    tab.complaints()


def check_key_lists(tab: Tab, address: str, root: Path) -> None:
    author, now = Author(), seconds()
    issuer = Author()
    issuer.signer = Signer(b"\x03" * 32)
    for claims in ({}, {"exp": now - 10}):
        Course(key_list=author.key_list(now, [issuer.signer], **claims)).build(root)
        tab.goto(address)
        tab.paste(author.licence(now))
        expect(tab, "key-not-allowed", "no_key")
        tab.paste(issuer.licence(now))
        assert tab.wait(OPEN), told(tab)
    Course(key_list=issuer.key_list(now, [issuer.signer])).build(root)
    tab.goto(address)
    tab.paste(issuer.licence(now))
    expect(tab, "bad-copy", "no_copy")
    tab.complaints()


def check_damage(tab: Tab, address: str, root: Path) -> None:
    """One bad file closes one lesson, says so, and opens when it is mended."""
    course = Course()
    course.build(root)
    sealed = root / "courses/knots/sealed"
    bowline, splice = sealed / "basics/bowline.js", sealed / "basics/long-splice.js"
    right = bowline.read_text()
    changed = right[:900] + ("A" if right[900] != "A" else "B") + right[901:]
    damages = [
        (changed, "lesson-damaged", "no_lesson"),
        ((sealed / "words.js").read_text(), "lesson-damaged", "no_lesson"),
        (right.replace('"basics/bowline",1,', '"basics/bowline",2,'), "lesson-damaged", "no_lesson"),
        (f"setTimeout(() => {{ {right} }});", "lesson-damaged", "no_lesson"),
        (None, "not-loaded", "no_load"),
    ]
    token = course.author.licence(seconds())
    for text, reason, word in damages:
        bowline.write_text(text) if text else bowline.unlink()
        tab.goto(f"{address}#/basics/bowline")
        assert tab.evaluate("() => document.querySelector('h1').textContent") == "Bowline"
        tab.paste(token)
        assert tab.wait(LESSON_ALERT), told(tab)
        assert tab.evaluate(LESSON_ALERT) == [reason, WORDS[f"reader_{word}"], "Bowline"]
    tab.evaluate("() => { location.hash = '#/words'; }")
    assert tab.wait("() => document.title.startsWith('Words')")
    assert not tab.evaluate(LESSON_ALERT)
    shutil.move(splice, splice.with_suffix(".away"))
    tab.evaluate("() => { location.hash = '#/basics/long-splice'; }")
    assert tab.wait(LESSON_ALERT)
    shutil.move(splice.with_suffix(".away"), splice)
    tab.click("[data-reader=lesson] [role=alert] button")
    assert tab.wait("() => !!document.querySelector('[data-reader=lesson] audio')"), "tried again"
    tab.complaints()


def check_plain_host(tab: Tab, address: str, root: Path) -> None:
    course = Course()
    course.build(root)
    tab.goto(f"{address}#unlock={course.author.licence(seconds())}")
    expect(tab, "insecure", "no_secure")
    assert tab.evaluate("() => location.hash") == ""
    assert tab.evaluate("() => !document.querySelector('[data-reader=drop]')")
    assert tab.evaluate("() => isSecureContext") is False
    tab.complaints()


def check_beside(tab: Tab, address: str, root: Path) -> None:
    """On a host a licence beside the page would open the course for everybody."""
    course = Course()
    course.build(root)
    token = course.author.licence(seconds())
    (root / "courses/knots/entitlement.js").write_text(f'clevioEntitlement("{token}");\n')
    tab.goto(address)
    assert not tab.wait(OPEN, seconds=1), "it was opened"
    assert not [each for each in tab.traces()["asked"] if "entitlement.js" in each]
