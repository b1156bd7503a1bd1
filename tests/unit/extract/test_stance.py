"""How an article stands to what it tells: asserted, alleged, denied, planned, or not told at all."""

from __future__ import annotations

import pytest

from extract.trees import told
from kg.extract.stance import is_purpose
from kg.model import Stance


def stance(rows: str, word: str = "attack") -> Stance | None:
    """The stance to the word of a sentence."""
    read = told(rows)
    return read.now.stance(read.the(word))


def test_what_is_plainly_told_is_asserted() -> None:
    assert stance("RF/PROPN/nsubj@2 attack/VERB/root@0 Teluk/PROPN/obj@2") is Stance.ASSERTED


CLAIM = "{}/PROPN/nsubj@2 {} GL/PROPN/obj@2 of/ADP/case@5 attack/NOUN/obl@2 by/ADP/dep@5"


@pytest.mark.parametrize(
    ("who", "verb", "expected"),
    [
        ("RF", "accused/VERB/root@0/accuse", Stance.ALLEGED),
        # a monitor that accuses is believed, and one that claims is not
        ("Watch", "accused/VERB/root@0/accuse", Stance.ASSERTED),
        ("Watch", "claimed/VERB/root@0/claim", Stance.ALLEGED),
        ("RF", "denied/VERB/root@0/deny", Stance.DENIED),
        ("RF", "said/VERB/advcl@0/say", Stance.ASSERTED),
    ],
)
def test_claims_and_denials_of_who_speaks(who: str, verb: str, expected: Stance) -> None:
    assert stance(CLAIM.format(who, verb)) is expected


@pytest.mark.parametrize(
    "rows",
    [
        # adjectives and determiners
        "a/DET/det@3 possible/ADJ/amod@3 attack/NOUN/root@0",
        "any/DET/det@2 attack/NOUN/root@0",
        # modals and conditions
        "they/PRON/nsubj@3 will/AUX/aux@3 attack/VERB/root@0",
        "if/SCONJ/mark@3 they/PRON/nsubj@3 attack/VERB/advcl@4 run/VERB/root@0",
        # verbs of planning over open, full, nominal and prepositional complements
        "they/PRON/nsubj@2 plan/VERB/root@0 to/PART/mark@4 attack/VERB/xcomp@2",
        "we/PRON/nsubj@2 expect/VERB/root@0 they/PRON/nsubj@4 attack/VERB/ccomp@2",
        "they/PRON/nsubj@2 plan/VERB/root@0 an/DET/det@4 attack/NOUN/obj@2",
        "they/PRON/nsubj@2 call/VERB/root@0 for/ADP/case@4 attack/NOUN/obl@2",
        "an/DET/det@2 attack/NOUN/nsubj:pass@4 is/AUX/aux:pass@4 expect/VERB/root@0",
        # nouns of planning
        "a/DET/det@2 threat/NOUN/root@0 of/ADP/case@4 attack/NOUN/nmod@2",
        "a/DET/det@2 plan/NOUN/root@0 to/PART/mark@4 attack/VERB/acl@2",
        # up a chain of complements
        "they/PRON/nsubj@2 plan/VERB/root@0 to/PART/mark@4 launch/VERB/xcomp@2 attack/NOUN/obj@4",
    ],
)
def test_what_has_not_happened_is_planned(rows: str) -> None:
    assert stance(rows) is Stance.PLANNED


@pytest.mark.parametrize(
    "rows",
    [
        "a/DET/det@3 big/ADJ/amod@3 attack/NOUN/root@0",
        "they/PRON/nsubj@3 did/AUX/aux@3 attack/VERB/root@0",
        "when/SCONJ/mark@3 they/PRON/nsubj@3 attack/VERB/advcl@4 run/VERB/root@0",
        "they/PRON/nsubj@2 see/VERB/root@0 an/DET/det@4 attack/NOUN/obj@2",
        # a verb of planning says nothing of its subject, conjunct or circumstances
        "the/DET/det@2 attack/NOUN/nsubj@3 threaten/VERB/root@0 towns/NOUN/obj@3",
        "they/PRON/nsubj@2 plan/VERB/root@0 and/CCONJ/cc@4 attack/VERB/conj@2",
        "they/PRON/nsubj@2 plan/VERB/root@0 as/SCONJ/mark@4 attack/VERB/advcl@2",
        "they/PRON/nsubj@2 plan/VERB/root@0 during/ADP/case@4 attack/NOUN/obl@2",
        # "warned that …" tells its clause
        "we/PRON/nsubj@2 warn/VERB/root@0 they/PRON/nsubj@4 attack/VERB/ccomp@2",
        # a noun of planning plans only what hangs on it; a planning verb used as a noun nothing
        "an/DET/det@2 attack/NOUN/compound@3 plan/NOUN/root@0",
        "they/PRON/nsubj@2 call/NOUN/root@0 attack/NOUN/obj@2",
        # a relative clause further up closes the view
        (
            "they/PRON/nsubj@3 will/AUX/aux@3 run/VERB/root@0 men/NOUN/dep@3 who/PRON/nsubj@6 "
            "attack/VERB/orphan@4"
        ),
    ],
)
def test_what_only_stands_beside_a_plan_is_not_planned(rows: str) -> None:
    assert stance(rows) is Stance.ASSERTED


