"""The charts' script in a real browser, under a policy that forbids evaluating code."""

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import altair as alt
import pytest
import vl_convert
from playwright.sync_api import Browser, Locator, Page, sync_playwright

import firstsnow

ASSETS = Path(firstsnow.__file__).parent / "charts" / "assets"
SCRIPT = (ASSETS / "firstsnow-chart.js").read_text("utf-8")
STYLE = (ASSETS / "firstsnow-chart.css").read_text("utf-8")
ROWS = [
    {"key": f"m{index}", "date": f"2026-0{index + 1}-01", "score": score}
    for index, score in enumerate([22, 15, 6])
]
READING = {
    "label": "Measurements",
    "field": "key",
    "measurements": [{"key": row["key"], "text": f"PHQ-9 {row['score']}"} for row in ROWS],
}


def layered_chart() -> dict[str, Any]:
    """Give a specification with layers, a selection, a condition and tooltips."""
    near = alt.selection_point(on="pointerover", fields=["key"], nearest=True, empty=False)
    base = alt.Chart(alt.InlineData(values=ROWS)).encode(x="date:T", y="score:Q")
    colour = alt.condition(near, alt.value("#0b5a9c"), alt.value("#12263a"))
    dots = base.mark_point(filled=True).encode(tooltip=["score:Q"], color=colour)
    words = base.mark_text(dy=-12).encode(
        text=alt.condition(near, alt.Text("score:Q"), alt.value(""))
    )
    chart = alt.layer(base.mark_line(), dots.add_params(near), words)
    spec: dict[str, Any] = chart.properties(width=400, height=200).to_dict()
    return spec


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def page_with(spec: dict[str, Any], reading: dict[str, Any] | None) -> str:
    policy = (
        f"default-src 'none'; script-src 'sha256-{digest(SCRIPT)}'; "
        f"style-src 'sha256-{digest(STYLE)}'"
    )
    data = json.dumps({"spec": spec, "reading": reading}).replace("<", "\\u003c")
    return f"""<!doctype html><html lang="en"><title>A chart</title>
<meta http-equiv="Content-Security-Policy" content="{policy}"><style>{STYLE}</style>
<figure class="firstsnow-chart" role="img" aria-label="It fell" data-firstsnow-chart="course">
<svg id="picture"></svg></figure>
<script type="application/json" id="course">{data}</script><script>{SCRIPT}</script></html>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def said() -> list[str]:
    """Collect what the page says on its console."""
    return []


@pytest.fixture
def page(browser: Browser, said: list[str]) -> Iterator[Page]:
    """Open an empty page; what it says on its console fails the test, unless it is taken away."""
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_default_timeout(10_000)
    yield page
    page.close()
    assert said == []


def test_a_layered_chart_is_drawn_and_nothing_is_evaluated(page: Page) -> None:
    page.set_content(page_with(layered_chart(), READING))
    page.wait_for_selector(".firstsnow-plot .mark-symbol path")
    assert page.locator(".firstsnow-plot .mark-symbol path").count() == len(ROWS)
    plot = page.get_by_role("img", name="It fell")
    assert plot.get_attribute("class") == "firstsnow-plot"
    assert page.locator("#picture").count() == 0


def test_a_pointer_selects_the_nearest_mark_and_shows_its_values(page: Page) -> None:
    page.set_content(page_with(layered_chart(), READING))
    mark = page.locator(".mark-symbol path").nth(1)
    x, y = centre(mark)
    page.mouse.move(x + 6, y + 6)
    page.mouse.move(x + 3, y + 3)
    page.wait_for_selector(".firstsnow-tooltip")
    assert page.locator(".firstsnow-tooltip").inner_text().split() == ["score", "15"]
    assert page.locator(".mark-text.role-mark text", has_text="15").count() == 1
    assert mark.get_attribute("fill") == "#0b5a9c"


def test_arrow_keys_walk_along_the_measurements(page: Page) -> None:
    page.set_content(page_with(layered_chart(), READING))
    stop = page.get_by_role("slider", name="Measurements")
    spoken = page.get_by_role("status")
    ring = page.locator(".firstsnow-ring")
    stop.focus()
    assert not ring.is_visible()
    heard = []
    for key in ("ArrowRight", "ArrowRight", "End", "ArrowRight", "ArrowLeft", "Home"):
        page.keyboard.press(key)
        heard.append(f"{stop.get_attribute('aria-valuetext')}: {spoken.inner_text()}")
    assert heard == [
        "1 / 3: PHQ-9 22",
        "2 / 3: PHQ-9 15",
        "3 / 3: PHQ-9 6",
        "3 / 3: PHQ-9 6",
        "2 / 3: PHQ-9 15",
        "1 / 3: PHQ-9 22",
    ]
    assert centre(ring) == pytest.approx(centre(page.locator(".mark-symbol path").first), abs=1)
    page.keyboard.press("Escape")
    assert not ring.is_visible()
    assert spoken.inner_text() == ""


def centre(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_chart_without_measurements_has_no_stop_for_the_keyboard(page: Page) -> None:
    page.set_content(page_with(layered_chart(), READING | {"measurements": []}))
    page.wait_for_selector(".mark-symbol path")
    assert page.get_by_role("slider").count() == 0


def test_a_chart_that_cannot_be_drawn_stays_a_picture(page: Page, said: list[str]) -> None:
    spec = layered_chart() | {"transform": [{"loess": "score", "on": "date"}]}
    with page.expect_console_message():
        page.set_content(page_with(spec, READING))
    assert 'Unrecognized transform type: "loess"' in said.pop()
    assert page.locator("#picture").count() == 1
    assert page.get_by_role("img", name="It fell").count() == 1
    assert page.locator(".firstsnow-plot").count() == 0


def test_a_chart_fetches_nothing(page: Page, said: list[str]) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    spec = layered_chart() | {"data": {"url": "/elsewhere.json"}}
    page.set_content(page_with(spec, None))
    page.wait_for_selector(".firstsnow-plot svg")
    assert "a chart fetches nothing: /elsewhere.json" in said[0]
    said.clear()
    assert requests == []


def test_the_script_can_stand_inside_a_page() -> None:
    assert "</script" not in SCRIPT.lower()
    assert "<!--" not in SCRIPT
    assert SCRIPT.isascii()
    assert SCRIPT.startswith("/*! firstsnow-chart: generated by tools/build_charts_js.sh")
    assert len(SCRIPT) < 800_000


def test_the_browser_draws_with_the_versions_that_print_the_pdf() -> None:
    packages = json.loads((ASSETS / "src" / "package.json").read_text("utf-8"))["dependencies"]
    assert packages["vega"] == vl_convert.get_vega_version()
    assert f"v{packages['vega-lite']}" == alt.SCHEMA_VERSION


def test_the_lock_names_hashes_and_no_addresses() -> None:
    lock = (ASSETS / "src" / "package-lock.json").read_text("utf-8")
    assert not re.search(r"https?://|\"resolved\"", lock)
    entries = json.loads(lock)["packages"]
    assert all("integrity" in entry for path, entry in entries.items() if path)
