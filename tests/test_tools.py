"""The house's own checks: what fetches from elsewhere is found, and shares are counted truly."""

from pathlib import Path

import pytest

from tools.check_mutants import share_killed
from tools.check_offline import addresses_elsewhere, main


@pytest.mark.parametrize(
    "page",
    [
        '<script src="https://example.invalid/a.js"></script>',
        '<link rel="stylesheet" href="//example.invalid/a.css">',
        '<img src="http://example.invalid/a.png">',
        "<style>@import 'https://example.invalid/a.css';</style>",
        "<p style=\"background: url('https://example.invalid/a.png')\">",
    ],
)
def test_what_a_browser_would_fetch_from_elsewhere_is_found(page: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page)
    assert len(addresses_elsewhere(path)) == 1
    assert main(tmp_path) == 1


def test_links_to_follow_and_what_lies_beside_the_page_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        '<a href="https://example.invalid/">there</a><script src="_static/a.js"></script>'
        '<link rel="canonical" href="https://example.invalid/">'
    )
    assert addresses_elsewhere(path) == []
    assert main(tmp_path) == 0


def test_a_folder_without_pages_is_no_documentation(tmp_path: Path) -> None:
    assert main(tmp_path) == 1


def statistics(**counts: int) -> dict[str, int]:
    none = dict.fromkeys(["killed", "timeout", "segfault", "suspicious", "total", "skipped"], 0)
    return none | counts


def test_a_fault_that_hangs_a_test_was_noticed_and_one_that_no_test_reaches_was_not() -> None:
    assert share_killed(statistics(killed=8, timeout=1, no_tests=1, total=10)) == 0.9


def test_faults_that_were_skipped_on_purpose_do_not_count() -> None:
    assert share_killed(statistics(killed=9, survived=1, skipped=5, total=15)) == 0.9


def test_no_fault_made_is_no_success() -> None:
    assert share_killed(statistics()) == 0.0
