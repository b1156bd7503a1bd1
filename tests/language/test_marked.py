"""Written paragraphs: marks become names, and names are put out for others of their kind."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from held_out import scoring as held_out

from kg.language.recipe import marked
from kg.language.recipe.examples import KINDS_OF_NAME
from kg.language.recipe.passages import Name, Passage
from kg.language.recipe.sets import PARAGRAPHS


def test_marks_become_names_and_notes_stand_apart() -> None:
    found = marked.read(
        "# f1\n[LOC Saraqib] fell.\nIt rained.\n- fell | subject: Saraqib\n\n# f2\nYes.\n"
    )

    assert found == {
        "f1": marked.Block(
            Passage("Saraqib fell.\nIt rained.", (Name(0, 7, "LOC"),)), ("fell | subject: Saraqib",)
        ),
        "f2": marked.Block(Passage("Yes.", ()), ()),
    }


def test_a_block_without_an_id_is_refused() -> None:
    with pytest.raises(ValueError, match="# id"):
        marked.read("Saraqib fell.")


def test_a_name_is_put_out_everywhere_for_the_same_other() -> None:
    passage = marked.passage("[ORG HTS] left [LOC Idlib]; [ORG HTS] came back to [LOC Idlib].")
    pools = {"ORG acronym": ["FSA"], "LOC": ["Hama"], "ORG": ["Ahrar al-Sham"]}

    (found,) = marked.swapped([passage], pools, 1.0, 1)

    assert found == marked.passage("[ORG FSA] left [LOC Hama]; [ORG FSA] came back to [LOC Hama].")


def test_a_kind_without_a_pool_stays() -> None:
    passage = marked.passage("on [DATE Monday]")

    assert list(marked.swapped([passage], {}, 1.0, 1)) == [passage]


def test_pools_part_acronyms_and_last_names() -> None:
    passage = marked.passage("[ORG UN] [ORG Red Cross] [PERSON Rami Haddad] [PERSON Haddad]")

    assert marked.pools_of([passage]) == {
        "ORG": ["Red Cross"],
        "ORG acronym": ["UN"],
        "PERSON": ["Rami Haddad"],
        "PERSON last": ["Haddad"],
    }


@pytest.mark.parametrize("folder", [PARAGRAPHS, held_out.FOLDER], ids=["training", "held out"])
def test_every_mark_is_of_a_known_kind_and_tight(folder: Path) -> None:
    for passage in marked.read_all(folder):
        for name in passage.names:
            text = passage.text[name.start : name.end]
            assert name.label in KINDS_OF_NAME
            assert text == text.strip()
            assert not re.search(r"['’]s$", text)
        assert not set("[]") & set(passage.text)


def test_there_are_as_many_paragraphs_as_the_card_says() -> None:
    assert len(marked.read_all(PARAGRAPHS)) == 720
    assert len(held_out.read()) == 120


def test_no_held_out_sentence_is_trained_on() -> None:
    def sentences(folder: Path) -> Counter[str]:
        texts = (p.text for p in marked.read_all(folder))
        return Counter(s for text in texts for s in re.split(r"(?<=[.!?])\s", text) if len(s) > 30)

    assert not sentences(PARAGRAPHS).keys() & sentences(held_out.FOLDER).keys()
