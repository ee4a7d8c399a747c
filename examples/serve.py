"""Write the reports of the example records and serve them on this machine.

`make start` runs it. The hand-written records come first, as pages and as PDF in two languages;
then, while they can be read already, a page for every person of the antidepressant trial. What is
up to date is left alone, so that a second run begins at once.
"""

from __future__ import annotations

import argparse
import hashlib
import http.server
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import firstsnow
from firstsnow.cli.outputs import write_whole
from firstsnow.exchange import read_record, read_study
from firstsnow.history import history
from firstsnow.i18n import OFFERED, Language
from firstsnow.record import Record
from firstsnow.report import report, to_html, to_pdf
from firstsnow.report.font_subset import font_faces, font_families
from firstsnow.report.html import asset
from firstsnow.report.policy import content_security_policy

HERE = Path(__file__).parent
OUT = HERE.parent / "build" / "reports"
FIRST_PORT, PORTS = 8000, 100
TYPES = {".html": "text/html; charset=utf-8", ".pdf": "application/pdf"}
LANGUAGE_NAMES = {Language.ENGLISH: "English", Language.CHINESE: "简体中文"}


@dataclass(frozen=True)
class Job:
    """One report to write: of which record, in which language, to which file."""

    record: Record
    language: Language
    name: str

    def fingerprint(self, engine: str) -> str:
        """Give what the file depends on: the record, firstsnow itself, language and form."""
        text = f"{engine} {self.record.to_json()} {self.language} {self.name}"
        return hashlib.sha256(text.encode()).hexdigest()


def example_jobs() -> list[Job]:
    """Give the hand-written records as pages and PDF, in both languages."""
    records = [read_record(path) for path in sorted((HERE / "records").glob("*.json"))]
    return [
        Job(record, language, f"{record.id}.{language}.{form}")
        for record in records
        for language in OFFERED
        for form in ("html", "pdf")
    ]


def trial_jobs() -> list[Job]:
    """Give every person of the antidepressant trial as a page."""
    folder = HERE / "antidepressant-trial"
    reading = read_study(folder / "antidepressant_data.csv", folder / "MAP.toml")
    return [Job(record, Language.ENGLISH, f"trial-{record.id}.html") for record in reading.records]


