"""Which characters a page shows in which weight, so that its fonts hold them and no others."""

from __future__ import annotations

from html.parser import HTMLParser

_BOLD_ELEMENTS = frozenset({"b", "strong", "h1", "h2", "h3", "th", "dt", "summary"})
_BOLD_FROM = 600
_HIDDEN = frozenset({"script", "style", "title"})
_VOID = frozenset({"meta", "link", "br", "img", "hr", "input", "col", "wbr"})


def shown_text(page: str) -> tuple[str, str]:
    """Give the text that an HTML page may show in regular and in bold.

    All of it may be shown in regular; in bold, what stands in headings and their like, whatever a
    style sheet makes of it. Attributes (labels of controls) are in neither: they are spoken.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.regular), "".join(reader.bold)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.regular: list[str] = []
        self.bold: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        weight = dict(attrs).get("font-weight")
        was_bold = bool(self._open) and self._open[-1][1]
        self._open.append((tag, self._is_bold(tag, weight, was_bold)))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            closed, _ = self._open.pop()
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] in _HIDDEN:
            return
        self.regular.append(data)
        if self._open and self._open[-1][1]:
            self.bold.append(data)

    def _is_bold(self, tag: str, weight: str | None, was_bold: bool) -> bool:
        if weight is not None:
            return weight == "bold" or (weight.isdigit() and int(weight) >= _BOLD_FROM)
        return was_bold or tag in _BOLD_ELEMENTS
