"""Commands of the command line with a file of their own; kg.cli gathers them."""
