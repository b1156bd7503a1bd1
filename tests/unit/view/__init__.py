"""Tests of the view model and of the page as text."""
