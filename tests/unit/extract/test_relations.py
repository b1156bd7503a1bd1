"""Ties become relations where the article asserts or alleges them, each pair once."""

from __future__ import annotations

from extract.trees import told
from kg.extract.relations import relations
from kg.model import Stance

BACKS = "Borland/PROPN/nsubj@2 backs/VERB/root@0/back RF/PROPN/obj@2"


def found(rows: str) -> list[tuple[str, str, str, str, str]]:
    """Class, ends, stance and rule of each relation."""
    return [
        (each.of, each.first.label, each.second.label, each.stance.value, each.rule)
        for each in relations(told(rows).now)
    ]


def test_a_tie_becomes_a_relation_with_the_word_that_tells_it() -> None:
    read = told(BACKS)
    (only,) = relations(read.now)
    assert (only.of, only.word, only.stance, only.source, only.facts) == (
        "Backing", read.the("backs"), Stance.ASSERTED, (), (),
    )  # fmt: skip


def test_a_pair_is_told_once_by_its_first_pattern() -> None:
    rows = (
        "Borland/PROPN/nsubj@2 backs/VERB/root@0/back RF/PROPN/obj@2 and/CCONJ/cc@5 "
        "fights/VERB/conj@2/fight alongside/ADP/case@7 RF/PROPN/obl@5"
    )
    assert found(rows) == [("Backing", "Borland", "Red Front", "Asserted", "verb of support")]


def test_nobody_backs_itself() -> None:
    assert found(BACKS.replace("RF/", "Karsk/")) == []


def test_claims_are_alleged_and_plans_denials_and_purposes_are_no_relations() -> None:
    claim = "GL/PROPN/nsubj@2 {} Borland/PROPN/nsubj@4 backs/VERB/ccomp@2/back RF/PROPN/obj@4"
    assert found(claim.format("claims/VERB/root@0/claim")) == [
        ("Backing", "Borland", "Red Front", "Alleged", "verb of support")
    ]
    assert found(claim.format("denies/VERB/root@0/deny")) == []
    assert found("Borland/PROPN/nsubj@3 could/AUX/aux@3 back/VERB/root@0 RF/PROPN/obj@3") == []
    purpose = (
        "Borland/PROPN/nsubj@2 met/VERB/root@0 to/PART/mark@4 back/VERB/advcl@2 RF/PROPN/obj@4"
    )
    assert found(purpose) == []


def test_the_source_is_who_says_so() -> None:
    rows = (
        "Watch/PROPN/nsubj@2 said/VERB/root@0/say Borland/PROPN/nsubj@4 backs/VERB/ccomp@2/back "
        "RF/PROPN/obj@4"
    )
    (only,) = relations(told(rows).now)
    assert [link.label for link in only.source] == ["Avenia Watch"]


def test_all_kinds_of_relations_of_a_sentence_are_told_leaders_last() -> None:
    rows = (
        "RF/PROPN/compound@2 leader/NOUN/compound@3 Sol/PROPN/nsubj@4 praised/VERB/root@0 "
        "rebel-held/ADJ/amod@6 Teluk/PROPN/obj@4 and/CCONJ/cc@9 GL-linked/ADJ/amod@9 "
        "RF/PROPN/conj@6"
    )
    assert found(rows) == [
        ("Control", "rebels (Avenia)", "Teluk", "Asserted", "-held"),
        ("Affiliation", "Red Front", "Green Legion", "Asserted", "-linked"),
        ("Leadership", "Mira Sol", "Red Front", "Asserted", "title beside a name"),
    ]
    assert relations(told(rows).now)[-1].facts == (("role", "leader"),)
