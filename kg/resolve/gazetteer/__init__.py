"""The world's populated places, as GeoNames records them, in one file that is searched on disk."""
