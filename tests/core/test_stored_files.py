"""Files on a disk: whole or not there, and never outside their folder."""

import os
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.files import BadKey, DiskFiles


@pytest.fixture
def files(tmp_path: Path) -> DiskFiles:
    return DiskFiles(tmp_path / "files")


def test_what_is_put_can_be_got_replaced_and_deleted(files: DiskFiles) -> None:
    files.put("pictures/a/480.webp", b"one")
    assert files.get("pictures/a/480.webp") == b"one"
    files.put("pictures/a/480.webp", b"two")
    assert files.get("pictures/a/480.webp") == b"two"
    files.delete("pictures/a/480.webp")
    assert files.get("pictures/a/480.webp") is None
    files.delete("pictures/a/480.webp")
    files.delete("never/was")
    assert files.get("pictures/a") is None


def test_keys_come_in_order_under_their_prefix(files: DiskFiles) -> None:
    assert list(files.keys("pictures/")) == []
    keys = [f"pictures/{name}/{width}.webp" for name in ("a", "ab", "c") for width in (1600, 480)]
    for key in [*keys, "exports/a/480.webp", "pictures/loose"]:
        files.put(key, b"")
    assert list(files.keys("pictures/")) == sorted([*keys, "pictures/loose"])
    assert list(files.keys("pictures/a/")) == sorted(keys[:2])
    assert list(files.keys("pictures/b/")) == []


def test_many_things_are_spread_over_folders_and_none_is_left_empty(files: DiskFiles) -> None:
    keys = [f"pictures/{number:032x}/480.webp" for number in range(60)]
    for key in keys:
        files.put(key, b"x")
    assert len(list((files.folder / "pictures").iterdir())) > 20
    for key in keys:
        files.delete(key)
    assert list(files.folder.glob("pictures/*/*")) == []


@pytest.mark.parametrize(
    "key",
    [
        "",
        "alone",
        "/etc/passwd",
        "pictures/",
        "pictures//a",
        "pictures/../a",
        "../pictures/a",
        "pictures/./a",
        "pictures/.hidden",
        "pictures/a/..",
        "pictures/A",
        "pictures/a b",
        "pictures/å",
        "pictures/a\0",
        "pictures/a\n",
        "pictures\\a",
        "pictures/%2e%2e/a",
        "pictures/" + "a" * 300,
    ],
)
def test_a_key_that_names_something_else_is_refused(files: DiskFiles, key: str) -> None:
    for use in (lambda: files.put(key, b""), lambda: files.get(key), lambda: files.delete(key)):
        with pytest.raises(BadKey):
            use()


@pytest.mark.parametrize("prefix", ["", "/", "pictures", "../", "pictures/../", ".hidden/"])
def test_a_prefix_that_names_something_else_is_refused(files: DiskFiles, prefix: str) -> None:
    with pytest.raises(BadKey):
        list(files.keys(prefix))


@given(st.text(max_size=30))
def test_no_key_leads_out_of_the_folder(tmp_path_factory: pytest.TempPathFactory, key: str) -> None:
    files = DiskFiles(tmp_path_factory.getbasetemp() / "hypothesis")
    try:
        path = files._path(key)
    except BadKey:
        return
    assert path.resolve().is_relative_to(files.folder)


def test_only_its_owner_can_read_what_is_kept(files: DiskFiles) -> None:
    files.put("pictures/a/480.webp", b"one")
    for path in [files.folder, *files.folder.rglob("*")]:
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_a_link_leads_nowhere(files: DiskFiles, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    files.put("pictures/a/480.webp", b"one")
    path = next(files.folder.rglob("480.webp"))
    path.unlink()
    path.symlink_to(secret)
    with pytest.raises(OSError, match="symbolic"):
        files.get("pictures/a/480.webp")
    files.put("pictures/a/480.webp", b"two")  # the link is replaced, not what it leads to
    assert secret.read_bytes() == b"secret"
    assert files.get("pictures/a/480.webp") == b"two"
    outside = tmp_path / "outside"
    path.parent.rename(outside)
    path.parent.symlink_to(outside)
    with pytest.raises(BadKey):
        files.get("pictures/a/480.webp")


def test_a_write_that_fails_leaves_what_was_there(
    files: DiskFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.put("pictures/a/480.webp", b"one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        files.put("pictures/a/480.webp", b"two")
    monkeypatch.undo()
    assert files.get("pictures/a/480.webp") == b"one"
    assert list(files.keys("pictures/")) == ["pictures/a/480.webp"]
    assert [p.name for p in files.folder.rglob("*") if p.is_file()] == ["480.webp"]


def test_readers_see_one_whole_file_while_writers_replace_it(files: DiskFiles) -> None:
    contents = [bytes([letter]) * 200_000 for letter in (65, 66)]
    files.put("pictures/a/480.webp", contents[0])
    done = threading.Event()

    def write() -> None:
        for turn in range(60):
            files.put("pictures/a/480.webp", contents[turn % 2])
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen = set()
    while not done.is_set():
        seen.add(files.get("pictures/a/480.webp"))
    writer.join()
    assert seen <= set(contents)


def test_puts_and_deletes_in_one_folder_do_not_trip_each_other(files: DiskFiles) -> None:
    failed: list[Exception] = []

    def churn(name: str) -> None:
        try:
            for _ in range(100):
                files.put(f"pictures/a/{name}", b"x")
                files.delete(f"pictures/a/{name}")
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=churn, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
