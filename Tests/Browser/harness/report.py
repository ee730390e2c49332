"""What a check looked at and what it found."""

from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Finding:
    """One fault: where it is, which rule it breaks, and the text that shows it."""

    page: str
    rule: str
    selector: str = ""
    excerpt: str = ""


@dataclass
class Report:
    """The result of one check. It passes only if it looked at something and found nothing."""

    looked_at: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, page: str, rule: str, selector: str = "", excerpt: object = "") -> None:
        finding = Finding(page, rule, shortened(selector, 120), shortened(str(excerpt), 300))
        if finding not in self.findings:
            self.findings.append(finding)

    def count(self, subject: str, number: int = 1) -> None:
        """Counts what was looked at; a subject counted zero times makes the check fail."""
        self.looked_at[subject] = self.looked_at.get(subject, 0) + number

    def close(self) -> None:
        """Turns an examination of nothing into a finding."""
        if not self.looked_at:
            self.add("-", "looked-at-nothing", excerpt="the check counted nothing")
        for subject, number in self.looked_at.items():
            if number == 0:
                self.add("-", "looked-at-nothing", excerpt=f"no {subject}")

    def to_json(self) -> dict:
        return {"looked_at": self.looked_at, "findings": [asdict(f) for f in self.findings]}

    @staticmethod
    def from_json(value: dict) -> "Report":
        return Report(value["looked_at"], [Finding(**f) for f in value["findings"]])


def shortened(text: str, limit: int) -> str:
    """One line of at most `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
