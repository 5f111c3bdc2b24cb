"""What people write in cells."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samspil.registers import cells
from samspil.registers.cells import CellError, Read
from samspil.registers.columns import Column, markdown_table, template
from samspil.registers.importing import merge

READERS: dict[str, Read] = {
    "yes_no": cells.yes_no,
    "whole": cells.whole(0, 1_000_000),
    "number": cells.number(-1e9, 1e9),
    "degrees": cells.degrees(54.4, 57.9),
    "day": cells.day,
    "language": cells.language,
    "languages": cells.many(cells.language),
    "choice": cells.choice({"once": ("enkelt gang",), "ongoing": ()}),
    "sentences": cells.sentences(),
    "web": cells.web_address,
    "email": cells.email,
    "phone": cells.phone,
    "weekly": cells.weekly,
    "shifts": cells.shifts,
    "slug": cells.slug,
    "line": cells.line_of_text(160),
    "prose": cells.prose(10_000),
}


@pytest.mark.parametrize(
    ("reader", "cell", "value"),
    [
        ("yes_no", "Ja", True),
        ("yes_no", "x", True),
        ("yes_no", "NEJ", False),
        ("whole", "1.200", 1200),
        ("whole", "25,00", 25),
        ("number", "12,61", 12.61),
        ("number", "12.61", 12.61),
        ("number", "1.234,5", 1234.5),
        ("number", "1,234.5", 1234.5),
        ("number", "-0,5", -0.5),
        ("degrees", "56,0360999", 56.0361),
        ("day", "31-12-2026", "2026-12-31"),
        ("day", "1.2.2027", "2027-02-01"),
        ("day", "2026-12-31", "2026-12-31"),
        ("languages", "Dansk|engelsk, da", ["da", "en"]),
        ("choice", "Enkelt  Gang", "once"),
        ("sentences", "Kaffe, kage|Te\nVand", ["Kaffe, kage", "Te", "Vand"]),
        ("web", "www.forening.example", "https://www.forening.example"),
        ("web", "http://æble.example/a?b#c", "http://æble.example/a?b#c"),
        ("email", "Formand@Tikøb.example", "formand@xn--tikb-ira.example"),
        ("phone", "+45 49280000", "49 28 00 00"),
        ("phone", "4928-0000", "49 28 00 00"),
        ("phone", "+46 70 123 45 67", "+46701234567"),
        ("weekly", "ti 17-18.30", [{"weekday": "tue", "starts": "17:00", "ends": "18:30"}]),
        (
            "weekly",
            "Lør. 09:00-24:00 | man–tir 8-9",
            [
                {"weekday": "mon", "starts": "08:00", "ends": "09:00"},
                {"weekday": "tue", "starts": "08:00", "ends": "09:00"},
                {"weekday": "sat", "starts": "09:00", "ends": "23:59"},
            ],
        ),
        (
            "shifts",
            "5-12-2026 22:00-02:00 x12 (min 3)",
            [
                {
                    "starts_at": "2026-12-05T21:00:00+00:00",
                    "ends_at": "2026-12-06T01:00:00+00:00",
                    "capacity": 12,
                    "minimum_crew": 3,
                }
            ],
        ),
        ("line", " to   linjer\n i en ", "to linjer i en"),
        ("line", "<b>=1+1</b>", "<b>=1+1</b>"),
    ],
)
def test_a_cell_is_read_as_it_is_meant(reader: str, cell: str, value: Any) -> None:
    assert READERS[reader](cell) == value


@pytest.mark.parametrize(
    ("reader", "cell", "reason"),
    [
        ("yes_no", "måske", "neither ja nor nej"),
        ("whole", "12,5", "not a whole number"),
        ("whole", "-1", "not from 0"),
        ("number", "1.2.3", "not a number"),
        ("number", "12,345,6.7", "not a number"),
        ("number", "nan", "not a number"),
        ("degrees", "12,61", "swapped"),
        ("degrees", "6210000", "metres"),
        ("day", "31-02-2026", "not a date"),
        ("day", "12/31/2026", "not a date"),
        ("day", "01-01-1926", "between the years"),
        ("language", "klingon", "no language we know"),
        ("choice", "altid", "none of: once"),
        ("web", "javascript:alert(1)", "not a web address"),
        ("web", "https://bruger:kode@forening.example", "not a web address"),
        ("web", "forening", "not a web address"),
        ("email", "formand[at]forening.example", "not an e-mail"),
        ("email", "a@b.example,c@d.example", "not an e-mail"),
        ("phone", "1234", "not a telephone number"),
        ("weekly", "hver tirsdag aften", "not written as"),
        ("weekly", "tir 18-17", "ends before"),
        ("weekly", "tir 25-26", "no such time"),
        ("weekly", "fre-man 8-9", "wrong order"),
        ("weekly", "tir 8-10|tir 9-11", "overlap"),
        ("weekly", "xyz 8-10", "not a weekday"),
        ("shifts", "igår 10-12", "not a date"),
        ("shifts", "05-12-2026 10-10", "no time"),
        ("shifts", "05-12-2026 10-12 x2 (min 3)", "do not fit"),
        ("shifts", "05-12-2026 10-12|2026-12-05 10-13", "same time"),
        ("slug", "Æble", "lower-case"),
        ("line", "x" * 161, "161 characters, at most 160"),
    ],
)
def test_a_wrong_cell_is_told_what_would_be_right(reader: str, cell: str, reason: str) -> None:
    with pytest.raises(CellError, match=reason):
        READERS[reader](cell)


WRITTEN = st.text() | st.text(st.sampled_from("0123456789.,-:| xmintirfe/+@æ\n²٣"), max_size=40)


@pytest.mark.parametrize("reader", READERS)
@given(cell=WRITTEN)
@example(cell="²")
@example(cell="https://[")
@example(cell="9" * 400)
def test_whatever_stands_in_a_cell_is_read_or_refused_in_one_line(reader: str, cell: str) -> None:
    reason = None
    try:
        READERS[reader](cell)
    except CellError as error:
        reason = str(error)
    assert reason is None or ("\n" not in reason and len(reason) < 300)


@given(st.decimals(-999_999, 999_999, places=2))
def test_a_number_reads_the_same_in_danish_and_in_english(number: Any) -> None:
    english = f"{number:,.2f}"
    danish = english.replace(",", " ").replace(".", ",").replace(" ", ".")
    assert cells.decimal(danish) == cells.decimal(english) == float(number)


# What the register says, and what people have written

FIELDS = st.dictionaries(st.sampled_from("abc"), st.sampled_from([None, "", "x", "y", []]))


def test_the_register_changes_only_what_still_reads_as_it_said() -> None:
    current = {"name": "Gammel", "summary": "Skrevet af os", "cvr": None}
    written = {"name": "Gammel", "summary": "Fra registret"}
    merged = merge(current, written, {"name": "Ny", "summary": "Nyt fra registret", "cvr": "1"})
    assert merged.fields == {"name": "Ny", "summary": "Skrevet af os", "cvr": "1"}
    assert merged.changed == ("name", "cvr")
    assert merged.kept == ("summary",)


def test_what_people_wrote_before_the_register_spoke_stands() -> None:
    assert merge({"name": "Vores"}, {}, {"name": "Registrets"}).kept == ("name",)


@given(current=FIELDS, written=FIELDS, said=FIELDS)
def test_a_second_time_changes_nothing_and_force_leaves_nothing_kept(
    current: dict[str, Any], written: dict[str, Any], said: dict[str, Any]
) -> None:
    once = merge(current, written, said)
    again = merge(once.fields, once.written, said)
    assert (again.changed, again.kept) == ((), once.kept)
    assert (again.fields, again.written) == (once.fields, once.written)
    forced = merge(current, written, said, force=True)
    assert forced.kept == ()
    assert all(forced.fields.get(name) == value for name, value in said.items())


# A file to start from


def test_the_template_is_a_file_that_excel_opens_and_no_formula() -> None:
    columns = [
        Column("name", "navn", "What it is", str, needed=True, example="=1"),
        Column("towns", "byer", "Where | elsewhere", str),
    ]
    assert template(columns, {"towns": "Byen"}) == "\ufeffnavn;byer\r\n'=1;Byen\r\n"
    assert markdown_table(columns).splitlines()[2:] == [
        "| name | navn | yes | What it is | =1 |",
        "| towns | byer |  | Where \\| elsewhere |  |",
    ]
