"""Articles' sheets, reports, links and tolls in few words, and a small ontology folder."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

from kg import vocab
from kg.graph.quads import Sheet
from kg.ids import slug
from kg.model import Interval, IssueDate, Link, Report, Stance, Toll

BASE = vocab.DEFAULT_BASE
DAY = datetime.date(2020, 2, 3)

CLASSES = {
    "Event": ("Event",),
    "ArmedEvent": ("ArmedEvent", "Event"),
    "Attack": ("Attack", "ArmedEvent", "Event"),
    "Bombardment": ("Bombardment", "Attack", "ArmedEvent", "Event"),
    "AirStrike": ("AirStrike", "Bombardment", "Attack", "ArmedEvent", "Event"),
    "Shelling": ("Shelling", "Bombardment", "Attack", "ArmedEvent", "Event"),
    "Explosion": ("Explosion", "Attack", "ArmedEvent", "Event"),
    "Clash": ("Clash", "ArmedEvent", "Event"),
    "CeasefireDeal": ("CeasefireDeal",),
    "Backing": ("Backing",),
    "Control": ("Control",),
    "Affiliation": ("Affiliation",),
    "Leadership": ("Leadership",),
}

PREFIXES = """
@prefix actor: <https://example.org/kg/id/actor/> .
@prefix deal: <https://example.org/kg/id/deal/> .
@prefix kg: <https://example.org/kg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix place: <https://example.org/kg/id/place/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
CURATED = {
    "states.ttl": """
        actor:velmara a kg:State ; skos:prefLabel "Velmara" ; skos:altLabel "Velmaran government" ;
            kg:territory place:velmara .
        place:velmara a kg:Country ; skos:prefLabel "Velmara" .
        actor:ilmar a kg:State ; skos:prefLabel "Ilmar" .
    """,
    "actors.ttl": """
        actor:northern-front a kg:ArmedGroup ; skos:prefLabel "Northern Front" .
        actor:southern-front a kg:ArmedGroup ; skos:prefLabel "Southern Front" .
    """,
    "places.ttl": """
        place:ostrin a kg:AdministrativeArea ; skos:prefLabel "Ostrin" ; kg:within place:velmara .
    """,
    "deals.ttl": 'deal:ostrin-truce a kg:CeasefireDeal ; skos:prefLabel "Ostrin truce" .',
    "backing.ttl": "actor:ilmar kg:backs actor:southern-front .",
}


def write_ontology(folder: Path) -> Path:
    """The classes above and a few curated things, as an ontology folder."""
    lines = [
        f"kg:{name} a owl:Class ."
        + "".join(f" kg:{name} rdfs:subClassOf kg:{up} ." for up in above[1:2])
        for name, above in CLASSES.items()
    ]
    (folder / "kg.ttl").write_text(PREFIXES + "\n".join(lines), encoding="utf-8")
    for name, text in CURATED.items():
        (folder / name).write_text(PREFIXES + text, encoding="utf-8")
    shutil.copy(Path(__file__).parents[3] / "ontology" / "merging.toml", folder)
    return folder


def actor(label: str, cls: str = "ArmedGroup", *, surface: str = "") -> Link:
    """An actor, written as its label unless told otherwise."""
    return Link(f"actor/{slug(label)}", label, cls, surface or label, "label", 1.0)


def place(label: str, cls: str = "Settlement", *, surface: str = "", parent: str = "") -> Link:
    """A place likewise; `parent` is the IRI of the place around it."""
    return Link(f"place/{slug(label)}", label, cls, surface or label, "label", 1.0, parent)


def deal(label: str) -> Link:
    """A ceasefire deal."""
    return Link(f"deal/{slug(label)}", label, "CeasefireDeal", label, "label", 1.0)


def toll(count: int, *victims: Link, kind: str = "Killed", part_of: int | None = None) -> Toll:
    """An exact toll."""
    return Toll(kind, count, count, count, victims, 0, 5, part_of)


def bounded(low: int | None, high: int | None, *victims: Link, kind: str = "Killed") -> Toll:
    """A toll of which only bounds are told."""
    return Toll(kind, None, low, high, victims, 0, 5)


def report(type_: str = "Attack", *, of: str = "Event", **given: Any) -> Report:
    """A report of an event on DAY in Deir Salim, or what is given instead."""
    told: dict[str, Any] = {
        "start": 0,
        "end": 5,
        "quote": "words",
        "trigger": (0, 5),
        "roles": {"place": (place("Deir Salim"),)},
        "stance": Stance.ASSERTED,
        "when": Interval(DAY, DAY),
        "rule": "test",
    }
    return Report(of=of, type=type_, **(told | given))


def pair(of: str, first: Link, second: Link, **given: Any) -> Report:
    """A report of a backing, control, affiliation or leadership."""
    ends = {
        "Backing": ("backer", "backed"),
        "Control": ("controller", "controlled"),
        "Affiliation": ("member", "group"),
        "Leadership": ("person", "organization"),
    }[of]
    roles = dict(zip(ends, ((first,), (second,)), strict=True))
    return report(of, of=of, roles=roles, when=Interval(None, None), **given)


def sheet(name: str, *reports: Report) -> Sheet:
    """An undated article's sheet."""
    return Sheet(f"article/{name}", f"{name}.txt", (), IssueDate(None), "0" * 64, reports)
