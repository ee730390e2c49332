"""A small good portal, written by hand, that the self-test spoils in one way at a time."""

import io
import json
import re
import wave
from pathlib import Path

URL = "https://school.example/academy/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; form-action 'self'; base-uri 'none'"
)
STYLE = """
:root { color-scheme: light dark; --ink: #1d2022; --ground: #fdfcf9; --accent: #0b655a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8e6; --ground: #131618; --accent: #63cdb9; }
}
body { margin: 0 auto; max-width: 60rem; padding: 1rem; color: var(--ink);
  background: var(--ground); font: 1rem/1.6 sans-serif; overflow-wrap: anywhere; }
a { color: var(--accent); }
.skip { position: absolute; inset-block-start: -10rem; background: var(--ground); }
.skip:focus { inset-block-start: 0.5rem; }
.scroll { overflow-x: auto; }
video { max-width: 100%; }
input { font: inherit; max-width: 100%; box-sizing: border-box; }
:focus-visible { outline: 3px solid var(--accent); }
"""
SCRIPT = """
"use strict";
(function () {
  var form = document.querySelector("form[data-search]");
  if (!form) return;
  var list = document.querySelector("[data-results]");
  var words = {};
  window.clevioShard = function (entries) { words = entries; };
  var shard = document.createElement("script");
  shard.src = form.dataset.search;
  document.head.appendChild(shard);
  function search() {
    list.textContent = "";
    (words[form.q.value.trim().toLowerCase()] || []).forEach(function (found) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = found[0];
      link.textContent = found[1];
      item.appendChild(link);
      list.appendChild(item);
    });
  }
  form.addEventListener("submit", function (event) { event.preventDefault(); search(); });
  form.q.addEventListener("input", search);
})();
"""
NESTS = """<p>Swallows gather clay for their dwellings, one mouthful after another.</p>
<h2 id="table">Materials</h2>
<div class="scroll" role="region" aria-label="Materials" tabindex="0"><table>
<thead><tr><th scope="col">Bird</th><th scope="col">Material</th></tr></thead>
<tbody><tr><td>Swallow</td><td>Clay</td></tr></tbody></table></div>
<pre class="scroll" tabindex="0"><code>let eggs = 5</code></pre>
<p>See <a href="songs.html#pitch">pitch</a>.</p>
<details><summary>More</summary><p>Storks return every spring.</p></details>"""
SONGS = """<p>A nightingale knows two hundred melodies by heart.</p>
<h2 id="pitch">Pitch</h2>
<p><math><mi>f</mi><mo>=</mo><mfrac><mi>v</mi><mi>λ</mi></mfrac></math></p>
<video controls preload="metadata" width="320" height="180" src="songs.wav">
<track kind="captions" srclang="en" label="English" src="songs.vtt" default></video>
<form><fieldset><legend>Who sings at night?</legend>
<p><label><input type="radio" name="a" value="1"> Nightingale</label></p>
<p><label><input type="radio" name="a" value="2"> Stork</label></p></fieldset></form>"""
ARABIC = "<p>تجمع السنونو الطين لبناء أعشاشها.</p>"
COURSE = {
    "@context": "https://schema.org",
    "@type": "Course",
    "name": "Birds",
    "description": "Birds around the house.",
    "provider": {"@type": "Organization", "name": "School", "sameAs": URL},
    "offers": [{"@type": "Offer", "category": "Free", "price": "0", "priceCurrency": "EUR"}],
    "hasCourseInstance": [
        {"@type": "CourseInstance", "courseMode": "Online", "courseWorkload": "PT1H"}
    ],
}
COURSES_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["courses"],
    "properties": {"courses": {"type": "array", "items": {"$ref": "course.json"}}},
}
COURSE_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["id", "title"],
    "properties": {"id": {"type": "string"}, "title": {"type": "string"}},
}


def good_portal() -> dict[str, bytes]:
    """Paths and contents: every kind of page, right to left, tables, code, formulas, film, quiz."""
    birds = "courses/birds/"
    files = {
        "index.html": page("catalogue", "School", f'<p><a href="{birds}index.html">Birds</a></p>'),
        birds + "index.html": page(
            "course", "Birds", '<p><a href="basics/nests.html">Nests</a></p>' + linked(COURSE), 2
        ),
        birds + "basics/nests.html": lesson("Nests", NESTS),
        birds + "basics/songs.html": lesson("Songs", SONGS),
        birds + "basics/eggs.html": page("lesson", "Eggs", "<p>This lesson is closed.</p>", 3),
        birds + "basics/ar.html": lesson("الأعشاش", ARABIC, 'lang="ar" dir="rtl"'),
        birds + "basics/songs.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nTweet\n",
        "privacy.html": page("policy", "Privacy", "<p>Nothing is collected here.</p>"),
        "search.html": page("search", "Search", SEARCH),
        "404.html": page("not-found", "Not found", "<p>There is no such page.</p>", None),
        "assets/clevio.css": STYLE,
        "assets/clevio.js": SCRIPT,
        "assets/mark.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {URL}sitemap.xml\n",
    }
    files["search/en/index.js"] = f"clevioShard({json.dumps(index_of(files), ensure_ascii=False)});"
    files |= feed_and_sitemap(files) | api()
    encoded = {path: content.encode() for path, content in files.items()}
    return encoded | {birds + "basics/songs.wav": silence()}


