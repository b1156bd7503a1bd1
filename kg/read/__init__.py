"""Files of any kind become Documents, and Documents become Articles."""
