"""The formats by name: what a document's claims look like in each."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

import attrs

from quoteattr import Claim
from quoteattr.command.documents import Document
from quoteattr.command.headline import headline
from quoteattr.command.options import Task
from quoteattr.command.work import Done
from quoteattr.formats.brat import CONFIGURATION, to_brat
from quoteattr.formats.citron import to_citron
from quoteattr.formats.conll import COLUMNS, to_conll
from quoteattr.formats.csv import to_csv
from quoteattr.formats.doccano import to_doccano
from quoteattr.formats.escape import json_line
from quoteattr.formats.json import to_dicts
from quoteattr.formats.labelstudio import CONFIGURATION as LABELING_CONFIGURATION
from quoteattr.formats.labelstudio import to_labelstudio
from quoteattr.formats.plain import to_block
from quoteattr.formats.prodigy import to_prodigy
from quoteattr.formats.records import Record, columns, records
from quoteattr.formats.schemaorg import to_schemaorg
from quoteattr.formats.tei import to_tei
from quoteattr.formats.webannotation import to_annotations
from quoteattr.render import html
from quoteattr.render.terminal import marked

_IRI = re.compile(r"""(?:(?:https?|ftp|file)://|(?:urn|doi|tag|ark|info):)[^\s<>"{}|\\^`]+""")
_KEYS = ("file", "record", "id")


@attrs.frozen
class Format:
    """How claims are written.

    Args:
        write: What a document gives: the text to print, or the contents of the files by ending.
        header: What comes once, before the first document.
        files: Endings of a document's own files; none for formats in which documents follow each other.
        shown: The ending of the file that is printed where there is one document and no output is named.
        beside: Further files of a folder, by name.
        rows: The rows of a document, where it is a table for spreadsheets that is written.
        columns: The names of their columns.
    """

    write: Callable[[Document, Sequence[Claim], Task], Mapping[str, str]]
    header: str = ""
    files: tuple[str, ...] = ()
    shown: str = ""
    beside: Mapping[str, str] = attrs.field(factory=dict)
    rows: Callable[[Document, Sequence[Claim]], Iterable[Record]] | None = None
    columns: Sequence[str] = ()

    def made(self, document: Document, claims: Sequence[Claim], task: Task) -> Done:
        """What is written of a document."""
        if self.rows is not None:
            return Done(document, rows=tuple(self.rows(document, claims)))
        return Done(document, self.write(document, claims, task))


def _stream(write: Callable[[Document, Sequence[Claim], Task], str], header: str = "") -> Format:
    return Format(lambda document, claims, task: {"": write(document, claims, task)}, header)


def _text(document: Document, claims: Sequence[Claim], task: Task) -> str:
    heading = f"== {document.title} ==\n\n" if task.several else ""
    return heading + ("".join(f"{to_block(claim)}\n\n" for claim in claims) or "No claims.\n\n")


def _marked(document: Document, claims: Sequence[Claim], task: Task) -> str:
    heading = f"== {document.title} ==\n\n" if task.several else ""
    return heading + marked(document.text, claims, colour=task.colour, width=task.width) + "\n"


def _jsonl(document: Document, claims: Sequence[Claim], _task: Task) -> str:
    return _lines([document.keys | claim for claim in to_dicts(claims)])


def _rows(document: Document, claims: Sequence[Claim]) -> Iterator[Record]:
    keys = dict.fromkeys(_KEYS) | document.keys
    return ({**keys, **record} for record in records(claims))


def _csv(document: Document, claims: Sequence[Claim], _task: Task) -> str:
    return to_csv(_rows(document, claims), header=False, keys=_KEYS)


def _nothing(_document: Document, _claims: Sequence[Claim], _task: Task) -> Mapping[str, str]:
    return {}


def _conll(document: Document, claims: Sequence[Claim], _task: Task) -> str:
    return to_conll(document.text, claims, name=document.title, header=False)


def _webannotation(document: Document, claims: Sequence[Claim], _task: Task) -> str:
    return _lines(to_annotations(document.text, claims, source=_iri(document)), linked=True)


def _schemaorg(document: Document, claims: Sequence[Claim], _task: Task) -> str:
    return _lines([to_schemaorg(claims, source=_iri(document))], linked=True)


def _citron(document: Document, claims: Sequence[Claim], _task: Task) -> str:
    return _lines([document.keys | to_citron(document.text, claims)])


def _html(document: Document, claims: Sequence[Claim], _task: Task) -> Mapping[str, str]:
    return {".html": html(document.text, claims, title=headline(document))}


def _tei(document: Document, claims: Sequence[Claim], _task: Task) -> Mapping[str, str]:
    return {".xml": to_tei(document.text, claims, title=headline(document))}


def _brat(document: Document, claims: Sequence[Claim], _task: Task) -> Mapping[str, str]:
    return {".txt": document.text, ".ann": to_brat(claims)}


def _doccano(document: Document, claims: Sequence[Claim], _task: Task) -> str:
    # doccano guesses the encoding of a file, and not always well: nothing in ASCII is left to guess
    return json.dumps(to_doccano(document.text, claims, name=document.name)) + "\n"


def _prodigy(document: Document, claims: Sequence[Claim], _task: Task) -> str:
    return _lines([to_prodigy(document.text, claims, name=document.name)])


def _labelstudio(document: Document, claims: Sequence[Claim], _task: Task) -> Mapping[str, str]:
    return {".json": _lines([to_labelstudio(document.text, claims, name=document.name)])}


def _lines(values: Sequence[object], *, linked: bool = False) -> str:
    return "".join(f"{json_line(value, linked=linked)}\n" for value in values)


def _iri(document: Document) -> str:
    """The document's name as an IRI: its own where it is one that only names, else a relative one made of its name."""
    name = document.name
    return name if _IRI.fullmatch(name) else quote(name.encode("utf-8", "surrogateescape"), safe="/")


FORMATS = {
    "text": _stream(_text),
    "marked": _stream(_marked),
    "jsonl": _stream(_jsonl),
    "csv": _stream(_csv, to_csv((), keys=_KEYS)),
    "conll": _stream(_conll, COLUMNS),
    "webannotation": _stream(_webannotation),
    "schemaorg": _stream(_schemaorg),
    "citron": _stream(_citron),
    "doccano": _stream(_doccano),
    "prodigy": _stream(_prodigy),
    "html": Format(_html, files=(".html",), shown=".html"),
    "tei": Format(_tei, files=(".xml",), shown=".xml"),
    "brat": Format(_brat, files=(".txt", ".ann"), shown=".ann", beside={"annotation.conf": CONFIGURATION}),
    "labelstudio": Format(
        _labelstudio, files=(".json",), shown=".json", beside={"labeling_config.xml": LABELING_CONFIGURATION}
    ),
    "xlsx": Format(_nothing, rows=_rows, columns=(*_KEYS, *(column.name for column in columns()))),
}
