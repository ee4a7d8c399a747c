"""The command line: thin, and quick to answer.

Nothing heavy is imported before a command needs it: ``firstsnow --help`` answers at once.
"""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from firstsnow.cli.app import app

    app(prog_name="firstsnow")
