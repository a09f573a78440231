"""One file for each version of the schema, found by walking the folder; ``stepping`` runs those that are missing."""
