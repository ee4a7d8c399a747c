"""Fails when the catalogues and the code differ, or a translation is missing or can't be right.

`python tools/check_catalogues.py [PACKAGE]` reads the package (by default src/firstsnow). Run by
`make lint`.
"""

import sys
from pathlib import Path

from firstsnow.i18n.upkeep import catalogue_faults

PACKAGE = Path(__file__).parents[1] / "src" / "firstsnow"


def main() -> int:
    """Print each fault on a line; return 1 when there is one."""
    package = Path(sys.argv[1]) if len(sys.argv) > 1 else PACKAGE
    faults = catalogue_faults(package)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