def engine_fingerprint() -> str:
    """Give a fingerprint of everything that firstsnow is made of: code, knowledge, words, fonts."""
    digest = hashlib.sha256(sys.version.encode())
    package = Path(firstsnow.__file__).parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(str(path.relative_to(package)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def write(job: Job, out: Path) -> None:
    """Write one report."""
    made = report(job.record, history(job.record), job.language)
    data = to_pdf(made) if job.name.endswith(".pdf") else to_html(made).encode()
    write_whole(out / job.name, data)


class Shelf:
    """The folder of reports, and which of them are up to date."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self._engine = engine_fingerprint()
        out.mkdir(parents=True, exist_ok=True)

    def is_current(self, job: Job) -> bool:
        """Whether a report stands there as it would be written again."""
        stamp = self._stamp(job)
        return (
            (self.out / job.name).is_file()
            and stamp.is_file()
            and stamp.read_text() == job.fingerprint(self._engine)
        )

    def has(self, job: Job) -> bool:
        """Whether a report has been written, in this run or before."""
        return (self.out / job.name).is_file()

    def note(self, job: Job) -> None:
        """Note that a report is up to date now."""
        self._stamp(job).write_text(job.fingerprint(self._engine))

    def fill(self, jobs: Sequence[Job], pool: Executor) -> list[Future[None]]:
        """Begin to write what is not up to date; each future ends when its report stands there."""
        return [self._begun(job, pool) for job in jobs if not self.is_current(job)]

    def _begun(self, job: Job, pool: Executor) -> Future[None]:
        future = pool.submit(write, job, self.out)
        future.add_done_callback(lambda done: None if _failed(done) else self.note(job))
        return future

    def _stamp(self, job: Job) -> Path:
        return self.out / f".{job.name}.stamp"


def _failed(done: Future[None]) -> bool:
    return done.cancelled() or done.exception() is not None


def index_page(shelf: Shelf, examples: Sequence[Job], trial: Sequence[Job]) -> str:
    """Write the page that lists the reports that stand there."""
    there = [job for job in trial if shelf.has(job)]
    style = index_style()
    rows = "".join(_example_row(record, examples, shelf) for record in _records(examples))
    links = "".join(
        f'<li><a href="{_address(job)}">{escape(job.record.id)}</a></li>' for job in there
    )
    more = (
        "" if len(there) == len(trial) else " The others are being written: load this page again."
    )
    return f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{content_security_policy((style,), ())}">
<title>firstsnow: reports of the example records</title>
<style>{style}</style></head>
<body><div class="sheet"><header class="top"><div><h1>Reports of the example records</h1>
<p>Invented people, and people of a published trial. Nothing here leaves this machine.</p>
</div></header>
<main><section aria-labelledby="written"><h2 id="written">Records that look like care</h2>
<table><thead><tr><th scope="col">Record</th><th scope="col">Report</th></tr></thead>
<tbody>{rows}</tbody></table></section>
<section aria-labelledby="trial"><h2 id="trial">An antidepressant trial</h2>
<p>{len(there)} of {len(trial)} people, HAM-D17 over up to six weeks.{more}</p>
<ul class="people">{links}</ul></section></main></div></body></html>
"""


@cache
def index_style() -> str:
    """Give the style of the list: that of the reports, and links a thumb can meet.

    Each language's name is in its own script, which a machine may have no letters for.
    """
    names = font_faces("".join(LANGUAGE_NAMES.values()), "", Language.CHINESE)
    families = ", ".join(f'"{family}"' for family in font_families(Language.CHINESE))
    own = (
        f"{names}\n:root {{ --font: system-ui, sans-serif, {families}; }} "
        ".people { list-style: none; padding: 0; display: "
        "grid; grid-template-columns: repeat(auto-fill, minmax(72px, 1fr)); } "
        ".people a, td a { display: inline-block; min-width: 44px; padding: 10px 8px 10px 0; }"
    )
    return f"{asset('report.css')}\n{own}"


def _records(jobs: Sequence[Job]) -> list[Record]:
    return list({job.record.id: job.record for job in jobs}.values())


def _example_row(record: Record, jobs: Sequence[Job], shelf: Shelf) -> str:
    links = "".join(_example_links(record, jobs, shelf))
    return f'<tr><th scope="row">{escape(record.id)}</th><td>{links}</td></tr>'


def _example_links(record: Record, jobs: Sequence[Job], shelf: Shelf) -> Iterator[str]:
    for job in jobs:
        if job.record.id != record.id or not shelf.has(job):
            continue
        form = "page" if job.name.endswith(".html") else "PDF"
        name = LANGUAGE_NAMES[job.language]
        spoken = f'<span lang="{job.language.tag}">{name}</span>'
        label = f"{escape(record.id)}, {name}, {form}"
        yield f'<a href="{_address(job)}" aria-label="{label}">{spoken} {form}</a> '


def _trial_link(job: Job) -> str:
    return f'<li><a href="{_address(job)}">{escape(job.record.id)}</a></li>'


def _address(job: Job) -> str:
    return escape(f"/{job.name}")


def make_handler(
    shelf: Shelf, examples: Sequence[Job], trial: Sequence[Job]
) -> type[http.server.BaseHTTPRequestHandler]:
    """Make a handler that gives the list and the reports on it, and nothing else."""
    names = {f"/{job.name}" for job in (*examples, *trial)}

    class Handler(http.server.BaseHTTPRequestHandler):
        """Only names of reports are answered, so no path leads anywhere else."""

        server_version = "firstsnow"
        sys_version = ""

        def do_GET(self) -> None:
            """Answer with the list, a report, or that there is none."""
            host = self.headers.get("Host", "").rsplit(":", 1)[0]
            if host not in ("127.0.0.1", "localhost"):
                self._answer(403, "text/plain", b"only from this machine\n")
            elif self.path == "/":
                self._answer(200, TYPES[".html"], index_page(shelf, examples, trial).encode())
            elif self.path in names and (file := shelf.out / self.path[1:]).is_file():
                self._answer(200, TYPES[file.suffix], file.read_bytes())
            else:
                self._answer(404, "text/plain", b"there is no such report\n")

        do_HEAD = do_GET  # noqa: N815  the library's name

        def _answer(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("Referrer-Policy", "no-referrer")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            """Log nothing: an address names a person."""

    return Handler


def open_server(
    handler: type[http.server.BaseHTTPRequestHandler], first: int = FIRST_PORT
) -> http.server.ThreadingHTTPServer:
    """Open a server on the first free port from ``first``."""
    for port in range(first, first + PORTS):
        try:
            return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
        except OSError:
            continue
    sys.exit(f"no port from {first} to {first + PORTS - 1} is free; end what uses them")


def main() -> int:
    """Write, serve and print the address; ends with Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the reports")
    parser.add_argument("--no-serve", action="store_true", help="write everything and end")
    options = parser.parse_args()
    shelf, examples, trial = Shelf(options.out), example_jobs(), trial_jobs()
    server = None if options.no_serve else open_server(make_handler(shelf, examples, trial))
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        begun = shelf.fill(examples, pool)
        if begun:
            print(f"writing {len(begun)} reports", flush=True)
        for future in begun:
            future.result()
        rest = shelf.fill(trial, pool)
        if server is not None:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(f"http://127.0.0.1:{server.server_port}/  (Ctrl-C ends it)", flush=True)
        try:
            for future in rest:
                future.result()
            if rest:
                print(f"all {len(examples) + len(trial)} reports are written", flush=True)
            if server is not None:
                threading.Event().wait()
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
