"""Makes the frozen bundles of today's format, which every later version must read; and the facts in them.

    python -m tests.formats.freeze

Run it once for a format, on purpose, before that format is released; never again for one that was.
"""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from inspector_app.domain.changes import state_of
from inspector_app.domain.records import VisitId
from inspector_app.exchange.bundle import FORMAT
from inspector_app.services.desk import Circumstances
from inspector_app.services.imaging import take_content
from inspector_app.services.workbench import Workbench
from tests.pictures import file_of, photo
from tests.prove.histories import begin, new_laptop
from tests.services.conftest import PASSPHRASE, Clock, answer, introduce

FROZEN = Path(__file__).parent / "frozen"


def facts(laptop: Workbench) -> dict[str, Any]:
    """What a laptop knows of its one visit, apart from how this version's tables spell it."""
    workspace = laptop._workspace
    ledger = workspace.ledger
    visit = VisitId(*ledger.streams())
    held = list(ledger.changes(visit))
    records = sorted({(sealed.change.kind, sealed.change.record) for sealed in held})
    return {
        "visit": visit,
        "state": state_of(ledger.tips(visit)),
        "changes": sorted(sealed.digest for sealed in held),
        "fields": {
            f"{kind} {record}": {
                name: [head.value for head in field.heads]
                for name, field in ledger.fields(visit, kind, record).items()
            }
            for kind, record in records
        },
        "disputed": [[kind, record, *sorted(names)]
                     for _, kind, record, names in workspace.projections.disputed(visit)],
        "roster": {device: place.role for device, place in ledger.authority(visit).places.items()},
        "evidence": sorted(workspace.evidence.held(laptop.evidence.digests(visit))),
        "templates": sorted(each.digest for each in workspace.templates()),
    }  # fmt: skip


def main() -> None:
    """Two laptops, an admission, an answer in dispute and a photo, in a plain and a sealed bundle."""
    random = Random(FORMAT)
    with TemporaryDirectory() as place:
        names = ("Lan", "Minh")
        start = datetime(2026, 11, 23, 1, tzinfo=UTC)
        lan, minh = (
            new_laptop(Path(place), name, Circumstances(Clock(start), random.randbytes)) for name in names
        )
        with closing(lan), closing(minh):
            visit = begin(lan)
            introduce(lan, minh, visit)
            lan.evidence.keep(visit, take_content(file_of(photo()), "anh.jpg"), caption="Bảng niêm yết")
            minh.handover.receive(lan.handover.export(visit, Path(place)).file)
            answer(lan, visit, 17)
            answer(minh, visit, 18)
            lan.handover.receive(minh.handover.export(visit, Path(place)).file)
            name = f"format-{FORMAT}"
            lan.handover.export(visit, FROZEN / f"{name}.cchc")
            lan.handover.export(visit, FROZEN / f"{name}-sealed.cchc", "", "passphrase", PASSPHRASE)
            known = json.dumps(facts(lan), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
            for stem in (name, f"{name}-sealed"):
                (FROZEN / f"{stem}.json").write_text(known, encoding="utf-8")


if __name__ == "__main__":
    main()
