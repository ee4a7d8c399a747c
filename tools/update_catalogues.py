"""Brings the message catalogues in step with the code: new texts in, gone ones out.

`python tools/update_catalogues.py [PACKAGE]` collects the texts of the package (by default
src/firstsnow) and writes its i18n/locales; translations are kept. Translate what is new in
zh_Hans/firstsnow.po afterwards; `make lint` says what is left.
"""

import sys
from pathlib import Path

from firstsnow.i18n.upkeep import updated_catalogues

PACKAGE = Path(__file__).parents[1] / "src" / "firstsnow"


def main() -> int:
    """Write each catalogue that has changed and print its name."""
    package = Path(sys.argv[1]) if len(sys.argv) > 1 else PACKAGE
    for path, text in updated_catalogues(package).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"written: {path.relative_to(package)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
