"""`make start`: reports written once, and a server that gives these and nothing else."""

import http.client
import importlib.util
import shutil
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import ModuleType

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PATH = Path(__file__).parents[2] / "examples" / "serve.py"


@pytest.fixture(scope="module")
def serve() -> ModuleType:
    spec = importlib.util.spec_from_file_location("examples_serve", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def server(
    serve: ModuleType, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ThreadingHTTPServer]:
    shelf = serve.Shelf(tmp_path_factory.mktemp("site"))
    examples, trial = serve.example_jobs(), serve.trial_jobs()
    written = [job for job in examples if job.name.endswith("measured.en.html")] + trial[:1]
    with ThreadPoolExecutor(1) as pool:
        for future in shelf.fill(written, pool):
            future.result()
    (shelf.out / "secret.txt").write_text("not for anyone", encoding="utf-8")
    opened: ThreadingHTTPServer = serve.open_server(serve.make_handler(shelf, examples, trial))
    threading.Thread(target=opened.serve_forever, daemon=True).start()
    yield opened
    opened.shutdown()
    opened.server_close()


def get(
    server: ThreadingHTTPServer, path: str, host: str = "127.0.0.1", method: str = "GET"
) -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers.get("Content-Type", ""), body


def test_every_example_and_every_person_of_the_trial_has_a_job(serve: ModuleType) -> None:
    names = [job.name for job in (*serve.example_jobs(), *serve.trial_jobs())]
    records = len(list((PATH.parent / "records").glob("*.json")))
    assert len(names) == len(set(names)) == records * 2 * 2 + 172


def test_what_is_up_to_date_is_left_alone_and_what_changed_is_not(
    serve: ModuleType, tmp_path: Path
) -> None:
    (job, *_) = serve.trial_jobs()
    shelf = serve.Shelf(tmp_path)
    assert not shelf.is_current(job)
    with ThreadPoolExecutor(1) as pool:
        for future in shelf.fill([job], pool):
            future.result()
        pool.shutdown()
    assert shelf.is_current(job)
    assert shelf.fill([job], None) == []
    changed = serve.Job(job.record.model_copy(update={"id": "other"}), job.language, job.name)
    assert not shelf.is_current(changed)
    (tmp_path / job.name).unlink()
    assert not shelf.is_current(job)


def test_the_list_has_what_is_written_and_says_that_more_is_coming(
    server: ThreadingHTTPServer,
) -> None:
    status, kind, body = get(server, "/")
    page = body.decode()
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert 'href="/example-nothing-measured.en.html"' in page
    assert "1 of 172 people" in page
    assert "page again" in page


def test_a_report_is_given(server: ThreadingHTTPServer) -> None:
    status, _, body = get(server, "/example-nothing-measured.en.html")
    assert status == 200
    assert body.startswith(b"<!doctype html>")
    status, _, body = get(server, "/", method="HEAD")
    assert (status, body) == (200, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/secret.txt",
        "/../serve.py",
        "/%2e%2e/serve.py",
        "//etc/passwd",
        "/.example-nothing-measured.en.html.stamp",
        "/example-only-phq9.en.html",
    ],
)
def test_nothing_else_is_given(server: ThreadingHTTPServer, path: str) -> None:
    assert get(server, path)[0] == 404


def test_another_name_for_this_machine_is_refused(server: ThreadingHTTPServer) -> None:
    assert get(server, "/", host="example.org")[0] == 403


def test_nothing_is_logged(server: ThreadingHTTPServer, capfd: pytest.CaptureFixture[str]) -> None:
    get(server, "/example-nothing-measured.en.html")
    captured = capfd.readouterr()
    assert captured.out + captured.err == ""


def test_a_second_server_takes_the_next_port(
    serve: ModuleType, server: ThreadingHTTPServer
) -> None:
    second = serve.open_server(server.RequestHandlerClass, server.server_port)
    assert second.server_port > server.server_port
    second.server_close()


def test_axe_finds_nothing_in_the_list(server: ThreadingHTTPServer) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        browser.close()
