"""Tables of totals at the same severity, as their files give them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal, Self, TypeAlias

from pydantic import Field, model_validator

from firstsnow.knowledge import Fact, KnowledgeModel, SourcedFile, read_knowledge

LinkMethod: TypeAlias = Literal["equipercentile", "item-response", "common-metric"]
"""How a table was made.

``equipercentile``: totals that as many people stay below. ``item-response``: totals that the same
severity gives, by a model of the answers. ``common-metric``: as that, by way of a metric of its own
onto which each scale's totals are placed.
"""


class Pairs(Fact):
    """Totals of several scales at the same severity, one severity a row.

    Attributes
    ----------
    scales
        Ids of the scales, or of metrics.
    rows
        One total for each of them, rising from row to row.
    lowest, highest
        For each of them, the total down to which the first row holds and up to which the last one
        does, where rows are the middles of ranges.
    errors
        Standard error of the last column's value in each row: the error of measurement alone.
    """

    scales: tuple[str, ...] = Field(min_length=2)
    rows: tuple[tuple[float, ...], ...] = Field(min_length=2)
    lowest: tuple[float, ...] = ()
    highest: tuple[float, ...] = ()
    errors: tuple[float, ...] = ()

    @model_validator(mode="after")
    def _is_even(self) -> Self:
        if any(len(row) != len(self.scales) for row in self.rows):
            raise ValueError("every row needs one total for each scale")
        if self.errors and len(self.errors) != len(self.rows):
            raise ValueError("give one error a row, or none")
        for ends, row in ((self.lowest, self.rows[0]), (self.highest, self.rows[-1])):
            if ends and len(ends) != len(row):
                raise ValueError("lowest and highest need one total for each scale, or none")
        for name, column in zip(self.scales, zip(*self.rows, strict=True), strict=True):
            if any(after < before for before, after in pairwise(column)):
                raise ValueError(f"the totals of {name} fall from one row to the next")
        return self

    def points(self, start: str, end: str) -> tuple[tuple[float, float], ...]:
        """Give the totals of two scales, one point a total of the first.

        Where several rows have the same total of the first, the point has the mean of the second.
        """
        first, second = self.scales.index(start), self.scales.index(end)
        found: dict[float, list[float]] = {}
        for row in self.rows:
            found.setdefault(row[first], []).append(row[second])
        points = [(total, sum(values) / len(values)) for total, values in found.items()]
        if self.lowest and self.lowest[first] < points[0][0]:
            points.insert(0, (self.lowest[first], points[0][1]))
        if self.highest and self.highest[first] > points[-1][0]:
            points.append((self.highest[first], points[-1][1]))
        return tuple(points)

    def error_points(self) -> tuple[tuple[float, float], ...]:
        """Give the last column's standard error at each of its values."""
        return tuple((row[-1], error) for row, error in zip(self.rows, self.errors, strict=False))


class Spread(Fact):
    """How far apart people's values on a metric and the values linked from a scale lie.

    Attributes
    ----------
    scale, metric
        From what to what was linked.
    sd
        Standard deviation of the differences between people's own values and the linked ones.
    """

    scale: str
    metric: str
    sd: float = Field(gt=0)


class LinkFile(SourcedFile):
    """One publication's tables.

    Attributes
    ----------
    id
        Name of the publication, also the name of the file.
    method
        How the tables were made.
    population
        In whom.
    tables
        The tables.
    spreads
        How far one person's values lie apart, where that was measured.
    """

    schema_version: Literal[1] = Field(alias="schema")
    id: str
    method: LinkMethod
    population: str
    tables: tuple[Pairs, ...]
    spreads: tuple[Spread, ...] = ()


class Step(KnowledgeModel):
    """One table on the way from a scale to another.

    Attributes
    ----------
    start, end
        Ids of the scales or metrics that it links.
    file
        The publication.
    pairs
        The table.
    """

    start: str
    end: str
    file: LinkFile
    pairs: Pairs

    @property
    def citation(self) -> str:
        """Where the table was read."""
        return self.file.sources[self.pairs.source].citation

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """The totals of the two, one point a total of the first."""
        return self.pairs.points(self.start, self.end)


@cache
def link_files() -> tuple[LinkFile, ...]:
    """Give every publication's tables.

    Raises
    ------
    KnowledgeError
        If a file can't be read; the text names the file and what is wrong.
    """
    folder = files("firstsnow.scales.linking") / "data"
    paths = sorted(folder.iterdir(), key=lambda path: path.name)
    return tuple(read_knowledge(path, LinkFile) for path in paths if path.name.endswith(".toml"))


@cache
def steps() -> tuple[Step, ...]:
    """Give every single step that a sourced table allows, the first table of a pair only."""
    found: dict[tuple[str, str], Step] = {}
    for file in link_files():
        for pairs in file.tables:
            if pairs.is_sourced:
                for start in pairs.scales:
                    for end in pairs.scales:
                        if start != end:
                            step = Step(start=start, end=end, file=file, pairs=pairs)
                            found.setdefault((start, end), step)
    return tuple(found.values())


def spread_of(scale: str, metric: str) -> Spread | None:
    """Give how far one person's values lie apart, where that was measured."""
    for file in link_files():
        for spread in file.spreads:
            if spread.is_sourced and (spread.scale, spread.metric) == (scale, metric):
                return spread
    return None
