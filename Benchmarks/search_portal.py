"""A portal of made-up lessons for measuring the search.

search_portal.py FOLDER [--lessons N]

The same number always gives the same bytes. Words are as unevenly frequent as a language's (Zipf),
lessons are in English, German, French and Japanese, and every tenth course is paid. Closed lessons
hold words that no open page has (`planted`), so that a search for them must find nothing.
"""

import argparse
import itertools
import pathlib
import random
from collections.abc import Iterator
from typing import NamedTuple

LESSONS_PER_COURSE = 20
WORDS_PER_LESSON = 250

COMMON = {
    "en": "the of and to a in is that for it as with on be this by are from or an you at which can "
    "one they have not all when we if will use what there how more so do these than then",
    "de": "die der und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so "
    "eine auch als an nach wie im für man aber aus durch wenn nur war noch werden bei über schön",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il "
    "sont été avec où même être très déjà après leçon réponse",
}
SYLLABLES = {
    "en": "ba con der ex for gra hy in jo ka lu men nor op per qui re sta ter un ver wi st ch th al "
    "com dis pre tion ing ment er ly ness able ous ity",
    "de": "ab bau che den ein fahr ge haus in jah kraft lich mög nung ord pfle qua rück schaf tung "
    "über ver wert zeit grö stra ßen lö keit heit en er",
    "fr": "ac bien com dé en fai gé hau im jou lan mé nou ou par que ré sou tra ur vé é gra ment "
    "tion eur ique age ance",
}
KANJI = "学習方法基本問題解答教室先生生徒時間本文章言語漢字計算数学科理社会歴史地図世界日中人大小上下"
KANA = "のをにはがとでもからまでよりへやしてしたするですますあいうえおかきくけこさしすせそたちつてと"

SHARES = (("en", 12), ("de", 4), ("fr", 2), ("ja", 2))


class Lesson(NamedTuple):
    """A lesson: its source and its page, as paths, and its text."""

    source: str
    page: str
    language: str
    is_open: bool
    text: str


def planted(number: int) -> str:
    """The word that only the closed lesson with this number holds."""
    digits = [int(digit, 8) for digit in f"{number:o}"]
    return "zq" + "".join("bcdfgklm"[digit] + "au"[digit % 2] for digit in digits)


class Vocabulary:
    """The words of a language, from the most to the least frequent."""

    def __init__(self, language: str, size: int) -> None:
        self.is_spaced = language != "ja"
        source = random.Random("words of " + language)
        words = dict.fromkeys(COMMON.get(language, "").split())
        while len(words) < size:
            words[self._word(source, language)] = None
        self.words = list(words)
        self.sums = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(1, size + 1)))

    @staticmethod
    def _word(source: random.Random, language: str) -> str:
        if language == "ja":
            return "".join(source.choices(KANJI, k=2) + source.choices(KANA, k=source.randint(0, 2)))
        return "".join(source.choices(SYLLABLES[language].split(), k=source.randint(2, 5)))

    def sentence(self, source: random.Random, count: int) -> str:
        words = source.choices(self.words, cum_weights=self.sums, k=count)
        return " ".join(words).capitalize() + "." if self.is_spaced else "".join(words) + "。"

    def title(self, source: random.Random) -> str:
        words = source.choices(self.words[20:3_000], k=3)
        return " ".join(words).capitalize() if self.is_spaced else "".join(words)


def lessons(count: int) -> Iterator[Lesson]:
    """The lessons of a portal, course by course."""
    vocabularies = {language: Vocabulary(language, 60_000) for language, _ in SHARES}
    turns = [language for language, share in SHARES for _ in range(share)]
    for number in range(count):
        course, place = divmod(number, LESSONS_PER_COURSE)
        language = turns[course % len(turns)]
        vocabulary = vocabularies[language]
        source = random.Random(number)
        is_open = course % 10 != 4 or place == 0
        folder = f"courses/c{course:05}"
        blocks = []
        for heading in range(WORDS_PER_LESSON // 50):
            if heading:
                blocks.append(f"## {vocabulary.title(source)}")
            blocks.append(" ".join(vocabulary.sentence(source, 10) for _ in range(5)))
        if not is_open:
            blocks.append(f"{planted(number)} {vocabulary.sentence(source, 5)}")
        title = vocabulary.title(source)
        preview = "preview: true\n" if course % 10 == 4 and is_open else ""
        yield Lesson(
            f"{folder}/01-part/{place + 1:02}-lesson-{place + 1}.md",
            f"{folder}/part/lesson-{place + 1}.html",
            language,
            is_open,
            f'---\ntitle: "{title}"\n{preview}---\n\n' + "\n\n".join(blocks) + "\n",
        )


def write(folder: pathlib.Path, count: int) -> None:
    """Writes the sources of a portal."""
    (folder / "courses").mkdir(parents=True, exist_ok=True)
    settings = "id: search\ntitle: Search\nlanguages: [en, de, fr]\n"
    (folder / "clevio.yml").write_text(settings, encoding="utf-8")
    for number, lesson in enumerate(lessons(count)):
        path = folder / lesson.source
        course, place = divmod(number, LESSONS_PER_COURSE)
        if place == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
            price = "49 EUR" if course % 10 == 4 else "free"
            matter = f"title: Course {course}\nlang: {lesson.language}\nprice: {price}\n"
            (path.parent.parent / "index.md").write_text(f"---\n{matter}---\n", encoding="utf-8")
        path.write_text(lesson.text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--lessons", type=int, default=50_000)
    options = parser.parse_args()
    write(options.folder, options.lessons)


if __name__ == "__main__":
    main()
