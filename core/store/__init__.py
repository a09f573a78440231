"""The encrypted record: the only room that knows SQL. Domain values come in and go out, rows and connections stay."""
