"""An older rule file said in the shorter forms there are now, every other byte as it was."""
