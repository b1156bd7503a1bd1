"""Regular forms of English verbs, for pipelines whose lemmatizer lacks the field's words."""

from __future__ import annotations

from collections.abc import Iterable

from kg.language.plurals import plural_of

_VOWELS = frozenset("aeiou")


def forms_of(verbs: Iterable[str]) -> dict[str, str]:
    """Form -> lemma for the regular forms of verbs; a form of two verbs goes to the first in order.

    >>> forms = forms_of(["bomb", "strafe", "trap", "carry"])
    >>> [forms[form] for form in ("bombed", "strafing", "trapped", "carries")]
    ['bomb', 'strafe', 'trap', 'carry']
    """
    found: dict[str, str] = {}
    for verb in sorted(verbs):
        for form in _forms(verb):
            found.setdefault(form, verb)
    return found


def plurals_of(nouns: Iterable[str]) -> dict[str, str]:
    """Plural -> singular for nouns, for pipelines that leave plurals as they are.

    >>> plurals = plurals_of(["child", "militiaman", "city", "clash"])
    >>> [plurals[form] for form in ("children", "militiamen", "cities", "clashes")]
    ['child', 'militiaman', 'city', 'clash']
    """
    return {plural_of(noun): noun for noun in sorted(nouns)}


def _forms(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    if verb.endswith("y") and len(verb) > 2 and verb[-2] not in _VOWELS:
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    ending = "es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s"
    stem = verb + verb[-1] if _doubles(verb) else verb
    plain = [f"{verb}ed", f"{verb}ing"] if stem != verb else []
    return [verb, verb + ending, f"{stem}ed", f"{stem}ing", *plain]


def _doubles(verb: str) -> bool:
    """Whether the last letter doubles: consonant, vowel, consonant, as in "trap"."""
    return (
        len(verb) > 2
        and verb[-1] not in _VOWELS | set("wxy")
        and verb[-2] in _VOWELS
        and (verb[-3] not in _VOWELS or verb[-4:-2] == "qu")
    )
