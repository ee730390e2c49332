"""Runs a command that must end, and ends it where it does not.

    python Tests/Browser/bounded.py SECONDS COMMAND [ARGUMENT…]

Now and then a browser stops answering for good. A command that is still running after SECONDS is
interrupted, so that it says where it stood and ends what it started; then it gets a second try, said aloud. The exit
code is the command's, or 1 where neither try ended.
"""

import signal
import subprocess
import sys

from harness.tools import stop_group

TRIES = 2


def ends(command: list[str], seconds: float) -> int | None:
    """The command's exit code, or nothing where it had to be ended."""
    process = subprocess.Popen(command, start_new_session=True)
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        stop_group(process, signal.SIGINT, patience=20)


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    seconds, command = float(sys.argv[1]), sys.argv[2:]
    for attempt in range(TRIES):
        code = ends(command, seconds)
        if code is not None:
            return code if code >= 0 else 128 - code
        print(f"TIMED OUT after {seconds:g} s, try {attempt + 1} of {TRIES}: {' '.join(command)}", flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
