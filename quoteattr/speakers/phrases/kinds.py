"""Kinds of speakers by short names: members of an enumeration take long to look up, and these are asked for often."""

from typing import Final

from quoteattr.claim import SpeakerKind

PERSON: Final = SpeakerKind.PERSON
GROUP: Final = SpeakerKind.GROUP
ORGANISATION: Final = SpeakerKind.ORGANISATION
DOCUMENT: Final = SpeakerKind.DOCUMENT
AUTHOR: Final = SpeakerKind.AUTHOR
