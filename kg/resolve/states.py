"""What stands for a state, and what a state acts through."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Link
from kg.resolve.context import Context
from kg.resolve.mint import introduce, link_to, unlisted


def in_focus(context: Context, surface: str, score: float) -> Link | None:
    """The state of the country in focus, as "the government"; None where there is none."""
    if context.state is None:
        return None
    return link_to(context.state, surface, "government in focus", score)


def own_forces(context: Context, surface: str) -> Link | None:
    """The armed forces of the state in focus, as "the army"; None where there is none."""
    if context.state is None:
        return None
    return forces_of(context, link_to(context.state, surface, "focus", 0.6), surface)


def forces_of(context: Context, owner: Link, surface: str) -> Link:
    """The armed forces of a state or of a state's leader; of anyone else, the owner itself."""
    world = context.world
    entity = world.entities.get(owner.iri)
    if entity is not None and entity.cls == "Person":
        entity = world.entities.get(entity.one("officeOf"), entity)
    if entity is None or entity.cls != "State":
        return replace(owner, surface=surface, rule=f"{owner.rule}+forces")
    forces = world.forces.get(entity.iri)
    if forces is not None:
        return link_to(forces, surface, "state+forces", 0.9)
    adjective = entity.demonyms[0] if entity.demonyms else entity.label
    label = f"{adjective} forces"
    return introduce(context, unlisted(label, "ArmedForces", surface, "state+forces", 0.7))


def state_behind(context: Context, owner: Link) -> Link:
    """The state whose office a person holds ("the Assad government"), else the owner itself."""
    entity = context.world.entities.get(owner.iri)
    if entity is None or entity.cls != "Person":
        return owner
    office = context.world.entities.get(entity.one("officeOf"))
    return link_to(office, owner.surface, "person's office", 0.8) if office is not None else owner
