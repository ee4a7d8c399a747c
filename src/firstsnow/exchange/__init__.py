"""Records in and out: JSON, and study tables through mapping files."""

from firstsnow.exchange.records.read import read_record
from firstsnow.exchange.records.stream import RecordReading, read_records
from firstsnow.exchange.records.write import write_record
from firstsnow.exchange.study.read import StudyReading, read_study

__all__ = [
    "RecordReading",
    "StudyReading",
    "read_record",
    "read_records",
    "read_study",
    "write_record",
]
