"""The table of everything in the catalogue that nobody has read anywhere yet."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from docs.catalogue.citing import unsourced
from docs.catalogue.lacking import what_is_lacking
from docs.catalogue.markdown import page, plain, table
from firstsnow.history.course_definitions import CourseDefinitionFile
from firstsnow.history.definition_file import Definition
from firstsnow.history.review.field_file import ReviewFile
from firstsnow.history.staging_methods.method_file import StagingMethod
from firstsnow.knowledge import SourcedFile, read_knowledge
from firstsnow.scales import Scale
from firstsnow.scales.linking.table import LinkFile
from firstsnow.treatments import Treatment
from firstsnow.treatments.mechanism import MechanismFile
from firstsnow.treatments.vocabulary import CheckFile, ConditionFile, EffectFile, SubstanceFile

FOLDERS: dict[str, type[SourcedFile]] = {
    "scales/data": Scale,
    "scales/linking/data": LinkFile,
    "treatments/data": Treatment,
    "history/data/definitions": Definition,
    "history/data/staging": StagingMethod,
    "history/data/review": ReviewFile,
}
SINGLE_FILES: dict[str, type[SourcedFile]] = {
    "treatments/data/mechanisms.toml": MechanismFile,
    "treatments/vocabularies/checks.toml": CheckFile,
    "treatments/vocabularies/conditions.toml": ConditionFile,
    "treatments/vocabularies/effects.toml": EffectFile,
    "treatments/vocabularies/substances.toml": SubstanceFile,
    "history/data/course-definitions.toml": CourseDefinitionFile,
}
# Files that stand among the others and hold no facts with sources.
NO_FACTS = frozenset({"scales/data/loinc-notice.toml"})

_INTRODUCTION = (
    "Every fact of the catalogue has a source that was read, or is marked `unsourced`: then it is "
    "a reminder, and is never scored, counted or shown. Whoever finds one of these in a source "
    "can write it into the file and name the source there. Entries that nobody thought of "
    "are not here: an absent entry does not mean that there is none."
)


def sourced_files() -> Iterator[tuple[str, SourcedFile]]:
    """Walk over every file of facts with its path below ``src/firstsnow``."""
    root = files("firstsnow")
    for folder, kind in FOLDERS.items():
        for name in sorted(path.name for path in _below(root, folder).iterdir()):
            path = f"{folder}/{name}"
            if name.endswith(".toml") and path not in SINGLE_FILES and path not in NO_FACTS:
                yield path, read_knowledge(_below(root, path), kind)
    for path, kind in SINGLE_FILES.items():
        yield path, read_knowledge(_below(root, path), kind)


def unsourced_page() -> str:
    """Write the page: each unsourced fact with its file and its path there, without its value."""
    rows, facts = [], 0
    for name, file in sourced_files():
        facts += sum(1 for _ in file.facts())
        rows += [
            (f"`{name}`", f"`{path}`", plain(what_is_lacking(path, fact)))
            for path, fact in unsourced(file)
        ]
    count = f"{len(rows)} of {facts} facts have no source yet. Paths count from 0."
    return page(
        "What is still unsourced", _INTRODUCTION, count, table(["file", "path", "what"], rows)
    )


def _below(root: Traversable, path: str) -> Traversable:
    return root.joinpath(*path.split("/"))
