"""What consent costs a page, as it is sent."""

import gzip
import re
from pathlib import Path

THEME = Path(__file__).parents[3] / "Themes/default"


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def all_of_them(score, root: Path) -> None:
    script = packed((root / "assets/clv-privacy.js").read_bytes())
    score.expect("the script has at most 6 KB", script <= 6144, script)
    styles = packed((THEME / "css/70-consent.css").read_bytes())
    score.expect("the styles have at most 2 KB", styles <= 2048, styles)
    page = (root / "courses/birds/start/nests.html").read_text()
    head = re.search(r'<script type="application/json" id="clv-data".*?</script>\n<script[^>]*></script>', page, re.S)
    banner = re.search(r'<section class="clv-notice.*?</section>', page, re.S)
    both = packed((head[0] + banner[0]).encode())
    print(f"consent: script {script} bytes, styles {styles}, each page {both}, all gzipped")
    score.expect("each page has at most 1 KB", both <= 1024, both)
    score.expect("the script is the first", page.index("clv-privacy.js") < page.index("stylesheet"))
