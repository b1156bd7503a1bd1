"""The graph becomes one offline page."""
