"""One room for each kind of change: ``mutate`` yields what a part of a condition may be changed to."""
