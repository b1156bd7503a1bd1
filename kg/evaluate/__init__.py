"""A graph held against what careful readers found in the same articles."""
