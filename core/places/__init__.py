"""Where a file would lie: on a disk of this computer, in a folder that a service copies away, on a network drive."""
