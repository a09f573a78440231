"""What a user can do, one verb a file; what the command line and the window call."""
