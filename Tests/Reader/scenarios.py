"""A score of scenarios."""

import sys
import time
import traceback


class Run:
    """Counts scenarios and says which failed, and why."""

    def __init__(self, only: str, program: str | None = None):
        self.only = only
        self.program = program
        self.passed = 0
        self.failed = 0

    def check(self, name: str, body) -> None:
        if self.only not in name:
            return
        start = time.monotonic()
        try:
            body()
        except Exception as error:
            self.failed += 1
            print(f"FAILED {name}: {error}")
            if not isinstance(error, AssertionError):
                traceback.print_exc()
        else:
            self.passed += 1
            print(f"ok     {name} ({time.monotonic() - start:.1f} s)")
        sys.stdout.flush()
