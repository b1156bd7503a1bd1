"""What a child does with the store: each task gives a reply, and every refusal its reason."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.errors import KgError, LimitError, QueryError, StoreError
from kg.graph import sparql
from kg.graph.answer import Answer, Triples
from kg.graph.export import render
from kg.graph.query import parse_query, run
from kg.graph.results import format_answer
from kg.graph.solve import Scope
from kg.graph.store import GraphHandle
from kg.serve.described import about, described
from kg.serve.media import HTML, ROWS, TRIPLES, choose
from kg.serve.message import Reply, Task, refusal
from kg.serve.service import service
from kg.serve.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyoxigraph import Triple


#: Bytes of an answer, which the server holds in memory on their way.
_MOST_TOLD = 128 << 20
#: Brackets within brackets; people write a dozen, and Oxigraph's stack holds some thousands.
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class Desk:
    """What a child works with.

    Attributes:
        handle: the store, open for reading.
        rows: the most rows or triples of an answer.
        updates: whether the server takes updates, for its description.
    """

    handle: GraphHandle
    rows: int
    updates: bool = False


def perform(desk: Desk, task: Task) -> Reply:
    """Do a task; a mistake of the asker becomes a reply in words."""
    try:
        return TASKS[task.kind](desk, task)
    except LimitError as error:
        return refusal(422, str(error))
    except QueryError as error:
        return refusal(400, str(error))
    except StoreError as error:
        return refusal(406, str(error))
    except KgError as error:
        return refusal(500, str(error))
    except MemoryError:
        return refusal(422, "the request needs more memory than it may take")


def warned(desk: Desk, reply: Reply) -> Reply:
    """A reply from a store whose merged things are behind its articles says so in a header."""
    if not desk.handle.is_behind:
        return reply
    told = '199 - "the last run was cut short: events, deals and links don\'t tell of all articles"'
    return replace(reply, headers={**reply.headers, "Warning": told})


def _query(desk: Desk, task: Task) -> Reply:
    check_depth(task.text, "query")
    scope = Scope(task.default, task.named, desk.rows, chooses=True)
    answer = run(desk.handle, parse_query(task.text, "query"), task.values, scope)
    return _written(desk, answer, task)


def check_depth(text: str, name: str) -> None:
    """Refuse what Oxigraph's parser would go down in.

    Raises:
        QueryError: if it is nested too deep.
    """
    if sparql.depth(text) > _DEEPEST:
        raise QueryError(f"brackets are nested more than {_DEEPEST} deep", where=name)


def _written(desk: Desk, answer: Answer, task: Task) -> Reply:
    if isinstance(answer, Triples):
        return _graph(desk, answer.triples, task)
    chosen = choose(task.accept, ROWS, task.form)
    if chosen is None:
        return _unacceptable(media for form in ROWS for media in form.media[:1])
    form, media = chosen
    return _reply(media, format_answer(answer, form.name, base=desk.handle.base).encode())


def _graph(desk: Desk, triples: Iterable[Triple], task: Task) -> Reply:
    chosen = choose(task.accept, TRIPLES, task.form)
    if chosen is None:
        return _unacceptable(media for form in TRIPLES for media in form.media[:1])
    form, media = chosen
    small = Store()
    small.bulk_extend(Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples)
    return _reply(media, render(GraphHandle(small, desk.handle.base), form.name))


def _whole(desk: Desk, task: Task) -> Reply:
    """One graph of the store by its IRI, or the union of all."""
    store = desk.handle.store
    name = _node(task.text) if task.text else None
    if name is not None and not store.contains_named_graph(name):
        return refusal(404, f"there is no graph <{task.text}>")
    triples = set()
    for quad in store.quads_for_pattern(None, None, None, name):
        triples.add(quad.triple)
        if len(triples) > desk.rows:
            problem = f"the graph has more than {desk.rows:,} triples"
            raise LimitError(problem, advice="ask for parts of it, or use kg export")
    return _graph(desk, triples, task)


def _thing(desk: Desk, task: Task) -> Reply:
    node = _node(task.text)
    store = desk.handle.store
    if not any(next(quads, None) for quads in (
        store.quads_for_pattern(node, None, None), store.quads_for_pattern(None, None, node)
    )):  # fmt: skip
        return refusal(404, f"nothing is known of <{task.text}>")
    chosen = choose(task.accept, (*TRIPLES, HTML), task.form)
    if chosen is None or chosen[0] is not HTML:
        return _graph(desk, about(desk.handle, node, desk.rows), task)
    from kg.serve.page import thing_page  # noqa: PLC0415 - queries need no templates

    return _reply(chosen[1], thing_page(described(desk.handle, node)).encode())


def _service(desk: Desk, task: Task) -> Reply:
    graphs = (graph for graph in desk.handle.store.named_graphs() if isinstance(graph, NamedNode))
    names = sorted(graph.value for graph in graphs)[: desk.rows]
    return _graph(desk, service(task.text, names, updates=desk.updates), task)


def _words(desk: Desk, _: Task) -> Reply:
    text = json.dumps(words(desk.handle), ensure_ascii=False, separators=(",", ":"))
    return _reply("application/json", text.encode())


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri!r} is not an IRI") from error


def _reply(media: str, body: bytes) -> Reply:
    if len(body) > _MOST_TOLD:
        problem = f"the answer has more than {_MOST_TOLD >> 20} MiB, so none is given"
        raise LimitError(problem, advice="ask for fewer, with LIMIT or FILTER")
    text = media.startswith("text/") or media.endswith("xml")
    return Reply(200, f"{media}; charset=utf-8" if text else media, body, {"Vary": "Accept"})


def _unacceptable(media: Iterable[str]) -> Reply:
    return refusal(406, f"the answer can be had as {', '.join(media)}")


TASKS: dict[str, Callable[[Desk, Task], Reply]] = {
    "query": _query,
    "graph": _whole,
    "thing": _thing,
    "service": _service,
    "words": _words,
}
