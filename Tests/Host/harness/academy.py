"""A signed portal with two paid courses, its keys, and entitlements."""

from pathlib import Path

from .program import clevio

KNOTS = "courses/knots/sealed/basics/reef-knot.js"
ROPE = "courses/rope/sealed/basics/splice.js"


class Academy:
    def __init__(self, folder: Path):
        self.keys = folder / "keys"
        self.site = folder / "site"
        for path, text in {
            "index.html": "<p>harbour",
            "courses/knots/index.html": "<p>knots",
            KNOTS: 'clevioLesson("knots","basics/reef-knot",1,"AAAA");',
            ROPE: 'clevioLesson("rope","basics/splice",1,"BBBB");',
        }.items():
            file = self.site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        clevio("key", "new", "--author", "ada", "--keys", self.keys)
        for course in ("knots", "rope"):
            clevio("key", "course", course, "--keys", self.keys)
        # What the server has of the author: the public key, from elsewhere than the portal.
        self.key = folder / "author.jwk"
        self.key.write_bytes((self.keys / "author.jwk").read_bytes())
        self.sign()

    def sign(self) -> None:
        clevio("sign", self.site, "--portal", "harbour", "--keys", self.keys)

    def token(self, course: str, name: str, *more: str, portal: str = "harbour") -> str:
        """An entitlement's text."""
        out = self.keys.parent / f"{name}.clevio"
        clevio(
            "entitlement", "issue", "--course", course, "--label", name, "--portal", portal,
            "--id", name, "--keys", self.keys, "-o", out, *more,
        )  # fmt: skip
        return out.read_text().strip()

    def revoke(self, name: str) -> None:
        clevio("entitlement", "revoke", name, "--keys", self.keys)
        self.sign()
