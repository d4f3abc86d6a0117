"""Lists that users write as text, with commas between the entries."""

from __future__ import annotations

from ..common.choices import COMPOSITES, MAX_BLOCK, MAX_SCALE, MAX_TIMESTEP
from ..core.errors import UserError


def parse_list(text: str, name: str) -> tuple[str, ...]:
    """The words of a list, each once, in the given order; `name` says what they are."""
    words = (word.strip().lower() for word in text.replace(";", ",").split(","))
    parsed = tuple(dict.fromkeys(word for word in words if word))
    if not parsed:
        raise UserError(
            "features.invalid",
            f"The list of {name} is empty.",
            "Give at least one, or leave the setting out.",
        )
    return parsed


def parse_integers(text: str, name: str, maximum: int, minimum: int = 0) -> tuple[int, ...]:
    """The whole numbers of a list, from `minimum` to `maximum`."""
    numbers = []
    for parsed in parse_list(text, name):
        # Processing passes the numeric output of another algorithm as 8.0
        word = parsed.removesuffix(".0")
        if not (word.isascii() and word.isdigit() and minimum <= int(word) <= maximum):
            raise UserError(
                "features.invalid",
                f'"{word}" is not valid in the list of {name}.',
                f"Give whole numbers from {minimum} to {maximum} with commas between them.",
            )
        numbers.append(int(word))
    return tuple(dict.fromkeys(numbers))


def parse_blocks(text: str) -> tuple[int, ...]:
    """Numbers of decoder blocks."""
    return parse_integers(text, "decoder blocks", MAX_BLOCK)


def parse_timesteps(text: str) -> tuple[int, ...]:
    """Diffusion timesteps."""
    return parse_integers(text, "timesteps", MAX_TIMESTEP)


def parse_scales(text: str) -> tuple[int, ...]:
    """Factors by which the scene is reduced."""
    return parse_integers(text, "scales", MAX_SCALE, 1)


def parse_composites(text: str) -> tuple[str, ...]:
    """Names of composites."""
    names = parse_list(text, "composites")
    for name in names:
        if name not in COMPOSITES:
            raise UserError(
                "features.invalid",
                f'Unknown composite: "{name}".',
                f"Choose among {', '.join(COMPOSITES)}.",
            )
    return names


def parse_composite_sets(text: str) -> tuple[str, ...]:
    """Names of composites; those joined by + are used together."""
    names = parse_list(text, "composites")
    joined = ("+".join(parse_composites(name.replace("+", ","))) for name in names)
    return tuple(dict.fromkeys(joined))
