"""Further clauses of agency copy with gold trees: deals, speech acts, sequels; and any of all.

Treebanks of web text hold few of the shapes that war reports are made of: passive tolls, "killing
12", speech after its content, "X accused Y of shelling Z". Each shape is one method.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.language.recipe.clauses import Clauses, comma, tight
from kg.language.recipe.phrases import an, headed, leaf, with_case
from kg.language.recipe.trees import Piece, built, spaced

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Wire(Clauses):
    """A source of clauses of every shape."""

    def operation(self) -> Piece:
        """The army launched an offensive on X; warplanes carried out a raid."""
        who, verb = self.np.actor(), self.np.verb("launches")
        out = [(leaf("out", "RP"), "compound:prt")] if verb[2] == "carry" else []
        rest = [*out, (self.attack(), "obj"), *self.tail()]
        return self.led_by((who, "nsubj"), self.tensed(verb, who), rest)

    def agreement(self) -> Piece:
        """A ceasefire deal, sometimes "brokered by X and Y"."""
        words = self.np.one("deals").split()
        article = self.np.chance.choice([an(words[0]), "the"])
        tree = headed([(article, "DT", "det"), *((word, "NN", "compound") for word in words)])
        if self.np.likely(0.35):
            verb = self.np.verb("brokers")
            made = built([(leaf(verb[1], "VBN", verb[2]), "x"), (self.np.agent(), "obl:agent")], 0)
            return built([(tree, "obj"), (made, "acl")], root=0)
        return tree

    def deal(self) -> Piece:
        """Russia and Turkey brokered a ceasefire; a truce was signed by X."""
        verb, who = self.np.verb("brokers"), self.np.actor()
        if self.np.likely(0.6):
            rest = [(self.agreement(), "obj"), *self.tail()]
            return self.led_by((who, "nsubj"), self.tensed(verb, who), rest)
        rest = [(self.np.agent(), "obl:agent"), *self.tail()]
        voice = self.voice(verb, many=False)
        return self.led_by((self.agreement(), "nsubj:pass"), voice, rest)

    def broken(self) -> Piece:
        """Rebels violated the truce; the truce collapsed; it came into force on Monday."""
        draw, who = self.np.chance.random(), self.np.actor()
        if draw < 0.4:
            verb = self.np.verb("breaks")
            rest = [(self.agreement(), "obj"), *self.tail()]
            return self.led_by((who, "nsubj"), self.tensed(verb, who), rest)
        subject = (self.agreement(), "nsubj")
        if draw < 0.7:
            verb = self.np.verb("ends")
            return self.led_by(subject, self.tensed(verb, subject[0]), self.tail())
        force = leaf(self.np.chance.choice(["force", "effect"]), "NN")
        come = self.tensed(("came", "come", "come"), subject[0])
        return self.led_by(subject, come, [(with_case("into", force), "obl"), self.np.time()])

    def sequel(self) -> Piece:
        """The army shelled X after seizing Y; before withdrawing from Z."""
        verb, who = self.np.verb("strikes"), self.np.actor()
        link = self.np.chance.choice(["after", "before", "by", "while", "despite"])
        if self.np.likely(0.6):
            then = self.np.verb("strikes")
            what = (self.np.place(), "obj")
        else:
            then = self.np.verb("moves")
            what = (with_case(then[4], self.np.place()), "obl")
        parts = [(leaf(link, "IN"), "mark"), (leaf(then[3], "VBG", then[2]), "x"), what]
        aside = (built(parts, root=1), "advcl")
        rest = [(self.np.target(), "obj"), aside]
        return self.led_by((who, "nsubj"), self.tensed(verb, who), rest)

    def takeover(self) -> Piece:
        """Rebels took over two villages; the town was taken over by jihadists."""
        over = (leaf("over", "RP"), "compound:prt")
        if self.np.likely(0.5):
            past = [(leaf("took", "VBD", "take"), "x")]
            rest = [over, (self.np.target(), "obj"), *self.tail()]
            return self.led_by((self.np.actor(), "nsubj"), past, rest)
        voice = self.voice(("took", "taken", "take"), many=False)
        rest = [over, (self.np.agent(), "obl:agent"), *self.tail()[1:]]
        return self.led_by((self.np.target(), "nsubj:pass"), voice, rest)

    def outbreak(self) -> Piece:
        """Clashes broke out between rebels and the army in X."""
        sides = built(
            [
                (leaf("between", "IN"), "case"),
                (self.np.fighters(), "x"),
                (built([(leaf("and", "CC"), "cc"), (self.np.army(), "x")], root=1), "conj"),
            ],
            root=1,
        )
        who = built([(leaf(self.np.one("happenings"), "NNS"), "x"), (sides, "nmod")], root=0)
        past = [(leaf("broke", "VBD", "break"), "x")]
        rest = [(leaf("out", "RP"), "compound:prt"), *self.tail()]
        return self.led_by((who, "nsubj"), past, rest)

    def lives(self) -> Piece:
        """The attack cost the lives of 19 people; left five people dead."""
        if self.np.likely(0.5):
            cost = [(leaf("cost", "VBD", "cost"), "x")]
            many = headed([("the", "DT", "det"), ("lives", "NNS", "x")])
            toll = built([(many, "obj"), (with_case("of", self.np.victims()), "nmod")], root=0)
            return self.led_by((self.attack(), "nsubj"), cost, [(toll, "obj"), *self.tail()])
        left = [(leaf("left", "VBD", "leave"), "x")]
        rest = [(self.np.victims(), "obj"), (leaf("dead", "JJ"), "xcomp"), *self.tail()]
        return self.led_by((self.attack(), "nsubj"), left, rest)

    def flight(self) -> Piece:
        """Shelling forced 180,000 people to flee X."""
        verb = self.np.chance.choice([("forced", "force"), ("drove", "drive")])
        parts = [(leaf("to", "TO"), "mark"), (leaf("flee", "VB", "flee"), "x")]
        flee = built([*parts, (self.np.place(), "obj")], root=1)
        rest = [(self.np.victims(), "obj"), (flee, "xcomp")]
        past = [(leaf(verb[0], "VBD", verb[1]), "x")]
        return self.led_by((self.attack(), "nsubj"), past, rest)

    def accusation(self) -> Piece:
        """Turkey accused Russia of shelling X."""
        verb = self.np.verb("strikes")
        parts = [(leaf("of", "IN"), "mark"), (leaf(verb[3], "VBG", verb[2]), "x")]
        deed = built([*parts, (self.np.target(), "obj")], root=1)
        past = [(leaf("accused", "VBD", "accuse"), "x")]
        rest = [(self.np.actor(), "obj"), (deed, "advcl")]
        return self.led_by((self.np.actor(), "nsubj"), past, rest)

    def intention(self) -> Piece:
        """The rebels agreed to withdraw from X; the UN called on Y to withdraw."""
        move = self.np.verb("moves")
        parts = [(leaf("to", "TO"), "mark"), (leaf(move[2], "VB", move[2]), "x")]
        aim = (built([*parts, (with_case(move[4], self.np.place()), "obl")], root=1), "xcomp")
        if self.np.likely(0.3):
            past = [(leaf("called", "VBD", "call"), "x")]
            asked = (with_case("on", self.np.actor()), "obl")
            return self.led_by((self.np.speaker(), "nsubj"), past, [asked, aim])
        want = self.np.verb("wants")
        past = [(leaf(want[0], "VBD", want[2]), "x")]
        return self.led_by((self.np.actor(), "nsubj"), past, [aim])

    def which(self) -> Piece:
        """HTS, which controls X, shelled Y."""
        verb = self.np.verb("strikes")
        holds = [(leaf("which", "WDT"), "nsubj"), (leaf("controls", "VBZ", "control"), "x")]
        inner = [comma(), *holds, (self.np.place(), "obj"), comma()]
        aside = built(tight(inner), root=2)
        who = built(
            [(spaced(self.np.group(), after=False), "x"), (spaced(aside, after=True), "acl:relcl")],
            0,
        )
        past = [(leaf(verb[0], "VBD", verb[2]), "x")]
        return self.led_by((who, "nsubj"), past, [(self.np.target(), "obj"), *self.tail()])

    def any(self) -> Piece:
        """A clause of any shape."""
        shapes: list[Callable[[], Piece]] = [
            self.active, self.active, self.passive, self.passive, self.toll, self.killing,
            self.movement, self.takeover, self.outbreak, self.lives, self.flight,
            self.accusation, self.intention, self.which, self.operation, self.deal, self.broken,
            self.sequel,
        ]  # fmt: skip
        return self.np.chance.choice(shapes)()
