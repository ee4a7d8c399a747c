"""Fail when the tests let too many deliberate faults pass.

`python tools/check_mutants.py STATISTICS` reads the JSON file that `mutmut export-cicd-stats`
writes and compares the share of faults that made a test fail with `LEAST_KILLED`. Run by
`make validate`.
"""

import json
import sys
from pathlib import Path

LEAST_KILLED = 0.90
# A fault that makes a test hang or crash the interpreter was noticed, as one that fails a test was.
NOTICED = ("killed", "timeout", "segfault", "suspicious")


def share_killed(statistics: dict[str, int]) -> float:
    """Return the share, from 0 to 1, of the faults that were noticed; 0 when there was none.

    A fault that no test reaches, or that an interrupted run left untried, was not noticed.
    """
    noticed = sum(statistics[name] for name in NOTICED)
    made = statistics["total"] - statistics["skipped"]
    return noticed / made if made else 0.0


def main(path: Path) -> int:
    """Print the share killed; return 1 when it is below `LEAST_KILLED`."""
    share = share_killed(json.loads(path.read_text(encoding="utf-8")))
    print(f"mutation testing: {share:.1%} of the faults noticed, {LEAST_KILLED:.0%} wanted")
    return 0 if share >= LEAST_KILLED else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
