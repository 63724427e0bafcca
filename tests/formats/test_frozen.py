"""Bundles of every format that was ever released are read, and say what they said on the day."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from inspector_app.exchange import bundle
from tests.exchange.forging import KEY, forge, members_of, read, write
from tests.formats.freeze import FROZEN, facts
from tests.prove.histories import new_laptop
from tests.services.conftest import PASSPHRASE, verified

FILES = sorted(FROZEN.glob("*.cchc"))


def test_todays_format_is_frozen() -> None:
    assert {f"format-{bundle.FORMAT}", f"format-{bundle.FORMAT}-sealed"} <= {file.stem for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_frozen_bundle_is_read_as_it_was_meant(file: Path, tmp_path: Path) -> None:
    with closing(new_laptop(tmp_path, "Kho lưu trữ")) as archive:
        told = archive.handover.receive(file, PASSPHRASE)
        assert told.visits[0].same
        assert facts(archive) == json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        assert verified(archive)


def test_an_older_manifest_is_taken_through_every_format_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def renamed(manifest: dict[str, Any]) -> dict[str, Any]:
        return {**manifest, "format": -1, "kind": manifest["purpose"]}

    def without(manifest: dict[str, Any]) -> dict[str, Any]:
        return {name: held for name, held in manifest.items() if name != "purpose"} | {"format": 1}

    monkeypatch.setitem(bundle.UPGRADES, "-2", renamed)
    monkeypatch.setitem(bundle.UPGRADES, "-1", without)
    file = tmp_path / "x.cchc"
    write(file)
    today, members = read(file), members_of(file)
    manifest = json.loads(members["manifest.json"])
    manifest |= {"format": -2, "purpose": manifest.pop("kind")}
    older = read(forge(file, members, json.dumps(manifest).encode(), key=KEY))
    assert older.manifest == today.manifest
    assert older.changes == today.changes
