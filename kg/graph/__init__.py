"""Reports become quads: the store, consolidation, queries, validation and exports."""
