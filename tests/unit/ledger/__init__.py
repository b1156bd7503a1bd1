"""Stores changed, killed and made again, read by a stub instead of a language model."""
