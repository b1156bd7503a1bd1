"""Who belongs to whom, by nouns, hyphens and verbs of belonging."""

from __future__ import annotations

import pytest

from extract.trees import told
from kg.extract.affiliation import affiliations


def found(rows: str) -> list[tuple[str, str, str, bool]]:
    """Member, group, pattern and whether it is former, of each affiliation of a sentence."""
    now = told(rows).now
    words = now.knowledge.relations.affiliation
    ties = [tie for word in now.sentence.words for tie in affiliations(word, now, words)]
    assert {(tie.of, tie.facts) for tie in ties} <= {
        ("Affiliation", ()), ("Affiliation", (("former", "true"),)),
    }  # fmt: skip
    return [(tie.first.label, tie.second.label, tie.rule, bool(tie.facts)) for tie in ties]


RED_OF_GREEN = ("Red Front", "Green Legion")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # modifiers, "of" phrases; apposition, predicate
        (
            "RF/PROPN/root@0 ,/PUNCT/punct@4 GL/PROPN/nmod:poss@4 branch/NOUN/appos@1",
            [(*RED_OF_GREEN, "noun branch", False)],
        ),
        (
            (
                "RF/PROPN/nsubj@4 is/AUX/cop@4 a/DET/det@4 branch/NOUN/root@0 of/ADP/case@6 "
                "GL/PROPN/nmod@4"
            ),
            [(*RED_OF_GREEN, "noun branch", False)],
        ),
        (
            "WC/PROPN/compound@2 affiliate/NOUN/root@0 RF/PROPN/flat@2",
            [("Red Front", "World Council", "noun affiliate", False)],
        ),
        # former ones
        (
            (
                "RF/PROPN/root@0 ,/PUNCT/punct@5 GL/PROPN/nmod:poss@5 former/ADJ/amod@5 "
                "branch/NOUN/appos@1"
            ),
            [(*RED_OF_GREEN, "noun branch", True)],
        ),
        (
            (
                "RF/PROPN/root@0 ,/PUNCT/punct@5 GL/PROPN/nmod:poss@5 ex-local/ADJ/amod@5 "
                "branch/NOUN/appos@1"
            ),
            [(*RED_OF_GREEN, "noun branch", True)],
        ),
        # states have no branches, members are armed groups
        ("RF/PROPN/root@0 ,/PUNCT/punct@4 Borlandic/ADJ/amod@4 branch/NOUN/appos@1", []),
        ("WC/PROPN/root@0 ,/PUNCT/punct@4 GL/PROPN/nmod:poss@4 branch/NOUN/appos@1", []),
        ("RF/PROPN/nsubj@2 branch/NOUN/root@0 in/ADP/case@4 GL/PROPN/nmod@2", []),
        ("RF/PROPN/nsubj@2 branch/NOUN/root@0 of/ADP/case@4 Borland/PROPN/nmod@2", []),
        ("GL/PROPN/nmod:poss@2 branch/NOUN/obj@3 won/VERB/root@0", []),
    ],
)
def test_nouns_of_belonging(rows: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert found(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("GL-linked/ADJ/amod@2 rebels/NOUN/root@0/rebel", [("rebels (Avenia)", "Green Legion")]),
        ("GL-linked/ADJ/amod@2 civilians/NOUN/root@0/civilian", []),
        ("GL-made/ADJ/amod@2 rebels/NOUN/root@0/rebel", []),
        ("weakly-linked/ADJ/amod@2 rebels/NOUN/root@0/rebel", []),
        ("GL-linked/ADJ/root@0", []),
    ],
)
def test_names_with_a_hyphen(rows: str, expected: list[tuple[str, str]]) -> None:
    assert found(rows) == [(*pair, "-linked", False) for pair in expected]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "RF/PROPN/nsubj@2 merged/VERB/root@0/merge with/ADP/case@4 GL/PROPN/obl@2",
            [RED_OF_GREEN],
        ),
        (
            (
                "RF/PROPN/nsubj:pass@3 is/AUX/aux:pass@3 linked/VERB/root@0/link to/ADP/case@5 "
                "GL/PROPN/obl@3"
            ),
            [RED_OF_GREEN],
        ),
        ("RF/PROPN/nsubj@2 merged/VERB/root@0/merge near/ADP/case@4 GL/PROPN/obl@2", []),
        ("RF/PROPN/nsubj@2 met/VERB/root@0/meet with/ADP/case@4 GL/PROPN/obl@2", []),
        ("RF/PROPN/nsubj@2 merged/NOUN/root@0/merge with/ADP/case@4 GL/PROPN/obl@2", []),
        ("Borland/PROPN/nsubj@2 merged/VERB/root@0/merge with/ADP/case@4 GL/PROPN/obl@2", []),
        ("RF/PROPN/nsubj@2 merged/VERB/root@0/merge with/ADP/case@4 Borland/PROPN/obl@2", []),
    ],
)
def test_verbs_of_belonging(rows: str, expected: list[tuple[str, str]]) -> None:
    assert found(rows) == [(*pair, "verb of affiliation", False) for pair in expected]
