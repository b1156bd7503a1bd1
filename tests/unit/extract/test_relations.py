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


ASIDE = (
    "Watch/PROPN/nsubj@2 said/VERB/root@0/say Borland/PROPN/nsubj@8 ,/PUNCT/punct@6 {}/X/dep@6 "
    "backs/VERB/{}@3/back RF/PROPN/obj@6 left/VERB/ccomp@2/leave"
)


def sources(rows: str) -> list[list[str]]:
    return [[link.label for link in each.source] for each in relations(told(rows).now)]


def test_what_stands_aside_between_commas_is_the_articles_own_word() -> None:
    assert sources(ASIDE.format("which", "acl:relcl")) == [[]]
    assert sources(ASIDE.format("which", "acl:relcl").replace(",", "and")) == [["Avenia Watch"]]
    assert sources(ASIDE.format('"', "acl:relcl")) == [["Avenia Watch"]]


def test_who_speaks_inside_an_aside_is_the_source_of_what_it_tells() -> None:
    rows = (
        "Borland/PROPN/nsubj@9 ,/PUNCT/punct@5 which/PRON/obj@7 Watch/PROPN/nsubj@5 "
        "said/VERB/acl:relcl@1/say Casland/PROPN/nsubj@7 backs/VERB/ccomp@5/back RF/PROPN/obj@7 "
        "left/VERB/root@0/leave"
    )
    assert sources(rows) == [["Avenia Watch"]]
