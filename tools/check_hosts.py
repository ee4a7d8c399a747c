"""Fail when a tracked file names the host of a package registry.

Where packages come from is for each machine to say: a name in the repository would break mirrors
and closed networks, and would be one more thing to trust. Run by `make lint`.
"""

import re
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
# Written as a pattern so that this file does not name what it looks for.
REGISTRY_HOST = re.compile(
    rb"\b(?:pypi|pythonhosted|npmjs|yarnpkg|jsdelivr|unpkg|cdnjs|conda|anaconda|crates)\.(?:org|com|io|net)\b"
)


def tracked_files() -> list[Path]:
    """Return the files that git tracks or would track, in a fixed order."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True, text=True)
    paths = sorted(REPOSITORY / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def registry_hosts_in(path: Path) -> list[str]:
    """Return ``path:line: host`` for each registry host that the file names."""
    return [
        f"{path.relative_to(REPOSITORY)}:{number}: {match.group().decode()}"
        for number, line in enumerate(path.read_bytes().splitlines(), start=1)
        for match in REGISTRY_HOST.finditer(line)
    ]


def main() -> int:
    """Print each place that names a registry host; return 1 when there is one."""
    found = [place for path in tracked_files() for place in registry_hosts_in(path)]
    for place in found:
        print(f"{place} is the host of a package registry; leave it out")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
