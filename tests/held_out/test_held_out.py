"""The shipped pipeline reads paragraphs that it never saw at least as well as it once did."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from held_out import scoring
from kg.language import load as loading
from kg.language.recipe.marked import passage

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
PARAGRAPHS = scoring.read()

pytestmark = pytest.mark.skipif(
    not loading.SHIPPED.is_dir(), reason="the pipeline is not trained in this checkout"
)


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    """What the shipped pipeline reaches, in percent."""
    nlp = loading.load()
    roles = {role: count.share for role, count in scoring.roles(nlp, PARAGRAPHS).items()}
    return {"names": scoring.names(nlp, PARAGRAPHS)["all"][2], **roles}


def test_every_floor_is_kept(measured: dict[str, float]) -> None:
    assert measured.keys() == FLOORS.keys()
    assert {k: v for k, v in measured.items() if v < FLOORS[k]} == {}


def test_the_floors_lie_close_below_what_is_measured(measured: dict[str, float]) -> None:
    assert {k: v for k, v in measured.items() if v > FLOORS[k] + 1.0} == {}


@pytest.mark.parametrize(
    ("roles", "right"),
    [
        ({"subject": (("Rebels", 1),), "object": (("town", 1),)}, True),
        ({"subject": (("Rebels", 1),)}, False),  # an object is found that nobody marked
        ({"subject": (("town", 1),), "object": (("town", 1),)}, False),
        ({"subject": (("Rebels", 1), ("town", 1)), "object": (("town", 1),)}, False),
        ({"object": (("town", 1),)}, True),  # who did it was left open
    ],
)
def test_both_asks_for_every_subject_and_object_and_no_others(
    roles: dict[str, tuple[tuple[str, int], ...]], right: bool
) -> None:
    nlp = spacy.blank("en")
    paragraph = scoring.Paragraph(
        "x", passage("Rebels shelled town"), (scoring.Verb(("shelled", 1), roles),)
    )

    @Language.component("tree_of_one_clause")
    def tree(doc: Doc) -> Doc:
        return Doc(
            doc.vocab, words=[t.text for t in doc], heads=[1, 1, 1], deps=["nsubj", "ROOT", "obj"],
            pos=["NOUN", "VERB", "NOUN"],
        )  # fmt: skip

    nlp.add_pipe("tree_of_one_clause")

    both = scoring.roles(nlp, [paragraph])["both"]

    assert (both.right, both.all) == (int(right), 1)


def test_a_word_is_told_by_its_number() -> None:
    verb = scoring._verb("said#2 | speaker: officer + mayor | oblique: on Monday; Tuesday", "# x")

    assert verb == scoring.Verb(
        ("said", 2),
        {
            "speaker": (("officer", 1), ("mayor", 1)),
            "oblique": (("Monday", 1), ("Tuesday", 1)),
        },
    )


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(ValueError, match="names no role"):
        scoring._verb("said | speker: officer", "# x")
