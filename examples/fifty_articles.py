"""Writes fifty short articles of three invented papers, and who is quoted in each, as JSON lines.

``python examples/fifty_articles.py > examples/fifty_articles.jsonl`` writes the file anew. All people, places and
papers are made up. `quoted` is what was put in: a gender for each claim of a person.
"""

import datetime as dt
import json
import sys
from collections.abc import Iterator
from itertools import cycle, islice

_WOMEN = ["Ana Brandt", "Lucia Ferran", "Eva Novak", "Ida Holm", "Mia Kowal", "Vera Lund", "Nora Quist"]
_MEN = ["Henrik Osei", "Tom Hale", "Warren Pike", "Jon Reyes", "Omar Haddad", "Paul Sato", "Otto Weiss", "Carl Berg"]
# Surnames with an initial: no text shows whether these are women or men.
_INITIALS = ["R. Okoro", "T. Marek"]
_ROLES = ["engineer", "councillor", "baker", "teacher", "harbour pilot", "nurse", "historian"]
_PAPERS = {"Courier": 2, "Post": 1, "Beacon": 3}  # how many in five of those whom a paper asks are women
_THINGS = ["bridge", "tram", "library", "harbour", "market", "school", "mill"]
_NEWS = [
    "the {} would stay closed until spring",
    "the {} had cost four million crowns",
    "work on the {} was three months late",
    "nobody had asked the people who use the {}",
    "the council would pay for the {}",
]
_WORDS = [
    "The {} was never meant for so many people",
    "We will not open the {} before it is safe",
    "I have walked past the {} every day for thirty years",
    "You cannot run a town without a {}",
    "It is the third winter without the {}",
]
_FIRST_DAY = dt.date(2026, 3, 2)
_COUNT = 50


def articles() -> Iterator[dict[str, object]]:
    """The articles with outlet, date, text and the genders of those quoted."""
    women, men, papers = cycle(_WOMEN), cycle(_MEN), cycle(_PAPERS)
    for number, paper in enumerate(islice(papers, _COUNT)):
        asked = [next(women) if (number * 2 + place) % 5 < _PAPERS[paper] else next(men) for place in range(3)]
        if number % 6 == 5:
            asked[2] = _INITIALS[number % 2]
        text, quoted = _article(number, asked)
        day = _FIRST_DAY + dt.timedelta(days=number * 7 // 10)
        yield {"outlet": paper, "date": day.isoformat(), "text": text, "quoted": quoted}


def _article(number: int, asked: list[str]) -> tuple[str, list[str]]:
    """A text in which three people are quoted, the first of them twice, and perhaps somebody without a name."""
    first, second, third = asked
    thing, role = _THINGS[number % len(_THINGS)], _ROLES[number % len(_ROLES)]
    told, other = (_NEWS[(number + step) % len(_NEWS)].format(thing) for step in (0, 2))
    words, more = (_WORDS[(number + step) % len(_WORDS)].format(thing) for step in (0, 3))
    pronoun = "she" if first in _WOMEN else "he"
    paragraphs = [
        f"New quarrel about the {thing}",
        f"KESTRELMOUTH — {first}, a {role}, said on Monday that {told}. “{words},” {pronoun} said.",
        f"“{more},” said {second}.",
        f"{third} told reporters that {other}.",
    ]
    quoted = [_gender(first), _gender(first), _gender(second), _gender(third)]
    if number % 4 == 0:
        paragraphs.append(f"According to the transport ministry, {told}.")
    if number % 7 == 3:
        paragraphs.append(f"An official who asked not to be named said that {other}.")
        quoted.append("unknown")
    return "\n\n".join(paragraphs), quoted


def _gender(name: str) -> str:
    return "female" if name in _WOMEN else "male" if name in _MEN else "unknown"


if __name__ == "__main__":
    sys.stdout.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles())
