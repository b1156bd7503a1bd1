"""SPARQL Update on a store that nobody else has open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.graph import sparql
from kg.graph.query import Query
from kg.graph.solve import unparsable
from kg.serve.message import Reply, refusal
from kg.serve.tasks import check_depth
from kg.serve.using import using
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from kg.graph.store import GraphHandle
    from kg.serve.message import Task


def change(handle: GraphHandle, task: Task) -> Reply:
    """Apply an update, whole or not at all; one that reaches outside is refused.

    Relative IRIs stand below the store's base. The task's graphs, if any, are those that
    WHERE looks into.
    """
    try:
        _refuse(task.text)
        text = using(task.text, task.default, task.named)
        handle.store.update(text, base_iri=handle.base, prefixes=PREFIXES)
        handle.store.flush()
    except SyntaxError as error:
        return refusal(400, str(unparsable(Query("update", task.text), task.text, str(error))))
    except QueryError as error:
        return refusal(400, str(error))
    except (OSError, RuntimeError, ValueError) as error:
        return refusal(400, f"the update failed, nothing was changed: {error}")
    return Reply(204, "text/plain; charset=utf-8", b"")


def _refuse(text: str) -> None:
    check_depth(text, "update")
    for word, offset in sparql.clauses(text):
        if word in ("SERVICE", "LOAD"):
            where = f"update:{text.count(chr(10), 0, offset) + 1}"
            raise QueryError(f"{word} would reach outside; kg works offline", where=where)
