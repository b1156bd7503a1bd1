"""kg: news about armed conflict, as knowledge that can be checked."""

__version__ = "0.1.0"
