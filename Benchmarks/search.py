"""What a search of a large portal loads, how fast it answers, and whether it finds everything.

search.py CLEVIO [--lessons N] [--browser] [--folder FOLDER]

Builds a portal of made-up lessons (`search_portal.py`). Then:

recall    200 words of all frequencies, each alone: every page whose source has the word must be
          among the results, counting all that "show more" leads to
closed    words that only closed lessons have must lead nowhere
bytes     what a browser loads for the first ten results, for usual questions and the worst ones
time      (with --browser) how long Chromium takes to answer once everything is loaded

Fails if recall is under 99 %, a closed word is found, a question loads more than 300 KB or, in the
browser, takes more than 100 ms. Milliseconds are for a machine that does nothing else.
"""

import argparse
import json
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from typing import NamedTuple

import search_portal

ANSWERS = pathlib.Path(__file__).parent.parent / "Tests/Search/answers.js"
MOST_BYTES = 300_000
MOST_MILLISECONDS = 100
LEAST_RECALL = 0.99


class Question(NamedTuple):
    """A search on a page in a language, and what kind it is."""

    kind: str
    language: str
    query: str


class Sources:
    """Which open lessons have which words, read from the sources as grep would."""

    def __init__(self, folder: pathlib.Path, lessons: int) -> None:
        self.pages: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.signs: dict[str, str] = {}
        self.closed: list[tuple[str, str]] = []
        for number, lesson in enumerate(search_portal.lessons(lessons)):
            text = (folder / lesson.source).read_text(encoding="utf-8")
            text = text.removeprefix("---\ntitle:").replace("\npreview: true\n", "\n", 1)
            if not lesson.is_open:
                self.closed.append((lesson.language, search_portal.planted(number)))
            elif lesson.language == "ja":
                self.signs[lesson.page] = text
            else:
                for word in set(re.findall(r"\w+", text.lower())):
                    self.pages[lesson.language][word].add(lesson.page)

    def pages_with(self, language: str, word: str) -> set[str]:
        if language == "ja":
            return {page for page, text in self.signs.items() if word in text}
        return self.pages[language][word]

    def sample(self, count: int) -> list[Question]:
        """Words of all frequencies: as many that one lesson has as that most have."""
        source = random.Random(1)
        found = []
        for language, share in search_portal.SHARES:
            if language == "ja":
                texts = list(self.signs.values())
                words = [self._piece(source, texts) for _ in range(count * share // 20)]
            else:
                pages = self.pages[language]
                ranked = sorted(pages, key=lambda word: (-len(pages[word]), word))
                last = count * share // 20 - 1
                words = [ranked[int(len(ranked) ** (n / last)) - 1] for n in range(last + 1)]
            found += [Question("exact", language, word) for word in words]
        return found

    @staticmethod
    def _piece(source: random.Random, texts: list[str]) -> str:
        while True:
            text = source.choice(texts)
            start = source.randrange(len(text) - 4)
            piece = text[start : start + source.choice([2, 3, 4])]
            if all(unicodedata.category(sign) == "Lo" for sign in piece):
                return piece


def usual_and_worst(sources: Sources) -> list[Question]:
    """Questions of every kind: the commonest words, the shortest beginnings, typos, many words at once."""
    words = search_portal.Vocabulary("en", 60_000).words
    rare = next(word for word in words[20_000:] if word in sources.pages["en"] and len(word) > 6)
    typos = [rare[:3] + rare[4] + rare[3] + rare[5:], words[200][:-1] + "q"]
    typos += ["x" + words[900][1:], words[40] + "z"]
    common = [Question("common word", "en", word) for word in words[:12]]
    common += [Question("common word", "de", word) for word in ("die", "für", "über")]
    begun = "a b c e s t th co con comp ver alter ex".split()
    begun = [Question("beginning", "en", text) for text in begun]
    begun += [Question("beginning", "ja", sign) for sign in "学のを題"]
    several = [" ".join(words[:n]) for n in (2, 3, 5, 8, 12)]
    several += [f"{rare} the of", "the of a", "of th"]
    several += [" ".join(words[60:64]), " ".join(words[1_000:1_003])]
    several += [" ".join(words[n] for n in (0, 7, 30, 90, 200, 400, 800, 1_500))]
    found = common + begun + [Question("typo", "en", text) for text in typos]
    found += [Question("several words", "en", text) for text in several]
    return found + [Question("several words", "ja", "学習方法基本問題")]


def ask(portal: pathlib.Path, questions: list[Question], every: bool) -> list[dict]:
    asked = [{"language": q.language, "query": q.query, "all": every} for q in questions]
    done = subprocess.run(
        ["node", str(ANSWERS), str(portal)], input=json.dumps(asked), capture_output=True, text=True,
        check=True)  # fmt: skip
    return json.loads(done.stdout)


def recall(portal: pathlib.Path, sources: Sources) -> tuple[float, int]:
    """The share of pages found, and the number of questions."""
    questions = sources.sample(200)
    wanted = found = 0
    for question, answer in zip(questions, ask(portal, questions, every=True)):
        pages = sources.pages_with(question.language, question.query)
        assert len(set(answer["pages"])) == answer["count"], "the count is not that of the pages"
        wanted += len(pages)
        found += len(pages & set(answer["pages"]))
        if missing := sorted(pages - set(answer["pages"])):
            print(f"{question.query}: {len(missing)} pages were not found, such as {missing[0]}")
    return found / wanted, len(questions)


def closed_words_found(portal: pathlib.Path, sources: Sources) -> list[str]:
    """Planted words that the search or any file of its index knows."""
    planted = [Question("closed", language, word) for language, word in sources.closed[:100]]
    known = [a["query"] for a in ask(portal, planted, every=False) if a["count"]]
    words = {word for _, word in sources.closed}
    for file in (portal / "search").rglob("*.js"):
        known += words.intersection(re.findall(r"\bzq\w+", file.read_text(encoding="utf-8")))
    return known


def times(portal: pathlib.Path, questions: list[Question]) -> list[float]:
    """For each question the milliseconds from asking to the results, once all is loaded."""
    from playwright.sync_api import sync_playwright

    script = """async query => {
      const answer = async () => (await clevioSearch.find(query, "")).rows(0, 10);
      await answer();
      const start = performance.now();
      await answer();
      return performance.now() - start;
    }"""
    measured = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for question in questions:
            page = browser.new_page(bypass_csp=True)
            page.goto((portal / "search.html").as_uri())
            page.wait_for_function("() => Boolean(window.clevioSearch && clevioSearch.open)")
            page.evaluate("name => document.documentElement.lang = name", question.language)
            measured.append(page.evaluate(script, question.query))
            page.close()
        browser.close()
    return measured


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("clevio")
    parser.add_argument("--lessons", type=int, default=50_000)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--folder", type=pathlib.Path, help="where to keep the portal")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or pathlib.Path(temporary)
        return measure(options, folder / "sources", folder / "portal")


def measure(options: argparse.Namespace, folder: pathlib.Path, portal: pathlib.Path) -> int:
    search_portal.write(folder, options.lessons)
    start = time.perf_counter()
    subprocess.run(
        [options.clevio, "build", str(folder), "-o", str(portal), "--locked-preview", "--quiet"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    index = [file.stat().st_size for file in (portal / "search").rglob("*.js")]
    size = f"{sum(index) / 1e6:.1f} MB in {len(index):,} files"
    print(f"{options.lessons:,} lessons built in {seconds:.1f} s; index {size}")

    sources = Sources(folder, options.lessons)
    found, count = recall(portal, sources)
    leaks = closed_words_found(portal, sources)
    print(f"recall {found:.2%} of {count} words; {len(leaks)} of {len(sources.closed):,} closed words found")

    questions = usual_and_worst(sources)
    answers = ask(portal, questions, every=False)
    measured = times(portal, questions) if options.browser else [None] * len(questions)
    print_table(questions, answers, measured)
    failures = [found < LEAST_RECALL, bool(leaks), max(a["bytes"] for a in answers) > MOST_BYTES]
    failures.append(options.browser and max(measured) > MOST_MILLISECONDS)
    return 1 if any(failures) else 0


def print_table(
    questions: list[Question], answers: list[dict], measured: list[float | None]
) -> None:
    print(f"{'question':<44} {'results':>8} {'files':>6} {'KB':>6} {'KB gz':>6} {'ms':>6}")
    for question, answer, milliseconds in zip(questions, answers, measured):
        name = question.query if len(question.query) <= 28 else question.query[:27] + "…"
        shown = "" if milliseconds is None else f"{milliseconds:6.1f}"
        print(
            f"{question.kind:<14} {name:<29} {answer['count']:>8,} {answer['files']:>6}"
            f" {answer['bytes'] / 1000:>6.0f} {answer['compressed'] / 1000:>6.0f} {shown}")
    sizes = [answer["bytes"] / 1000 for answer in answers]
    print(f"most: {max(sizes):.0f} KB; median {statistics.median(sizes):.0f} KB")


if __name__ == "__main__":
    sys.exit(main())
