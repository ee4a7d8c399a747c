"""Reports in a real browser: accessible, quiet, complete with and without scripts."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from firstsnow.report import to_html
from tests.report.examples import CARE, example_report

DESK, PHONE = (1280, 900), (360, 740)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    folder = tmp_path_factory.mktemp("reports")
    written = {}
    for name in (*CARE, "trial"):
        for language in ("en", "zh"):
            path = folder / f"{name}.{language}.html"
            path.write_text(to_html(example_report(name, language)), encoding="utf-8")
            written[name, language] = path
    return written


def opened(context: BrowserContext, path: Path, heard: list[str]) -> Page:
    page = context.new_page()
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", [*CARE, "trial"])
def test_axe_finds_nothing_and_nothing_is_asked_for(
    browser: Browser,
    pages: dict[tuple[str, str], Path],
    name: str,
    language: str,
    size: tuple[int, int],
) -> None:
    heard: list[str] = []
    path = pages[name, language]
    with browser.new_context(viewport={"width": size[0], "height": size[1]}) as context:
        page = opened(context, path, heard)
        page.wait_for_selector("figure.wide .firstsnow-plot svg", state="attached")
        # Its own page and fonts that are inside it: nothing else, and no complaint.
        assert [one for one in heard if not one.startswith(("data:font/", path.as_uri()))] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        for details in page.locator("summary").all():
            details.click()
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_axe_finds_nothing_where_no_script_runs(
    browser: Browser,
    pages: dict[tuple[str, str], Path],
    tmp_path: Path,
    language: str,
    size: tuple[int, int],
) -> None:
    # axe is a script itself, so the page's own is taken out instead of forbidding all.
    page_text = pages["forty-treatments", language].read_text(encoding="utf-8")
    still = tmp_path / "still.html"
    still.write_text(re.sub(r"<script>.*?</script>", "", page_text, flags=re.DOTALL), "utf-8")
    heard: list[str] = []
    with browser.new_context(viewport={"width": size[0], "height": size[1]}) as context:
        page = opened(context, still, heard)
        assert page.locator(".firstsnow-plot").count() == 0
        assert [one for one in heard if not one.startswith(("data:font/", still.as_uri()))] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


def test_without_scripts_the_picture_is_there_with_a_description(
    browser: Browser, pages: dict[tuple[str, str], Path]
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = opened(context, pages["forty-treatments", "en"], [])
        figure = page.locator("figure.wide")
        assert figure.locator("svg").bounding_box() is not None
        assert "MADRS" in (figure.get_attribute("aria-label") or "")


def test_with_scripts_arrow_keys_walk_along_the_measurements(
    browser: Browser, pages: dict[tuple[str, str], Path]
) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = opened(context, pages["only-phq9", "en"], [])
        stop = page.locator("figure.wide .firstsnow-stop")
        stop.focus()
        stop.press("ArrowRight")
        assert "PHQ-9 16" in page.locator("figure.wide .firstsnow-reading").inner_text()
        assert page.locator("figure.wide .firstsnow-ring").is_visible()


@pytest.mark.parametrize("width", [360, 761, 1920])
def test_one_picture_is_shown_at_any_width(
    browser: Browser, pages: dict[tuple[str, str], Path], width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = opened(context, pages["trial", "en"], [])
        shown = [page.locator(f"figure.{name}").is_visible() for name in ("wide", "narrow")]
        assert sorted(shown) == [False, True]


def test_the_skip_link_is_the_first_stop_and_leads_to_the_report(
    browser: Browser, pages: dict[tuple[str, str], Path]
) -> None:
    with browser.new_context() as context:
        page = opened(context, pages["only-phq9", "en"], [])
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "report"


def test_printed_from_the_browser_the_reasons_stand_open(
    browser: Browser, pages: dict[tuple[str, str], Path]
) -> None:
    with browser.new_context() as context:
        page = opened(context, pages["only-phq9", "en"], [])
        page.emulate_media(media="print")
        assert page.locator(".why dl").first.is_visible()
        assert not page.locator(".skip").is_visible()