def test_a_modal_far_above_is_not_asked() -> None:
    chain = "attack/VERB/xcomp@2 b/VERB/xcomp@3 c/VERB/xcomp@4 d/VERB/xcomp@5 e/VERB/xcomp@6 {}"
    near = chain.format("f/VERB/root@0 will/AUX/aux@6")
    far = chain.format("f/VERB/xcomp@7 g/VERB/xcomp@8 h/VERB/root@0 will/AUX/aux@8")
    assert stance(near) is Stance.PLANNED
    assert stance(far) is Stance.ASSERTED


@pytest.mark.parametrize(
    "rows",
    [
        "they/PRON/nsubj@3 not/PART/advmod@3 attack/VERB/root@0",
        "no/DET/det@2 attack/NOUN/root@0",
        # the verb that carries a noun is negated
        "they/PRON/nsubj@3 never/ADV/advmod@3 saw/VERB/root@0 attack/NOUN/obj@3",
        "attack/NOUN/nsubj@3 not/PART/advmod@3 came/VERB/root@0",
        # nobody does it
        "nobody/PRON/nsubj@2 attack/VERB/root@0",
        "no/DET/det@2 side/NOUN/nsubj@3 attack/VERB/root@0",
        # it was tried in vain
        "they/PRON/nsubj@2 fail/VERB/root@0 to/PART/mark@4 attack/VERB/xcomp@2",
        # what ceases, in an infinitive or a noun
        "they/PRON/nsubj@2 met/VERB/root@0 to/PART/mark@4 stop/VERB/advcl@2 attack/NOUN/obj@4",
        "an/DET/det@2 end/NOUN/root@0 of/ADP/case@4 attack/NOUN/nmod@2",
    ],
)
def test_what_is_negated_or_has_ceased_is_not_told(rows: str) -> None:
    assert stance(rows) is None


@pytest.mark.parametrize(
    "rows",
    [
        "they/PRON/nsubj@3 never/ADV/advmod@3 saw/VERB/root@0 in/ADP/case@5 attack/NOUN/obl@3",
        "they/PRON/nsubj@2 fail/VERB/root@0 as/SCONJ/mark@4 attack/VERB/advcl@2",
        "they/PRON/nsubj@2 go/VERB/root@0 to/PART/mark@4 attack/VERB/xcomp@2",
        # what ended was there before
        "it/PRON/nsubj@2 end/VERB/root@0 attack/NOUN/obj@2",
        "they/PRON/nsubj@2 met/VERB/root@0 stop/VERB/advcl@2 it/PRON/nsubj@3 attack/NOUN/obj@3",
        "they/PRON/nsubj@2 met/VERB/root@0 stop/VERB/advcl@2 attack/NOUN/obl@3",
        "an/DET/det@2 end/NOUN/root@0 attack/NOUN/appos@2",
    ],
)
def test_what_only_stands_beside_a_negation_is_told(rows: str) -> None:
    assert stance(rows) is Stance.ASSERTED


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("ran/VERB/root@0 to/PART/mark@3 attack/VERB/advcl@1", True),
        ("push/NOUN/root@0 to/PART/mark@3 attack/VERB/acl@1", True),
        ("ran/VERB/root@0 to/PART/mark@3 launch/VERB/advcl@1 attack/NOUN/obj@3", True),
        ("began/VERB/root@0 to/PART/mark@3 attack/VERB/xcomp@1", False),
        ("ran/VERB/root@0 to/ADP/case@3 attack/NOUN/obl@1", False),
        ("ran/VERB/root@0 as/SCONJ/mark@3 attack/VERB/advcl@1", False),
        ("attack/NOUN/root@0", False),
        ("the/DET/det@2 town/NOUN/root@0 attack/NOUN/nmod@2", False),
    ],
)
def test_a_purpose_is_an_infinitive_behind_a_verb_or_noun(
    rows: str,
    expected: bool,
) -> None:
    read = told(rows)
    assert is_purpose(read.the("attack")) is expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "could have hit" tells a deed as far as one can tell, "could hit" none
        ("it/PRON/nsubj@4 could/AUX/aux@4 have/AUX/aux@4 attack/VERB/root@0", Stance.ASSERTED),
        ("it/PRON/nsubj@3 could/AUX/aux@3 attack/VERB/root@0", Stance.PLANNED),
        ("it/PRON/nsubj@4 could/AUX/aux@4 soon/ADV/advmod@4 attack/VERB/root@0", Stance.PLANNED),
        # but a condition stays one
        ("if/SCONJ/mark@4 it/PRON/nsubj@4 have/AUX/aux@4 attack/VERB/root@0", Stance.PLANNED),
    ],
)
def test_what_may_have_happened_is_no_plan(rows: str, expected: Stance) -> None:
    assert stance(rows) is expected


