"""A store on the network: SPARQL's protocol, a page to ask on, a page for every IRI."""
