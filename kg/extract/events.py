"""From the words of one sentence to drafts of its events."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.extract.attribution import denier_of, source_of
from kg.extract.bearers import bearer, without_echoes
from kg.extract.cast import Caster
from kg.extract.counted import Counting
from kg.extract.draft import NOWHEN, Draft
from kg.extract.lexicon import Frame
from kg.extract.parties import Parties
from kg.extract.scene import Scene
from kg.extract.slots import Slots, slots_of
from kg.extract.stance import is_purpose
from kg.extract.tolls import Count, Counter, included
from kg.extract.triggers import Trigger, triggers
from kg.extract.where import places_of
from kg.language.arguments import doers, objects
from kg.language.grammar import phrase
from kg.language.syntax import Word
from kg.model import Link, Stance

_FIGHTING = ("ArmedForces", "ArmedGroup")
# Slots whose nouns may name the means of an attack.
_MEANS = ("subject", "by", "with", "using", "from", "owner")
# Somebody, though it can't be told who: "he was killed by rebels".
_HIM = ("he", "she", "him", "her")
# Of the words for means from the air, those that are no aircraft.
_NO_AIRCRAFT = frozenset(
    ("air", "air force", "air power", "aviation", "barrel bomb", "cluster bomb")
)


def drafts(now: Scene) -> list[Draft]:
    """The events that a sentence tells, with their tolls, in text order."""
    told = (_told_by(trigger, now) for trigger in triggers(now.sentence, now.knowledge.lexicon))
    found = without_echoes(
        [draft for draft in told if draft is not None],
        now.knowledge.harms.causes,
        now.locator.context.world,
    )
    found = _with_tolls(found, now)
    for draft in found:
        _leave_victims_to_tolls(draft, now.knowledge.story.between_sides)
    _share_sides(found)
    found.sort(key=lambda draft: draft.word.i)
    return [draft for draft in found if _stands(draft) or _is_hit(draft, now.knowledge.weapons)]


# ------------------------------------------------------------ events of frames


def _told_by(trigger: Trigger, now: Scene) -> Draft | None:
    """The event of the first frame of a trigger whose conditions hold."""
    caster = _caster(now)
    slots = slots_of(trigger, now.knowledge.lexicon)
    frame = next((each for each in trigger.frames if caster.meets(each, slots, trigger)), None)
    return _draft(trigger, frame, slots, now) if frame is not None else None


def _caster(now: Scene) -> Caster:
    known = now.knowledge
    return Caster(
        resolver=now.resolver,
        locator=now.locator,
        facilities=known.nominals.facility,
        weapons=known.weapons,
        struck=known.nominals.struck,
        holding=known.relations.control.participles,
        holding_verbs=known.relations.control.verbs,
        beside=known.lexicon.beside,
    )


def _draft(trigger: Trigger, frame: Frame, slots: Slots, now: Scene) -> Draft | None:
    """The event that a frame makes of its slots; None where it is negated or only a purpose."""
    stance = now.stance(trigger.word)
    if stance is None or (is_purpose(trigger.word) and not frame.statement):
        return None
    cast = _caster(now).cast(frame, slots, trigger)
    source = () if frame.statement else source_of(trigger.word, now.sayings)
    if stance is Stance.DENIED and not frame.statement:
        source = denier_of(trigger.word, now.sayings)
    parties = Parties(now.resolver.context, now.knowledge.speech)
    expression = now.time(trigger.word)
    when = expression.interval if expression else NOWHEN
    return Draft(
        trigger=trigger,
        frame=frame,
        sentence=now.sentence,
        paragraph=now.paragraph,
        segment=now.segment,
        type=_sharpened(frame, trigger, slots, now),
        cast=cast,
        places=places_of(trigger, frame, cast, now),
        stance=parties.stance(stance, frame.event, source, cast.get("initiator")),
        source=source,
        when=when,
        date_text=expression.text if expression else "",
        basis="told" if when != NOWHEN else "",
        rule=frame.name,
    )


def _sharpened(frame: Frame, trigger: Trigger, slots: Slots, now: Scene) -> str:
    """The special type that the means told in the clause make of a general one."""
    lexicon = now.knowledge.lexicon
    words = list(_means_words(trigger, frame, slots)) if frame.event in lexicon.sharpened else []
    told = {word.lemma for word in words} | {word.lower for word in words}
    if _is_brought_down(slots, told, lexicon.means["AirStrike"] - _NO_AIRCRAFT):
        return frame.event
    for special in lexicon.sharpened.get(frame.event, ()):
        if lexicon.means[special] & told:
            return special
    return frame.event


def _is_brought_down(slots: Slots, told: set[str], aircraft: Collection[str]) -> bool:
    """For "the plane was hit by an air defence missile": no air strike, and no shelling."""
    struck = {word.lemma for word in slots.get("object")}
    return not struck.isdisjoint(aircraft) and told.isdisjoint(aircraft)


def _means_words(trigger: Trigger, frame: Frame, slots: Slots) -> Iterator[Word]:
    yield from (part for part in phrase(trigger.word) if part is not trigger.word)
    for slot in (each for each in _MEANS if frame.roles.get(each) != "target"):
        for word in slots.get(slot):
            yield from phrase(word)


# ----------------------------------------------------------------- their tolls


def _with_tolls(found: list[Draft], now: Scene) -> list[Draft]:
    """The drafts with the tolls that each bears, and those that only a toll tells."""
    knowledge = now.knowledge
    counting = Counting(now.sentence, now.resolver, knowledge.harms, knowledge.nominals.facility)
    for count in Counter(counting).counts():
        draft = bearer(count, found, knowledge.harms.causes)
        if draft is None:
            draft = _of_its_own(count, now)
            found = [*found, *([draft] if draft is not None else [])]
        if draft is not None:
            _add_count(draft, count)
            # The verb of harm only carried the toll of the event that it names.
            found = [each for each in found if each is draft or each.word is not count.harm]
    return found


def _of_its_own(count: Count, now: Scene) -> Draft | None:
    """An event told by the toll alone: "a war that left 370,000 dead"."""
    event = now.knowledge.harms.event_of.get(count.toll.kind)
    if event is None:
        return None
    trigger = Trigger(count.harm, count.harm, count.harm, ())
    frame = Frame(f"toll {count.toll.kind.lower()}", event, frozenset(), frozenset(), {})
    return _draft(trigger, frame, Slots(), now)


def _add_count(draft: Draft, count: Count) -> None:
    at = len(draft.counts)
    draft.counts.append(count.toll)
    draft.counts.extend(included(part, at) for part in count.parts)


def _leave_victims_to_tolls(draft: Draft, between_sides: Collection[str]) -> None:
    """People who are counted stand in the toll, and are not named again as a side.

    But fighters who fell in a clash took part in it, and those whom somebody is told to have
    killed were struck by him.
    """
    victims = [link for toll in draft.counts for link in toll.victims]
    if draft.type in between_sides:
        draft.cast.add("participant", [link for link in victims if link.cls in _FIGHTING])
        draft.cast.settle()
    counted = {link.iri for link in victims}
    unsaid = draft.type not in between_sides and not draft.cast.get("initiator")
    for role in ("target", "participant"):
        draft.cast.roles[role] = [
            link
            for link in draft.cast.get(role)
            if link.iri not in counted or not (unsaid or link.cls == "Population")
        ]
    if draft.type == "Killing" and not draft.cast.get("target"):
        _name_fallen(draft, victims)


def _name_fallen(draft: Draft, victims: list[Link]) -> None:
    """Whom a killing struck, where the dead are told to be of one armed side."""
    if len({link.iri for link in victims}) == 1 and victims[0].cls in _FIGHTING:
        draft.cast.add("target", victims[:1])


def _share_sides(found: list[Draft]) -> None:
    """Fighting of nobody is that of whoever else the sentence tells of as fighting.

    For "the army captured villages from the rebels, and fighting blocked a road".
    """
    for draft in found:
        if draft.type != "Clash" or draft.actors or draft.stance is Stance.PLANNED:
            continue
        for other in sorted(found, key=lambda each: abs(each.word.i - draft.word.i)):
            sides = [link for link in other.actors if link.cls in (*_FIGHTING, "State")]
            if other is not draft and not other.frame.statement and sides:
                draft.cast.add("participant", sides)
                break


def _is_hit(draft: Draft, weapons: Collection[str]) -> bool:
    """For "a missile hit the bus": something, though nobody known, was struck by a weapon."""
    if draft.frame.event != "Attack" or draft.word.pos != "VERB" or not objects(draft.word):
        return False
    return any(part.lemma in weapons for word in doers(draft.word) for part in phrase(word))


def _stands(draft: Draft) -> bool:
    """Whether a draft tells enough: a toll, or somebody or somewhere, as its frame asks."""
    if draft.frame.toll_only:
        return bool(draft.counts)
    if draft.frame.event == "Killing" and draft.word.pos == "VERB" and not draft.counts:
        somebody = any(word.lower in _HIM for word in objects(draft.word))
        return bool(draft.actors or somebody) and draft.stance is not Stance.PLANNED
    where = draft.places or draft.cast.get("destination")
    told = draft.actors or where or draft.counts or draft.date_text or draft.source
    return bool(told or draft.frame.alone)
