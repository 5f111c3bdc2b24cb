"""The list of what is defended, backend/SECURITY.md, says nothing of tests that are not there."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
LIST = (CHECKOUT / "backend" / "SECURITY.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:tests|backend|frontend|scripts)/[^`\s]+)`", LIST)))

# How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has, which come first in it.
ASKED = {
    **{"6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4},
    **{"7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2},
    **{"8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1},
}
VERDICTS = {"met", "n/a", "**in part**", "**not met**"}


@pytest.mark.parametrize("named", NAMED)
def test_a_test_or_file_that_the_list_names_is_there(named: str) -> None:
    path, _, function = named.partition("::")
    assert (CHECKOUT / path).exists()
    if function:
        source = (CHECKOUT / path).read_text(encoding="utf-8")
        assert re.search(rf"^(async )?def {re.escape(function)}\(", source, re.MULTILINE)


def rows() -> Iterator[tuple[str, str, str]]:
    """Each requirement's number, its verdict, and where or why."""
    for line in LIST.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"\d\.\d\.\d+", cells[0]):
            yield cells[0], cells[2], cells[3]


def test_every_requirement_of_the_three_chapters_has_one_line() -> None:
    wanted = [f"{section}.{one}" for section, most in ASKED.items() for one in range(1, most + 1)]
    assert Counter(number for number, _, _ in rows()) == Counter(wanted)


def test_every_line_says_whether_it_is_met_and_where_or_why_not() -> None:
    for number, verdict, why in rows():
        assert verdict in VERDICTS, number
        assert len(why) >= len("none"), number


def test_every_password_field_masks_and_lets_one_paste() -> None:
    sources = {
        path.name: path.read_text(encoding="utf-8")
        for path in (CHECKOUT / "frontend" / "src").rglob("*.svelte")
    }
    masking = [name for name, source in sources.items() if re.search(r"type=.*password", source)]
    assert masking == ["PasswordField.svelte"]
    assert "type={shown ? 'text' : 'password'}" in sources["PasswordField.svelte"]
    assert "{autocomplete}" in sources["PasswordField.svelte"]
    assert [name for name, source in sources.items() if "onpaste" in source.lower()] == []
