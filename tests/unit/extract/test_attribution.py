"""Who is made to say what: by verbs of saying, by "according to", by where the words stand."""

from __future__ import annotations

import pytest

from extract.trees import context, known, labels, to, told
from kg.extract.attribution import denier_of, source_of, speakers


def sayings(rows: str) -> list[tuple[str, list[str], str, str]]:
    """Word, speakers, manner and covered words of each act of saying."""
    read = told(rows)
    return [
        (
            each.word.text,
            labels(each.speakers),
            each.manner,
            " ".join(w.text for w in read.now.sentence.words if w.i in each.content),
        )
        for each in read.now.sayings
    ]


SAID = "Watch/PROPN/nsubj@2 {} clashes/NOUN/nsubj@4/clash broke/VERB/ccomp@2 out/ADP/dep@4"


@pytest.mark.parametrize(
    ("verb", "manner"),
    [("said/VERB/root@0/say", "say"), ("claimed/VERB/root@0/claim", "claim"),
     ("denied/VERB/root@0/deny", "deny")],
)  # fmt: skip
def test_a_verb_of_saying_covers_its_clause(verb: str, manner: str) -> None:
    word = verb.partition("/")[0]
    assert sayings(SAID.format(verb)) == [(word, ["Avenia Watch"], manner, "clashes broke out")]


@pytest.mark.parametrize(
    "rows",
    [
        SAID.format("saw/VERB/root@0/see"),
        SAID.format("said/NOUN/root@0/say"),
        # nobody who can speak
        SAID.format("said/VERB/root@0/say").replace("Watch/PROPN", "trees/NOUN"),
        # nothing said
        "Watch/PROPN/nsubj@2 said/VERB/advcl@0/say",
    ],
)
def test_without_verb_speaker_or_content_there_is_no_saying(rows: str) -> None:
    assert sayings(rows) == []


def test_blame_reaches_behind_prepositions_and_plain_saying_does_not() -> None:
    rows = (
        "RF/PROPN/nsubj@2 {} GL/PROPN/obj@2 of/ADP/case@5 bombing/NOUN/obl@2 "
        "two/NUM/nummod@7 towns/NOUN/obj@5 near/ADP/case@9 Oram/PROPN/nmod@7"
    )
    assert sayings(rows.format("accused/VERB/root@0/accuse"))[0][3] == (
        "GL of bombing two towns near Oram"
    )
    (told_only,) = sayings(rows.format("said/VERB/advcl@0/say"))
    assert told_only[3] == "GL"


def test_a_time_without_preposition_is_not_said() -> None:
    rows = (
        "RF/PROPN/nsubj@2 claimed/VERB/root@0/claim Friday/PROPN/obl:unmarked@2 "
        "it/PRON/nsubj@5 took/VERB/ccomp@2 all/PRON/obj@5 four/NUM/obj@5"
    )
    assert sayings(rows)[0][3] == "it took all four"


@pytest.mark.parametrize(
    ("relation", "extra"),
    [("parataxis", ""), ("advcl", "as/SCONJ/mark@6 ")],
)
def test_an_inserted_saying_covers_all_else(relation: str, extra: str) -> None:
    rows = (
        f"clashes/NOUN/nsubj@2/clash erupted/VERB/root@0 ,/PUNCT/punct@2 {extra}"
        f"Watch/PROPN/nsubj@{6 if extra else 5} said/VERB/{relation}@2/say"
    )
    assert sayings(rows) == [("said", ["Avenia Watch"], "say", "clashes erupted ,")]


def test_a_saying_in_a_bare_clause_covers_only_what_hangs_on_it() -> None:
    rows = (
        "clashes/NOUN/nsubj@2/clash erupted/VERB/root@0 Watch/PROPN/nsubj@4 "
        "said/VERB/advcl@2/say this/PRON/obj@4"
    )
    assert sayings(rows) == [("said", ["Avenia Watch"], "say", "this")]


