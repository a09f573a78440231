"""The entry side: sections, fields built from the catalogue, tables of courses and events, judgements."""
