"""Portals of made-up courses, as Clevio's sources and as a Hugo site with the same texts.

course_portal.py FOLDER [--lessons N] [--hugo] [--plain]

The same number always gives the same bytes. A lesson has about 6 KB of Markdown: front matter, code in
three languages, a table, lists, a picture, links to its neighbours. A course has 40 of them.
"""

import argparse
import pathlib
import random
import shutil
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

LESSONS_PER_COURSE = 40
HUGO = pathlib.Path(__file__).parent / "hugo"
SYLLABLES = (
    "ba con der ex for gra hy in jo ka lu men nor op per qui re sta ter un ver wi st ch th al com dis "
    "pre tion ing ment er ly ness able ous ity"
).split()
COMMON = "the of and to a in is that for it as with on be this by are from or an you at which".split()

_words = random.Random(1)
WORDS = ["".join(_words.choices(SYLLABLES, k=_words.choice((2, 2, 3, 4)))) for _ in range(4000)]

CODE = {
    "python": '''def {a}({b}, {c}=None):
    """The {d} of a {b}."""
    if {c} is None:
        {c} = [each for each in range({n}) if each % 3 == 0]
    total = 0
    for index, value in enumerate({c}):
        total += value * {n}  # {e}
    return {{"{b}": total, "{d}": len({c}), "ok": True}}
''',
    "javascript": """const {a} = async ({b}, {{ {c} = {n} }} = {{}}) => {{
  // {e}
  const found = await fetch(`/{d}/${{{b}}}`);
  if (!found.ok) throw new Error("no {d}: " + found.status);
  return (await found.json()).filter((each) => each.{c} > {n}).map(({{ {d} }}) => {d} ?? null);
}};
""",
    "sh": """#!/bin/sh
# {e}
set -eu
for {b} in "$@"; do
  if [ -f "${b}" ]; then
    grep -c '{d}' "${b}" | sort -n > /tmp/{c}.txt
  fi
done
echo "{n} done"
""",
}

SETTINGS = "title: Benchmark\nid: benchmark\nurl: https://school.example/\noperator: Ada Ferris\n"
# A service that waits for consent, so that each page has a banner.
LEGAL = """schema: 1
operator: {name: Ada Ferris, email: ada@school.example, address: {street: 1 Nest Lane, city: Dover, country: GB}}
contact: {privacy: {email: ada@school.example}}
services:
  - id: stats
    title: Stats
    kind: tag
    category: analytics
    provider: {name: Stats Ltd, country: US, privacy_url: "https://stats.example/privacy"}
    purpose: Counts visits
    sends: your IP address
    hosts: [stats.example]
    load: {script: ["https://stats.example"], connect: ["https://stats.example"]}
    script: {src: "https://stats.example/stats.js"}
    storage: [{name: "_st_*", max_age: P1Y, purpose: tells visits apart}]
"""


class Lesson(NamedTuple):
    """A lesson: the names of its course and of itself, its place in the course, and its text."""

    course: str
    name: str
    number: int
    title: str
    text: str


