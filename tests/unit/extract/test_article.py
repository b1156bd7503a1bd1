"""An article is read paragraph by paragraph, with what it told before in mind."""

from __future__ import annotations

import datetime

import pytest
from language.trees import vocab
from spacy.tokens import Doc

from extract.trees import known
from kg.extract.article import Rules, reports
from kg.model import Article, Document, IssueDate, Report, Segment, SegmentKind

ISSUED = datetime.date(2020, 5, 14)


def doc(rows: str) -> Doc:
    """A parsed paragraph of one sentence from rows `form/POS/relation@head/lemma/entity`."""
    cells = [[*row.split("/"), "", ""][:5] for row in rows.split()]
    heads = [int(cell[2].partition("@")[2]) for cell in cells]
    return Doc(
        vocab(),
        words=[cell[0] for cell in cells],
        spaces=[True] * (len(cells) - 1) + [False],
        pos=[cell[1] for cell in cells],
        deps=[cell[2].partition("@")[0] for cell in cells],
        heads=[head - 1 if head else at for at, head in enumerate(heads)],
        lemmas=[cell[3] or cell[0].lower() for cell in cells],
        ents=[f"B-{cell[4]}" if cell[4] else "O" for cell in cells],
    )


def read(
    *paragraphs: str, kinds: tuple[SegmentKind, ...] = (), clear: bool = False
) -> list[Report]:
    """What the paragraphs tell as one article; by default all are body."""
    docs = [doc(rows) for rows in paragraphs]
    texts = [each.text for each in docs]
    starts = [sum(len(text) + 2 for text in texts[:at]) for at in range(len(texts))]
    segments = [
        Segment(kind, text, tuple(range(start, start + len(text))))
        for kind, text, start in zip(
            kinds or (SegmentKind.BODY,) * len(texts), texts, starts, strict=True
        )
    ]
    article = Article(
        Document("a.txt", "\n\n".join(texts)), tuple(segments), IssueDate(ISSUED, "metadata")
    )
    telling = [each for each, segment in zip(docs, segments, strict=True) if segment.kind.tells]
    return reports(article, telling, Rules(known(), clear))


def brief(found: list[Report]) -> list[tuple[str, str, str]]:
    return [(each.type, each.quote, each.rule) for each in found]


ATTACK = "RF/PROPN/nsubj@2 attacked/VERB/root@0/attack Teluk/PROPN/obj@2"
TRUCE = (
    "Borland/PROPN/nsubj@2 signed/VERB/root@0/sign a/DET/det@4 truce/NOUN/obj@2 on/ADP/case@7 "
    "6/NUM/nummod@7 March/PROPN/obl@2 2020/NUM/nummod@7"
)


def test_an_article_that_tells_nothing_yields_nothing() -> None:
    assert read() == []
    assert read("trees/NOUN/nsubj@2 grow/VERB/root@0") == []


def test_quotes_stand_in_the_text_at_their_offsets() -> None:
    first, second = read(ATTACK, ATTACK)
    assert (first.quote, first.start) == ("RF attacked Teluk", 0)
    assert (second.quote, second.start) == ("RF attacked Teluk", 19)
    assert first.same_as == second.same_as == "e1"


def test_what_is_no_part_of_the_story_is_not_read() -> None:
    kinds = (SegmentKind.HEADLINE, SegmentKind.TEASER, SegmentKind.BODY)
    found = read(ATTACK, ATTACK, ATTACK, kinds=kinds)
    assert [each.segment for each in found] == [SegmentKind.HEADLINE, SegmentKind.BODY]


def test_a_sentence_tells_events_then_deals_then_relations() -> None:
    rows = (
        "Borland/PROPN/nsubj@2 backs/VERB/root@0/back RF/PROPN/obj@2 and/CCONJ/cc@5 "
        "announced/VERB/conj@2/announce a/DET/det@7 truce/NOUN/obj@5"
    )
    assert [(each.of, each.type) for each in read(rows)] == [
        ("Event", "CeasefireAgreement"), ("CeasefireDeal", "CeasefireDeal"), ("Backing", "Backing"),
    ]  # fmt: skip


