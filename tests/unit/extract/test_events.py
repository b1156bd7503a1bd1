"""A sentence's events: types, roles, places, times, stance, sources and tolls."""

from __future__ import annotations

import datetime

import pytest

from extract.trees import labels, told
from kg.extract.draft import Draft
from kg.extract.events import drafts
from kg.model import Interval, Stance


def read(rows: str) -> list[Draft]:
    """The drafts of a sentence."""
    return drafts(told(rows).now)


def only(rows: str) -> Draft:
    (draft,) = read(rows)
    return draft


def roles(draft: Draft) -> dict[str, list[str]]:
    return {role: labels(links) for role, links in draft.cast.roles.items() if links}


ATTACK = "RF/PROPN/nsubj@2 attacked/VERB/root@0/attack GL/PROPN/obj@2"


def test_an_event_has_its_frame_its_roles_and_its_place() -> None:
    draft = only(f"{ATTACK} in/ADP/case@5 Teluk/PROPN/obl@2")
    assert (draft.type, draft.rule, draft.word.text) == ("Attack", "attack", "attacked")
    assert roles(draft) == {"initiator": ["Red Front"], "target": ["Green Legion"]}
    assert (labels(draft.places), draft.stance, draft.source) == (["Teluk"], Stance.ASSERTED, ())
    assert labels(draft.actors) == ["Red Front", "Green Legion"]


def test_events_stand_in_text_order() -> None:
    rows = (
        "RF/PROPN/nsubj@2 attacked/VERB/root@0/attack GL/PROPN/obj@2 before/ADP/case@5 "
        "clashes/NOUN/obl@2/clash in/ADP/case@7 Teluk/PROPN/nmod@5"
    )
    assert [draft.type for draft in read(rows)] == ["Attack", "Clash"]


@pytest.mark.parametrize(
    ("rows", "when", "text", "basis"),
    [
        (f"{ATTACK} on/ADP/case@6 5/NUM/nummod@6 March/PROPN/obl@2 2020/NUM/nummod@6",
         Interval(datetime.date(2020, 3, 5), datetime.date(2020, 3, 5)), "5 March 2020", "told"),
        (ATTACK, Interval(None, None), "", ""),
        # a time too vague for days is told, but gives none
        (f"{ATTACK} some/DET/det@5 years/NOUN/obl@2 ago/ADV/advmod@5", Interval(None, None),
         "years ago", ""),
    ],
)  # fmt: skip
def test_an_event_has_the_time_told_of_it(rows: str, when: Interval, text: str, basis: str) -> None:
    draft = only(rows)
    assert (draft.when, draft.date_text, draft.basis) == (when, text, basis)


@pytest.mark.parametrize(
    "rows",
    [
        "RF/PROPN/nsubj@3 not/PART/advmod@3 attacked/VERB/root@0/attack GL/PROPN/obj@3",
        # the aim of something else
        "RF/PROPN/nsubj@2 met/VERB/root@0 to/PART/mark@4 attack/VERB/advcl@2 GL/PROPN/obj@4",
        # nobody, nowhere, never
        "attack/NOUN/root@0",
        # a frame that tells only by its toll
        "RF/PROPN/nsubj@2 destroyed/VERB/root@0/destroy schools/NOUN/obj@2/school",
        # nobody killed and nobody who is known to kill
        "it/PRON/nsubj@2 killed/VERB/root@0/kill trees/NOUN/obj@2/tree",
        # a killing that is only planned and counts nobody
        "RF/PROPN/nsubj@3 will/AUX/aux@3 kill/VERB/root@0 GL/PROPN/obj@3",
        # no frame's conditions hold
        "RF/PROPN/dep@2 hit/VERB/root@0 record/NOUN/obj@2",
    ],
)
def test_what_tells_too_little_is_no_event(rows: str) -> None:
    assert read(rows) == []


def test_some_frames_tell_an_event_even_of_nobody_nowhere() -> None:
    draft = only(
        "we/PRON/nsubj@2 grabbed/VERB/root@0/grab keys/NOUN/obj@2 in/ADP/case@5 jail/NOUN/obl@2"
    )
    assert (draft.type, draft.actors, draft.places, draft.date_text) == ("Detention", [], [], "")


def test_whoever_is_struck_does_not_tell_by_what_means() -> None:
    rows = (
        "{}/NOUN/nsubj@2 attacked/VERB/root@0/attack RF/PROPN/obj@2 with/ADP/case@5 {}/NOUN/obl@2"
    )
    told_types = [only(rows.format(*each)).type for each in (("drone", "x"), ("x", "drone"))]
    assert told_types == ["AirStrike", "AirStrike"]
    suffered = "drone/NOUN/nsubj@2 drowned/VERB/root@0/drown in/ADP/case@4 Teluk/PROPN/obl@2"
    assert only(suffered).type == "Attack"


