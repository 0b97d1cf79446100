"""Units of money and measure, from two lexicons; found by form in any case, by symbol in its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from rashomon.find.numbers import WORDS
from rashomon.words import entries


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit: its name, what kind of thing it measures, and the ways it is written."""

    name: str
    kind: str
    forms: tuple[str, ...] = ()
    example: str = ""
    code: str = ""  # ISO 4217, for money
    symbols: tuple[str, ...] = ()
    size: float = 0.0  # in the first unit of its kind; 0 where units of the kind have no fixed ratio

    @property
    def key(self) -> str:
        """What a finding calls it: the currency code, or the name."""
        return self.code or self.name


@dataclass(frozen=True)
class Units:
    """All units, by form in lower case and by symbol."""

    forms: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    keys: Mapping[str, Unit]

    def named(self, written: str) -> Unit | None:
        """The unit written so: «MB» is not «mb»."""
        if written in self.symbols:
            return self.symbols[written]
        plain = " ".join(written.lower().replace("’", "'").split())
        found = self.forms.get(plain) or self.forms.get(plain.replace("-", " "))
        return found or (self.symbols.get(plain) if len(plain) > 1 else None)


@cache
def units() -> Units:
    """The units of words/units.toml and words/currencies.toml."""
    forms: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    keys: dict[str, Unit] = {}
    for file in ("units.toml", "currencies.toml"):
        for unit in entries(WORDS / file, "unit", Unit):
            keys.setdefault(unit.key, unit)
            for form in unit.forms:
                forms.setdefault(form, unit)
            for symbol in unit.symbols:
                symbols.setdefault(symbol, unit)
    return Units(forms, symbols, keys)
