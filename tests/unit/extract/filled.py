"""The slots of a trigger and the roles of its frame, as words and labels."""

from __future__ import annotations

from extract.trees import known, labels, sentence, texts, told
from kg.extract.cast import Caster
from kg.extract.slots import slots_of
from kg.extract.triggers import triggers


def slots(rows: str, at: int = 0) -> dict[str, list[str]]:
    """The slots that are not empty of one of a sentence's triggers."""
    trigger = triggers(sentence(rows), known().lexicon)[at]
    found = slots_of(trigger, known().lexicon).words
    return {slot: texts(words) for slot, words in found.items() if words}


def read(rows: str) -> tuple[str, dict[str, list[str]]]:
    """The frame of the first trigger whose conditions hold, and the labels in its roles."""
    now = told(rows).now
    nominals = now.knowledge.nominals
    control = now.knowledge.relations.control
    caster = Caster(
        now.resolver,
        now.locator,
        nominals.facility,
        now.knowledge.weapons,
        nominals.struck,
        control.participles,
        control.verbs,
        now.knowledge.lexicon.beside,
    )
    trigger = triggers(now.sentence, now.knowledge.lexicon)[0]
    slots = slots_of(trigger, now.knowledge.lexicon)
    frame = next((each for each in trigger.frames if caster.meets(each, slots, trigger)), None)
    if frame is None:
        return "", {}
    roles = caster.cast(frame, slots, trigger).roles
    return frame.name, {role: labels(links) for role, links in roles.items() if links}
