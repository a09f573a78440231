"""The vault: the folder with the encrypted record, its header with the keys, and its backups."""