@pytest.mark.parametrize(
    ("rows", "event"),
    [
        ("RF/PROPN/nsubj@2 killed/VERB/root@0/kill GL/PROPN/obj@2", "Killing"),
        ("clashes/NOUN/root@0/clash in/ADP/case@3 Teluk/PROPN/nmod@1", "Clash"),
        ("clashes/NOUN/nsubj@2/clash began/VERB/root@0 Friday/PROPN/obl@2", "Clash"),
        (
            (
                "clashes/NOUN/nsubj@2/clash began/VERB/root@0 ,/PUNCT/punct@5 Watch/PROPN/nsubj@5 "
                "said/VERB/parataxis@2/say"
            ),
            "Clash",
        ),
    ],
)
def test_an_actor_a_place_a_time_or_a_source_is_enough(rows: str, event: str) -> None:
    assert only(rows).type == event


def test_a_statement_has_no_place_and_no_source_and_is_told_though_only_a_purpose() -> None:
    rows = (
        "RF/PROPN/nsubj@2 met/VERB/root@0 to/PART/mark@4 deny/VERB/advcl@2 it/PRON/obj@4 "
        "in/ADP/case@7 Teluk/PROPN/obl@4"
    )
    draft = only(rows)
    assert (draft.type, draft.places, draft.source) == ("Denial", [], ())


@pytest.mark.parametrize(
    ("rows", "event"),
    [
        # means as subject, in the event's own phrase, behind "with"; lemma or form
        ("warplane/NOUN/nsubj@2 attacked/VERB/root@0/attack GL/PROPN/obj@2", "AirStrike"),
        (
            "drone/NOUN/compound@2 attack/NOUN/root@0 on/ADP/case@4 GL/PROPN/nmod@2",
            "AirStrike",
        ),
        (f"{ATTACK} with/ADP/case@5 rockets/NOUN/obl@2/rocket", "Shelling"),
        # the first special type goes before the second, and other slots tell no means
        (
            f"{ATTACK} with/ADP/case@5 rocket/NOUN/obl@2 with/ADP/case@7 drone/NOUN/obl@2",
            "AirStrike",
        ),
        (f"{ATTACK} near/ADP/case@5 rocket/NOUN/obl@2", "Attack"),
        # a type that no means sharpens
        ("drone/NOUN/nsubj@2 bombed/VERB/root@0/bomb GL/PROPN/obj@2", "Bombardment"),
    ],
)
def test_the_means_make_a_general_attack_a_special_one(rows: str, event: str) -> None:
    assert only(rows).type == event


SAYS = "{}/PROPN/nsubj@2 said/VERB/root@0/say {} attacked/VERB/ccomp@2/attack GL/PROPN/obj@{}"


@pytest.mark.parametrize(
    ("who", "subject", "verb", "stance"),
    [
        # a side that tells of another's deed alleges it, of its own it is believed
        ("RF", "Borland/PROPN/nsubj@4", 4, Stance.ALLEGED),
        ("RF", "RF/PROPN/nsubj@4", 4, Stance.ASSERTED),
        # a monitor is believed, and so is who names nobody
        ("Watch", "Borland/PROPN/nsubj@4", 4, Stance.ASSERTED),
        ("RF", "it/PRON/nsubj@4", 4, Stance.ASSERTED),
        ("RF", "somebody/PRON/nsubj@4", 4, Stance.ASSERTED),
    ],
)
def test_sides_only_allege(who: str, subject: str, verb: int, stance: Stance) -> None:
    draft = only(SAYS.format(who, subject, verb))
    assert (draft.stance, len(draft.source)) == (stance, 1)


def test_an_echo_is_no_second_event() -> None:
    rows = (
        "Borlandic/ADJ/amod@2 strikes/NOUN/nsubj@3/strike hit/VERB/root@0 GL/PROPN/obj@3 "
        "in/ADP/case@6 Teluk/PROPN/obl@3"
    )
    draft = only(rows)
    assert (draft.word.text, draft.type) == ("strikes", "Attack")
    assert roles(draft) == {"initiator": ["Borland"], "target": ["Green Legion"]}


def tolls(draft: Draft) -> list[tuple[str, int | None, int | None]]:
    return [(toll.kind, toll.count, toll.part_of) for toll in draft.counts]


def test_a_cause_bears_the_toll_and_the_verb_of_harm_is_no_event() -> None:
    rows = (
        "five/NUM/nummod@2 civilians/NOUN/nsubj:pass@4/civilian were/AUX/aux:pass@4 "
        "killed/VERB/root@0/kill in/ADP/case@6 clashes/NOUN/obl@4/clash"
    )
    draft = only(rows)
    assert (draft.type, tolls(draft)) == ("Clash", [("Killed", 5, None)])


def test_a_harm_without_cause_is_its_own_event_with_the_parts_of_its_toll() -> None:
    rows = (
        "RF/PROPN/nsubj@2 killed/VERB/root@0/kill 20/NUM/nummod@4 civilians/NOUN/obj@2/civilian "
        "including/VERB/case@7 3/NUM/nummod@7 children/NOUN/nmod@4/child"
    )
    draft = only(rows)
    assert (draft.type, tolls(draft)) == ("Killing", [("Killed", 20, None), ("Killed", 3, 0)])
    assert roles(draft) == {"initiator": ["Red Front"]}


