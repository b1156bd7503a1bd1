"""The only place where IRIs are spelled."""

from __future__ import annotations

KG = "https://example.org/kg/ontology#"
DEFAULT_BASE = "https://example.org/kg/id/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SCHEMA = "https://schema.org/"
# rdflib's own WGS namespace is wrongly https (research/rdf.md), so it is spelled here.
WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#"
GEOSPARQL = "http://www.opengis.net/ont/geosparql#"
SD = "http://www.w3.org/ns/sparql-service-description#"
#: Formats of answers and graphs, as service descriptions name them.
FORMATS = "http://www.w3.org/ns/formats/"
WIKIDATA = "http://www.wikidata.org/entity/"

TYPE = RDF + "type"
PREF_LABEL = SKOS + "prefLabel"
ALT_LABEL = SKOS + "altLabel"
EXACT_MATCH = SKOS + "exactMatch"
SHA256 = SCHEMA + "sha256"

PREFIXES: dict[str, str] = {
    "dcterms": DCTERMS,
    "geo": WGS84,
    "geosparql": GEOSPARQL,
    "kg": KG,
    "kgd": DEFAULT_BASE,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "skos": SKOS,
    "xsd": XSD,
}

#: Named graphs beside those of the articles, below the base IRI.
CONSOLIDATED = "graph/consolidated"
ONTOLOGY = "graph/ontology"
GAZETTEER = "graph/gazetteer"
CORRECTIONS = "graph/corrections"
#: On a server only: which graphs kg wrote there, and a hash of each.
UPLOADS = "graph/uploads"


def kg(name: str) -> str:
    """The IRI of an ontology term.

    >>> kg("Report")
    'https://example.org/kg/ontology#Report'
    """
    return KG + name


def local(iri: str) -> str:
    """The last part of an IRI, after `#` or `/`.

    >>> local("https://example.org/kg/id/actor/russia")
    'russia'
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
