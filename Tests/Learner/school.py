"""A portal with a course in fixed order, quizzes of all kinds, and a course that builds on it."""

import subprocess
from pathlib import Path

SOURCES = {
    "clevio.yml": "title: Knot School\nid: knots\noperator: Ada Rope\nlanguages: [en]\n",
    "courses/knots/index.md": "---\nrandom_access: false\ncertificate: true\nauthors: [ada]\n---\n# Knots\n\nAll about knots.\n",
    "courses/knots/01-rope.md": "# Rope\n\nA rope has two ends.\n",
    "courses/knots/02-test.md": """---
title: Test
type: quiz
passing_score: 80
---

### Which knot is square?

> It is flat.

1. [x] The reef knot
   > Right over left.
2. [ ] The bowline
   > That one is a loop.

### Which are loops?

- [x] Bowline
- [ ] Reef knot
- [x] Figure eight

### What has a rope two of?

- = ends
- = end

### How many metres are a fathom?

- = 1.83 +- 0.01

### Match the knots.

- reef -> sails
- hitch -> posts

### Tie a bowline.

1. Make a loop
2. Come up through it
3. Go round behind
""",
    "courses/knots/03-more.md": "---\noptional: true\n---\n# More\n\nFor later.\n",
    "courses/knots/04-hitch.md": "---\ncompletion: view\n---\n# Hitch\n\n" + "Round and through.\n\n" * 80,
    "courses/knots/05-last.md": "# Last\n\nNow practise.\n\n<!-- quiz id=small attempts=1 -->\n\n### Done?\n\n"
    "1. [x] Yes\n2. [ ] No\n\n<!-- /quiz -->\n",
    "authors/ada.md": "# Ada Rope\n",
    "pages/text.md": "# Text\n\n- [x] Wind **the rope** and [stow](https://ropes.example) the rest\n- Plain\n\n"
    "<div class=\"own\">\n\nOne.\n\nTwo.\n\n</div>\n\n| a |\n|---|\n| b |\n\n```\n" + "rope " * 60 + "\n```\n\n"
    "$$x$$\n\n$$" + "x + " * 60 + "x$$\n\nShort $x$ and long $" + "x + " * 60 + "x$.\n",
    "courses/sailing/index.md": "---\nprerequisites: [knots]\n---\n# Sailing\n\nWind and water.\n",
    "courses/sailing/01-wind.md": "# Wind\n\nIt blows.\n",
    "courses/sailing/02-water.md": "---\navailable: P7D\n---\n# Water\n\nIt flows.\n",
    "courses/sailing/03-exam.md": "---\ntype: quiz\nattempts: 1\npassing_score: 50\n---\n# Exam\n\n### Wet?\n\n"
    "1. [x] Yes\n2. [ ] No\n   > Feel it.\n",
}
RIGHT = {
    "single": "single('The reef knot')", "multiple": "several(['Bowline', 'Figure eight'])",
    "text": "write('  ENDS ')", "number": "write('1.835')", "matching": "match(['sails', 'posts'])",
    "ordering": "order(['Make a loop', 'Come up through it', 'Go round behind'])",
}  # fmt: skip


# A service that is told what learners do, with its address to be filled in.
LEGAL = """schema: 1
operator: {{name: "Ada Rope", email: ada@school.test, address: {{street: "1 Quay", city: Dover, country: GB}}}}
contact: {{privacy: {{email: ada@school.test}}}}
services:
  - {{id: xapi, params: {{endpoint: "{endpoint}", authorization: "Basic d3JpdGU6b25seQ=="}}, sell_or_share: true}}
"""


def write(folder: Path, endpoint: str = "") -> None:
    sources = SOURCES | ({"legal.yml": LEGAL.format(endpoint=endpoint)} if endpoint else {})
    for path, text in sources.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


def build(program: str, folder: Path, endpoint: str = "", writes: bool = True) -> Path:
    """The portal; with an `endpoint`, what is done in it is told there, if the learner allows it.

    Its sources are as they are here or, if not `writes`, as they lie in the folder.
    """
    if writes:
        write(folder, endpoint)
    done = subprocess.run(
        [program, "build", str(folder), "-o", str(folder / "public")], capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return folder / "public"
