"""The configurations that the manual prints, so that what is tested is what people copy."""

import re
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "ExampleCourses/courses/manual/05-paid-courses"


def block(page: str, language: str, number: int = 0) -> str:
    """A block of code of a page."""
    text = (FOLDER / page).read_text()
    found = re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    if len(found) <= number:
        raise AssertionError(f"{page} has no block {number} of {language}")
    return found[number]
