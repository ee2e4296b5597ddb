"""What can go wrong, and is said so."""


class QuoteattrError(Exception):
    """The base of every error that this library raises on purpose."""


class LanguageError(QuoteattrError, ValueError):
    """Language data is missing or broken; the message names the file and the key.

    Example:
        >>> from quoteattr import Language
        >>> Language.load("xx")
        Traceback (most recent call last):
        quoteattr.errors.LanguageError: no language 'xx': known are en; a language of your own is a folder: ...
    """
