"""One file a score: ``compute`` takes a complete input and gives the outputs as the paper does; coefficients on top.

Where a score may be told in other ways, ``prepare`` turns them into the inputs it declares.
"""
