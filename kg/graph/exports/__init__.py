"""Writers of the formats that other programs read, one a file; kg.graph.export chooses."""
