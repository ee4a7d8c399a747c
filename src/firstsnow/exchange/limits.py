"""How much is read at most, so that no file can fill the memory."""

MOST_BYTES_OF_A_RECORD = 64 * 1024**2
"""One record as JSON, or one line of a file of records (64 MiB)."""

MOST_VALUES_OF_A_RECORD = 1_000_000
"""Values in one record, counted by the commas of its JSON."""

MOST_BYTES_OF_A_TABLE = 256 * 1024**2
"""A study's table as CSV (256 MiB)."""

MOST_ROWS_OF_A_TABLE = 500_000
"""Rows of a study's table."""

MOST_COLUMNS_OF_A_TABLE = 10_000
"""Columns of a study's table."""

MOST_BYTES_OF_A_MAPPING = 4 * 1024**2
"""A study's mapping file (4 MiB)."""

MOST_PROBLEMS = 10_000
"""Problems that are listed; those beyond it are counted."""