def test_events_and_the_making_of_deals_stand_in_text_order() -> None:
    rows = (
        "Borland/PROPN/nsubj@2 announced/VERB/root@0/announce truce/NOUN/obj@2 after/ADP/case@5 "
        "clashes/NOUN/obl@2/clash in/ADP/case@7 Teluk/PROPN/nmod@5"
    )
    events = [each.type for each in read(rows) if each.of == "Event"]
    assert events == ["CeasefireAgreement", "Clash"]


def test_a_vague_truce_is_the_one_that_the_article_dates() -> None:
    found = read(ATTACK, TRUCE, "a/DET/det@2 truce/NOUN/nsubj@3 began/VERB/root@0/begin")
    deals = {each.deal.label for each in found if each.deal is not None}
    assert deals == {"Dorn truce"}


def test_a_sentence_has_the_times_told_in_it_to_its_last_word() -> None:
    (report,) = read(f"{ATTACK} on/ADP/case@6 5/NUM/nummod@6 March/PROPN/obl@2")
    assert (report.date_text, report.when.begin) == ("5 March", datetime.date(2020, 3, 5))


def test_who_spoke_last_goes_on_speaking() -> None:
    says = "Watch/PROPN/nsubj@2 said/VERB/root@0/say RF/PROPN/nsubj@4 attacked/VERB/ccomp@2/attack"
    more = says.replace("Watch/PROPN", "it/PRON").replace("said/VERB/root@0/say",
                                                          "added/VERB/root@0/add")  # fmt: skip
    found = read(f"{says} Teluk/PROPN/obj@4", f"{more} Oram/PROPN/obj@4")
    assert [[link.label for link in each.source] for each in found] == [["Avenia Watch"]] * 2


def test_an_acronym_in_brackets_is_another_name() -> None:
    defined = (
        "Green/PROPN/compound@2 Legion/PROPN/nsubj@6 (/PUNCT/punct@4 GRL/PROPN/appos@2 "
        ")/PUNCT/punct@4 met/VERB/root@0"
    )
    uses = "GRL/PROPN/nsubj@2 attacked/VERB/root@0/attack Teluk/PROPN/obj@2"
    (report,) = read(defined, uses)
    assert [link.label for link in report.roles["initiator"]] == ["Green Legion"]
    small = defined.replace("GRL", "home")
    lone = uses.replace("GRL", "home")
    assert "initiator" not in read(small, lone)[0].roles


@pytest.mark.parametrize(
    "rows",
    [
        # nothing named in front, a known name inside
        "men/NOUN/nsubj@5 (/PUNCT/punct@3 GRL/PROPN/appos@1 )/PUNCT/punct@3 met/VERB/root@0",
        "GL/PROPN/nsubj@5 (/PUNCT/punct@3 RF/PROPN/appos@1 )/PUNCT/punct@3 met/VERB/root@0",
    ],
)
def test_brackets_without_a_new_name_define_nothing(rows: str) -> None:
    uses = "RF/PROPN/nsubj@2 attacked/VERB/root@0/attack Teluk/PROPN/obj@2"
    report = read(rows, uses)[-1]
    assert [link.label for link in report.roles["initiator"]] == ["Red Front"]


def test_the_monitor_that_the_article_names_is_the_one_it_speaks_of() -> None:
    named = "Watch/PROPN/nsubj@2 met/VERB/root@0"
    rows = (
        "the/DET/det@2 NGO/NOUN/nsubj@3/ngo said/VERB/root@0/say RF/PROPN/nsubj@5 "
        "attacked/VERB/ccomp@3/attack Teluk/PROPN/obj@5"
    )
    (report,) = read(named, rows)
    assert [link.label for link in report.source] == ["Avenia Watch"]
    assert read(rows)[0].source == ()


def test_trees_of_the_other_label_scheme_are_read_too() -> None:
    rows = "RF/PROPN/nsubj@2 attacked/VERB/ROOT@0/attack Teluk/PROPN/dobj@2"
    (report,) = read(rows, clear=True)
    assert [link.label for link in report.roles["place"]] == ["Teluk"]
    assert "place" not in read(rows)[0].roles


def test_the_same_article_is_told_the_same_way_twice() -> None:
    assert read(TRUCE, ATTACK) == read(TRUCE, ATTACK)
    assert brief(read(ATTACK)) == [("Attack", "RF attacked Teluk", "attack")]
