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


def ties(rows: str, rule: str) -> list[tuple[str, str, bool]]:
    """Member, group and whether it is former, of each affiliation that a pattern found."""
    assert all(each[2] == rule for each in found(rows))
    return [(member, group, former) for member, group, _, former in found(rows)]


NOW, ONCE = [(*RED_OF_GREEN, False)], [(*RED_OF_GREEN, True)]
DOES = "RF/PROPN/nsubj@2 {} {} GL/PROPN/obl@2"


@pytest.mark.parametrize(
    ("rows", "rule", "expected"),
    [
        # joining
        ("RF/PROPN/nsubj@2 joined/VERB/root@0/join GL/PROPN/obj@2", "verb of joining", NOW),
        ("RF/PROPN/nsubj@2 joined/VERB/root@0/join RF/PROPN/obj@2", "", []),
        ("Sol/PROPN/nsubj@2 joined/VERB/root@0/join GL/PROPN/obj@2", "", []),
        ("RF/PROPN/nsubj@2 joined/VERB/root@0/join Borland/PROPN/obj@2", "", []),
        ("RF/PROPN/nsubj@2 join/NOUN/root@0 GL/PROPN/obj@2", "", []),
        ("RF/PROPN/nsubj@2 saw/VERB/root@0/see GL/PROPN/obj@2", "", []),
        (DOES.format("merged/VERB/root@0/merge", "into/ADP/case@4"), "verb of affiliation", NOW),
        # leaving
        (DOES.format("split/VERB/root@0", "from/ADP/case@4"), "verb of leaving", ONCE),
        (DOES.format("split/VERB/root@0", "with/ADP/case@4"), "verb of leaving", ONCE),
        (DOES.format("split/VERB/root@0", "out/ADP/case@5 of/ADP/fixed@3"), "verb of leaving", ONCE),
        (DOES.format("split/VERB/root@0", "near/ADP/case@4"), "", []),
        # an alliance and those in it
        ("GL/PROPN/nsubj@2 includes/VERB/root@0/include RF/PROPN/obj@2", "verb of grouping", NOW),
        (DOES.format("belongs/VERB/root@0/belong", "to/ADP/case@4"), "verb of belonging", NOW),
        (DOES.format("belongs/VERB/root@0/belong", "in/ADP/case@4"), "", []),
        # a group that leads another one, said either way; a person that leads is no member
        ("RF/PROPN/nsubj@2 leads/VERB/root@0/lead GL/PROPN/obj@2", "group that leads", NOW),
        (("GL/PROPN/nsubj:pass@3 is/AUX/aux:pass@3 led/VERB/root@0/lead by/ADP/case@5 "
          "RF/PROPN/obl:agent@3"), "group that leads", NOW),
        ("Sol/PROPN/nsubj@2 leads/VERB/root@0/lead GL/PROPN/obj@2", "", []),
        # groups without a name, and men of a group, are no groups that belong to another
        ("rebels/NOUN/nsubj@2/rebel joined/VERB/root@0/join GL/PROPN/obj@2", "", []),
        (("RF/PROPN/compound@2 rebels/NOUN/nsubj@3/rebel joined/VERB/root@0/join "
          "GL/PROPN/obj@3"), "", []),
    ],
)  # fmt: skip
def test_verbs_of_joining_leaving_grouping_belonging_and_leading(
    rows: str, rule: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert ties(rows, rule) == expected


def test_all_members_of_a_group_are_told() -> None:
    rows = "WC/PROPN/nsubj@2 includes/VERB/root@0/include RF/PROPN/obj@2 GL/PROPN/conj@3"
    assert ties(rows, "verb of grouping") == [
        ("Red Front", "World Council", False),
        ("Green Legion", "World Council", False),
    ]


RELATIVE = "to/ADP/case@{0} which/PRON/obl@{1} RF/PROPN/nsubj@{1} belongs/VERB/acl:relcl@{2}/belong"


@pytest.mark.parametrize(
    ("before", "at", "expected"),
    [
        # "GL, to which RF belongs", "GL, an alliance to which RF belongs"
        ("GL/PROPN/root@0", 1, NOW),
        ("GL/PROPN/root@0 ,/PUNCT/punct@4 an/DET/det@4 alliance/NOUN/appos@1", 4, NOW),
        ("an/DET/det@2 alliance/NOUN/root@0", 2, []),
    ],
)
def test_the_group_may_stand_before_a_relative_clause(
    before: str, at: int, expected: list[tuple[str, str, bool]]
) -> None:
    size = len(before.split())
    rows = f"{before} {RELATIVE.format(size + 2, size + 4, at)}"
    assert ties(rows, "verb of belonging") == expected
    assert ties(rows.replace("which/PRON/obl", "which/PRON/dep"), "") == []
    assert ties(rows.replace("acl:relcl", "advcl"), "") == []


PART = "{} part/NOUN/{} of/ADP/case@{} GL/PROPN/nmod@{}"
IS_PART = PART.format("RF/PROPN/nsubj@3 is/AUX/cop@3", "root@0", 5, 3)
USED = PART.format(
    "RF/PROPN/nsubj@2 used/VERB/root@0/use to/PART/mark@5 be/AUX/cop@5", "xcomp@2", 7, 5
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # predicate, apposition, "became part of"
        (IS_PART, NOW),
        (PART.format("RF/PROPN/root@0 ,/PUNCT/punct@3", "appos@1", 5, 3), NOW),
        (PART.format("RF/PROPN/nsubj@2 became/VERB/root@0/become", "obj@2", 5, 3), NOW),
        (PART.format("RF/PROPN/nsubj@2 saw/VERB/root@0/see", "obj@2", 5, 3), []),
        # in what, and of no group
        (IS_PART.replace("of/", "in/"), []),
        (IS_PART.replace("GL/", "Teluk/"), []),
        # no longer so: "once a part of", "used to be part of", "a former part of"
        (PART.format("RF/PROPN/root@0 ,/PUNCT/punct@4 once/ADV/advmod@4", "appos@1", 6, 4), ONCE),
        (PART.format("RF/PROPN/nsubj@3 former/ADJ/amod@3", "root@0", 5, 3), ONCE),
        (USED, ONCE),
        (USED.replace("used/VERB", "uses/VERB"), NOW),
    ],
)
def test_parts_and_members(rows: str, expected: list[tuple[str, str, bool]]) -> None:
    assert ties(rows, "member as part") == expected


