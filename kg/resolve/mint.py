"""Links to actors: to curated ones, to groups without a name, to names not known before."""

from __future__ import annotations

from kg.ids import slug
from kg.language.plurals import plural_of
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.context import Context
from kg.resolve.names import plain
from kg.resolve.world import Entity


def link_to(entity: Entity, surface: str, rule: str, score: float) -> Link:
    """A link to a curated thing; the score, 0..1, is rounded to two digits."""
    return Link(entity.iri, entity.label, entity.cls, surface, rule, round(score, 2))


def generic(context: Context, label: str, cls: str, surface: str) -> Link:
    """A group without a name, one for each country in focus: "rebels (Syria)"."""
    entity = context.world.entities.get(context.country)
    full = f"{label} ({entity.label})" if entity is not None else label
    return unlisted(full, cls, surface or label, f"generic {label}", 0.7)


def generic_side(context: Context, side: str, surface: str) -> Link:
    """The group that a side of nominals.toml stands for: "rebels"."""
    return generic(context, side, context.nominals.sides[side], surface)


def unlisted(label: str, cls: str, surface: str, rule: str, score: float) -> Link:
    """A link to an actor that the known world lacks."""
    return Link(f"actor/{slug(label)}", label, cls, surface, rule, score)


def introduce(context: Context, link: Link) -> Link:
    """Let the article name an actor again by its label, or a person by the last name.

    A name that already stands for somebody keeps doing so.
    """
    context.aliases.setdefault(plain(link.label), link)
    if link.cls == "Person":
        context.aliases.setdefault(plain(link.label.rsplit(maxsplit=1)[-1]), link)
    return link


def plural(word: Word) -> str:
    """The plural of a noun as written: "hospitals" of "hospital" and of "hospitals"."""
    return word.lower if word.lower != word.lemma else plural_of(word.lower)
