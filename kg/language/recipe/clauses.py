"""Clauses of agency copy with gold trees, built from a small grammar: violence and movement.

Treebanks of web text hold few of the shapes that war reports are made of: passive tolls, "killing
12", speech after its content, "X accused Y of shelling Z". Each shape here is one method.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.language.recipe.phrases import an, headed, leaf, with_case
from kg.language.recipe.trees import Piece, built, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.language.recipe.people import People

Part = tuple[Piece, str]


def comma() -> Part:
    """A comma as a part."""
    return leaf(",", ","), "punct"


def tight(parts: list[Part]) -> list[Part]:
    """The parts with no space before a comma or after the last."""
    out = []
    for index, (part, dep) in enumerate(parts):
        last = index + 1 == len(parts)
        before_comma = not last and parts[index + 1][0].words[0].form in {",", "."}
        out.append((spaced(part, after=not (last or before_comma)), dep))
    return out


def plural(subject: Piece) -> bool:
    """Whether a verb agrees with the subject in the plural."""
    words = subject.words
    joined = any(w.dep == "conj" and w.head == subject.top for w in words)
    return joined or words[subject.top].tag == "NNS"


def third(base: str) -> str:
    """The third person singular of a regular base form."""
    if base.endswith(("ss", "sh", "ch", "x")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeou":
        return base[:-1] + "ies"
    return base + "s"


def clause(parts: list[Part], root: int) -> Piece:
    """A clause out of parts in text order; the part at `root` is its verb."""
    return built(tight(parts), root)


@dataclass(frozen=True, slots=True)
class Clauses:
    """A source of clauses about violence and movement."""

    np: People

    def tail(self) -> list[Part]:
        """Where and when, each present by chance."""
        parts: list[Part] = []
        if self.np.likely(0.4):
            parts.append((with_case("in", self.np.place()), "obl"))
        if self.np.likely(0.4):
            parts.append(self.np.time())
        return parts

    def led_by(self, subject: Part, verb: list[Part], rest: list[Part]) -> Piece:
        """Subject, verb group (the last part is the verb) and the rest as one clause."""
        return clause([subject, *verb, *rest], root=len(verb))

    def active(self) -> Piece:
        """Rebels shelled X on Monday; also perfect and future."""
        verb = self.np.verb("strikes" if self.np.likely(0.7) else "fights")
        aimed = self.np.target() if verb in self.np.verbs["strikes"] else self.np.actor()
        rest = [(aimed, "obj"), *self.tail()]
        who = self.np.actor()
        return self.led_by((who, "nsubj"), self.tensed(verb, who), rest)

    def tensed(self, verb: Sequence[str], subject: Piece) -> list[Part]:
        """The verb group: past, present, perfect, future or negated past; "also" by chance."""
        also = [(leaf("also", "RB"), "advmod")] if self.np.likely(0.1) else []
        return also + self._tensed(verb, many=plural(subject))

    def _tensed(self, verb: Sequence[str], *, many: bool) -> list[Part]:
        draw = self.np.chance.random()
        past, participle, base = verb[:3]
        if draw < 0.6:
            return [(leaf(past, "VBD", base), "x")]
        if draw < 0.72:
            now = leaf(base, "VBP", base) if many else leaf(third(base), "VBZ", base)
            return [(now, "x")]
        if draw < 0.85:
            has = leaf("have", "VBP") if many else leaf("has", "VBZ")
            return [(has, "aux"), (leaf(participle, "VBN", base), "x")]
        if draw < 0.92:
            return [(leaf("will", "MD"), "aux"), (leaf(base, "VB", base), "x")]
        did, no = (leaf("did", "VBD", "do"), "aux"), (leaf("not", "RB"), "advmod")
        return [did, no, (leaf(base, "VB", base), "x")]

    def passive(self) -> Piece:
        """At least 35 people were killed by rebels in X; the town was retaken."""
        harmed = self.np.likely(0.6)
        verb = self.np.verb("harms" if harmed else "strikes")
        subject = self.np.tolls() if harmed else self.np.target()
        rest = [(self.np.agent(), "obl:agent")] if self.np.likely(0.5) else []
        if harmed and self.np.likely(0.5):
            rest.append((with_case("in", self.attack()), "obl"))
        rest += self.tail()
        if harmed and self.np.likely(0.15):
            rest.append((self._and_harmed(), "conj"))
        return self.led_by((subject, "nsubj:pass"), self.voice(verb, many=harmed), rest)

    def _and_harmed(self) -> Piece:
        """A second toll: "and 20 (were) wounded"."""
        verb = self.np.verb("harms")
        parts = [(leaf("and", "CC"), "cc"), (self.np.victims(), "nsubj:pass")]
        if self.np.likely(0.5):
            parts.append((leaf("were", "VBD", "be"), "aux:pass"))
        return built([*parts, (leaf(verb[1], "VBN", verb[2]), "x")], root=-1)

    def voice(self, verb: Sequence[str], *, many: bool) -> list[Part]:
        """A passive verb group: was, were, has been or have been."""
        done = (leaf(verb[1], "VBN", verb[2]), "x")
        if self.np.likely(0.7):
            return [(leaf("were" if many else "was", "VBD", "be"), "aux:pass"), done]
        has = leaf("have", "VBP") if many else leaf("has", "VBZ")
        return [(has, "aux"), (leaf("been", "VBN", "be"), "aux:pass"), done]

    def attack(self) -> Piece:
        """An air strike, "a car bomb on X", "a raid by rebels"."""
        words = self.np.one("attacks").split()
        parts = [(an(words[0]), "DT", "det")]
        tree = headed([*parts, *((word, "NN", "compound") for word in words)])
        draw = self.np.chance.random()
        if draw < 0.4:
            return tree
        extra = with_case("on", self.np.target()) if draw < 0.75 else self.np.agent()
        return built([(tree, "obl"), (extra, "nmod")], root=0)

    def toll(self) -> Piece:
        """An air strike on X killed 12 people (and wounded 20)."""
        verb = self.np.verb("harms")
        rest = [(self.np.victims(), "obj")]
        if self.np.likely(0.35):
            more = self.np.verb("harms")
            parts = [(leaf("and", "CC"), "cc"), (leaf(more[0], "VBD", more[2]), "x")]
            rest.append((built([*parts, (self.np.victims(), "obj")], root=1), "conj"))
        past = [(leaf(verb[0], "VBD", verb[2]), "x")]
        return self.led_by((self.attack(), "nsubj"), past, [*rest, *self.tail()])

    def killing(self) -> Piece:
        """Warplanes bombed X, killing at least 12 people."""
        verb, harm = self.np.verb("strikes"), self.np.verb("harms")
        hit = built([(leaf(harm[3], "VBG", harm[2]), "x"), (self.np.victims(), "obj")], root=0)
        aside = (built([comma(), (hit, "x")], root=1), "advcl")
        rest = [(self.np.target(), "obj"), *self.tail(), aside]
        past = [(leaf(verb[0], "VBD", verb[2]), "x")]
        return self.led_by((self.np.actor(), "nsubj"), past, rest)

    def movement(self) -> Piece:
        """Rebels withdrew from X."""
        verb = self.np.verb("moves")
        rest = [(with_case(verb[4], self.np.place()), "obl"), *self.tail()[1:]]
        who = self.np.actor()
        return self.led_by((who, "nsubj"), self.tensed(verb, who), rest)
