"""Records as JSON: read, written and streamed."""
