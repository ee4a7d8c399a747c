"""Read and validate 10,000 records of 100 measurements from a file with one record a line.

Promise: under 40 seconds on two cores and under 1 GiB of memory in all processes together. It holds
in one process; ``read_records.py 2`` measures two, which gain little, because records have to be
carried from one process to the other.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from firstsnow.exchange import read_records

RECORDS = 10_000
MEASUREMENTS = 100
ITEMS = 9
MOST_SECONDS = 40
MOST_MEBIBYTES = 1024


def write_records(path: Path) -> None:
    """Write invented records: a PHQ-9 every month or so, with its items and its total."""
    draw = random.Random(2004)  # noqa: S311  invented answers need no secret
    with path.open("w", encoding="utf-8") as file:
        for number in range(RECORDS):
            file.write(json.dumps({"id": f"p{number}", "measurements": measurements(draw)}) + "\n")


def measurements(draw: random.Random) -> list[dict[str, object]]:
    """Invent a person's measurements."""
    found: list[dict[str, object]] = []
    for month in range(MEASUREMENTS):
        items = {str(item): draw.randint(0, 3) for item in range(1, ITEMS + 1)}
        time_written = f"{2010 + month // 12}-{1 + month % 12:02d}-{draw.randint(1, 28):02d}"
        found.append(
            {
                "scale": "phq-9",
                "time": time_written,
                "items": items,
                "total": sum(items.values()),
                "rater": "self",
            }
        )
    return found


def most_memory(workers: int) -> float:
    """Give the most memory that this process and its workers held, in MiB.

    The system reports the largest worker only, so it is counted once for each of them.
    """
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return float(own + (workers * worker if workers > 1 else 0)) / 1024


def main() -> int:
    """Measure, print and compare with the promise."""
    workers = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.ndjson"
        write_records(path)
        begin = time.perf_counter()
        count = sum(
            len(reading.record.measurements)
            for reading in read_records(path, workers=workers)
            if reading.record is not None
        )
        seconds = time.perf_counter() - begin
    memory = most_memory(workers)
    print(f"{RECORDS:,} records, {count:,} measurements: {seconds:.1f} s, {memory:.0f} MiB")
    complete = count == RECORDS * MEASUREMENTS
    return 0 if complete and seconds < MOST_SECONDS and memory < MOST_MEBIBYTES else 1


if __name__ == "__main__":
    sys.exit(main())
