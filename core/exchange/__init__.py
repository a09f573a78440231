"""What goes out to other programs: the JSON answer."""
