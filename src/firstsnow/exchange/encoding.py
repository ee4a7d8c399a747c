"""Bytes to text: UTF-8, or a word on what else they look like."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from firstsnow.i18n import Message, message
from firstsnow.problems import Problem

_KINDS: tuple[tuple[bytes, Message], ...] = (
    (b"PK\x03\x04", message("a zip archive or an office document, such as an Excel workbook")),
    (b"%PDF", message("a PDF document")),
    (b"\x1f\x8b", message("a file compressed with gzip")),
    (b"\xd0\xcf\x11\xe0", message("an old office document, such as an Excel workbook")),
    (b"SQLite format 3", message("an SQLite database")),
    (b"PAR1", message("a Parquet table")),
    (b"\x89PNG", message("a picture")),
    (b"\xff\xd8\xff", message("a picture")),
)
_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_CONTROLS = bytes([*range(1, 9), *range(14, 27)])
_SAMPLE = 65_536
_MOST_CONTROL_SHARE = 0.1
_MOST = 0.8

# A character of these encodings is a pair of bytes; the usual ones have few first bytes.
_CHINESE = (
    (
        "GB18030 (GBK)",
        re.compile(rb"[\xa1-\xf7][\xa1-\xfe]"),
        re.compile(rb"[\xa1\xa3\xb0-\xd7][\xa1-\xfe]"),
    ),
    (
        "Big5",
        re.compile(rb"[\xa1-\xf9][\x40-\x7e\xa1-\xfe]"),
        re.compile(rb"[\xa1\xa4-\xc6][\x40-\x7e\xa1-\xfe]"),
    ),
)


@dataclass(frozen=True, slots=True)
class Text:
    """Text without its byte-order mark, or the problem that kept it from being read."""

    text: str = ""
    problem: Problem | None = None


def decode(data: bytes) -> Text:
    """Read bytes as UTF-8, with or without a byte-order mark."""
    wrong = unlike_text(data[:_SAMPLE])
    if wrong is not None:
        return Text(problem=wrong)
    try:
        return Text(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        around = data[max(0, error.start - 200) : error.start + 200]
        return Text(problem=not_utf8(around, line))


def unlike_text(sample: bytes) -> Problem | None:
    """Say what a file's first bytes look like when they are not text in UTF-8."""
    for start, kind in _KINDS:
        if sample.startswith(start):
            return _problem(message("this is not text, but {kind}", kind=kind))
    for mark, name in _WIDE:
        if sample.startswith(mark):
            return _wrong_encoding(name)
    zeros = sample.count(b"\0")
    if zeros > len(sample) * _MOST_CONTROL_SHARE:
        even, odd = sample[::2].count(b"\0"), sample[1::2].count(b"\0")
        alternating = min(even, odd) * 10 < max(even, odd)
        return _wrong_encoding("UTF-16") if alternating else _problem(message("this is not text"))
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > len(sample) * _MOST_CONTROL_SHARE:
        return _problem(message("this is not text"))
    return None


def not_utf8(around: bytes, line: int | None) -> Problem:
    """Say which encoding the bytes around a fault look like.

    Parameters
    ----------
    around
        Bytes before and after the fault.
    line
        Line of the fault, counted from 1, where it is known.
    """
    return _wrong_encoding(_likely_encoding(around), line)


def _likely_encoding(around: bytes) -> str:
    # The bytes may begin within a character.
    for whole in (around, around[1:]):
        for name, pair, common in _CHINESE:
            if _looks_like(whole, pair, common):
                return name
    return "Latin-1 (Windows-1252)"


def _looks_like(text: bytes, pair: re.Pattern[bytes], common: re.Pattern[bytes]) -> bool:
    pairs = pair.findall(text)
    beyond = sum(byte in _BEYOND_ASCII for byte in text)
    covered = sum(byte in _BEYOND_ASCII for two in pairs for byte in two)
    usual = sum(common.fullmatch(two) is not None for two in pairs)
    return len(pairs) > 1 and covered >= _MOST * beyond and usual >= _MOST * len(pairs)


def _wrong_encoding(name: str, line: int | None = None) -> Problem:
    return Problem(
        message("the text is not in UTF-8; it looks like {encoding}", encoding=name),
        message('save it as UTF-8 (in Excel: "CSV UTF-8")'),
        line=line,
    )


def _problem(what: Message) -> Problem:
    return Problem(what, message("give a text file in UTF-8"))