def test_where_the_parse_does_not_tell_what_stands_in_front_is_said_else_what_follows() -> None:
    front = (
        "many/ADJ/dep@7 clashes/NOUN/dep@7 broke/VERB/dep@7 out/ADP/dep@7 ,/PUNCT/punct@7 "
        "Watch/PROPN/nsubj@7 said/VERB/root@0/say"
    )
    behind = "yes/INTJ/dep@3 Watch/PROPN/nsubj@3 said/VERB/root@0/say clashes/NOUN/dep@3"
    assert sayings(front)[0][3] == "many clashes broke out ,"
    assert sayings(behind)[0][3] == "clashes"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        # a statement speaks for its author, if it has one
        ("statement/NOUN/nsubj@3 RF/PROPN/nmod:poss@1", ["Red Front"]),
        ("statement/NOUN/nsubj@3 big/ADJ/amod@1", []),
        # passive: the agent
        ("it/PRON/nsubj:pass@3 RF/PROPN/obl:agent@3", ["Red Front"]),
        ("RF/PROPN/nsubj:pass@3 was/AUX/aux:pass@3", []),
        # two speakers, each once
        ("RF/PROPN/nsubj@3 GL/PROPN/conj@1", ["Red Front", "Green Legion"]),
        ("RF/PROPN/nsubj@3 RF/PROPN/conj@1", ["Red Front"]),
        # places and those merely told of say nothing, residents do
        ("Teluk/PROPN/nsubj@3 then/ADV/advmod@3", []),
        ("civilians/NOUN/nsubj@3/civilian then/ADV/advmod@3", []),
        ("residents/NOUN/nsubj@3/resident then/ADV/advmod@3", ["civilians (Avenia)"]),
        ("Marsa/PROPN/nsubj@3 then/ADV/advmod@3", ["Avenia"]),
    ],
)
def test_who_speaks(subject: str, expected: list[str]) -> None:
    read = told(f"{subject} said/VERB/root@0/say")
    found = speakers(read.the("said"), read.now.resolver, known().speech)
    assert labels(found) == expected


def test_inverted_speech_read_as_an_object_still_has_its_speaker() -> None:
    rows = "so/ADV/advmod@2 said/VERB/{}@{}/say RF/PROPN/obj@2"
    main, inner = told(rows.format("root", 0)), told(rows.format("xcomp", 0))
    assert labels(speakers(main.the("said"), main.now.resolver, known().speech)) == ["Red Front"]
    assert speakers(inner.the("said"), inner.now.resolver, known().speech) == ()
    before = told("RF/PROPN/obj@2 said/VERB/root@0/say")
    assert speakers(before.the("said"), before.now.resolver, known().speech) == ()


def test_an_object_pronoun_does_not_speak() -> None:
    within = context()
    within.last_source = to("actor/avenia-watch")
    rows = "RF/PROPN/nsubj@2 left/VERB/ccomp@3/leave confirmed/VERB/root@0/confirm it/PRON/obj@3"
    read = told(rows, within)
    assert labels(speakers(read.the("confirmed"), read.now.resolver, known().speech)) == []


@pytest.mark.parametrize(
    ("pronoun", "last", "expected"),
    [
        ("it", "actor/avenia-watch", ["Avenia Watch"]),
        ("she", "actor/mira-sol", ["Mira Sol"]),
        # a pronoun that does not fit who spoke last means whoever was told of last
        ("she", "actor/avenia-watch", []),
        ("it", "actor/mira-sol", []),
        ("it", "", []),
    ],
)
def test_a_pronoun_goes_on_speaking_where_it_fits(
    pronoun: str, last: str, expected: list[str]
) -> None:
    within = context()
    within.last_source = to(last) if last else None
    read = told(f"{pronoun}/PRON/nsubj@2 added/VERB/root@0/add", within)
    assert labels(speakers(read.the("added"), read.now.resolver, known().speech)) == expected


