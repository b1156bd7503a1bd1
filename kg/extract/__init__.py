"""Sentences become reports: triggers, roles, tolls, times, sources, deals and backing."""
