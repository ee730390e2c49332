"""A portal with ten services of others, written as an author writes it, and built with the program."""

import subprocess
from pathlib import Path

NAME = "www.school.test"
CLEVIO = """title: Bird School
id: birds
url: http://www.school.test/
operator: Ada Bird
languages: [en, ar]
"""
HEAD = """schema: 1
operator: {name: "Ada Bird", email: ada@school.test, address: {street: "1 Nest Lane", city: Dover, country: GB}}
contact: {privacy: {email: ada@school.test}}
"""
# id: (category, kind, what the policy must allow, what it keeps, whether it shares)
SERVICES = {
    "stats": ("analytics", "tag", "script connect",
              "{name: '_st_*', max_age: P1Y, purpose: tells visits apart}, "
              "{name: 'stats.*', type: localStorage, max_age: until_erased, purpose: unsent counts}, "
              "{name: 'stats-visit', type: sessionStorage, purpose: one visit}", False),
    "heat": ("analytics", "tag", "script img", "", False),
    "ads": ("marketing", "tag", "script", "{name: '_ads', max_age: P90D, purpose: knows you again}", True),
    "pixel": ("marketing", "tag", "script img", "", True),
    "taste": ("preferences", "tag", "script", "", False),
    "chat": ("preferences", "widget", "script style", "", False),
    "tube": ("embeds", "embed", "frame", "{name: tube_id, party: third, max_age: P180D, purpose: knows you again}", False),
    "map": ("embeds", "embed", "frame", "", False),
    "pics": ("embeds", "embed", "img", "", False),
    "sound": ("embeds", "embed", "media", "", False),
}  # fmt: skip
LESSON = """# Songs

Before the film.

<iframe src="http://tube.test/embed/1" title="A nightingale sings" width="560" height="315"></iframe>

After the film, a map.

<iframe src="http://map.test/forest" title="The forest"></iframe>

![A nightingale](http://pics.test/nightingale.png)

<audio controls src="http://sound.test/song.wav"></audio>

The end.
"""
SECOND = "# Nests\n\nSwallows gather clay.\n"


def services(chosen: dict = SERVICES) -> str:
    lines = ["services:"]
    for name, (category, kind, loads, keeps, shares) in chosen.items():
        lines.append(
            f"  - {{id: {name}, title: {name.capitalize()}, kind: {kind}, category: {category}, "
            f"provider: {{name: {name.capitalize()} Ltd, country: US, "
            f"privacy_url: 'https://{name}.test/privacy'}}, purpose: 'Does what {name} does for learners', "
            f"sends: your IP address, hosts: [{name}.test], "
            f"load: {{{', '.join(f'{kind}: [http://{name}.test]' for kind in loads.split())}}}, "
            f"storage: [{keeps}], sell_or_share: {str(shares).lower()}"
            + (f", script: {{src: 'http://{name}.test/{name}.js'}}" if "script" in loads else "")
            + "}"
        )
    return "\n".join(lines) + "\n"


def sources(legal: str | None = None, **more: str) -> dict[str, str]:
    """The files of the portal; `more` are others, with `__` for the slashes of their paths."""
    files = {
        "clevio.yml": CLEVIO,
        "legal.yml": HEAD + services() if legal is None else legal,
        "courses/birds/index.md": "# Birds\n\nA course about birds.\n",
        "courses/birds/01-start/01-songs.md": LESSON,
        "courses/birds/01-start/02-nests.md": SECOND,
        "courses/paid/index.md": "---\nprice: 49 EUR\n---\n# Paid\n\nAbout owls.\n",
        "courses/paid/01-owls/01-eyes.md": "---\npreview: true\n---\n# Eyes\n\nOwls see.\n",
        "courses/طيور/index.md": "---\nlang: ar\n---\n# الطيور\n\nدورة عن الطيور.\n",
        "courses/طيور/01-start/01-songs.md": LESSON.replace("Songs", "أغان"),
    }
    return {path: text for path, text in {**files, **more}.items() if text}


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


def build(clevio: str, folder: Path, files: dict[str, str], accepts: bool = False) -> tuple[Path, str]:
    """The built portal and what the program said; it must succeed unless errors are expected."""
    write(folder, files)
    result = subprocess.run(
        [clevio, "build", str(folder), "-o", str(folder / "public"), "--now", "2026-11-23",
         "--locked-preview"],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    if result.returncode and not accepts:
        raise RuntimeError(result.stderr)
    return folder / "public", result.stderr
