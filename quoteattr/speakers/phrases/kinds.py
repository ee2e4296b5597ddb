"""Kinds of speakers by short names: members of an enumeration take long to look up, and these are asked for often."""

from quoteattr.claim import SpeakerKind

PERSON, GROUP = SpeakerKind.PERSON, SpeakerKind.GROUP
ORGANISATION, DOCUMENT = SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT
AUTHOR = SpeakerKind.AUTHOR
