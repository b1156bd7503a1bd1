"""Actors and places of an article, where places lie, and the article's own date."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from evaluate.cases import (
    ALLY,
    ARMY,
    CIVILIANS,
    DAR_SUFA,
    FRONT,
    REBELS,
    STRANGER,
    TEL_AMRA,
    VELMARA,
    case,
    findings,
    scores,
    tell,
    thing,
    want,
)
from kg.evaluate.case import Case
from kg.evaluate.entities import entity_verdicts
from kg.evaluate.naming import Entity, Naming, Thing

COORDINATES = "coordinates within 25 km"
DAY = datetime.date(2031, 5, 3)


def test_actors_and_places_are_right_false_or_missed_in_whatever_report() -> None:
    gold = [
        want(initiator=["front"], place=["dar-sufa"]),
        want(ALLY, of="Backing", backer=["velmara"], backed=["front"]),
    ]
    told = [tell(target=[FRONT, STRANGER], destination=[STRANGER]), tell(place=[DAR_SUFA])]
    found = list(entity_verdicts(case(gold, told)))
    assert scores(found) == {"actors": (1, 1, 1), "places": (1, 1, 0)}
    assert findings(found) == [
        ("actors", "missed", "velmara", ""),
        ("actors", "false", "", "Lake District"),
        ("places", "false", "", "Lake District"),
    ]


def test_a_near_name_is_missed_but_no_false_alarm() -> None:
    found = entity_verdicts(case([want(initiator=["velmara"])], [tell(initiator=[ARMY])]))
    assert scores(found) == {"actors": (0, 0, 1)}


def test_actors_of_optional_reports_neither_help_nor_hurt() -> None:
    gold = [want(optional=True, initiator=["front"])]
    assert scores(entity_verdicts(case(gold, [tell(initiator=[FRONT, REBELS])]))) == {}
    assert scores(entity_verdicts(case(gold))) == {}


def test_an_entity_that_gold_only_lists_is_no_false_alarm() -> None:
    article = case([], [tell(initiator=[FRONT])])
    listed = dataclasses.replace(article.gold, entities={"front": Entity(("Northern Front",))})
    known = dataclasses.replace(
        article, gold=listed, naming=Naming(listed.entities, article.naming.registry)
    )
    assert scores(entity_verdicts(article)) == {"actors": (0, 1, 0)}
    assert scores(entity_verdicts(known)) == {}


def test_victims_are_not_actors_of_the_article() -> None:
    assert scores(entity_verdicts(case([], [tell(victims=[CIVILIANS])]))) == {}


@pytest.mark.parametrize(
    ("place", "counts", "listed"),
    [
        pytest.param(TEL_AMRA, (1, 0, 0), [], id="12 km off"),
        pytest.param(
            thing("Tel Amra", spot=(36.5, 36.25)), (0, 1, 1),
            [(COORDINATES, "differs", "tel-amra 35.50 36.25", "Tel Amra 36.50 36.25")],
            id="111 km off",
        ),
        pytest.param(
            thing("Tel Amra"), (0, 0, 1), [(COORDINATES, "missed", "tel-amra 35.50 36.25", "")],
            id="without coordinates",
        ),
        pytest.param(DAR_SUFA, None, [], id="another place"),
    ],
)  # fmt: skip
def test_coordinates(place: Thing, counts: Any, listed: Any) -> None:
    found = list(entity_verdicts(case([want(place=["tel-amra"])], [tell(place=[place])])))
    assert scores(found).get(COORDINATES) == counts
    assert [each for each in findings(found) if each[0] == COORDINATES] == listed


def located(*places: Thing) -> Any:
    """Whether the right one of some places is taken for the town of Mir, at 10° N 10° E."""
    article = case([want(place=["mir"])], [tell(place=list(places))])
    entities = {
        "mir": Entity(("Mir",), ("mir-district",), (10, 10)),
        "mir-district": Entity(("Mir District",)),
    }
    return scores(entity_verdicts(dataclasses.replace(article, naming=Naming({}, entities))))[
        COORDINATES
    ]


def test_the_very_name_goes_before_a_near_one_whatever_their_iris() -> None:
    town = Thing("b", "Mir", frozenset({"mir"}), (10, 10))
    district = Thing("a", "Mir District", frozenset({"mir district"}), (50, 50))
    assert located(town, district) == (1, 0, 0)
    assert located(district) == (0, 1, 1)


def test_of_two_places_of_that_name_the_first_iri_is_taken() -> None:
    here = Thing("a", "Mir", frozenset({"mir"}), (10, 10))
    elsewhere = [Thing(iri, "Mir", frozenset({"mir"}), (50, 50)) for iri in "bcdefghijkl"]
    assert located(*elsewhere, here) == (1, 0, 0)


@pytest.mark.parametrize(
    ("gold", "told", "counts", "listed"),
    [
        (DAY, "2031-05-03", (1, 0, 0), []),
        (DAY, "2031-05-03T10:00:00Z", (1, 0, 0), []),
        (DAY, "2031-05-04", (0, 1, 1), [("issue dates", "differs", "2031-05-03", "2031-05-04")]),
        (DAY, "", (0, 0, 1), [("issue dates", "missed", "2031-05-03", "")]),
        (None, "2031-05-03", (0, 1, 0), [("issue dates", "false", "", "2031-05-03")]),
        (None, "", None, []),
    ],
)
def test_issue_dates(gold: Any, told: str, counts: Any, listed: Any) -> None:
    found = list(entity_verdicts(case(issued=(gold, told))))
    assert scores(found).get("issue dates") == counts
    assert findings(found) == listed


def test_keys_of_the_gold_are_right_by_their_words_alone() -> None:
    article: Case = case([want(initiator=["lake-district"])], [tell(initiator=[STRANGER, VELMARA])])
    assert scores(entity_verdicts(article)) == {"actors": (1, 1, 0)}
