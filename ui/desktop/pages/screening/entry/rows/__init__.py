"""Tables in which every row is one statement: treatments, diagnoses, events."""
