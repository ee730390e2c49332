"""Portals that would call another host, each in one way: the browser sees no call, and the author is told where."""

import re
from dataclasses import dataclass
from pathlib import Path

from consent import school
from consent.visitor import visitor

LESSON = "courses/birds/01-start/01-songs.md"
PAGE = "courses/birds/start/songs.html"
EVIL = "https://evil.test"


@dataclass(frozen=True)
class Mutant:
    """What is put where; `line` is the line on which it must be reported."""

    name: str
    path: str
    text: str
    line: int


def in_lesson(name: str, html: str) -> Mutant:
    return Mutant(name, LESSON, f"# Songs\n\nWords.\n\n{html}\n\nMore words.\n", 5)


def in_css(name: str, css: str) -> Mutant:
    return Mutant(f"style sheet: {name}", "theme/css/99-mine.css", f"/* mine */\n\n{css}\n", 3)


def template(name: str, what: str, html: str, after: str) -> Mutant:
    """A copy of a template with something after the line `after`."""
    source = (Path(__file__).parents[3] / f"Themes/default/templates/{name}.mustache").read_text()
    lines = source.splitlines()
    place = next(number for number, line in enumerate(lines) if after in line) + 1
    lines.insert(place, html)
    return Mutant(f"{name}: {what}", f"theme/templates/{name}.mustache", "\n".join(lines) + "\n", place + 1)


def all_mutants() -> list[Mutant]:
    evil = EVIL
    mutants = [in_lesson(name, html) for name, html in {
        "a script": f'<script src="{evil}/x.js"></script>',
        "a script within": "<script>new Image().src='https://evil.test/x.png'</script>",
        "a script hidden in a comment's end": f'<!-- x --><div><script async src="//evil.test/x.js"></script></div>',
        "a module": f'<script type="module" src="{evil}/x.mjs"></script>',
        "a frame": f'<iframe src="{evil}/page"></iframe>',
        "a frame without scheme": '<iframe src="//evil.test/page"></iframe>',
        "a frame with back slashes": '<iframe src="\\\\evil.test/page"></iframe>',
        "a frame with a page within": "<iframe srcdoc=\"<img src='https://evil.test/x.png'>\"></iframe>",
        "a pixel": f'<img src="{evil}/p.gif" width="1" height="1" alt="">',
        "a Markdown image": f"![A bird]({evil}/bird.png)",
        "pictures for widths": f'<img src="nothing.png" srcset="{evil}/b.png 2x" alt="A bird">',
        "a picture's source": f'<picture><source srcset="{evil}/b.webp"><img src="x.png" alt="x"></picture>',
        "a film": f'<video src="{evil}/f.mp4"></video>',
        "a poster": f'<video poster="{evil}/p.png" controls></video>',
        "a sound's source": f'<audio controls><source src="{evil}/s.mp3"></audio>',
        "captions": f'<video controls><track src="{evil}/c.vtt"></video>',
        "an object": f'<object data="{evil}/o.svg"></object>',
        "an embed": f'<embed src="{evil}/e.svg">',
        "a style sheet": f'<link rel="stylesheet" href="{evil}/s.css">',
        "a connection ahead": f'<link rel="preconnect" href="{evil}">',
        "a name ahead": f'<link rel="dns-prefetch" href="{evil}">',
        "a page ahead": f'<link rel="prefetch" href="{evil}/next">',
        "a preload": f'<link rel="preload" as="image" href="{evil}/i.png">',
        "a manifest": f'<link rel="manifest" href="{evil}/m.json">',
        "a redirection": f'<meta http-equiv="refresh" content="0; url={evil}/">',
        "a base": f'<base href="{evil}/">',
        "a form": f'<form action="{evil}/f"><button>Go</button></form>',
        "a button's form": f'<button formaction="{evil}/f">Go</button>',
        "a ping": f'<a href="#x" ping="{evil}/ping">x</a>',
        "a style": f'<p style="background: url({evil}/b.png)">x</p>',
        "a style with escapes": '<p style="background: u\\72l(https://evil.test/b.png)">x</p>',
        "styles within": f"<style>@import url({evil}/s.css);</style>",
        "a background": f'<table background="{evil}/b.png"><tr><td>x</td></tr></table>',
        "a drawing's picture": f'<svg viewBox="0 0 1 1"><image href="{evil}/i.png"/></svg>',
        "a drawing's use": f'<svg viewBox="0 0 1 1"><use xlink:href="{evil}/u.svg#a"/></svg>',
        "a drawing's filter": f'<svg viewBox="0 0 1 1"><filter id="f"><feImage href="{evil}/f.png"/></filter></svg>',
        "a drawing's colour": f'<svg viewBox="0 0 1 1"><rect fill="url({evil}/p.svg#a)" width="1" height="1"/></svg>',
        "a handler": '<img src="x.png" alt="x" onerror="location=\'https://evil.test/\'">',
        "a button with a picture": f'<input type="image" src="{evil}/i.png" alt="x">',
        "a web component": f'<model-viewer src="{evil}/m.glb" poster="{evil}/m.png"></model-viewer>',
    }.items()]  # fmt: skip
    mutants += [in_css(name, css) for name, css in {
        "an import": f'@import "{evil}/s.css";',
        "an import by url": f"@import url({evil}/s.css) screen;",
        "a background": f"body {{ background: url('{evil}/b.png'); }}",
        "a background with escapes": "body { background: u\\72 l(\\68ttps://evil.test/b.png); }",
        "a font": f"@font-face {{ font-family: x; src: url({evil}/f.woff2); }} body {{ font-family: x; }}",
        "pictures for resolutions": f'body {{ background: image-set("{evil}/b.png" 1x); }}',
        "a pointer": f"body {{ cursor: url(//evil.test/c.cur), auto; }}",
    }.items()]  # fmt: skip
    mutants += [template("head", what, html, "<meta name=\"color-scheme\"") for what, html in {
        "a font service": f'<link rel="stylesheet" href="{evil}/css?family=x">',
        "a connection ahead": f'<link rel="preconnect" href="{evil}" crossorigin>',
        "a script": f'<script async src="{evil}/tag.js"></script>',
        "a script within": "<script>fetch('https://evil.test/')</script>",
        "an icon": f'<link rel="icon" href="{evil}/i.png">',
        "a redirection": f'<meta http-equiv="Refresh" content="1;URL=\'{evil}/\'">',
        "a base": f'<base href="{evil}/">',
    }.items()]  # fmt: skip
    mutants += [template("footer", what, html, "<footer") for what, html in {
        "a pixel": f'<img src="{evil}/p.gif" alt="">',
        "a frame": f'<iframe src="{evil}/frame"></iframe>',
        "a form": f'<form action="{evil}/subscribe" method="post"><button>Go</button></form>',
        "a letter by its number": '<img src="&#104;ttps://evil.test/p.gif" alt="">',
        "a host that a slot completes": '<img src="https://evil.test/{{portal.title}}" alt="">',
    }.items()]  # fmt: skip
    return mutants


