"""A web service: a page to paste texts into, and claims and comparisons as JSON, with an OpenAPI description.

It reads the body of a request, no file and no address. A process of its own does the work, and is ended in time.
"""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import anyio
import anyio.to_process
import attrs
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from quoteattr import extract, render, verify
from quoteattr.checking import page
from quoteattr.checking.json import to_dict
from quoteattr.formats.json import VERSION, to_dicts
from quoteattr.integrations.openapi import description

_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
_FORM_PAGE = Path(__file__).with_name("form.html")
_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}


@attrs.frozen
class Limits:
    """What a request may cost.

    Args:
        size: Bytes of its body.
        seconds: How long it may take, waiting for a free process included.
        processes: How many requests are worked on at once.
        hosts: Names that the service answers to; others are refused, so that no other site's name leads here.
    """

    size: int = 1_000_000
    seconds: float = 20.0
    processes: int = 2
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")


def application(limits: Limits | None = None) -> Starlette:
    """The service, for any ASGI server.

    Args:
        limits: What a request may cost; None takes the defaults.

    Returns:
        The ASGI application.

    Example:
        >>> sorted(route.path for route in application().routes)
        ['/', '/', '/claims', '/openapi.json', '/verify']
    """
    service = _Service(Limits() if limits is None else limits)
    routes = [
        Route("/", service.page, methods=["GET"]),
        Route("/", service.answer, methods=["POST"]),
        Route("/claims", service.claims, methods=["POST"]),
        Route("/verify", service.verification, methods=["POST"]),
        Route("/openapi.json", service.openapi, methods=["GET"]),
    ]
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=list(service.limits.hosts))
    return Starlette(routes=routes, middleware=[hosts], exception_handlers={HTTPException: _refusal})


class _Service:
    """The answers to requests."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._limiter = anyio.CapacityLimiter(limits.processes)

    async def page(self, _: Request) -> Response:
        """The page to paste texts into."""
        return HTMLResponse(_FORM_PAGE.read_text(encoding="utf-8"), headers=_HEADERS)

    async def answer(self, request: Request) -> Response:
        """The page of what was pasted: of a pair what was found, of one text its claims."""
        fields = parse_qs((await self._body(request, _FORM)).decode("utf-8", "replace"), keep_blank_values=True)
        text, article = (fields.get(name, [""])[0].replace("\r\n", "\n") for name in ("text", "article"))
        return HTMLResponse(await self._work(_page_of, text, article), headers=_HEADERS)

    async def claims(self, request: Request) -> Response:
        """The claims of a text as JSON."""
        data = await self._data(request)
        text = _string(data, "text")
        return Response(await self._work(_claims_of, text), headers=_HEADERS, media_type=_JSON)

    async def verification(self, request: Request) -> Response:
        """A comparison as JSON."""
        data = await self._data(request)
        summary = _string(data, "summary")
        articles = data.get("article")
        if isinstance(articles, str):
            articles = [articles]
        if not isinstance(articles, list) or not articles or not all(isinstance(one, str) for one in articles):
            raise HTTPException(422, "article: expected a string or a list of strings")
        return Response(await self._work(_verified, summary, articles), headers=_HEADERS, media_type=_JSON)

    async def openapi(self, _: Request) -> Response:
        """The description of the service."""
        return JSONResponse(description(self.limits.size, self.limits.seconds), headers=_HEADERS)

    async def _data(self, request: Request) -> dict[str, object]:
        try:
            data = json.loads(await self._body(request, _JSON))
        except (ValueError, RecursionError):
            raise HTTPException(400, "the body is not JSON") from None
        if not isinstance(data, dict):
            raise HTTPException(422, "expected a JSON object")
        return data

    async def _body(self, request: Request, wanted: str) -> bytes:
        """The body of a request, as far as it is not too large."""
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != wanted:
            raise HTTPException(415, f"expected {wanted}")
        found = bytearray()
        with anyio.move_on_after(self.limits.seconds) as scope:
            async for chunk in request.stream():
                found += chunk
                if len(found) > self.limits.size:
                    raise HTTPException(413, f"the body is larger than {self.limits.size} bytes")
        if scope.cancelled_caught:
            raise HTTPException(408, f"the body took longer than {self.limits.seconds:g} seconds")
        return bytes(found)

    async def _work(self, work: Callable[..., str], *given: object) -> str:
        """What a function gives in a process of its own, which is ended when the time is over."""
        with anyio.move_on_after(self.limits.seconds):
            return await anyio.to_process.run_sync(work, *given, cancellable=True, limiter=self._limiter)
        raise HTTPException(503, f"this took longer than {self.limits.seconds:g} seconds")


def _string(data: dict[str, object], name: str) -> str:
    """A field of a request that must be a string."""
    value = data.get(name)
    if not isinstance(value, str):
        raise HTTPException(422, f"{name}: expected a string")
    return value


def _claims_of(text: str) -> str:
    return json.dumps({"version": VERSION, "claims": to_dicts(extract(text))})


def _verified(summary: str, articles: list[str]) -> str:
    return json.dumps(to_dict(verify(summary, articles)))


def _page_of(text: str, article: str) -> str:
    pair = article.strip()
    return page.html(text, article, verify(text, article)) if pair else render.html(text, extract(text))


async def _refusal(_: Request, error: Exception) -> Response:
    """What was wrong with a request, as JSON."""
    assert isinstance(error, HTTPException)  # noqa: S101  # it is registered for these only
    return JSONResponse({"error": error.detail}, status_code=error.status_code, headers=_HEADERS)
