"""Counting what held and what did not."""


class Score:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def expect(self, name: str, right: object, seen: object = "") -> None:
        self.passed += bool(right)
        self.failed += not right
        if not right:
            print(f"FAIL {name}" + (f": {seen}" if seen != "" else ""), flush=True)

    def equal(self, name: str, seen: object, wanted: object) -> None:
        self.expect(name, seen == wanted, f"{seen!r} instead of {wanted!r}")
