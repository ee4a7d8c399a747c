"""Records in and out: JSON, and study tables through mapping files."""

from firstsnow.exchange.records.read import read_record
from firstsnow.exchange.records.stream import RecordReading, read_records
from firstsnow.exchange.records.write import write_record
from firstsnow.exchange.study.persons import NAME_IN_DATA
from firstsnow.exchange.study.read import StudyReading, read_study

__all__ = [
    "NAME_IN_DATA",
    "RecordReading",
    "StudyReading",
    "read_record",
    "read_records",
    "read_study",
    "write_record",
]
