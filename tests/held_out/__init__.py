"""Paragraphs that no training sees, and how well a pipeline reads them."""
