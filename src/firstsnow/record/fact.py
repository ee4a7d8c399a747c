"""What every entry of a record has: who said it, and how sure it is."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Annotated, Literal, TypeVar, overload

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    ValidatorFunctionWrapHandler,
)
from pydantic_core import CoreSchema, core_schema

from firstsnow.record.moment import When

_NO_CONTROL_CHARACTERS = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]*$"
"""Nor marks that turn the direction of the text around them, and so of our own words."""

Identifier = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]*$", max_length=100)
]
"""A name within a record, such as ``e1``."""
ShortText = Annotated[
    str, StringConstraints(pattern=_NO_CONTROL_CHARACTERS, min_length=1, max_length=300)
]
LongText = Annotated[
    str, StringConstraints(pattern=_NO_CONTROL_CHARACTERS, min_length=1, max_length=20_000)
]
Whole = Annotated[int, Field(strict=True)]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
NotNegative = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0)]
Share = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=1)]
Years = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=130)]
Flag = Annotated[bool, Field(strict=True)]

Presence = Literal["present", "absent", "unknown"]
"""Unknown is not absent."""

Informant = Literal[
    "person", "clinician", "relative", "chart", "referral", "pharmacy", "device", "study", "other"
]
Certainty = Literal["certain", "probable", "uncertain"]


class RecordModel(BaseModel):
    """A frozen part of a record; keys it does not know are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(RecordModel):
    """An entry of a record.

    Attributes
    ----------
    id
        Name by which other entries point to this one, unique in the record.
    source
        Who or what it comes from; ``None`` where it was not said.
    certainty
        How sure it is; ``None`` where it was not said.
    entered
        When it was written down, where that differs from when it was.
    note
        Anything else, in free words.
    """

    id: Identifier | None = None
    source: Informant | None = None
    certainty: Certainty | None = None
    entered: When | None = None
    note: LongText | None = None


class Interval(Fact):
    """A fact that lasts; without an end it goes on, or its end is unknown (see ``ongoing``).

    Attributes
    ----------
    start, end
        First and last day.
    ongoing
        ``True`` where it is known to go on, ``False`` where it is known to have ended, ``None``
        where it is not known. An interval with an end has ended.
    """

    start: When | None = None
    end: When | None = None
    ongoing: Flag | None = None

    def may_have_begun(self, day: float) -> bool:
        """Whether it may have begun by a day of the record's clock; without a start it has."""
        return self.start is None or self.start.earliest <= day


Other = TypeVar("Other")


class Answers(Mapping[str, "int | None"]):
    """The answers of a scale's items: item to answer, ``None`` for an item left out."""

    __slots__ = ("_answers",)

    def __init__(self, answers: Mapping[str, int | None]) -> None:
        self._answers = dict(answers)

    def __getitem__(self, item: str) -> int | None:
        return self._answers[item]

    def __iter__(self) -> Iterator[str]:
        return iter(self._answers)

    def __len__(self) -> int:
        return len(self._answers)

    # These would follow from those above; checking a million forms asks for them fast.
    def keys(self) -> KeysView[str]:
        """Give the items."""
        return self._answers.keys()

    def items(self) -> ItemsView[str, int | None]:
        """Give the items with their answers."""
        return self._answers.items()

    def values(self) -> ValuesView[int | None]:
        """Give the answers."""
        return self._answers.values()

    @overload
    def get(self, item: str, default: None = None, /) -> int | None: ...

    @overload
    def get(self, item: str, default: Other, /) -> int | Other | None: ...

    def get(self, item: str, default: object = None, /) -> object:
        """Give an item's answer, or ``default`` where the form does not have it."""
        return self._answers.get(item, default)

    def __hash__(self) -> int:
        return hash(frozenset(self._answers.items()))

    def __reduce__(self) -> tuple[type[Answers], tuple[dict[str, int | None]]]:
        """Let copies for other processes be made quickly."""
        return Answers, (self._answers,)

    def __repr__(self) -> str:
        return f"Answers({self._answers!r})"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        answers = core_schema.dict_schema(
            core_schema.str_schema(min_length=1, max_length=40),
            core_schema.nullable_schema(core_schema.int_schema(strict=True)),
            max_length=1_000,
        )
        made = core_schema.no_info_after_validator_function(cls, answers)
        return core_schema.no_info_wrap_validator_function(
            _keep_answers,
            made,
            serialization=core_schema.plain_serializer_function_ser_schema(
                dict, return_schema=answers
            ),
        )


def _keep_answers(value: object, handler: ValidatorFunctionWrapHandler) -> Answers:
    if isinstance(value, Answers):
        return value
    answers: Answers = handler(value)
    return answers
