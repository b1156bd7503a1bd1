"""The shipped spaCy pipeline and the tree that rules read."""
