"""``quoteattr serve``: the web service, on this machine only unless it is told otherwise."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from quoteattr.extras import MissingExtraError, need

_LOOPBACK = ("127.0.0.1", "localhost")
_DESCRIPTION = "Serves a page to paste texts into, and claims and comparisons as JSON."
_EPILOG = """examples:
  quoteattr serve --port 9000 --seconds 5
  curl -H 'Content-Type: application/json' -d '{"text": "Sato said no."}' http://127.0.0.1:8000/claims

It needs the extra "serve". It has no passwords and no encryption: put it behind a server that has them before you
let others reach it.
"""


def main(argv: Sequence[str]) -> int:
    """Serves until it is interrupted.

    Args:
        argv: The arguments behind ``serve``.

    Returns:
        The exit code: 0; 2 where the extra is missing, or the usage is wrong.
    """
    given = parser().parse_args(argv)
    try:
        uvicorn = [need(name, extra="serve") for name in ("anyio", "starlette", "uvicorn")][-1]
    except MissingExtraError as error:
        sys.stderr.write(f"quoteattr: {error}\n")
        return 2
    server = importlib.import_module("quoteattr.integrations.server")
    hosts = _LOOPBACK if given.host in _LOOPBACK else ("*",)
    limits = server.Limits(given.size, given.seconds, given.processes, hosts)
    uvicorn.run(server.application(limits), host=given.host, port=given.port, access_log=False, server_header=False)
    return 0


def parser() -> argparse.ArgumentParser:
    """The arguments of this command."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("quoteattr serve", None, _DESCRIPTION, _EPILOG, formatter_class=shape)
    parser.add_argument("--host", default=_LOOPBACK[0], help="address to listen at [%(default)s]")
    for name, default, told in (
        ("port", 8000, "port; 0 takes a free one"),
        ("size", 1_000_000, "bytes that a request may have"),
        ("seconds", 20, "how long a request may take"),
        ("processes", os.cpu_count() or 1, "requests worked on at once"),
    ):
        parser.add_argument(f"--{name}", type=_number, default=default, help=f"{told} [%(default)s]")
    return parser


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number")
    return int(text)