class Writer:
    """Words, sentences and blocks of one seed."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)

    def word(self) -> str:
        if self.random.random() < 0.45:
            return self.random.choice(COMMON)
        # The earlier a word stands, the more often it is taken.
        return WORDS[int(len(WORDS) * self.random.random() ** 3)]

    def phrase(self, count: int) -> str:
        return " ".join(self.word() for _ in range(count))

    def sentence(self) -> str:
        words = [self.word() for _ in range(self.random.randint(8, 19))]
        place = self.random.randrange(len(words))
        words[place] = self.random.choice(("*{}*", "**{}**", "`{}`", "{}", "{}", "{}")).format(words[place])
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randint(3, 5)))

    def code(self, language: str) -> str:
        a, b, c, d = ("x" + self.random.choice(WORDS) for _ in range(4))
        body = CODE[language].format(a=a, b=b, c=c, d=d, e=self.phrase(6), n=self.random.randrange(2, 999))
        return f"```{language}\n{body}```"

    def table(self) -> str:
        rows = [[self.phrase(2) for _ in range(3)] for _ in range(6)]
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return "\n".join([lines[0], "|---|---|---|", *lines[1:]])

    def items(self, sign: str) -> str:
        return "\n".join(f"{sign} {self.phrase(9)}" for _ in range(5))

    def text(self, before: str | None, after: str | None) -> str:
        languages = self.random.sample(sorted(CODE), 3)
        neighbours = [f"[{words}]({name}.md)" for words, name in (("back", before), ("next", after)) if name]
        blocks = [self.paragraph(), self.paragraph()]
        for part in range(4):
            blocks += [f"## {self.phrase(3).capitalize()} {part + 1}", self.paragraph()]
            if part < 3:
                blocks += [self.code(languages[part]), self.paragraph()]
            blocks += [(self.table(), self.items("-"), self.items("1."), "![A drawing](images/drawing.png)")[part]]
        blocks += [self.paragraph(), "See also: " + ", ".join([*neighbours, "<https://www.example.org/>"]) + "."]
        return "\n\n".join(blocks) + "\n"


def lessons(count: int, plain: bool = False) -> Iterator[Lesson]:
    for start in range(0, count, LESSONS_PER_COURSE):
        course = f"course-{start // LESSONS_PER_COURSE + 1:05d}"
        numbers = range(min(LESSONS_PER_COURSE, count - start))
        names = [f"{number + 1:02d}-lesson-{number + 1}" for number in numbers]
        for number in numbers:
            writer = Writer((start + number) % 997)
            before = names[number - 1] if number else None
            after = names[number + 1] if number + 1 < len(names) else None
            title = f"{writer.phrase(3).capitalize()} {number + 1}"
            text = writer.text(before, after)
            yield Lesson(course, names[number], number, title, without_languages(text) if plain else text)


def without_languages(text: str) -> str:
    for language in CODE:
        text = text.replace(f"```{language}\n", "```\n")
    return text


def picture() -> bytes:
    """A grey picture of 320 by 200 pixels, as a PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 320, 200, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes([row]) * 320 for row in range(200)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def write_clevio(folder: pathlib.Path, count: int, plain: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "clevio.yml").write_text(SETTINGS)
    (folder / "legal.yml").write_text(LEGAL)
    for lesson in lessons(count, plain):
        course = folder / "courses" / lesson.course
        if lesson.number == 0:
            (course / "images").mkdir(parents=True)
            (course / "images/drawing.png").write_bytes(picture())
            head = f"---\ntitle: {lesson.course.capitalize()}\ndescription: All about {lesson.title}\nlang: en\n---\n"
            (course / "index.md").write_text(head + "\n" + lesson.text.split("\n\n")[0] + "\n")
        head = f"---\ntitle: {lesson.title}\nminutes: {lesson.number % 9 + 3}\nlastmod: 2026-01-{lesson.number % 28 + 1:02d}\n---\n"
        (course / f"{lesson.name}.md").write_text(f"{head}\n{lesson.text}")


def write_hugo(folder: pathlib.Path, count: int, plain: bool) -> None:
    shutil.copytree(HUGO, folder, dirs_exist_ok=True)
    settings = (folder / "hugo.toml").read_text()
    (folder / "hugo.toml").write_text(settings.replace("HIGHLIGHTING", "false" if plain else "true"))
    for lesson in lessons(count, plain):
        course = folder / "content/courses" / lesson.course
        if lesson.number == 0:
            (course / "images").mkdir(parents=True)
            (course / "images/drawing.png").write_bytes(picture())
            head = f"---\ntitle: {lesson.course.capitalize()}\ndescription: All about {lesson.title}\n---\n"
            (course / "_index.md").write_text(head + "\n" + lesson.text.split("\n\n")[0] + "\n")
        head = (
            f"---\ntitle: {lesson.title}\nweight: {lesson.number + 1}\nminutes: {lesson.number % 9 + 3}\n"
            f"lastmod: 2026-01-{lesson.number % 28 + 1:02d}\n---\n"
        )
        (course / f"{lesson.name}.md").write_text(f"{head}\n{lesson.text}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes a portal of made-up courses.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--lessons", type=int, default=1000)
    parser.add_argument("--hugo", action="store_true", help="a Hugo site instead")
    parser.add_argument("--plain", action="store_true", help="code without its languages, so that none is coloured")
    options = parser.parse_args()
    write = write_hugo if options.hugo else write_clevio
    write(options.folder, options.lessons, options.plain)


if __name__ == "__main__":
    main()
