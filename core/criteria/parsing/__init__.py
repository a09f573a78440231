"""Reading conditions: sentences by hand-written descent, the YAML forms around them, the therapy block."""
