"""How long the command line takes: help, and the report of forty treatments as page and as PDF.

Whole processes, from start to exit, the best of several: what a person waits for on two cores.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

RECORD = Path(__file__).parents[1] / "examples" / "records" / "forty-treatments.json"
LIMITS_SECONDS = {"help": 0.4, "html": 3.0, "pdf": 5.0}
RUNS = 5


def seconds(*arguments: str) -> float:
    """Run the command line once and give how long its process took."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "firstsnow.cli", *arguments], check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - began


def main() -> int:
    """Measure, print and compare; returns 1 where a limit is not kept."""
    late = False
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "help": ["--help"],
            "html": ["report", str(RECORD), "-o", f"{folder}/r.html"],
            "pdf": ["report", str(RECORD), "-o", f"{folder}/r.pdf"],
        }
        for name, arguments in commands.items():
            times = sorted(seconds(*arguments) for _ in range(RUNS))
            limit = LIMITS_SECONDS[name]
            late = late or times[0] > limit
            print(
                f"{name}: best {times[0]:.2f} s, middle {times[RUNS // 2]:.2f} s of {RUNS} runs "
                f"(limit {limit} s)"
            )
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