PLANNED_WITH = "they/PRON/nsubj@3 will/AUX/aux@3 meet/VERB/root@0 {} attack/NOUN/obl@3"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("after/ADP/case@5", Stance.ASSERTED),
        ("following/VERB/case@5", Stance.ASSERTED),
        ("despite/ADP/case@5", Stance.ASSERTED),
        ("during/ADP/case@5", Stance.PLANNED),
        ("with/ADP/case@5", Stance.PLANNED),
    ],
)
def test_what_lies_behind_a_plan_is_not_planned(before: str, expected: Stance) -> None:
    assert stance(PLANNED_WITH.format(before)) is expected


@pytest.mark.parametrize(
    "rows",
    [
        # an inquiry into it, whoever wants one
        "they/PRON/nsubj@2 plan/VERB/root@0 inquiry/NOUN/obj@2 into/ADP/case@5 attack/NOUN/nmod@3",
        "they/PRON/nsubj@2 plan/VERB/root@0 look/VERB/xcomp@2 into/ADP/case@5 attack/NOUN/obl@3",
        (
            "they/PRON/nsubj@2 plan/VERB/root@0 aid/NOUN/obj@2 for/ADP/case@5 victim/NOUN/nmod@3 "
            "of/ADP/case@7 attack/NOUN/nmod@5"
        ),
        "they/PRON/nsubj@2 plan/VERB/root@0 investigate/VERB/xcomp@2 attack/NOUN/obj@3",
        # a participle tells of the thing beside it
        "they/PRON/nsubj@2 plan/VERB/root@0 avoid/VERB/xcomp@2 roads/NOUN/obj@3 attack/VERB/acl@4",
        # what one is charged with
        "he/PRON/nsubj@2 accuse/VERB/root@0 of/SCONJ/mark@4 plan/VERB/advcl@2 attack/NOUN/obj@4",
    ],
)
def test_what_one_looks_into_or_answers_for_has_happened(rows: str) -> None:
    assert stance(rows) is not Stance.PLANNED


def test_nor_what_lies_behind_a_complement_of_it() -> None:
    rows = "they/PRON/nsubj@2 plan/VERB/root@0 meet/VERB/xcomp@2 {}/ADP/case@5 attack/NOUN/obl@3"
    assert stance(rows.format("after")) is Stance.ASSERTED
    assert stance(rows.format("for")) is Stance.PLANNED


@pytest.mark.parametrize(
    "rows",
    [
        "they/PRON/nsubj@3 allegedly/ADV/advmod@3 attack/VERB/root@0",
        "an/DET/det@3 alleged/ADJ/amod@3 attack/NOUN/root@0",
        # beside the verb that carries the noun
        "they/PRON/nsubj@3 allegedly/ADV/advmod@3 led/VERB/root@0 attack/NOUN/obj@3",
        "attack/NOUN/nsubj@3 allegedly/ADV/advmod@3 came/VERB/root@0",
        "attack/NOUN/nsubj:pass@4 was/AUX/aux:pass@4 allegedly/ADV/advmod@4 led/VERB/root@0",
    ],
)
def test_what_allegedly_happened_is_alleged(rows: str) -> None:
    assert stance(rows) is Stance.ALLEGED


@pytest.mark.parametrize(
    "rows",
    [
        "they/PRON/nsubj@3 reportedly/ADV/advmod@3 attack/VERB/root@0",
        "they/PRON/nsubj@3 allegedly/ADV/advmod@3 ran/VERB/root@0 in/ADP/case@5 attack/NOUN/obl@3",
        "attack/NOUN/root@0 by/ADP/case@4 allegedly/ADV/advmod@4 men/NOUN/nmod@1",
    ],
)
def test_what_stands_elsewhere_makes_no_allegation(rows: str) -> None:
    assert stance(rows) is Stance.ASSERTED


def test_an_alleged_attack_that_is_planned_or_negated_stays_so() -> None:
    planned = "they/PRON/nsubj@4 will/AUX/aux@4 allegedly/ADV/advmod@4 attack/VERB/root@0"
    negated = "they/PRON/nsubj@4 not/PART/advmod@4 allegedly/ADV/advmod@4 attack/VERB/root@0"
    assert stance(planned) is Stance.PLANNED
    assert stance(negated) is None
