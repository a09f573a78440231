"""One plan of a condition over a table of columns, for machines that judge many patients at once."""
