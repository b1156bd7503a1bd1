"""Whether a verb stands in the passive."""

from __future__ import annotations

from kg.language.syntax import Word

#: Endings of participles as the press uses them, behind a conjunction and alone behind a noun.
_JOINED_PARTICIPLE = ("ed", "en", "wn", "ilt", "aken", "ught")
_BARE_PARTICIPLE = ("ed", "en", "wn", "un", "ht", "id", "ut", "de", "st", "et")


def is_passive(verb: Word) -> bool:
    """Whether a verb stands in the passive, finite or as a bare participle behind its noun."""
    if verb.of("aux:pass", "obl:agent"):
        return True
    if verb.of("nsubj:pass"):
        # A verb with an object and no auxiliary is active, whatever the parser calls its subject.
        return not verb.of("obj")
    if verb.of("nsubj", "aux", "obj"):
        return _is_headline_of_dead(verb)
    if verb.rel == "conj" and verb.head is not None:
        return is_passive(verb.head) and verb.lower.endswith(_JOINED_PARTICIPLE)
    bare = verb.rel in ("acl", "advcl", "amod") and not verb.of("mark")
    return bare and verb.lower.endswith(_BARE_PARTICIPLE)


def _is_headline_of_dead(verb: Word) -> bool:
    """For "Five guards shot dead in Goma": whoever is dead did not shoot."""
    left_dead = any(child.lower == "dead" for child in verb.of("xcomp", "advmod"))
    return left_dead and not verb.of("obj", "aux")
