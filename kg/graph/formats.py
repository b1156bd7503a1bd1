"""Names of the formats that answers and graphs are written in; light, for the command line."""

from __future__ import annotations

#: Of the answer to a query (kg.graph.results).
RESULTS = ("table", "csv", "tsv", "json", "xml", "md", "ttl")

#: Of a whole graph (kg.graph.export); each is also the extension of its files.
EXPORTS = ("ttl", "trig", "nt", "nq", "jsonld", "rdf", "graphml", "csv")
