"""What a store's writer keeps beside the graph, to tell what one more article changes."""
