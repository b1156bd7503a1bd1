"""Corrections that people write down once and that stay: read, applied, shown in the graph."""
