"""Which group "Syria's former Al-Qaeda branch" means."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.grammar import obliques, phrase
from kg.language.syntax import Word
from kg.model import Day, Link
from kg.resolve.context import Context
from kg.resolve.mint import link_to
from kg.resolve.world import Entity, World

_UP = 5


def branch_of(parent: Link, word: Word, context: Context) -> Link | None:
    """The one curated group of the country in focus that is, or was, a branch of another.

    A former branch is the group that a branch became: the one that bore its fighters on, under
    whatever name, on the day of issue.

    Args:
        parent: the group whose branch is told of.
        word: the noun, with its modifiers.
        context: the article's country and day.
    """
    former = any(
        _is_former(part, context) for part in [*phrase(word), *(o.word for o in obliques(word))]
    )
    fitting = [
        entity
        for entity in context.world.entities.values()
        if entity.cls == "ArmedGroup"
        and entity.one("country") == context.country
        and _is_active(entity, context.issued)
        and parent.iri in (_pasts(entity, context.world) if former else [entity.one("partOf")])
    ]
    if len(fitting) != 1:
        return None
    return link_to(fitting[0], word.text, "former branch" if former else "branch", 0.6)


def _is_former(part: Word, context: Context) -> bool:
    return part.lower in context.nominals.former or part.lower.startswith("ex-")


def _pasts(entity: Entity, world: World) -> Iterator[str]:
    """What the groups that it succeeds were part of; nothing for what still is part of one."""
    if entity.one("partOf"):
        return
    before = world.entities.get(entity.one("succeeds"))
    for _ in range(_UP):
        if before is None:
            return
        yield before.one("partOf")
        before = world.entities.get(before.one("succeeds"))


def _is_active(entity: Entity, issued: Day | None) -> bool:
    if issued is None:
        return True
    first, last = entity.day("activeFrom"), entity.day("activeTo")
    return (first is None or first <= issued) and (last is None or issued <= last)
