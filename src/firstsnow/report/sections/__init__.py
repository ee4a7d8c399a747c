"""The sections of a person's report, one file each: from a history to sentences with notes."""
