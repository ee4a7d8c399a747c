"""Every person of the studies that cannot ship: told and reported as page and as data.

`make external` runs these on the data in FIRSTSNOW_DATA, which PROVENANCE.md there describes.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from firstsnow.exchange import read_study
from firstsnow.history import history
from firstsnow.i18n import Language
from firstsnow.report import report, to_html, to_json

pytestmark = pytest.mark.external

REPOSITORY = Path(__file__).parents[2]
STUDIES = {
    "claus-2020.toml": ("clinicalsignificance/claus_2020.csv", 43),
    "kossakowski-2017.toml": ("kossakowski2017/esm_full_emaph_csd.csv", 1),
    "esketamine-adolescents.toml": ("esketamine_adolescents/Dataset.csv", 10),
}


def _folder() -> Path:
    return Path(os.environ.get("FIRSTSNOW_DATA", REPOSITORY.parent / "shared" / "data"))


@pytest.mark.parametrize("mapping", STUDIES)
def test_everyone_is_told_and_reported(mapping: str) -> None:
    data, persons = STUDIES[mapping]
    reading = read_study(_folder() / data, REPOSITORY / "examples" / "mappings" / mapping)
    assert reading.problems == ()
    assert len(reading.records) == persons
    for record in reading.records:
        past = history(record)
        for language in (Language.ENGLISH, Language.CHINESE):
            told = report(record, past, language)
            assert json.loads(to_json(told))["record"] == record.id
            assert "<svg" in to_html(told)