def test_a_report_without_author_is_of_who_spoke_last() -> None:
    within = context()
    within.last_source = to("actor/avenia-watch")
    read = told("report/NOUN/nsubj@2 added/VERB/root@0/add", within)
    assert speakers(read.the("added"), read.now.resolver, known().speech) == (
        to("actor/avenia-watch"),
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (
                "clashes/NOUN/nsubj@2/clash erupted/VERB/root@0 according/VERB/case@5 "
                "to/ADP/fixed@3 Watch/PROPN/obl@2"
            ),
            [("Watch", ["Avenia Watch"], "say", "clashes erupted")],
        ),
        # it reaches up to its whole clause, not beyond
        (
            (
                "they/PRON/nsubj@2 saw/VERB/root@0/see clashes/NOUN/obj@2/clash according/VERB/case@6 "
                "to/ADP/fixed@4 Watch/PROPN/nmod@3"
            ),
            [("Watch", ["Avenia Watch"], "say", "they saw clashes")],
        ),
        # two sources, and a report of one
        (
            (
                "clashes/NOUN/root@0/clash according/VERB/case@4 to/ADP/fixed@2 Watch/PROPN/nmod@1 "
                "RF/PROPN/conj@4"
            ),
            [("Watch", ["Avenia Watch", "Red Front"], "say", "clashes")],
        ),
        (
            (
                "clashes/NOUN/root@0/clash according/VERB/case@5 to/ADP/fixed@2 RF/PROPN/nmod:poss@5 "
                "report/NOUN/nmod@1"
            ),
            [("report", ["Red Front"], "say", "clashes")],
        ),
        (
            "clashes/NOUN/root@0/clash according/VERB/case@4 to/ADP/fixed@2 report/NOUN/nmod@1",
            [("report", [], "say", "clashes")],
        ),
        # a source that is a clause of its own
        (
            "according/VERB/case@3 to/ADP/fixed@1 Watch/PROPN/root@0",
            [("Watch", ["Avenia Watch"], "say", "")],
        ),
        ("clashes/NOUN/root@0/clash near/ADP/case@3 Watch/PROPN/nmod@1", []),
    ],
)
def test_according_to_somebody(rows: str, expected: list[tuple[str, list[str], str, str]]) -> None:
    assert sayings(rows) == expected


SAYS = "Watch/PROPN/nsubj@2 said/VERB/root@0/say RF/PROPN/nsubj@4 left/VERB/ccomp@2 {}"


@pytest.mark.parametrize(
    ("rows", "spoken"),
    [
        # what only dates what is said is the article's own word
        (SAYS.format("before/ADP/case@6 clashes/NOUN/obl@4/clash"), False),
        (SAYS.format("since/ADP/case@6 clashes/NOUN/obl@4/clash"), False),
        (
            SAYS.format("hours/NOUN/obl:unmarked@7 after/ADP/case@7 clashes/NOUN/obl@4/clash"),
            False,
        ),
        # "after" alone may tell the cause, "in" where it was
        (SAYS.format("after/ADP/case@6 clashes/NOUN/obl@4/clash"), True),
        (SAYS.format("in/ADP/case@6 clashes/NOUN/obl@4/clash"), True),
    ],
)
def test_what_dates_a_saying_is_not_said(rows: str, spoken: bool) -> None:
    read = told(rows)
    found = source_of(read.the("clashes"), read.now.sayings)
    assert labels(found) == (["Avenia Watch"] if spoken else [])
    assert labels(source_of(read.the("left"), read.now.sayings)) == ["Avenia Watch"]


def test_what_is_said_in_a_dating_clause_is_said() -> None:
    rows = (
        "RF/PROPN/nsubj@2 left/VERB/root@0 before/ADP/case@5 Watch/PROPN/nsubj@5 "
        "said/VERB/advcl@2/say clashes/NOUN/nsubj@7/clash broke/VERB/ccomp@5 out/ADP/dep@7"
    )
    read = told(rows)
    assert labels(source_of(read.the("broke"), read.now.sayings)) == ["Avenia Watch"]


def test_who_denies_is_who_denies_what_a_word_tells() -> None:
    rows = (
        "RF/PROPN/nsubj@2 {} it/PRON/nsubj@4 attacked/VERB/ccomp@2/attack all/DET/det@6 "
        "towns/NOUN/obj@4"
    )
    denied, said = (
        told(rows.format("denied/VERB/root@0/deny")),
        told(rows.format("said/VERB/root@0/say")),
    )
    assert labels(denier_of(denied.the("attacked"), denied.now.sayings)) == ["Red Front"]
    assert denier_of(denied.the("denied"), denied.now.sayings) == ()
    assert denier_of(said.the("attacked"), said.now.sayings) == ()
    # a denial is nobody's word that it was so
    assert source_of(denied.the("attacked"), denied.now.sayings) == ()


@pytest.mark.parametrize(
    ("verb", "covered"),
    [("claimed/VERB/acl:relcl@1/claim", True), ("said/VERB/acl:relcl@1/say", False)],
)
def test_what_a_clause_blames_is_told_by_who_blames(verb: str, covered: bool) -> None:
    # "attacks that the front claimed on Friday"
    read = told(f"attacks/NOUN/root@0/attack RF/PROPN/nsubj@3 {verb} on/ADP/case@5 them/PRON/obl@3")
    inside = [read.the("attacks").i in each.content for each in read.now.sayings]
    assert any(inside) is covered
