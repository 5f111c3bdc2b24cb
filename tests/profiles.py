"""How often a property is tried: a few times, or often, with `--hypothesis-profile=large`."""

from hypothesis import settings

settings.register_profile("small", max_examples=25, deadline=None)
settings.register_profile("large", max_examples=500, deadline=None)
# What the command line names is loaded after this.
settings.load_profile("small")


def is_large() -> bool:
    """Whether this run was told to try often."""
    return settings.get_current_profile_name() == "large"


def tries(small: int, large: int) -> int:
    """How many examples of this run, of a property whose tries cost more or less than others'."""
    return large if is_large() else small
