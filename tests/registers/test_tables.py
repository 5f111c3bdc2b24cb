"""Reading the CSV that offices export."""

import csv
import io
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samspil.core.text import visible
from samspil.registers.tables import (
    MOST_BYTES,
    Header,
    Record,
    Table,
    TableError,
    csv_text,
    escape,
    unescape,
)

HEADER = Header({"id": "id", "nr": "id", "navn": "name", "name": "name", "note": "note"}, ["id"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "register.csv"


def read(file: Path, content: bytes | str) -> list[Record]:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with Table(file, HEADER) as table:
        return list(table)


def names(records: list[Record]) -> dict[str, str]:
    return {r.cells["id"]: r.cells.get("name", "") for r in records if not r.reasons}


def faults(records: list[Record]) -> dict[int, str]:
    return {r.line: " / ".join(r.reasons) for r in records if r.reasons}


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_delimiter_encoding_and_line_ends_are_found_out(
    file: Path, delimiter: str, encoding: str, line_end: str
) -> None:
    lines = [("Nr", "Navn"), ("1", "Tikøb – Ålsgårde"), ("2", "Hellebæk")]
    text = line_end.join(delimiter.join(line) for line in lines)
    assert names(read(file, text.encode(encoding))) == {"1": "Tikøb – Ålsgårde", "2": "Hellebæk"}


def test_commas_in_texts_do_not_make_a_semicolon_file_a_comma_file(file: Path) -> None:
    text = 'nr;navn;"a,b,c,d,e,f"\n1;"Kaffe, kage; og sang";x\n'
    assert names(read(file, text)) == {"1": "Kaffe, kage; og sang"}


def test_excels_own_note_on_the_delimiter_is_no_header(file: Path) -> None:
    assert names(read(file, "sep=;\nnr;navn\n1;A\n")) == {"1": "A"}


def test_a_quoted_cell_may_hold_line_breaks_and_quotes(file: Path) -> None:
    records = read(file, 'nr;navn\n1;"Første\r\n""anden"""\n2;B\n')
    assert names(records) == {"1": 'Første\r\n"anden"', "2": "B"}
    assert [record.line for record in records] == [2, 4]


def test_a_lone_quote_costs_its_own_row_and_no_other(file: Path) -> None:
    records = read(file, 'nr;navn\n1;"A\n2;B\n3;5" rør\n4;"C "god" dag"\n5;D\n')
    assert names(records) == {"2": "B", "3": '5" rør', "5": "D"}
    assert faults(records) == {
        2: "a quotation mark is opened and not closed",
        5: "a quotation mark inside quotation marks must be doubled",
    }


def test_a_line_of_ten_megabytes_is_refused_and_passed_over(file: Path) -> None:
    records = read(file, b"nr;navn\n1;" + b"x" * 10_000_000 + b"\n2;B\n")
    assert names(records) == {"2": "B"}
    assert faults(records) == {2: "longer than 100 kB"}


def test_each_broken_cell_is_named(file: Path) -> None:
    content = "nr;navn;note\n1;A\0;\n2;Tikøb;\n".encode() + b"3;Tik\xf8b;\n"
    content += "4;TikÃ¸b;\n5;Tik\ufffdb;\n6;A\x1b[31m;B\x0cC\n7;A;B;C\n8;A".encode()
    assert faults(read(file, content)) == {
        2: "name: holds a NUL byte",
        4: "name: holds bytes that are not UTF-8, as the rest of the file is",
        5: "name: was encoded twice ('Ã¸' was one letter once)",
        6: "name: holds characters that were lost in an earlier export",
        7: "name: holds control characters / note: holds control characters",
        8: "4 cells, but 3 columns",
        9: "only 2 of 3 cells: is it cut off?",
    }


def test_what_hides_in_a_cell_is_dropped(file: Path) -> None:
    records = read(file, "nr;navn\n1;B\u202eC\u200b\n2;\u3164\n3;محمد\n4;😀\u200d😀\n")
    assert names(records) == {"1": "BC", "2": "", "3": "محمد", "4": "😀\u200d😀"}


def test_bytes_that_windows_1252_leaves_open_are_refused(file: Path) -> None:
    records = read(file, "nr;navn\n1;Tikøb\n2;".encode("cp1252") + b"A\x81B\n")
    assert names(records) == {"1": "Tikøb"}
    assert faults(records) == {3: "name: holds control characters"}


def test_empty_rows_and_trailing_empty_cells_are_no_faults(file: Path) -> None:
    assert names(read(file, "nr;navn\n;\n\n1;A;;;\n")) == {"1": "A"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"navn;note\nA;B\n", "column id is missing; found: navn, note"),
        (b"nr;id;navn\n", "column id stands there twice"),
        (b"PK\x03\x04" + b"\0" * 100, "Excel workbook"),
        (b"SQLite format 3\0", "GeoPackage"),
        (b"\xff\xfen\0r\0", "UTF-16"),
        (b"nr;navn\r1;A\r2;B\r", "carriage returns"),
        (b"\0\x01\x02" * 40, "column id is missing"),
        (b"x" * 500_000, "is this a CSV file"),
        (b"nr;" + b";" * 5_000, "more than 200 columns"),
        (b'"' * 99_999, "column id is missing"),
    ],
)
def test_what_is_no_such_table_ends_in_one_line(file: Path, content: bytes, reason: str) -> None:
    with pytest.raises(TableError, match=reason) as raised:
        read(file, content)
    assert str(raised.value).isprintable()


