"""What both engines take and give: a situation in, an outcome with its reasons out."""