def test_who_is_counted_is_not_a_side_as_well_but_an_armed_side_stays() -> None:
    rows = "RF/PROPN/nsubj@2 killed/VERB/root@0/kill 20/NUM/nummod@4 rebels/NOUN/obj@2/rebel"
    assert roles(only(rows)) == {"initiator": ["Red Front"], "target": ["rebels (Avenia)"]}


def test_a_toll_that_no_word_of_an_event_carries_tells_one_of_its_own() -> None:
    rows = "20/NUM/nummod@2 civilians/NOUN/nsubj@4/civilian are/AUX/cop@4 dead/ADJ/root@0"
    draft = only(rows)
    assert (draft.type, draft.rule, draft.word.text) == ("Killing", "toll killed", "dead")
    missing = "20/NUM/nummod@2 civilians/NOUN/nsubj@4/civilian are/AUX/cop@4 missing/ADJ/root@0"
    assert read(missing) == []
    negated = rows.replace("are/AUX/cop@4", "not/PART/advmod@4")
    assert read(negated) == []


def test_a_lost_facility_is_an_event_where_it_is_counted() -> None:
    rows = "RF/PROPN/nsubj@2 destroyed/VERB/root@0/destroy 2/NUM/nummod@4 schools/NOUN/obj@2/school"
    draft = only(rows)
    assert (draft.type, tolls(draft)) == ("FacilityLoss", [("FacilitiesLost", 2, None)])


def test_a_loss_beside_a_raid_is_an_event_of_its_own() -> None:
    rows = (
        "Borlandic/ADJ/amod@2 strikes/NOUN/nsubj@3/strike destroyed/VERB/root@0/destroy "
        "2/NUM/nummod@5 schools/NOUN/obj@3/school"
    )
    assert [draft.type for draft in read(rows)] == ["Attack", "FacilityLoss"]


def test_where_people_flee_to_is_not_where_they_were() -> None:
    rows = "they/PRON/nsubj@2 fled/VERB/root@0/flee to/ADP/case@4 Oram/PROPN/obl@2"
    draft = only(rows)
    assert (labels(draft.places), roles(draft)) == ([], {"destination": ["Oram"]})


HELD = "RF/PROPN/nsubj@2 captured/VERB/root@0/capture town/NOUN/obj@2 Teluk/PROPN/appos@3 {}"


@pytest.mark.parametrize(
    ("clause", "target"),
    [
        # "the town, which GL had controlled", "the town, controlled by GL"
        ("which/PRON/obj@7 GL/PROPN/nsubj@7 controlled/VERB/acl:relcl@3/control",
         ["Green Legion"]),
        ("controlled/VERB/acl@3/control by/ADP/case@7 GL/PROPN/obl:agent@5", ["Green Legion"]),
        # another clause, nobody
        ("seen/VERB/acl@3/see by/ADP/case@7 GL/PROPN/obl:agent@5", []),
        ("controlled/VERB/acl@3/control by/ADP/case@7 trees/NOUN/obl:agent@5", []),
    ],
)  # fmt: skip
def test_who_is_told_to_have_held_what_is_captured_loses_it(clause: str, target: list[str]) -> None:
    captured = next(each for each in read(HELD.format(clause)) if each.type == "Capture")
    assert labels(captured.cast.get("target")) == target


def test_who_denies_an_event_is_the_source_of_its_denial() -> None:
    rows = SAYS.format("Borland", "RF/PROPN/nsubj@4", 4).replace("said/VERB/root@0/say",
                                                                 "denied/VERB/root@0/deny")  # fmt: skip
    denied = next(each for each in read(rows) if each.type == "Attack")
    assert (denied.stance, labels(denied.source)) == (Stance.DENIED, ["Borland"])


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        # "urged mediators to go on": somebody without a name
        (("Borland/PROPN/nsubj@2 demanded/VERB/root@0/demand mediators/NOUN/obj@2/mediator "
         "go/VERB/xcomp@2"), ["mediators (Avenia)"]),
        (("Borland/PROPN/nsubj@2 demanded/VERB/root@0/demand local/ADJ/amod@4 "
         "mediators/NOUN/obj@2/mediator go/VERB/xcomp@2"), ["mediators (Avenia)"]),
        # without a clause, and a thing
        ("Borland/PROPN/nsubj@2 demanded/VERB/root@0/demand mediators/NOUN/obj@2/mediator", []),
        ("Borland/PROPN/nsubj@2 demanded/VERB/root@0/demand action/NOUN/obj@2 go/VERB/xcomp@2", []),
    ],
)  # fmt: skip
def test_whoever_is_urged_to_do_something_is_somebody(rows: str, asked: list[str]) -> None:
    (demand,) = read(rows)
    assert labels(demand.cast.get("target")) == asked
