"""A field part by part: the items of a score, its graded domains, the fields of an examination."""
