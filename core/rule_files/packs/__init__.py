"""Signed packs of rule files: manifest, archive, keys, writing, and opening with every check made first."""
