"""FollowTheMoney: entities of schemata that exist, with properties that these have."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph.sheets import BASE, actor, bounded, pair, report, sheet, toll
from graph.war import (
    ARMY,
    CIVILIANS,
    FRONT,
    ILMAR,
    NOWHERE,
    PEOPLE,
    QUARTER,
    SALIM,
    SHIELD,
    VASH,
    VELMARA,
    war,
)
from kg.graph.export import render
from kg.graph.exports.ftm import identity
from kg.graph.store import GraphHandle
from kg.model import Stance

_THING = {"name", "alias", "country", "summary", "notes", "sourceUrl", "publisher", "wikidataId",
          "keywords", "addressEntity", "proof"}  # fmt: skip
_BODY = _THING | {"incorporationDate", "dissolutionDate"}
_LINK = {"role", "startDate", "endDate"}
#: Schema -> those of its properties that we write (followthemoney 4.11.2).
MODEL = {
    "Person": _THING | {"position"},
    "Organization": _BODY,
    "PublicBody": _BODY,
    "Address": _THING | {"full", "latitude", "longitude"},
    "Article": _THING | {"fileName", "title", "publishedAt", "language"},
    "Event": _THING | {"startDate", "endDate", "location", "involved"},
    "Membership": _LINK | {"member", "organization"},
    "Directorship": _LINK | {"director", "organization"},
    "UnknownLink": _LINK | {"subject", "object"},
}
_BODIES = {"Organization", "PublicBody"}
_ACTORS = {"Person", *_BODIES}
#: Property -> the schemata that it may refer to.
REFERS = {
    "involved": _ACTORS, "member": _ACTORS, "director": _ACTORS, "organization": _BODIES,
    "proof": {"Article"}, "addressEntity": {"Address"},
    "subject": {*_ACTORS, "Address"}, "object": {*_ACTORS, "Address"},
}  # fmt: skip
REQUIRED = {
    "Membership": {"member", "organization"}, "Directorship": {"director", "organization"},
    "UnknownLink": {"subject", "object"}, "Article": {"fileName"}, "Event": {"name"},
    "Person": {"name"}, "Organization": {"name"}, "PublicBody": {"name"}, "Address": set[str](),
}  # fmt: skip


def read(handle: GraphHandle) -> dict[str, dict[str, Any]]:
    """The entities by id, each checked against the model."""
    lines = render(handle, "ftm").decode("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [each["id"] for each in found] == sorted({each["id"] for each in found})
    entities = {each["id"]: each for each in found}
    for each in found:
        assert {*each} == {"id", "schema", "properties"}
        assert REQUIRED[each["schema"]] <= {*each["properties"]} <= MODEL[each["schema"]]
        for name, values in each["properties"].items():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            if name in REFERS:
                assert {entities[value]["schema"] for value in values} <= REFERS[name]
    return entities


def _sorted(record: dict[str, Any]) -> str:
    return json.dumps(record, sort_keys=True)


def of(handle: GraphHandle, iri: str) -> dict[str, Any] | None:
    entity = read(handle).get(identity(BASE + iri))
    return entity and {"schema": entity["schema"], **entity["properties"]}


@pytest.fixture(scope="module")
def handle(folder: Path) -> GraphHandle:
    clash = report(
        "Clash", quote="they fought",
        roles={"place": (QUARTER,), "initiator": (ARMY,), "target": (FRONT, CIVILIANS)},
        tolls=(bounded(2, None, PEOPLE, CIVILIANS),),
    )  # fmt: skip
    return war(
        folder,
        sheet(
            "a", clash,
            report("Clash", stance=Stance.DENIED, roles={"place": (NOWHERE,)}),
            pair("Backing", ILMAR, FRONT),
            pair("Control", FRONT, SALIM),
            pair("Affiliation", SHIELD, FRONT),
            pair("Affiliation", CIVILIANS, FRONT),
            pair("Leadership", VASH, FRONT, facts=(("role", "leader"),)),
            pair("Leadership", VASH, PEOPLE),
            pair("Affiliation", FRONT, VASH),
        ),
    )  # fmt: skip


def test_actors_are_people_bodies_and_groups(handle: GraphHandle) -> None:
    assert of(handle, ARMY.iri) == {"schema": "PublicBody", "name": ["Velmaran army"]}
    assert of(handle, FRONT.iri) == {
        "schema": "Organization", "name": ["Northern Front"], "alias": ["NF"], "country": ["ye"],
    }  # fmt: skip
    assert of(handle, VASH.iri) == {"schema": "Person", "name": ["Idra Vash"]}
    assert of(handle, CIVILIANS.iri) is None


def test_a_state_has_its_land_and_its_wikidata_id(folder: Path) -> None:
    graph = war(folder, sheet("a", pair("Backing", VELMARA, FRONT)))
    assert of(graph, VELMARA.iri) == {
        "schema": "PublicBody", "name": ["Velmara"], "country": ["ye"], "wikidataId": ["Q1"],
    }  # fmt: skip


def test_places_are_addresses(handle: GraphHandle) -> None:
    assert of(handle, QUARTER.iri) == {
        "schema": "Address", "name": ["Mill Quarter"], "country": ["ye"],
        "full": ["Mill Quarter, Deir Salim, Salim District, Ostrin, Velmara"],
        "latitude": ["35.5"], "longitude": ["36.25"],
    }  # fmt: skip
    assert of(handle, NOWHERE.iri) == {
        "schema": "Address", "name": ["Lost Hamlet"], "full": ["Lost Hamlet"],
    }  # fmt: skip


def test_an_asserted_event_names_who_is_involved_and_its_proof(handle: GraphHandle) -> None:
    (event,) = [each for each in read(handle).values() if each["schema"] == "Event"]
    assert event["properties"] == {
        "name": ["Clash, Mill Quarter, 2020-02-03"], "keywords": ["Clash"],
        "startDate": ["2020-02-03"], "endDate": ["2020-02-03"],
        "involved": sorted([identity(BASE + ARMY.iri), identity(BASE + FRONT.iri)]),
        "location": ["Mill Quarter"], "addressEntity": [identity(BASE + QUARTER.iri)],
        "summary": ["they fought"], "proof": [identity(f"{BASE}article/a")],
        "notes": ["killed: 2 to ? (civilians (Velmara) and people (Velmara))"],
    }  # fmt: skip


def test_a_toll_without_victims_or_least_is_told(folder: Path) -> None:
    hurt = war(folder, sheet("a", report("Clash", tolls=(toll(3, kind="Injured"),))))
    assert (
        "notes" not in next(e for e in read(hurt).values() if e["schema"] == "Event")["properties"]
    )
    for told, words in ((bounded(None, 9), "killed: ? to 9"), (toll(3), "killed: 3 to 3")):
        graph = war(folder, sheet("a", report("Clash", tolls=(told,))))
        (event,) = [each for each in read(graph).values() if each["schema"] == "Event"]
        assert event["properties"]["notes"] == [words]


def test_relations_are_links_where_the_model_has_room(handle: GraphHandle) -> None:
    front, salim = identity(BASE + FRONT.iri), identity(BASE + SALIM.iri)
    ilmar, shield = identity(BASE + ILMAR.iri), identity(BASE + SHIELD.iri)
    links = [
        {"schema": each["schema"], **each["properties"]}
        for each in read(handle).values()
        if each["schema"] in ("Membership", "Directorship", "UnknownLink")
    ]
    assert sorted(links, key=_sorted) == sorted(
        [
            {"schema": "Membership", "member": [shield], "organization": [front]},
            {
                "schema": "Directorship", "director": [identity(BASE + VASH.iri)],
                "organization": [front], "role": ["leader"],
            },
            {"schema": "UnknownLink", "subject": [ilmar], "object": [front], "role": ["backs"]},
            {"schema": "UnknownLink", "subject": [front], "object": [salim], "role": ["controls"]},
        ],
        key=_sorted,
    )  # fmt: skip


def test_articles_have_their_source(small: GraphHandle) -> None:
    assert of(small, "article/one") == {
        "schema": "Article", "fileName": ["one.txt"], "name": ["one.txt"],
        "publishedAt": ["2031-05-03"], "publisher": ["Daily Wire"],
    }  # fmt: skip


def test_an_entity_is_a_line_whatever_breaks_lines(folder: Path) -> None:
    name = "one\u2028two\u2029three\x85four\x0cfive\nsix"
    graph = war(folder, sheet("a", pair("Leadership", actor(name, "Person"), FRONT)))
    (person,) = [each for each in read(graph).values() if each["schema"] == "Person"]
    assert person["properties"] == {"name": [name]}


def test_ids_are_fit_for_addresses() -> None:
    assert re.fullmatch(r"kg-[0-9a-f]{40}", identity("https://a.example/ü?"))


@pytest.mark.parametrize("name", ["handle", "small"])
def test_the_model_itself_takes_every_value(name: str, request: pytest.FixtureRequest) -> None:
    """Where followthemoney is installed: it needs ICU compiled, so the lock doesn't hold it."""
    model = pytest.importorskip("followthemoney").model
    proxies = pytest.importorskip("followthemoney.proxy")
    for record in read(request.getfixturevalue(name)).values():
        model.get(record["schema"]).validate(record)
        proxy = proxies.EntityProxy.from_dict(record, cleaned=False)
        assert {p: sorted(v) for p, v in proxy.properties.items()} == record["properties"]
