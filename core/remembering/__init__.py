"""What was read and checked once, remembered on disk so that the next start need not read it again."""
