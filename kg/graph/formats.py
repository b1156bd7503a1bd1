"""Names of the formats that answers and graphs are written in; light, for the command line."""

from __future__ import annotations

#: Of the answer to a query (kg.graph.results).
RESULTS = ("table", "csv", "tsv", "json", "xml", "md", "ttl")

#: Of a whole graph (kg.graph.export) that a file's extension tells.
EXTENSIONS = (
    *("ttl", "trig", "nt", "nq", "jsonld", "rdf"),
    *("graphml", "gexf", "geojson", "csv"),
)
#: All of a whole graph; the last four have no extension of their own.
EXPORTS = (*EXTENSIONS, "neo4j", "acled", "ucdp", "ftm")
