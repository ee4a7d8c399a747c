"""Write the pages of the catalogue into ``docs``, as Sphinx does before it builds.

A page a scale, a page a treatment, a list of each, and the table of what is still unsourced. The
pages are not committed: they are what the catalogue's files say, at any time.
"""

from __future__ import annotations

from pathlib import Path

from docs.catalogue.index_pages import scales_index, treatments_index
from docs.catalogue.scale_page import scale_page
from docs.catalogue.treatment_page import treatment_page
from docs.catalogue.unsourced_table import unsourced_page
from firstsnow.scales import catalogue as scales
from firstsnow.treatments import catalogue as treatments

DOCS = Path(__file__).resolve().parent.parent


def pages() -> dict[str, str]:
    """Give every page of the catalogue: path below ``docs`` to text."""
    return {
        "scales/index.md": scales_index(),
        **{f"scales/{one.id}.md": scale_page(one) for one in scales().values()},
        "treatments/index.md": treatments_index(),
        **{f"treatments/{one.id}.md": treatment_page(one) for one in treatments().values()},
        "unsourced.md": unsourced_page(),
    }


def write(folder: Path = DOCS) -> None:
    """Write the pages that changed, and remove those whose scale or treatment is gone."""
    made = pages()
    for name, text in made.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for kind in ("scales", "treatments"):
        for path in (folder / kind).glob("*.md"):
            if f"{kind}/{path.name}" not in made:
                path.unlink()


if __name__ == "__main__":
    write()
