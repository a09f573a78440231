"""Rule files: read, check, compile, shelve. The types of the steps differ, so none can be skipped."""
