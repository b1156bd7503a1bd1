"""The addresses of the server, and what answers at each."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from kg import __version__
from kg.graph.query import list_queries
from kg.serve.files import FILES
from kg.serve.guard import Guard
from kg.serve.media import HTML, TRIPLES, choose
from kg.serve.message import Task
from kg.serve.page import query_page
from kg.serve.pool import Pool
from kg.serve.protocol import accept, allow, asked, changed, url_fields
from kg.serve.refused import RefusedError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine

    from starlette.requests import Request

    from kg.serve.message import Reply
    from kg.serve.settings import Settings


def make(settings: Settings) -> Starlette:
    """The application of a server."""
    site = _Site(settings)
    read = ["GET"]  # and with it HEAD
    routes = [
        Route("/", site.front, methods=read),
        Route("/web/{name}", site.file, methods=read),
        Route("/sparql", _told(site.query), methods=["GET", "POST"]),
        Route("/update", _told(site.update), methods=["POST"]),
        Route("/data", _told(site.graph), methods=read),
        Route("/id/{rest:path}", _told(site.thing), methods=read),
        Route("/resource", _told(site.resource), methods=read),
        Route("/words.json", _told(site.words), methods=read),
        Route("/queries.json", site.queries, methods=read),
    ]
    return Starlette(
        routes=routes, middleware=[Middleware(Guard, settings=settings)], lifespan=site.life
    )


def _told(
    answer: Callable[[Request], Awaitable[Response]],
) -> Callable[[Request], Coroutine[None, None, Response]]:
    """An endpoint whose refusals are replies."""

    async def endpoint(request: Request) -> Response:
        try:
            return await answer(request)
        except RefusedError as error:
            return _response(error.reply)

    return endpoint


class _Site:
    """What answers requests, with the children that do the work."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pool = Pool(settings)

    @contextlib.asynccontextmanager
    async def life(self, _: Starlette) -> AsyncIterator[None]:
        ended = asyncio.Event()
        giving_way = asyncio.create_task(self._pool.give_way(ended))
        yield
        ended.set()
        await giving_way
        await self._pool.close()

    async def front(self, _: Request) -> Response:
        return HTMLResponse(query_page())

    async def file(self, request: Request) -> Response:
        return _file(request.path_params["name"])

    async def query(self, request: Request) -> Response:
        task = await asked(request)
        if task is not None:
            return await self._answer(request, task)
        form = url_fields(request).one("format") or ""
        chosen = choose(accept(request), (*TRIPLES, HTML), form)
        if chosen is not None and chosen[0] is HTML:
            return RedirectResponse("/", 303)
        here = f"{request.url.scheme}://{request.headers['host']}/sparql"
        return await self._answer(request, Task("service", here, accept(request), form))

    async def update(self, request: Request) -> Response:
        allow(request, self._settings.token)
        return _response(await self._pool.update(await changed(request)))

    async def graph(self, request: Request) -> Response:
        fields = url_fields(request)
        name, default = fields.one("graph"), fields.one("default")
        if (name is None) == (default is None):
            raise RefusedError(400, "name a graph (?graph=IRI), or take them all (?default)")
        form = fields.one("format") or ""
        return await self._answer(request, Task("graph", name or "", accept(request), form))

    async def thing(self, request: Request) -> Response:
        return await self._shown(request, self._settings.base + request.path_params["rest"])

    async def resource(self, request: Request) -> Response:
        iri = url_fields(request).one("iri")
        if not iri:
            raise RefusedError(400, "which resource? (?iri=IRI)")
        return await self._shown(request, iri)

    async def words(self, request: Request) -> Response:
        return await self._answer(request, Task("words"))

    async def queries(self, _: Request) -> Response:
        shipped = [
            {
                "name": query.name,
                "title": query.title,
                "text": query.text,
                "columns": {column.name: column.help for column in query.columns},
            }
            for query in list_queries()
        ]
        limits = {"seconds": self._settings.timeout, "rows": self._settings.rows}
        return JSONResponse({"version": __version__, "limits": limits, "queries": shipped})

    async def _shown(self, request: Request, iri: str) -> Response:
        form = url_fields(request).one("format") or ""
        return await self._answer(request, Task("thing", iri, accept(request), form))

    async def _answer(self, request: Request, task: Task) -> Response:
        """Do a task, and end it when the asker has gone."""
        doing = asyncio.ensure_future(self._pool.ask(task))
        leaving = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait((doing, leaving), return_when=asyncio.FIRST_COMPLETED)
            if not doing.done():
                return Response(status_code=499)
            return _response(doing.result())
        finally:
            for waiting in (doing, leaving):
                waiting.cancel()
            await asyncio.gather(doing, leaving, return_exceptions=True)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _response(reply: Reply) -> Response:
    response = Response(reply.body, reply.status, dict(reply.headers))
    response.headers["Content-Type"] = reply.media
    return response


def _file(name: str) -> Response:
    found = FILES.get(name)
    if found is None:
        return Response("there is no such file\n", 404, media_type="text/plain")
    return Response(found.body, media_type=found.media)
