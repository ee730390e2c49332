"""What every check is told besides the portal."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """`base_path` begins and ends with a slash."""

    base_path: str
    closed_words: Path | None
    scratch: Path
