"""x."""

from firstsnow.record import Record


class RecordReading: ...


def read_records(path: str) -> None: ...