def test_a_file_of_200_megabytes_is_refused_unread(file: Path) -> None:
    with file.open("wb") as sparse:
        sparse.truncate(200_000_000)
    with pytest.raises(TableError, match=f"at most {MOST_BYTES // 1_000_000} MB; split it"):
        Table(file, HEADER)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for wrong in (tmp_path, tmp_path / "missing.csv", Path("/dev/zero")):
        with pytest.raises(TableError):
            Table(wrong, HEADER)


SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫−"
# What a formula is hidden behind: blanks, quotes, characters that are not seen, and separators.
HIDDEN = st.text(st.sampled_from(SIGNS + "'\"’“ \t\r\n\u00a0\u200b\ufeff;,1A|"), max_size=12)


@given(st.text() | HIDDEN)
@example("=1+1")
@example("'=1+1")
@example("''")
@example(";'=1")
def test_an_escaped_text_is_no_formula_and_comes_back(text: str) -> None:
    cell = escape(text)
    assert unescape(cell) == text
    # However it is split, and with whatever goes before it taken away.
    for begun in (cell, *re.split("[;,\t]", cell)):
        assert begun.lstrip(' "’“\n\r\t\u00a0\u200b\ufeff')[:1] not in {*SIGNS} - {""}
    assert not cell.startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize(
    "text", ["Hjælp til", "3-5 år", "a = b", "", "12,5", "O'Hara", "Bo, Åse; Ib", "a\n- b", "« »"]
)
def test_a_plain_text_is_a_cell_as_it_is(text: str) -> None:
    assert escape(text) == text == unescape(text)


def test_in_what_is_written_numbers_stay_numbers_and_texts_are_texts() -> None:
    rows = [["navn", "=tal"], ["-1", -1], [None, -2.5]]
    assert csv_text(rows) == "\ufeffnavn;'=tal\r\n'-1;-1\r\n;-2.5\r\n"
    assert csv_text(rows, delimiter=",", decimal=",", mark=False).endswith(',"-2,5"\r\n')


CELLS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Co", "Cs"], exclude_characters="\ufffdÃâ"
    ),
    max_size=20,
).map(lambda text: " ".join(text.split()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(CELLS, min_size=1), st.sampled_from([";", ",", "\t"]))
def test_what_is_written_by_the_book_is_read_as_it_was(
    file: Path, texts: list[str], delimiter: str
) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter)
    writer.writerow(["id", "name"])
    writer.writerows([f"r{n}", escape(text)] for n, text in enumerate(texts))
    records = read(file, written.getvalue())
    expected = {
        f"r{n}": unicodedata.normalize("NFC", visible(text)).strip() for n, text in enumerate(texts)
    }
    assert names(records) == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.binary(max_size=400)
    | st.text(st.sampled_from('nr;avio,"\n\r\t\0æ=1'), max_size=200).map(str.encode)
)
@example(b'nr\n"')
@example(b"nr\n\xc3")
def test_whatever_bytes_stand_in_a_file_every_row_is_read_or_named(
    file: Path, content: bytes
) -> None:
    for record in read(file, b"nr;navn\n" + content):
        assert record.line >= 2
        assert bool(record.cells) != bool(record.reasons)
