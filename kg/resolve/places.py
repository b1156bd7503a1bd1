"""Where: a word at the head of a noun phrase becomes a known or a new place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.ids import slug
from kg.language.grammar import conjuncts, obliques, phrase, preposition
from kg.language.syntax import Word, written
from kg.model import Link
from kg.resolve.context import Context, Named
from kg.resolve.gazetted import at_home, gazetted
from kg.resolve.mint import link_to
from kg.resolve.names import plain
from kg.resolve.placewords import PlaceWords
from kg.resolve.world import Entity, Meaning

_DEFINITE = frozenset(("the", "this", "that", "its"))
_BESIDE_NOUN = frozenset(("compound", "nmod", "appos", "flat", "nmod:desc"))
#: Class of a new place by the tagger's kind.
_PLACES = {"LOC": "Settlement", "FAC": "Facility"}
_COMPASS = ("north", "south", "east", "west")
#: Words for parts of a place that belong to the part's name.
_IN_NAMES = ("old", "greater", "inner", "upper", "lower")
_MEASURES = ("compound", "nummod", "obl:unmarked", "nmod:unmarked", "obl")
#: Rule of the parts of a place that somebody holds.
HELD_PARTS = "held parts of a place"
_APART = frozenset(("DET", "NUM", "PUNCT"))


@dataclass(frozen=True, slots=True)
class Locator:
    """Resolves the words of one sentence to places.

    Attributes:
        context: what the article told so far.
        names: the sentence's names, by word position.
        words: place words.
        held: participles behind a hyphen that say who holds a place ("rebel-held").
    """

    context: Context
    names: Mapping[int, Named]
    words: PlaceWords
    held: frozenset[str] = frozenset()

    def place(self, word: Word) -> Link | None:
        """The place that a head word stands for, or None; the first of "the towns of A and B"."""
        return next(iter(self.places(word)), None)

    def places(self, word: Word) -> list[Link]:
        """The places that a head word stands for: several in "the towns of A, B and C"."""
        included = self._included(word)
        if included:
            return included
        link = self._by_name(word) or self._by_noun(word)
        if link is None:
            return self._by_quantity(word)
        kind = self.words.class_of(word.lemma) if word.lemma in self.words.area else ""
        others = [self._by_name(other, kind) for other in self._coordinated_names(word)]
        found = [link, *(other for other in others if other is not None)]
        for each in found:
            self.context.remember(each)
        return found

    def _included(self, word: Word) -> list[Link]:
        """For "areas in the north, including the towns of A and B": the more exact ones."""
        if not self.words.is_loose(word) and word.lemma not in self.words.area:
            return []
        above = [word.head] if word.head is not None and word.head.pos in ("VERB", "NOUN") else []
        told = (
            each.word
            for head in (word, *above)
            for each in obliques(head)
            if each.preposition == "including" and each.word.i > word.i
        )
        return [link for each in told for link in self.places(each) if link.cls == "Settlement"]

    def _by_quantity(self, word: Word) -> list[Link]:
        """For "most of Paletwa", "half of the town": the place that is told a share of."""
        if word.lemma not in self.words.shares:
            return []
        inner = (each.word for each in obliques(word) if each.preposition == "of")
        return next((self.places(each) for each in inner), [])

    def home(self, surface: str) -> Link | None:
        """The country in focus, as "the country" or where the war as a whole is told of."""
        entity = self.context.world.entities.get(self.context.country)
        return link_to(entity, surface, "country in focus", 0.6) if entity is not None else None

    def _coordinated_names(self, word: Word) -> list[Word]:
        """Names coordinated with the one that a plural place noun carries."""
        if word.i in self.names:  # "Rutshuru and Masisi territories"
            plural = word.lower != word.lemma and self.words.class_of(word.lemma) != ""
            own = self.names[word.i]
            apart = [child for child in word.of("compound") if self.names.get(child.i, own) != own]
            return apart if plural else []
        if not self.words.is_place(word):
            return []
        below = word.of("appos", "flat", "nmod:desc", "compound")
        inner = [each.word for each in obliques(word)]
        below += [each for behind in inner for each in (behind, *behind.of("compound"))]
        firsts = [child for child in below if child.i in self.names]
        if firsts and firsts[0] in inner and (further := self._coordinated_names(firsts[0])):
            return further  # "large parts of Rutshuru and Masisi territories"
        listed = [each for first in firsts[:1] for each in conjuncts(first)]
        return [each for name in listed for each in (name, *self._run_on(word, name))][1:]

    def _run_on(self, noun: Word, first: Word) -> list[Word]:
        """Further names in a list that lost its commas: "the towns of Anadan Khan Touman"."""
        if noun.lower == noun.lemma:
            return []
        own = self.names.get(first.i)
        return [
            child
            for child in first.of("flat")
            if (named := self.names.get(child.i)) and named is not own and named.words[0] is child
        ]

    # ------------------------------------------------------------------ names

    def _by_name(self, word: Word, kind: str = "") -> Link | None:
        """The place of a name; `kind` is asked for where the words beside it tell none."""
        named = self.names.get(word.i)
        wanted = self._wanted(word) or kind
        link = self._called(word, named, wanted) if named is not None else None
        return link and self._directed(word, link)

    def _called(self, word: Word, named: Named, wanted: str) -> Link | None:
        """The place that bears a name; `wanted` is the class that the words around ask for."""
        front = self._front(named)  # "Old Damascus"
        if front is not None:
            wanted = ""
        link = self._known(named, wanted) or self._unknown(word, named, wanted)
        if link is None or front is None:
            return link
        return self._part(front.lower, link, f"{front.text} {link.surface}")

    def _front(self, named: Named) -> Word | None:
        """The capitalised direction that the parser made the head of a name behind it."""
        head = named.words[0].head
        if head is None or named.words[0].rel != "flat" or not head.is_capitalised:
            return None
        return head if self.words.is_direction(head) else None

    def _known(self, named: Named, wanted: str) -> Link | None:
        meanings = [meaning for meaning in named.places() if meaning.how == "label"]
        if not meanings:
            return None
        best = min(meanings, key=lambda each: (-self._points(each.entity, wanted), each.entity.iri))
        score = (1.0 if named.exact else 0.85) - (0.1 if len(meanings) > 1 else 0.0)
        rule = "label" if named.exact else "label by sound"
        return link_to(best.entity, named.surface, rule, score)

    def _points(self, entity: Entity, wanted: str) -> float:
        """How well a place fits where several bear the name: more is better."""
        spoken_of = self.context.placed
        points = 2.0 * (bool(wanted) and entity.cls == wanted)
        country = self.context.world.country_of(entity.iri)
        home = country == self.context.country
        points += 1.5 * home + 1.2 * (entity.cls == "Country")
        points += 1.0 * (entity.iri in spoken_of)
        points += 0.5 * (entity.one("within") in spoken_of or country in spoken_of)
        return points + 0.2 * (entity.cls == "Settlement")

    def _wanted(self, word: Word) -> str:
        """The class that the words around a name ask for: "town of X", "X province"."""
        beside = [word.head] if word.head is not None and word.rel in _BESIDE_NOUN else []
        beside += word.of("compound", "nmod:desc", "appos", "amod")
        return next(filter(None, (self.words.class_of(other.lemma) for other in beside)), "")

    def _unknown(self, word: Word, named: Named, wanted: str) -> Link | None:
        """A name that the known world lacks stands as a place within the last one told."""
        in_place = preposition(word) in self.words.naming
        tagged = named.entity in _PLACES or (in_place and named.entity == "NAME")
        label = named.surface
        # The tagger took a village for a person: "in Jirgeti", where the country has one.
        mistaken = in_place and named.entity in ("PERSON", "ORG") and at_home(label, self.context)
        if named.meanings or not (wanted or tagged or mistaken):
            return None
        if label.islower() or self.words.class_of(label.lower()):  # "town" is no name of one
            return None
        settled = wanted in ("", "Settlement") and named.entity != "FAC"
        if settled and (link := gazetted(label, label, self.context)) is not None:
            return link
        places = self.context.world.entities
        told = (link.iri for link in reversed(self.context.places) if link.iri in places)
        last = next(told, self.context.country)
        cls = wanted or _PLACES.get(named.entity, "Settlement")
        return Link(f"place/{slug(label)}", label, cls, label, "new name", 0.5, last)

    # ------------------------------------------------------------------ nouns

    def _by_noun(self, word: Word) -> Link | None:
        if not self.words.is_place(word) or self._measured(word):
            return None
        wanted = "" if self._is_several(word) else self.words.class_of(word.lemma)
        named = self._named_beside(word)
        if named is None:
            return self._apposed(word) or self._lying(word) or self._definite(word, wanted)
        link = self._called(word, named, wanted)
        if link is None or word is self._front(named):
            return link
        if self.words.is_direction(word):
            return self._towards(word, link)
        part = self._directed(word, replace(link, surface=_surface(word)))
        return self._held_parts(word, link) if part.iri == link.iri else part

    def _held_parts(self, word: Word, whole: Link) -> Link:
        """For "rebel-held districts of Aleppo": what is told of the place is not all of it."""
        holding = [part for part in word.of("amod") if part.lower.rpartition("-")[2] in self.held]
        if not holding or not self._is_several(word) or "-" not in holding[0].text:
            return replace(whole, surface=_surface(word))
        label = f"{written([holding[0], word])} of {whole.label}"
        known = whole.iri in self.context.world.entities
        holder = whole.iri if known else whole.parent
        iri, surface = f"place/{slug(label)}", _surface_to_place(word)
        return Link(iri, label, "Area", surface, HELD_PARTS, 0.7, holder, _town_point(whole))

    def _is_several(self, word: Word) -> bool:
        """Whether it tells some parts of a place: "districts", "areas", but not "towns"."""
        settled = self.words.class_of(word.lemma) == "Settlement"
        return word.lower != word.lemma and word.lemma not in self.words.provinces and not settled

    def _apposed(self, word: Word) -> Link | None:
        """For "El Fasher, the last city in Darfur": the place that the noun explains."""
        head = word.head if word.rel == "appos" else None
        return self._by_name(head) if head is not None else None

    def _lying(self, word: Word) -> Link | None:
        """For "several villages north of Aleppo": where they lie."""
        directions = (child for child in word.of("advmod") if self.words.is_direction(child))
        return next((link for child in directions if (link := self._by_noun(child))), None)

    def _measured(self, word: Word) -> bool:
        """Whether a distance stands before it: "60 km north of Damascus" is not Damascus."""
        if any(child.lemma in self.words.distance for child in word.of(*_MEASURES)):
            return True
        before = word.previous  # "60 kilometres (35 miles) north"
        while before is not None and before.pos in ("PUNCT", "NUM"):
            before = before.previous
        return before is not None and before.lemma in self.words.distance

    def _named_beside(self, word: Word) -> Named | None:
        """The place name that a place noun carries: "Idlib province", "the city of Idlib"."""
        return next(self._names_beside(word), None)

    def _names_beside(self, word: Word) -> Iterator[Named]:
        yield from self._own_names(word)
        parts = [part for part in phrase(word) if part is not word]
        owners = [part for part in parts if part.rel == "nmod:poss"]
        for part in [*parts, *word.of("appos", "flat", "nmod:desc")]:
            if part not in owners and (named := self._naming(part)):
                yield named
        loose = self.words.is_loose(word)
        for oblique in obliques(word):
            # "the last city in Darfur" is not Darfur, "the area around Hama" is by Hama
            if oblique.preposition in self.words.carrying and (
                loose or oblique.preposition not in self.words.around_names
            ):
                named = self._naming(oblique.word) or self._named_beside(oblique.word)
                if named:
                    yield named
        # "Ukraine's peninsula of Crimea" is Crimea, "Syria's capital" Syria's
        yield from (named for part in owners if (named := self._naming(part)))

    def _own_names(self, word: Word) -> Iterator[Named]:
        """For "the Idlib town of Saraqib", "the South Darfur capital Nyala": the last name."""
        behind = [each.word for each in obliques(word) if each.preposition == "of"]
        for part in [*behind, *word.of("appos", "flat", "nmod:desc")]:
            named = self._naming(part) if part.i > word.i else None
            if named is not None and all(each.entity.cls != "Country" for each in named.places()):
                yield named

    def _naming(self, part: Word) -> Named | None:
        named = self.names.get(part.i)
        if named is None:
            return None
        known = any(meaning.how == "label" for meaning in named.places())
        return named if known or (not named.meanings and part.pos == "PROPN") else None

    def _definite(self, word: Word, wanted: str) -> Link | None:
        """For "the province", "the city": the last place told of that class."""
        if not any(child.lower in _DEFINITE for child in word.of("det", "nmod:poss")):
            return None
        if word.lemma in self.words.country:
            return self.home(_surface(word))
        if self.words.is_direction(word) and (town := self._told_town(word)) is not None:
            return self._towards(word, town)  # "to the south of the city"
        if self.words.is_direction(word):  # "in the east": of the country
            told = (link for link in reversed(self.context.places) if link.cls != "Facility")
            whole = next(told, None) if word.of("nmod:poss") else self.home(word.text)
            return whole and self._part(word.lower, whole, word.text)
        if word.lemma == "capital":
            return self._capital(_surface(word))
        if word.lemma in self.words.around or word.lemma in self.words.facility:
            return None
        last = self._told_before(word, wanted)
        return last and replace(last, rule="definite noun", score=0.6)

    def _told_before(self, word: Word, wanted: str) -> Link | None:
        """The last place of a class told before a word, in its sentence or before that."""
        for at in range(word.i - 1, -1, -1):
            named = self.names.get(at)
            link = self._known(named, "") if named is not None and wanted else None
            if link is not None and link.cls == wanted:
                return link
        for link in reversed(self.context.places):
            area = self._area_of(link, word.lemma) if word.lemma in self.words.provinces else None
            if area is not None or not wanted or link.cls == wanted:
                return area or link
        return None

    def _area_of(self, link: Link, noun: str) -> Link | None:
        """For "the region": the one told last, or the one in which the town told last lies.

        Only one that is called so: "the region" is no governorate, which nobody calls a region.
        """
        entities = self.context.world.entities
        known = entities.get(link.iri)
        if known is not None and known.cls == "AdministrativeArea":
            return link
        area = entities.get(known.one("within") if known is not None else link.parent)
        if area is None or area.cls != "AdministrativeArea" or link.cls != "Settlement":
            return None
        called = any(noun in plain(name) for name in (area.label, *area.aliases))
        return link_to(area, "", "definite noun", 0.6) if called else None

    def _capital(self, surface: str) -> Link | None:
        """For "the capital": the town that the press names for the government in focus."""
        state = self.context.state
        for metonym in state.metonyms if state is not None else ():
            for meaning in self.context.world.names.lookup(metonym)[0]:
                if isinstance(meaning, Meaning) and meaning.entity.cls == "Settlement":
                    return link_to(meaning.entity, surface, "capital in focus", 0.7)
        return None

    # ------------------------------------------------------------- directions

    def _directed(self, word: Word, link: Link) -> Link:
        """For "northern Hama", "southern Idlib province": an area within the place named.

        In "the northern province of Idlib" the adjective only tells where the province lies.
        """
        if link.cls == "Facility" or self._described(word):
            return link
        for child in word.of("amod", "compound", "advmod"):
            leads = child.i < word.i and child.i not in self.names
            if leads and child.lower in self.words.direction:
                return self._part(child.lower, link, _surface(word))
        return link

    def _told_town(self, word: Word) -> Link | None:
        """For "the south of the city": the town that was told last."""
        inner = (each.word for each in obliques(word) if each.preposition == "of")
        town = next((self._definite(each, "Settlement") for each in inner
                     if each.lemma in self.words.settlement), None)  # fmt: skip
        return town if town is not None and town.cls == "Settlement" else None

    def _towards(self, word: Word, link: Link) -> Link:
        """What a direction tells of a place: beside it or a part of it."""
        if _is_outside(word):
            return self._beside(word.lower, link)
        return self._part(word.lower, link, f"{word.text} of {link.surface}")

    def _beside(self, direction: str, anchor: Link) -> Link:
        """For "villages south of Aleppo": an area beside a place, within what holds that."""
        label = f"{direction} of {anchor.label}"
        entity = self.context.world.entities.get(anchor.iri)
        holder = entity.one("within") if entity is not None else anchor.parent
        surface = f"{direction} of {anchor.surface}"
        return Link(f"place/{slug(label)}", label, "Area", surface, "beside a place", 0.6, holder)

    def _described(self, word: Word) -> bool:
        """Whether the name stands behind its noun: "the northern province of Idlib"."""
        if any(child.lower in _IN_NAMES for child in word.of("amod")):  # "the old city of Homs"
            return False
        named = self.names.get(word.i)
        if named is not None:
            return named.words[0] is word and self.words.class_of(word.lemma) != ""
        if self._is_several(word):  # "the eastern districts of Aleppo"
            return False
        return not any(part.i in self.names for part in word.of("compound", "amod", "flat"))

    def _part(self, direction: str, whole: Link, surface: str) -> Link:
        """The part of a place that lies in a direction: curated, or new within the place."""
        label = f"{_adjective(direction)} {whole.label}"
        for meaning in self.context.world.names.lookup(label)[0]:
            if isinstance(meaning, Meaning) and meaning.entity.iri.startswith("place/"):
                return link_to(meaning.entity, surface, "label", 0.9)
        iri = f"place/{slug(label)}"
        # A new place that only lends its name to its part is told nowhere, so it can hold nothing.
        known = whole.iri in self.context.world.entities
        return Link(
            iri,
            label,
            "Area",
            surface,
            "part of a country" if whole.cls == "Country" else "part of a place",
            0.8,
            whole.iri if known else whole.parent,
            _town_point(whole),
        )


def _town_point(whole: Link) -> tuple[float, float] | None:
    """Where a part of a town stands that has no point of its own: at the town's."""
    return whole.position if whole.cls == "Settlement" else None


def _adjective(direction: str) -> str:
    """For "north-east" and "northeast" as "northeastern", "old" as "Old"."""
    joined = direction.replace("-", "")
    if joined.endswith(_COMPASS):
        return f"{joined}ern"
    return joined.capitalize() if joined in _IN_NAMES else joined


def _is_outside(word: Word) -> bool:
    """Whether "south of X" lies beside X: "the south of X" is a part of it, "to the south" not."""
    return not word.of("det") or preposition(word) == "to"


def _surface(word: Word) -> str:
    return written(part for part in phrase(word) if part.pos not in _APART)


def _surface_to_place(word: Word) -> str:
    """The words from those before a noun to the name of the place behind it."""
    behind = [oblique.word for oblique in obliques(word)][:1]
    last = max((part.i for each in behind for part in phrase(each)), default=word.i)
    first = next(part for part in phrase(word) if part.pos not in _APART)
    return written(part for part in word.subtree() if first.i <= part.i <= last)
