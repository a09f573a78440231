"""The first page: create a vault or open it. It imports neither store nor documents: it is there at once."""
