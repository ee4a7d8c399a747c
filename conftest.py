"""What every test shares: examples in documents run as tests, and Hypothesis repeats itself."""

from doctest import ELLIPSIS
from pathlib import Path

from hypothesis import Phase, settings
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

from tests.examples_in_docs import ConsoleBlockParser, enter_scratch_folder, leave_scratch_folder

# docs/conf.py is Sphinx's own, and what it builds holds copies of the documents.
collect_ignore = ["docs/conf.py", "docs/_build"]

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), ConsoleBlockParser()],
    path=str(Path(__file__).parent),
    patterns=["README.md", "CONTRIBUTING.md", "docs/*.md", "docs/**/*.md"],
    setup=enter_scratch_folder,
    teardown=leave_scratch_folder,
).pytest()

# The same examples every time, so that a failure is the change's and not the day's; no deadline,
# because a busy machine is not a fault. `make validate` searches further.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=1000)
# Mutation testing runs every test thousands of times, and only asks whether one fails.
settings.register_profile(
    "few",
    derandomize=True,
    deadline=None,
    max_examples=20,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("repeatable")
