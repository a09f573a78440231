"""Signed packs of rule files: manifest, archive, keys, writing, and opening with every check before anything is kept."""
