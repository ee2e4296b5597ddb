"""Plain data becomes typed again: the types of the attrs classes tell how."""

import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

T = TypeVar("T", bound=attrs.AttrsInstance)


def structured(value: object, wanted: type[T], path: str = "claim") -> T:
    """`value` as an object of the attrs class `wanted`.

    Args:
        value: A mapping with the class's fields; keys that are no fields are passed over.
        wanted: The class.
        path: How an error names the value.

    Raises:
        ValueError: A field is missing, or a value has the wrong type.

    Example:
        >>> from quoteattr import Span
        >>> structured({"start": 0, "end": 2, "text": "No"}, Span)
        Span(start=0, end=2, text='No')
    """
    if not isinstance(value, Mapping):
        raise ValueError(f"{path}: expected a dictionary, not {value!r}")  # noqa: TRY004  # bad data, not a bad call
    hints = field_types(wanted)
    given = {name: _value(value[name], hint, f"{path}.{name}") for name, hint in hints.items() if name in value}
    needed = {field.name for field in attrs.fields(wanted) if field.default is attrs.NOTHING}
    if missing := sorted(needed - given.keys()):
        raise ValueError(f"{path}: no {' and no '.join(missing)}")
    return wanted(**given)


@cache
def field_types(owner: type) -> dict[str, Any]:
    """The types of an attrs class's fields by name, with forward references resolved."""
    hints = get_type_hints(owner)
    return {field.name: hints[field.name] for field in attrs.fields(owner)}


def _value(value: object, wanted: Any, path: str) -> object:  # noqa: ANN401  # a type form of any sort
    if get_origin(wanted) in (Union, types.UnionType):
        return None if value is None else _value(value, alternatives(wanted)[0], path)
    if get_origin(wanted) is tuple:
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"{path}: expected a list, not {value!r}")
        return tuple(_value(item, get_args(wanted)[0], f"{path}[{number}]") for number, item in enumerate(value))
    if attrs.has(wanted):
        return structured(value, wanted, path)
    return _scalar(value, wanted, path)


def alternatives(wanted: Any) -> tuple[Any, ...]:  # noqa: ANN401
    """The types of a union but None."""
    return tuple(option for option in get_args(wanted) if option is not types.NoneType)


def _scalar(value: object, wanted: type, path: str) -> object:
    if issubclass(wanted, Enum):
        try:
            return wanted(value)
        except ValueError:
            known = ", ".join(str(item.value) for item in wanted)
            raise ValueError(f"{path}: {value!r} is none of {known}") from None
    if wanted is float and type(value) is int:
        return float(value)
    if type(value) is not wanted:
        raise ValueError(f"{path}: expected {wanted.__name__}, not {value!r}")
    return value
