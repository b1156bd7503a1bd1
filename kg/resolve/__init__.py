"""Names become things: actors, places and deals."""