def silence() -> bytes:
    """A tenth of a second that every browser can play."""
    data = io.BytesIO()
    with wave.open(data, "wb") as sound:
        sound.setparams((1, 1, 8000, 0, "NONE", ""))
        sound.writeframes(b"\x80" * 800)
    return data.getvalue()


SEARCH = """<form data-search="search/en/index.js" action="search.html">
<p><label for="q">Word</label> <input type="search" id="q" name="q"></p></form>
<ul data-results></ul>"""


def page(kind: str, title: str, body: str, depth: int | None = 0, root: str = 'lang="en"') -> str:
    """`depth` is the number of folders above; a page without one stands at any address."""
    up = "/academy/" if depth is None else "../" * depth
    canonical = f'<link rel="canonical" href="{URL}">' if kind == "catalogue" else ""
    return f"""<!doctype html>
<html {root}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{title}</title>
<link rel="icon" href="{up}assets/mark.svg">
<link rel="stylesheet" href="{up}assets/clevio.css">{canonical}
<script src="{up}assets/clevio.js" defer></script>
</head>
<body data-page="{kind}">
<a class="skip" href="#main">To the text</a>
<header><nav aria-label="Portal"><a href="{up}index.html">School</a>
<a href="{up}search.html">Search</a> <a href="{up}privacy.html">Privacy</a></nav></header>
<main id="main" tabindex="-1">
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def lesson(title: str, text: str, root: str = 'lang="en"') -> str:
    return page("lesson", title, f"<div data-content>\n{text}\n</div>", 3, root)


def linked(thing: dict) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def index_of(files: dict[str, str]) -> dict[str, list]:
    index: dict[str, list] = {}
    for word, path, title in (
        [(w, "courses/birds/basics/nests.html", "Nests") for w in plain_words("nests " + NESTS)]
        + [(w, "courses/birds/basics/songs.html", "Songs") for w in plain_words("songs " + SONGS)]
    ):
        index.setdefault(word, []).append([path, title])
    return index


def plain_words(text: str) -> list[str]:
    """Words outside tags, lower case."""
    return sorted({w.lower() for w in re.findall(r"[^\W\d_]+", re.sub("<[^>]*>", " ", text))})


def feed_and_sitemap(files: dict[str, str]) -> dict[str, str]:
    listed = [f for f in files if f.endswith(".html") and f != "404.html"]
    urls = "".join(f"<url><loc>{URL}{f.removesuffix('index.html')}</loc></url>" for f in listed)
    return {
        "sitemap.xml": '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>\n',
        "feed.xml": '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom"><id>{URL}</id><title>School</title>'
        f'<updated>2026-01-05T00:00:00Z</updated><link rel="self" href="{URL}feed.xml"/>'
        f"<author><name>School</name></author><entry><id>{URL}courses/birds/</id>"
        "<title>Birds</title><updated>2026-01-05T00:00:00Z</updated>"
        f'<link href="{URL}courses/birds/"/></entry></feed>\n',
    }


def api() -> dict[str, str]:
    def answer(schema: str) -> dict:
        content = {"application/json": {"schema": {"$ref": f"schemas/{schema}.json"}}}
        return {"responses": {"200": {"description": "The file", "content": content}}}

    identity = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    openapi = {
        "openapi": "3.1.0",
        "info": {"title": "School", "version": "1"},
        "paths": {
            "/courses.json": {"get": answer("courses")},
            "/courses/{id}.json": {"get": {"parameters": [identity], **answer("course")}},
        },
    }
    birds = {"id": "birds", "title": "Birds"}
    documents = {
        "courses.json": {"courses": [birds]},
        "courses/birds.json": birds,
        "openapi.json": openapi,
        "schemas/courses.json": COURSES_SCHEMA,
        "schemas/course.json": COURSE_SCHEMA,
    }
    return {f"api/v1/{path}": json.dumps(value, indent=1) for path, value in documents.items()}


def write(files: dict[str, bytes], root: Path) -> None:
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
