"""An invented war: an ontology folder with two countries, and graphs of hand-made reports."""

from __future__ import annotations

import csv
import datetime
import io
import shutil
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph.sheets import BASE, DAY, PREFIXES, actor, place, report
from kg import resources
from kg.graph.assemble import assemble
from kg.graph.export import render
from kg.graph.quads import Sheet
from kg.graph.store import GraphHandle
from kg.model import Interval, Link, Report

GEO = "@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .\n"
WD = "@prefix wd: <http://www.wikidata.org/entity/> .\n"
# The two letters are those of a real country, as invented ones have no number.
CURATED = {
    "states.ttl": """
        actor:velmara a kg:State ; skos:prefLabel "Velmara" ; kg:territory place:velmara ;
            owl:sameAs wd:Q1 .
        actor:velmaran-army a kg:ArmedForces ; skos:prefLabel "Velmaran army" ;
            kg:forcesOf actor:velmara .
        actor:ilmar a kg:State ; skos:prefLabel "Ilmar" ; kg:territory place:ilmar .
        place:velmara a kg:Country ; skos:prefLabel "Velmara" ; kg:iso "YE" ;
            geo:lat 35.0 ; geo:long 36.0 .
        place:ilmar a kg:Country ; skos:prefLabel "Ilmar" .
    """,
    "actors.ttl": """
        actor:northern-front a kg:ArmedGroup ; skos:prefLabel "Northern Front" ;
            skos:altLabel "NF" ; kg:country place:velmara .
        actor:open-wells a kg:Organization ; skos:prefLabel "Open Wells" ; kg:kind "ngo" .
        actor:the-league a kg:Organization ; skos:prefLabel "The League" ; kg:kind "igo" .
    """,
    "places.ttl": """
        place:ostrin a kg:AdministrativeArea ; skos:prefLabel "Ostrin" ; kg:within place:velmara ;
            geo:lat 35.25 ; geo:long 36.5 .
        place:salim-district a kg:AdministrativeArea ; skos:prefLabel "Salim District" ;
            kg:within place:ostrin ; geo:lat 35.4 ; geo:long 36.3 .
        place:deir-salim a kg:Settlement ; skos:prefLabel "Deir Salim" ;
            kg:within place:salim-district ; geo:lat 35.5 ; geo:long 36.25 .
        place:kasr a kg:Settlement ; skos:prefLabel "Kasr" ; kg:within place:ostrin ;
            geo:lat -35.75 ; geo:long -36.75 .
        place:the-steppe a kg:Area ; skos:prefLabel "The Steppe" ; kg:within place:velmara ;
            geo:lat 34.0 ; geo:long 37.0 .
        place:grey-sea a kg:Area ; skos:prefLabel "Grey Sea" ; kg:featureKind "sea" ;
            geo:lat 33.0 ; geo:long 30.0 .
    """,
    "deals.ttl": 'deal:ostrin-truce a kg:CeasefireDeal ; skos:prefLabel "Ostrin truce" .',
    "backing.ttl": "actor:ilmar kg:backs actor:northern-front .",
}

VELMARA, ILMAR = actor("Velmara", "State"), actor("Ilmar", "State")
ARMY = actor("Velmaran army", "ArmedForces")
FRONT, SHIELD = actor("Northern Front"), actor("Ostrin Shield")
WELLS, LEAGUE = actor("Open Wells", "Organization"), actor("The League", "Organization")
CIVILIANS = actor("civilians (Velmara)", "Population")
PEOPLE = actor("people (Velmara)", "Population")
VASH = actor("Idra Vash", "Person")
COUNTRY, OSTRIN = place("Velmara", "Country"), place("Ostrin", "AdministrativeArea")
DISTRICT = place("Salim District", "AdministrativeArea")
SALIM, KASR = place("Deir Salim"), place("Kasr")
QUARTER = place("Mill Quarter", "Area", parent="place/deir-salim")
BESIDE = place("south of Deir Salim", "Area", parent="place/salim-district")
NOWHERE = place("Lost Hamlet")
STEPPE, SEA = place("The Steppe", "Area"), place("Grey Sea", "Area")


def write_war(folder: Path) -> Path:
    """The shipped classes and codes with the invented world, as an ontology folder."""
    shutil.copy(resources.folder("ontology") / "kg.ttl", folder)
    for name, text in CURATED.items():
        (folder / name).write_text(PREFIXES + GEO + WD + text, encoding="utf-8")
    return folder


def told(type_: str = "Attack", *, at: tuple[Link, ...] = (SALIM,), **given: Any) -> Report:
    """What an article reports, with the sides given by role."""
    roles = {
        role: given.pop(role) for role in ("initiator", "target", "participant") if role in given
    }
    return report(type_, roles={"place": at, **roles}, **given)


def days(count: int) -> Interval:
    """So many days, from the day of the sheets on."""
    return Interval(DAY, DAY + datetime.timedelta(count - 1))


def war(folder: Path, *sheets: Sheet) -> GraphHandle:
    """The graph of some sheets."""
    store = ox.Store()
    store.extend(assemble(sheets, folder, BASE).quads)
    return GraphHandle(store, BASE)


def rows(handle: GraphHandle, form: str) -> list[dict[str, str]]:
    """A CSV export's rows, without empty cells."""
    text = render(handle, form).decode("utf-8")
    read = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{name: cell for name, cell in row.items() if cell} for row in read]
