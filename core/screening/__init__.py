"""One chart against one rule file on one date: judgements, remedies, conclusions."""
