"""A file comes to lie in its place whole, or not at all."""

from pathlib import Path

import pytest

from inspector_app import paths


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "biên bản.pdf"
    for content in (b"cu", b"moi"):
        paths.write_whole(target, content)
    assert target.read_bytes() == b"moi"
    assert [file.name for file in tmp_path.iterdir()] == [target.name]


def test_what_is_not_proved_leaves_the_older_file(tmp_path: Path) -> None:
    target = tmp_path / "x.cchc"
    target.write_bytes(b"cu")

    def prove(aside: Path) -> None:
        assert aside.read_bytes() == b"moi"
        raise EOFError

    with pytest.raises(EOFError):
        paths.write_whole(target, lambda file: file.write(b"moi"), prove)
    assert target.read_bytes() == b"cu"
    assert [file.name for file in tmp_path.iterdir()] == [target.name]