BOND = "RF/PROPN/nsubj@2 {} ties/NOUN/{}@2/tie with/ADP/case@5 GL/PROPN/nmod@3"
HAS = BOND.format("has/VERB/root@0/have", "obj")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (HAS, NOW),
        (HAS.replace("with/", "to/"), NOW),
        # the parser may hang the group on the verb
        (HAS.replace("nmod@3", "obl@2"), NOW),
        (HAS.replace("nmod@3", "obl@2").replace("with/", "to/"), NOW),
        (BOND.format("cut/VERB/root@0/cut", "obj"), ONCE),
        # another verb, another place in the clause, behind another preposition, negated
        (BOND.format("praises/VERB/root@0/praise", "obj"), []),
        (BOND.format("has/VERB/root@0/have", "obl"), []),
        (HAS.replace("with/", "near/"), []),
        (f"{HAS} never/ADV/advmod@2", []),
    ],
)
def test_bonds_that_groups_have_or_break(rows: str, expected: list[tuple[str, str, bool]]) -> None:
    assert ties(rows, "bond tie") == expected


def test_what_the_verb_tells_of_a_bond_is_its_stance() -> None:
    now = told(BOND.format("cut/VERB/root@0/cut", "obj")).now
    words = now.knowledge.relations.affiliation
    tellers = [tie.teller for word in now.sentence.words for tie in affiliations(word, now, words)]
    assert [word.text if word is not None else "" for word in tellers] == ["cut"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("GL/PROPN/root@0 and/CCONJ/cc@4 linked/ADJ/amod@4 RF/PROPN/conj@1", NOW),
        # not coordinated, not its adjective, another adjective, men without a name
        ("GL/PROPN/root@0 and/CCONJ/cc@4 linked/ADJ/dep@4 RF/PROPN/conj@1", []),
        ("GL/PROPN/root@0 and/CCONJ/cc@4 linked/ADJ/amod@4 RF/PROPN/dep@1", []),
        ("GL/PROPN/root@0 and/CCONJ/cc@4 rival/ADJ/amod@4 RF/PROPN/conj@1", []),
        ("GL/PROPN/root@0 and/CCONJ/cc@4 linked/ADJ/amod@4 rebels/NOUN/conj@1/rebel", []),
    ],
)
def test_an_allied_group_beside_another(rows: str, expected: list[tuple[str, str, bool]]) -> None:
    assert ties(rows, "linked beside") == expected


LED = (
    "RF/PROPN/root@0 ,/PUNCT/punct@3 outfit/NOUN/appos@1 {}/VERB/acl@3/{} by/ADP/case@7 "
    "{}/{}@7 branch/NOUN/obl:agent@4"
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "RF, an outfit led by the GL branch"
        (LED.format("led", "lead", "GL", "PROPN/compound"), NOW),
        (LED.format("led", "lead", "ex-GL", "ADJ/amod"), ONCE),
        # another verb, of nobody
        (LED.format("praised", "praise", "GL", "PROPN/compound"), []),
        (LED.format("led", "lead", "local", "ADJ/amod"), []),
    ],
)
def test_a_group_that_a_branch_leads_is_of_its_parent(
    rows: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert ties(rows, "led by its branch") == expected
