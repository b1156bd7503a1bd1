"""A graph held against the files that it was made from."""
