"""Fail when a built page would fetch anything from elsewhere.

`python tools/check_offline.py FOLDER` reads every HTML page and style sheet below FOLDER and looks
for scripts, style sheets, images, fonts and frames with an address on another machine. Links that
a person may follow are fine. Run by `make docs`.
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

FETCHED_ATTRIBUTES = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
    "link": "href",
}
# Of <link>, these point somewhere for a reader or a robot; a browser does not fetch them.
NOT_FETCHED_LINKS = {"author", "canonical", "license", "next", "prev", "search"}
ELSEWHERE = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)
ELSEWHERE_IN_CSS = re.compile(
    r"(?:url\(\s*|@import\s+)['\"]?((?:https?:)?//[^'\")\s]+)", re.IGNORECASE
)


class FetchedAddresses(HTMLParser):
    """Collect the addresses on other machines that a browser would fetch to show the page."""

    def __init__(self) -> None:
        super().__init__()
        self.elsewhere: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the address of one element when a browser would fetch it from elsewhere."""
        values = dict(attrs)
        address = values.get(FETCHED_ATTRIBUTES.get(tag, "")) or ""
        relations = set((values.get("rel") or "").split())
        if ELSEWHERE.match(address) and not (tag == "link" and relations & NOT_FETCHED_LINKS):
            self.elsewhere.append(address)


def addresses_elsewhere(path: Path) -> list[str]:
    """Return the addresses on other machines that one page or style sheet would fetch."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".css":
        return ELSEWHERE_IN_CSS.findall(text)
    page = FetchedAddresses()
    page.feed(text)
    return page.elsewhere + ELSEWHERE_IN_CSS.findall(text)


def main(folder: Path) -> int:
    """Print what would be fetched; return 1 when anything would be, or when there is no page."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in {".html", ".css"})
    if not any(path.suffix == ".html" for path in paths):
        print(f"{folder} holds no page")
        return 1
    found = [(path, address) for path in paths for address in addresses_elsewhere(path)]
    for path, address in found:
        print(f"{path} would fetch {address}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