def all_of_them(score, browser, network, clevio: str, folder: Path) -> None:
    mutants = all_mutants()
    score.expect("enough mutants", len(mutants) >= 30, len(mutants))
    home = f"http://{school.NAME}/"
    for number, mutant in enumerate(mutants):
        files = school.sources()
        files[mutant.path] = mutant.text
        root, said = school.build(clevio, folder / str(number), files, accepts=True)
        place = rf"{re.escape(mutant.path)}:{mutant.line}:\d+: (warning|error)"
        score.expect(f"{mutant.name}: told at its line", re.search(place, said), said[-400:])
        score.expect(f"{mutant.name}: still published", (root / PAGE).is_file(), said[-400:])
        network.root = root
        with visitor(browser, network, home) as person:
            person.open(PAGE)
            score.equal(f"{mutant.name}: hosts", network.strangers() | person.requests, set())
            person.press("accept")
            person.open(PAGE)
            person.scroll()
            wanted = set(school.SERVICES)
            score.expect(f"{mutant.name}: hosts after consent", network.strangers() <= wanted, network.strangers())
            score.expect(f"{mutant.name}: still at home", person.tab.url.startswith(home), person.tab.url)
    put_together(score, clevio, folder)
    strict(score, clevio, folder)


def put_together(score, clevio: str, folder: Path) -> None:
    """An address that no template holds as a whole keeps the portal from being published."""
    files = school.sources()
    files["clevio.yml"] = files["clevio.yml"].replace("Bird School", "https://evil.test/x.png")
    footer = template("footer", "", '<img src="{{portal.title}}" alt="">', "<footer")
    files[footer.path] = footer.text
    root, said = school.build(clevio, folder / "together", files, accepts=True)
    score.expect("put together: an error", "theme-foreign" in said, said[-400:])
    score.expect("put together: nothing is published", not (root / "index.html").exists())
    files = school.sources()
    files["theme/templates/head.mustache"] = '<meta charset="utf-8">\n<title>{{page.title}}</title>\n'
    # The reader's places.
    files["theme/templates/head.mustache"] += (
        "{{$first_scripts}}{{/first_scripts}}{{$last_scripts}}{{/last_scripts}}\n"
    )
    root, said = school.build(clevio, folder / "policy", files, accepts=True)
    score.expect("no policy: an error", "theme-policy" in said, said[-400:])


def strict(score, clevio: str, folder: Path) -> None:
    files = school.sources()
    files["clevio.yml"] += "strict: true\n"
    files[LESSON] = f"# Songs\n\n![A bird]({EVIL}/bird.png)\n"
    root, said = school.build(clevio, folder / "strict", files, accepts=True)
    score.expect("strict: an error", f"{LESSON}:3:11: error" in said, said[-400:])
    score.expect("strict: nothing is published", not (root / "index.html").exists())
