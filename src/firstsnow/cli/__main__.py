"""``python -m firstsnow.cli`` is ``firstsnow``."""

from firstsnow.cli import main

if __name__ == "__main__":
    main()
