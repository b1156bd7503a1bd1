"""Words of saying and meaning, read from ontology/lexicon/speech.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.extract.table import read

_COLUMNS = {
    "say": ("say", "verbs"),
    "claim": ("claim", "verbs"),
    "deny": ("deny", "verbs"),
    "plan": ("plan", "verbs"),
    "happening": ("plan", "happening"),
    "plan_nouns": ("plan", "nouns"),
    "plan_adjectives": ("plan", "adjectives"),
    "auxiliaries": ("plan", "auxiliaries"),
    "conjunctions": ("plan", "conjunctions"),
    "planned_behind": ("plan", "prepositions"),
    "behind_plans": ("plan", "behind"),
    "alleged": ("claim", "words"),
    "boasts": ("boast", "event"),
    "parties": ("people", "parties"),
    "ceased": ("ceased", "verbs"),
    "ceased_nouns": ("ceased", "nouns"),
    "failing": ("ceased", "failing"),
    "known": ("known", "verbs"),
    "known_nouns": ("known", "nouns"),
    "charged": ("known", "charged"),
    "according": ("according", "phrases"),
    "watching": ("according", "kinds"),
    "mouthpiece": ("mouthpiece", "nouns"),
    "accounts": ("mouthpiece", "accounts"),
    "spoken_of": ("people", "spoken_of"),
    "speaking": ("people", "speaking"),
}


@dataclass(frozen=True, slots=True)
class Speech:
    """Verbs of saying by what they make of what is said; all lemmas.

    Attributes:
        say: plain reporting; `claim` the speaker's own word; `deny` takes it back.
        plan: verbs whose complement has not happened; `plan_nouns`, `plan_adjectives` likewise.
        happening: verbs of `plan` whose whole clause is told as it is ("warned that …").
        auxiliaries: modal verbs that make it so; `conjunctions` likewise.
        planned_behind: prepositions between a verb of `plan` and what is planned; `behind_plans`
            those in front of what happened before.
        alleged: adverbs and adjectives that make a claim of what they stand beside.
        boasts: types of events that a side boasts of as its own deeds.
        parties: words in the name of a body that speaks for a side ("defence ministry").
        ceased: verbs whose object stops or is avoided; `ceased_nouns` likewise.
        failing: verbs and adjectives whose complement did not come about.
        known: verbs whose object has happened, whatever is planned; `known_nouns` likewise.
        charged: verbs that charge somebody with what has happened ("accused of ordering").
        according: prepositions that name a source; `watching` kinds of bodies that are one where
            their name stands in brackets.
        mouthpiece: nouns that speak for their author ("statement").
        accounts: nouns that do so behind "by" ("by its own account").
        spoken_of: populations that are told of and are no source.
        speaking: words that make one of them a source all the same ("residents").
    """

    say: frozenset[str]
    claim: frozenset[str]
    deny: frozenset[str]
    plan: frozenset[str]
    happening: frozenset[str]
    plan_nouns: frozenset[str]
    plan_adjectives: frozenset[str]
    auxiliaries: frozenset[str]
    conjunctions: frozenset[str]
    planned_behind: frozenset[str]
    behind_plans: frozenset[str]
    alleged: frozenset[str]
    boasts: frozenset[str]
    parties: frozenset[str]
    ceased: frozenset[str]
    ceased_nouns: frozenset[str]
    failing: frozenset[str]
    known: frozenset[str]
    known_nouns: frozenset[str]
    charged: frozenset[str]
    according: frozenset[str]
    watching: frozenset[str]
    mouthpiece: frozenset[str]
    accounts: frozenset[str]
    spoken_of: frozenset[str]
    speaking: frozenset[str]

    @property
    def verbs(self) -> frozenset[str]:
        """All verbs of the tables."""
        return self.say | self.claim | self.deny | self.plan | self.ceased


@lru_cache(maxsize=4)
def load(folder: Path) -> Speech:
    """The words of saying of an ontology folder.

    Raises:
        KnowledgeError: naming the file and table that is wrong.
    """
    return Speech(**read(folder / "lexicon" / "speech.toml").columns(_COLUMNS))
