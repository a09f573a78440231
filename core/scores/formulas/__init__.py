"""One file a score: ``compute`` takes a complete input and gives the outputs, as the paper does; coefficients on top."""
