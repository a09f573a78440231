"""The engine that runs: each condition is made into closures once; at run time only the chart is looked at."""
