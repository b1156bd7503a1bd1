"""Lint of the frames of ontology/lexicon/events-*.toml: known types, no word hidden or lost."""

from __future__ import annotations

import tomllib

from reading import ONTOLOGY

from kg.extract import lexicon
from kg.extract.triggers import Trigger, triggers
from kg.graph.tree import superclasses
from kg.language.syntax import Sentence, Word

FILES = sorted((ONTOLOGY / "lexicon").glob("events*.toml"))
TABLES = {path.name: tomllib.loads(path.read_text("utf-8")) for path in FILES}
LEXICON = lexicon.load(ONTOLOGY)

#: An earlier frame takes the verb from a later one whose needs are then never asked.
SHADOWED = {"deny": ["denial", "aid blocked"]}


def spoken(phrase: str, pos: str) -> Sentence:
    """A sentence of the phrase alone: a verb with its particles, or a noun with its modifiers."""
    told = [Word(i, i, i + 1, t, t, t, "NOUN", "dep") for i, t in enumerate(phrase.split())]
    head = told[0] if pos == "VERB" else told[-1]
    head.pos, head.rel = pos, "root"
    for word in told:
        if word is not head:
            word.head, word.rel = head, "compound"
            word.pos = "ADP" if pos == "VERB" else "NOUN"
            head.children.append(word)
    return Sentence(tuple(told))


def told(trigger: Trigger) -> list[str]:
    """The names of a trigger's frames."""
    return [frame.name for frame in trigger.frames]


def test_frame_names_are_unique() -> None:
    names = [frame.name for frame in LEXICON.frames]
    assert sorted(set(names)) == sorted(names)


def test_frames_tell_event_types_of_the_ontology() -> None:
    tree = superclasses(ONTOLOGY)
    events = {frame.event for frame in LEXICON.frames} | set(LEXICON.means) | set(LEXICON.sharpened)
    assert sorted(event for event in events if "Event" not in tree.get(event, ())) == []


def test_means_only_sharpen_a_type_to_kinds_of_it_or_of_its_parent() -> None:
    """A bombing with chlorine is a chemical attack, which is no bombardment but also an attack."""
    tree = superclasses(ONTOLOGY)
    pairs = [(kind, of) for of, kinds in LEXICON.sharpened.items() for kind in kinds]
    assert [pair for pair in pairs if not set(tree[pair[1]][:2]) & set(tree[pair[0]])] == []
    assert [kind for kind, _ in pairs if kind not in LEXICON.means] == []


def test_every_template_is_used_and_gives_roles() -> None:
    made = {name: row for table in TABLES.values() for name, row in table["template"].items()}
    used = {row["template"] for table in TABLES.values() for row in table["frame"]}
    assert set(made) == used
    roles = {role for row in made.values() for role in row.values()}
    assert roles <= {"initiator", "target", "participant", "place", "destination", ""}


def test_of_frames_with_one_noun_only_the_last_asks_nothing() -> None:
    asking = {noun: [bool(f.needs) for f in frames] for noun, frames in LEXICON.nouns.items()}
    assert {noun for noun, needs in asking.items() if not all(needs[:-1])} == set()


def test_of_frames_with_one_verb_only_the_last_asks_nothing() -> None:
    needs = {frame.name: frame.needs for frame in LEXICON.frames}
    named = {verb: [frame.name for frame in frames] for verb, frames in LEXICON.verbs.items()}
    hidden = {v: names for v, names in named.items() if not all(needs[n] for n in names[:-1])}
    assert hidden == SHADOWED


def test_every_noun_of_a_frame_is_found_in_text() -> None:
    rows = [row for table in TABLES.values() for row in table.get("frame", ())]
    missed = [
        (row["name"], noun)
        for row in rows
        for noun in row.get("nouns", ())
        if [row["name"] in told(t) for t in triggers(spoken(noun, "NOUN"), LEXICON)] != [True]
    ]
    assert missed == []


def test_every_verb_of_a_frame_is_found_in_text() -> None:
    missed = {
        verb
        for frame in LEXICON.frames
        for verb in frame.spelled
        if frame not in [each for t in triggers(spoken(verb, "VERB"), LEXICON) for each in t.frames]
    }
    assert missed == set()
