"""From an article and its parsed segments to reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.extract.attribution import attributions
from kg.extract.deal_acts import events_of
from kg.extract.deals import Deals
from kg.extract.events import drafts
from kg.extract.knowledge import Knowledge
from kg.extract.quotation import Quoting
from kg.extract.relations import relations
from kg.extract.scene import Scene
from kg.extract.story import Story
from kg.extract.time import expressions
from kg.extract.vague_deals import with_one_deal
from kg.extract.when import timed
from kg.extract.write import Writer
from kg.language.syntax import Sentence, sentences
from kg.model import Article, Link, Report, SegmentKind, TimeExpression
from kg.resolve.actors import Resolver, coordinated, link_to
from kg.resolve.context import Context
from kg.resolve.focus import focus
from kg.resolve.named import Named
from kg.resolve.names import plain
from kg.resolve.persons import is_unnamed
from kg.resolve.places import Locator
from kg.resolve.spans import names_of

_ACRONYM = re.compile(r"^[A-Z][A-Z&.-]{1,7}s?$")


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that reading an article needs beside the article: loaded once."""

    knowledge: Knowledge
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One segment of an article as read.

    Attributes:
        at: its position in the article.
        kind: what it is.
        sentences: its parsed sentences.
        times: the times told in it.
        writer: writes its reports.
    """

    at: int
    kind: SegmentKind
    sentences: list[Sentence]
    times: list[TimeExpression]
    writer: Writer


@dataclass(slots=True)
class Reading:
    """One article being read.

    Attributes:
        article: what is read; `knowledge` what it is read by.
        context: what it has told so far.
        story: its events so far, for dates, places and keys carried over.
        deals: its deals so far.
        reports: what has been found.
        times: the times told so far, for "in that period" and "since then".
    """

    article: Article
    knowledge: Knowledge
    context: Context
    story: Story
    deals: Deals
    reports: list[Report] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)

    def read(self, paragraph: Paragraph) -> None:
        """Add what a paragraph tells."""
        quoting = Quoting()
        for sentence in paragraph.sentences:
            now = quoting.carried(self._scene(sentence, paragraph))
            self.reports.extend(self._told(now, paragraph.writer))
            self._note(now)
        self.times.extend(paragraph.times)

    def _note(self, now: Scene) -> None:
        """Keep of whom a sentence told, for the pronouns of the next."""
        context, words = self.context, now.sentence.words
        # Its last word stands behind all persons of the sentence.
        context.is_unnamed = is_unnamed(context, now.resolver.names, words[-1])
        root = next((word for word in words if word.rel == "root"), words[0])
        told = coordinated(root.of("nsubj", "nsubj:pass"))
        context.subjects = now.resolver.actors(told) if len(told) > 1 else ()

    def _scene(self, sentence: Sentence, paragraph: Paragraph) -> Scene:
        names = names_of(sentence, self.context)
        resolver = Resolver(self.context, names)
        _define_acronyms(sentence, names, resolver)
        within = [
            time
            for time in paragraph.times
            if sentence.start <= time.start and time.end <= sentence.end
        ]
        now = Scene(
            sentence=sentence,
            paragraph=paragraph.at,
            segment=paragraph.kind,
            resolver=resolver,
            locator=Locator(
                self.context,
                self.knowledge.place_words.names_in(names),
                self.knowledge.place_words,
                self.knowledge.relations.control.participles,
            ),
            times=timed(sentence, within),
            issued=self.article.issued.day,
            knowledge=self.knowledge,
            sayings=attributions(sentence, resolver, self.knowledge.speech),
        )
        for saying in now.sayings:
            self.context.last_source = next(iter(saying.speakers), self.context.last_source)
        return now

    def _told(self, now: Scene, writer: Writer) -> list[Report]:
        """The reports of a sentence: events in text order, deals, relations."""
        ties = relations(now)
        for tie in ties:
            if tie.of == "Leadership":
                self.context.offices.setdefault(tie.first.iri, tie.second)
        told = self.deals.told(now)
        found = [*drafts(now), *(draft for each in told for draft in events_of(each, now))]
        found.sort(key=lambda draft: draft.word.i)
        return [
            *(writer.event(draft) for draft in self.story.place(found)),
            *(writer.deal(each, now) for each in told),
            *(writer.relation(each, now) for each in ties),
        ]


def reports(article: Article, docs: Sequence[Doc], rules: Rules) -> list[Report]:
    """What an article says, in text order.

    Args:
        article: the article.
        docs: one parsed Doc for each of its segments that tells (`Segment.kind.tells`), in order.
        rules: the knowledge to read it by.
    """
    knowledge, issued = rules.knowledge, article.issued.day
    told = [segment for segment in article.segments if segment.kind.tells]
    parsed = [sentences(doc, clear=rules.clear, forms=knowledge.forms) for doc in docs]
    context = _context(parsed, knowledge)
    context.issued = issued
    story = Story(context, issued, knowledge.story)
    deals = Deals(knowledge.deals, issued, article.document.identifier)
    reading = Reading(article, knowledge, context, story, deals)
    for at, (segment, own) in enumerate(zip(told, parsed, strict=True)):
        times = expressions(segment.text, issued, reading.times)
        writer = Writer(segment, article.document.text)
        reading.read(Paragraph(at, segment.kind, own, times, writer))
    return with_one_deal(reading.reports, knowledge.world, issued)


def _context(parsed: list[list[Sentence]], knowledge: Knowledge) -> Context:
    """What the article's names tell of it before it is read: country and monitor in focus."""
    context = Context(knowledge.world, knowledge.nominals)
    names: list[Named] = []
    for sentence in (each for own in parsed for each in own):
        found = names_of(sentence, context)
        names.extend({id(named): named for named in found.values()}.values())
    context.country, context.state = focus(knowledge.world, names)
    context.monitor = _monitor(names)
    return context


def _monitor(names: list[Named]) -> Link | None:
    """The one monitor that the article names, for "an NGO", "the war monitor"."""
    found = {
        meaning.entity.iri: meaning.entity
        for named in names
        for meaning in named.meanings
        if meaning.entity.one("kind") == "monitor" and meaning.how == "label"
    }
    if len(found) != 1:
        return None
    return link_to(next(iter(found.values())), "", "the article's only monitor", 0.75)


def _define_acronyms(sentence: Sentence, names: dict[int, Named], resolver: Resolver) -> None:
    """For "Syrian Observatory for Human Rights (OSDH)": what stands in brackets is another name."""
    words = sentence.words
    for at in range(1, len(words) - 2):
        acronym = words[at + 1]
        own = names.get(acronym.i)
        known = own is not None and bool(own.meanings)
        if words[at].text != "(" or not _ACRONYM.match(acronym.text) or known:
            continue
        named = names.get(words[at - 1].i)
        ends = (named.words[0], named.words[-1]) if named is not None else ()
        link = next((link for word in ends for link in resolver.actor(word)), None)
        if link is not None:
            resolver.context.aliases.setdefault(plain(acronym.text), link)
