"""Order, other dead and a number of events tell two mentions apart, whatever else agrees."""

from __future__ import annotations

from extract.drafts import DAY, RED, TELUK, draft
from extract.trees import sentence
from kg.extract.apart import are_apart, in_sequence
from kg.extract.draft import Draft
from kg.language.syntax import Sentence
from kg.model import Link

ORDERED = sentence("raid/NOUN/root@0 after/ADP/case@3 attack/NOUN/nmod@1")
BESIDE = sentence("raid/NOUN/root@0 in/ADP/case@3 attack/NOUN/nmod@1")
SEVERAL = sentence("two/NUM/nummod@2 attacks/NOUN/root@0/attack")
MANY = sentence("the/DET/det@2 attacks/NOUN/root@0/attack")
KEITA = Link("actor/musa-keita", "Musa Keita", "Person", "Keita", "new name", 0.5)


def attack(rows: Sentence | str = "attack/NOUN/root@0", word: str = "attack") -> Draft:
    return draft(rows=rows, word=word, at=TELUK, when=DAY)


def test_what_came_after_another_of_its_sentence_is_not_that() -> None:
    assert in_sequence(attack(ORDERED, "raid"), attack(ORDERED))
    assert not in_sequence(attack(BESIDE, "raid"), attack(BESIDE))
    assert not in_sequence(attack(ORDERED, "raid"), attack(BESIDE))


def test_several_told_by_number_are_not_a_single_one() -> None:
    assert are_apart(attack(SEVERAL, "attacks"), attack())
    assert not are_apart(attack(SEVERAL, "attacks"), attack(MANY, "attacks"))
    assert not are_apart(attack(), attack(MANY, "attacks"))


def test_killings_of_a_person_and_of_others_are_two() -> None:
    person, group = draft("Killing", on=KEITA), draft("Killing", on=RED)
    assert are_apart(person, group)
    assert not are_apart(person, draft("Killing", on=KEITA))
    assert not are_apart(person, draft("Killing"))
