"""Who speaks for a side of the war, and what such sources only allege."""

from __future__ import annotations

import pytest

from extract.trees import context, generic, known, to
from kg.extract.parties import Parties
from kg.model import Link, Stance
from kg.resolve.context import Context

RED, GREEN = to("actor/red-front"), to("actor/green-legion")
AVENIA, FORCES = to("actor/avenia"), to("actor/avenian-armed-forces")
WATCH = to("actor/avenia-watch")


def parties(within: Context | None = None) -> Parties:
    return Parties(within or context(), known().speech)


def named(label: str, cls: str) -> Link:
    """Somebody whom the known world lacks."""
    return Link(f"actor/{label.lower().replace(' ', '-')}", label, cls, label, "new name", 0.6)


@pytest.mark.parametrize(
    ("who", "side"),
    [
        (RED, "actor/red-front"),
        (AVENIA, "actor/avenia"),
        # forces, ministries and media of a state are the state; other bodies of it are not
        (FORCES, "actor/avenia"),
        (to("actor/avenian-defence-ministry"), "actor/avenia"),
        (to("actor/radio-marsa"), "actor/avenia"),
        (to("actor/avenian-census-bureau"), ""),
        # of nobody, of a body that is no side
        (WATCH, ""),
        (to("actor/council-defence-desk"), ""),
        # persons by the office that they are known to hold
        (to("actor/ana-kern"), "actor/borland"),
        (to("actor/mira-sol"), ""),
        # those whom nobody knows speak for themselves if their name tells that they do
        (named("Northern Self-Defence Staff", "Organization"), "actor/northern-self-defence-staff"),
        (named("Northern Bakers", "Organization"), ""),
        (named("Hill Men", "ArmedGroup"), "actor/hill-men"),
        (named("Rok Dal", "Person"), ""),
        (generic("civilians", "Population"), ""),
    ],
)
def test_whose_side_somebody_is_on(who: Link, side: str) -> None:
    assert parties().side(who) == side


@pytest.mark.parametrize(
    ("body", "side"),
    [
        (RED, "actor/red-front"),
        (FORCES, "actor/avenia"),
        (WATCH, ""),
        # an office under another person tells nothing
        (to("actor/ana-kern"), ""),
    ],
)
@pytest.mark.parametrize("person", [to("actor/mira-sol"), named("Rok Dal", "Person")])
def test_a_person_speaks_for_the_body_that_the_article_told(
    person: Link, body: Link, side: str
) -> None:
    within = context()
    within.offices[person.iri] = body
    assert parties(within).side(person) == side


def test_a_known_office_goes_before_the_one_told() -> None:
    within = context()
    within.offices["actor/ana-kern"] = RED
    assert parties(within).side(to("actor/ana-kern")) == "actor/borland"


@pytest.mark.parametrize(
    ("source", "of", "by", "expected"),
    [
        # a side on the deed of another, on its own deeds, on those that it boasts of
        ([RED], "Attack", [GREEN], Stance.ALLEGED),
        ([RED], "Attack", [RED], Stance.ASSERTED),
        ([RED], "Capture", [RED], Stance.ALLEGED),
        ([RED], "Killing", [RED], Stance.ALLEGED),
        # a state's ministry speaks of the state's forces
        ([to("actor/avenian-defence-ministry")], "Attack", [FORCES], Stance.ASSERTED),
        ([to("actor/avenian-defence-ministry")], "Attack", [RED], Stance.ALLEGED),
        # one of several doers or speakers is enough to make it their own
        ([RED], "Attack", [GREEN, RED], Stance.ASSERTED),
        ([RED, GREEN], "Attack", [GREEN], Stance.ASSERTED),
        # a monitor is believed, also beside a side; so are deeds of nobody, and what nobody says
        ([WATCH], "Attack", [GREEN], Stance.ASSERTED),
        ([WATCH], "Capture", [GREEN], Stance.ASSERTED),
        ([RED, WATCH], "Attack", [GREEN], Stance.ASSERTED),
        ([RED], "Attack", [], Stance.ASSERTED),
        ([], "Capture", [GREEN], Stance.ASSERTED),
    ],
)
def test_sides_only_allege_what_serves_them(
    source: list[Link], of: str, by: list[Link], expected: Stance
) -> None:
    assert parties().stance(Stance.ASSERTED, of, source, by) is expected


@pytest.mark.parametrize("told", [Stance.DENIED, Stance.PLANNED, Stance.ALLEGED])
def test_a_stance_that_the_words_tell_stays(told: Stance) -> None:
    assert parties().stance(told, "Attack", [RED], [GREEN]) is told
    assert parties().stance(told, "Attack", [RED], [RED]) is told
