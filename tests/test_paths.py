"""A file comes to lie in its place whole, or not at all."""

from pathlib import Path

import pytest

from inspector_app import paths


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "biên bản.pdf"
    for content in (b"cu", b"moi"):
        paths.write_whole(target, content, read_back=True)
    assert target.read_bytes() == b"moi"
    assert [file.name for file in tmp_path.iterdir()] == [target.name]


def test_what_reads_back_differently_leaves_the_older_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.cchc"
    target.write_bytes(b"cu")
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"hong")
    with pytest.raises(paths.Unfaithful):
        paths.write_whole(target, b"moi", read_back=True)
    monkeypatch.undo()
    assert target.read_bytes() == b"cu"
    assert [file.name for file in tmp_path.iterdir()] == [target.name]
