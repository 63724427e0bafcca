"""Files of a visit: photos and scans (minh chứng), and files that answer questions.

Which files a visit needs follows from its records and answers, so nothing is listed twice: a record of
evidence names its file by SHA-256, an answer as `<sha256>-<name>`. The file lies in the workspace and travels
in the bundle.

What protects the people in a picture:

- A picture can be marked before it is kept for the first time; then nothing else was ever in the workspace.
- Marking a kept picture makes another file of it, and the record names that one. Nobody can tell a cut that
  frames from a cut that hides, so the earlier file always goes: from this workspace at once, overwritten,
  and from every other one when it hears of the change. It never travels again.
- What is removed from the list does not travel; its file stays here, to be brought back, until somebody
  erases it for good. That too is an act in the ledger, and every laptop that hears of it lets its copy go.
- A bundle brings only what is named now: an old one cannot bring back what was hidden or erased.

History keeps who took, marked, removed and erased what, and the digests; never the pixels.
"""

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from inspector_app import paths
from inspector_app.domain import records
from inspector_app.domain.changes import DELETED, Head, wall_time
from inspector_app.domain.errors import (
    EvidenceChanged,
    EvidencePresent,
    FileNotHere,
    FileTrouble,
    PhotoTooLarge,
    PhotoUnreadable,
    RecordUnknown,
    SaveFailed,
)
from inspector_app.domain.files import NAMED, file_value
from inspector_app.domain.records import Answer, Dossier, Finding, RecordId, StoredFile, VisitId
from inspector_app.i18n import tr
from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import Desk
from inspector_app.services.views import EvidenceList, EvidenceRow, EvidenceSide, Link, LinkTarget, Saved
from inspector_app.services.visits import json_fields
from inspector_app.storage.ledger import Act
from inspector_app.storage.projections import Projected

if TYPE_CHECKING:  # Pillow is loaded when the first photo is taken in
    from inspector_app.services.given_files import GivenFile
    from inspector_app.services.imaging import Taken
    from inspector_app.services.marking import Drawn

F = TypeVar("F", records.Evidence, Finding, Dossier)

NOTHING = Link()
"""The visit as a whole."""
_KIND = records.Evidence.kind
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SHORTEST_NAME = len("-.") + 64
"""What an answer holds at least that names a file (`NAMED`)."""


class Evidence:
    """The files of visits."""

    def __init__(self, desk: Desk, checklists: Checklists) -> None:
        self._desk = desk
        self._checklists = checklists

    # --- photos and scans --------------------------------------------------------------------------

    def all(self, visit: VisitId) -> EvidenceList:
        """All evidence of a visit, what was removed too, and what it can be linked to."""
        return EvidenceList(
            rows=self._rows(visit, self._records(visit)),
            targets=tuple(self._targets(visit)),
            areas={code: area.name for code, area in self._checklists.warm(visit).areas.items() if code},
        )

    def of(self, visit: VisitId, link: Link) -> tuple[EvidenceRow, ...]:
        """What shows an item, with what its findings show; or a dossier; or a finding."""
        asked = {"finding": link.finding} if link.finding else {"dossier": link.dossier, "item": link.item}
        found = self._records(visit, **{name: value for name, value in asked.items() if value})
        shown = [
            entry for entry in found if not entry.deleted and (link != NOTHING or _link(entry.record) == link)
        ]
        return self._rows(visit, shown)

    def count(self, visit: VisitId) -> int:
        """How many photos and scans travel with the visit."""
        return sum(not entry.deleted for entry in self._records(visit))

    def keep(
        self,
        visit: VisitId,
        taken: "Taken",
        link: Link = NOTHING,
        caption: str = "",
        *,
        withheld: bool = False,
    ) -> tuple[RecordId, Saved]:
        """Keep a photo or scan; withheld: nobody has looked at it, so that it is not printed.

        Raises EvidencePresent where the same file is there already, SaveFailed.
        """
        self._desk.visit(visit)
        known = self._records(visit)
        if any(
            (entry.record.original, _link(entry.record)) == (taken.original, link)
            for entry in known
            if not entry.deleted
        ):
            raise EvidencePresent(file=taken.name)
        record = self._desk.new_id()
        fields = json_fields(
            records.Evidence,
            {
                "item": link.item,
                "dossier": link.dossier,
                "finding": link.finding,
                "file": taken.file,
                "name": taken.name,
                "original": taken.original,
                "caption": caption,
                "withheld": withheld,
                "taken_at": taken.taken_at,
                "position": max((entry.record.position for entry in known), default=0) + 1,
            },
        )
        with self._desk.workspace.transaction():
            self._store(taken.content, taken.thumbnail)
            saved = self._desk.write(visit, [Act(_KIND, record, fields)])
        self._checklists.evidence_changed(visit)
        return record, saved

    def describe(self, visit: VisitId, record: RecordId, caption: str) -> Saved:
        """Write what a photo shows. Raises RecordUnknown, ConflictOpen, SaveFailed."""
        return self._change(visit, [record], json_fields(records.Evidence, {"caption": caption}))

    def link(self, visit: VisitId, entries: Sequence[RecordId], link: Link) -> Saved:
        """Say of what photos are evidence. Raises RecordUnknown, ConflictOpen, SaveFailed."""
        return self._change(
            visit, entries, {"item": link.item, "dossier": link.dossier, "finding": link.finding}
        )

    def withhold(self, visit: VisitId, entries: Sequence[RecordId], withheld: bool) -> Saved:
        """Keep photos out of what is printed, or not. Raises RecordUnknown, ConflictOpen, SaveFailed."""
        return self._change(visit, entries, {"withheld": withheld})

    def remove(self, visit: VisitId, entries: Sequence[RecordId]) -> Saved:
        """Take photos off the list; they can be brought back until they are erased. Raises RecordUnknown."""
        return self._change(visit, entries, {DELETED: True})

    def replace(self, visit: VisitId, record: RecordId, drawn: "Drawn", of: str) -> Saved:
        """Put a marked picture in the place of the one that it was made of, which is erased.

        of: the SHA-256 of that one. Raises EvidenceChanged where another stands there now: something may have
        been hidden in it. Raises RecordUnknown, ConflictOpen, SaveFailed.
        """
        found = self._desk.record(visit, records.Evidence, record)
        if found.record.file is None or of not in self._named_by(found):
            raise EvidenceChanged(name=found.record.name)
        with self.letting_go([visit]):
            self._store(drawn.content, drawn.thumbnail)
            return self._write_aside(visit, [record], {"file": drawn.file.model_dump()})

    def restore(self, visit: VisitId, entries: Sequence[RecordId]) -> Saved:
        """Bring back what was removed. Raises RecordUnknown, SaveFailed."""
        self._refuse_others(visit, entries)
        saved = self._desk.write(visit, [Act(_KIND, record, {DELETED: False}) for record in entries])
        self._checklists.evidence_changed(visit)
        return saved

    def erase(self, visit: VisitId, entries: Sequence[RecordId]) -> Saved:
        """Erase for good the files of what was removed, here and wherever this change arrives.

        Raises RecordUnknown where something was not removed before, ConflictOpen, SaveFailed.
        """
        self._refuse_others(visit, entries)
        with self.letting_go([visit]):
            return self._write_aside(visit, entries, {"file": None})

    def save_copy(self, digest: str, target: Path) -> None:
        """Write a file outside the workspace, where nothing protects it. Raises FileNotHere, FileTrouble."""
        content = self.content(digest, target.name)
        try:
            paths.write_whole(target, content, lambda aside: _same(aside, content))
        except OSError as error:
            raise FileTrouble(file=target.name, reason=error.strerror or str(error)) from error

    def content(self, digest: str, name: str = "") -> bytes:
        """A file by its SHA-256. Raises FileNotHere."""
        content = self._desk.workspace.evidence.get(digest)
        if content is None:
            raise FileNotHere(name=name)
        return content

    def thumbnails(self, digests: Iterable[str]) -> Mapping[str, bytes]:
        """The small pictures of files, as far as they were made."""
        found = {digest: self._desk.workspace.evidence.thumbnail(digest) for digest in digests}
        return {digest: picture for digest, picture in found.items() if picture is not None}

    def prints(self, rows: Iterable[EvidenceRow]) -> Mapping[str, bytes]:
        """The small pictures of what may be printed: by digest, those that came in a bundle made now.

        Left out is what is removed, withheld, not here, or in dispute, where one side may hide something.
        """
        from inspector_app.services.imaging import thumbnail

        shown = [row for row in rows if row.here and not (row.removed or row.record.withheld or row.sides)]
        found = dict(self.thumbnails(row.file.digest for row in shown))
        for row in shown:
            # Scans are opened on the heavy lane only, since PDFium bears one thread.
            if row.file.digest not in found and not row.file.pages:
                with suppress(SaveFailed, PhotoUnreadable, PhotoTooLarge):
                    made = thumbnail(self.content(row.file.digest), row.file.media_type)
                    found[row.file.digest] = made
                    self.keep_thumbnail(row.file.digest, made)
        return found

    def keep_thumbnail(self, digest: str, picture: bytes) -> None:
        """Keep the small picture of a file that came without one, in a bundle. Raises SaveFailed."""
        workspace = self._desk.workspace
        with workspace.transaction():
            if workspace.evidence.held([digest]):
                workspace.evidence.add_thumbnail(digest, picture)

    # --- files that answer questions ---------------------------------------------------------------

    def add(self, visit: VisitId, given: "GivenFile") -> str:
        """Keep a file; the text with which to answer the question that asked for it. Raises SaveFailed."""
        self._desk.visit(visit)
        with self._desk.workspace.transaction():
            digest = self._desk.workspace.evidence.add(given.content)
        return file_value(digest, given.name)

    def get(self, value: str) -> bytes | None:
        """The file that an answer names, None while it is missing."""
        named = NAMED.fullmatch(value)
        return self._desk.workspace.evidence.get(named[1]) if named else None

    # --- travelling --------------------------------------------------------------------------------

    def missing(self, visit: VisitId) -> tuple[str, ...]:
        """What the visit names and this workspace does not hold."""
        named = set(self.named(visit))
        held = self._desk.workspace.evidence.held(value.partition("-")[0] for value in named)
        return tuple(sorted(value for value in named if value.partition("-")[0] not in held))

    def digests(self, visit: VisitId) -> tuple[str, ...]:
        """The SHA-256 of every file that the visit names: what travels with it."""
        named = (value.partition("-")[0] for value in self.named(visit))
        return tuple(dict.fromkeys((*named, *self._quarantined(visit))))

    def _quarantined(self, visit: VisitId) -> Iterator[str]:
        """What is named in quarantine only: it waits with what names it. What was let go stays away."""
        ledger = self._desk.workspace.ledger
        barred = {sealed.digest: sealed.change for sealed in ledger.quarantined(visit)}
        named = {digest for change in barred.values() for digest in _DIGEST.findall(change.patch)}
        if named:
            patches = (sealed.change.patch for sealed in ledger.changes(visit) if sealed.digest not in barred)
            for patch in patches:
                named.difference_update(_DIGEST.findall(patch))
        yield from sorted(named)

    def answers(self, visit: VisitId) -> Iterable[str]:
        """Every file that an answer names now, with all sides of a dispute."""
        for found in self._desk.workspace.projections.wordy(Answer, visit, "value", _SHORTEST_NAME):
            values = [found.record.value]
            if "value" in found.disputed:
                values += [head.value for head in self._heads(found, "value")]
            yield from (text for value in values for text in _texts(value) if NAMED.fullmatch(text))

    def named(self, visit: VisitId) -> Iterable[str]:
        """Every file that an answer or a photo on the list names now, with all sides of a dispute."""
        yield from self.answers(visit)
        for found in self._records(visit):
            if not found.deleted or DELETED in found.disputed:
                yield from (file_value(digest, found.record.name) for digest in self._named_by(found))

    @contextmanager
    def letting_go(self, visits: Iterable[str]) -> Generator[None]:
        """One transaction, after which the files that these visits name no more are gone.

        Not inside another one: what was erased is cleared out of the write-ahead log when it has ended.
        """
        wanted = tuple(map(VisitId, visits))
        before = self._kept_for(wanted)
        with self._desk.workspace.transaction():
            yield
            gone = [d for d in before - self._kept_for(wanted) if not self._is_named_anywhere(d)]
            self._desk.workspace.evidence.erase(gone)
        if gone:
            self._desk.workspace.evidence.scrub()

    def receive(
        self,
        visits: Iterable[str],
        offered: Iterable[str],
        photo: Callable[[str], bytes],
        *,
        removed: bool = False,
    ) -> int:
        """Keep those of the files offered that these visits name, now that the changes are in the ledger.

        offered: digests; `photo` gives the file of one. removed: also what was taken off the lists and can
        still be brought back. Returns how many were new.
        """
        of = tuple(map(VisitId, visits))
        named = {digest for visit in of for digest in self.digests(visit)}
        wanted = (named | self._kept_for(of) if removed else named) & set(offered)
        lacking = wanted - self._desk.workspace.evidence.held(wanted)
        for digest in sorted(lacking):
            self._desk.workspace.evidence.add(photo(digest))
        return len(lacking)

    def receive_thumbnails(self, pictures: Iterable[tuple[str, bytes]]) -> None:
        """Keep the small pictures that came in the place of files, where there is none yet."""
        store = self._desk.workspace.evidence
        for digest, picture in pictures:
            if store.thumbnail(digest) is None:
                store.add_thumbnail(digest, picture)

    def _kept_for(self, visits: Iterable[VisitId]) -> frozenset[str]:
        """The files of photos and scans on the lists of visits, and of those that were removed."""
        return frozenset(
            digest for visit in visits for found in self._records(visit) for digest in self._named_by(found)
        )

    def _is_named_anywhere(self, digest: str) -> bool:
        projections, ledger = self._desk.workspace.projections, self._desk.workspace.ledger
        places = {_KIND: "file", Answer.kind: "value"}
        if any(projections.says(records.KINDS[kind], field, digest) for kind, field in places.items()):
            return True
        return any(
            digest in str(head.value)
            for stream, kind, record, fields in projections.disputed()
            if places.get(kind) in fields
            for head in ledger.fields(stream, kind, record)[places[kind]].heads
        )

    # --- inside ------------------------------------------------------------------------------------

    def _records(self, visit: VisitId, **equal: str) -> list[Projected[records.Evidence]]:
        """The photos and scans of a visit in their order, without those that were erased."""
        found = self._desk.workspace.projections.every(records.Evidence, visit, **equal)
        return _in_order(entry for entry in found if entry.record.file is not None)

    def _named_by(self, found: Projected[records.Evidence]) -> tuple[str, ...]:
        """The digest of a record's file; of all sides where they are in dispute."""
        files = [found.record.file]
        if "file" in found.disputed:
            files = [_file(head.value) for head in self._heads(found, "file")]
        return tuple(file.digest for file in files if file is not None and _DIGEST.fullmatch(file.digest))

    def _heads(self, found: Projected[records.Evidence] | Projected[Answer], field: str) -> tuple[Head, ...]:
        return self._desk.workspace.ledger.fields(found.stream, found.record.kind, found.id)[field].heads

    def _refuse_others(self, visit: VisitId, entries: Sequence[RecordId]) -> None:
        """Only what was removed can be brought back or erased."""
        for record in entries:
            found = self._desk.workspace.projections.get(visit, records.Evidence, record)
            if found is None or not found.deleted or found.record.file is None:
                raise RecordUnknown(kind=_KIND, record=record)

    def _change(self, visit: VisitId, entries: Sequence[RecordId], fields: Mapping[str, Any]) -> Saved:
        for record in entries:
            self._desk.record(visit, records.Evidence, record)
        saved = self._desk.write(visit, [Act(_KIND, record, fields) for record in entries])
        self._checklists.evidence_changed(visit)
        return saved

    def _write_aside(self, visit: VisitId, entries: Sequence[RecordId], fields: Mapping[str, Any]) -> Saved:
        """Write what cannot be undone, since the earlier file is gone."""
        with self._desk.one_act(visit, "aside"):
            return self._desk.write(visit, [Act(_KIND, record, fields) for record in entries])

    def _store(self, content: bytes, thumbnail: bytes) -> None:
        store = self._desk.workspace.evidence
        store.add_thumbnail(store.add(content), thumbnail)

    def _rows(self, visit: VisitId, found: Iterable[Projected[records.Evidence]]) -> tuple[EvidenceRow, ...]:
        files = [(entry, entry.record.file) for entry in found if entry.record.file is not None]
        held = self._desk.workspace.evidence.held(file.digest for _, file in files)
        targets = {_key(target.link): target for target in self._targets(visit)}
        laptops = {each: self._desk.laptop(visit, each) for each in {entry.device for entry, _ in files}}
        return tuple(
            self._row(entry, file, targets, laptops, here=file.digest in held) for entry, file in files
        )

    def _row(
        self,
        found: Projected[records.Evidence],
        file: StoredFile,
        targets: Mapping[str, LinkTarget],
        laptops: Mapping[str, str],
        *,
        here: bool,
    ) -> EvidenceRow:
        link = _link(found.record)
        # What a link led to may have been removed since: then its code is all that is left of it.
        target = targets.get(_key(link)) or LinkTarget(link, found.record.item, "")
        return EvidenceRow(
            id=RecordId(found.id),
            # While laptops differ on whether a photo may be printed, it may not.
            record=found.record.model_copy(update={"withheld": True})
            if "withheld" in found.disputed
            else found.record,
            file=file,
            link=link,
            target=target.text,
            area=target.area,
            here=here,
            removed=found.deleted,
            author=found.author,
            laptop=laptops[found.device],
            at=wall_time(found.at),
            sides=tuple(self._sides(found)) if "file" in found.disputed else (),
        )

    def _sides(self, found: Projected[records.Evidence]) -> Iterator[EvidenceSide]:
        for head in self._heads(found, "file"):
            change, file = head.sealed.change, _file(head.value)
            if file is not None:
                yield EvidenceSide(file, change.author, self._desk.laptop(found.stream, change.device))

    def _targets(self, visit: VisitId) -> Iterator[LinkTarget]:
        """The items that apply, the findings and the dossiers, each in its order."""
        views = self._checklists.warm(visit).views
        for code, view in views.items():
            if view.relevant and view.editor not in ("note", "figure"):
                yield LinkTarget(Link(item=code), f"{code} · {view.text}", view.area)
        projections = self._desk.workspace.projections
        for finding in _in_order(projections.all(Finding, visit)):
            item = finding.record.item
            area = views[item].area if item in views else ""
            text = " · ".join(part for part in (tr("Finding"), item, finding.record.text) if part)
            yield LinkTarget(Link(item=item, finding=finding.id), text, area)
        for dossier in _in_order(projections.all(Dossier, visit)):
            words = (tr("Dossier"), dossier.record.code, dossier.record.procedure)
            yield LinkTarget(Link(dossier=dossier.id), " · ".join(part for part in words if part), "")


def _same(file: Path, content: bytes) -> None:
    if file.read_bytes() != content:
        raise OSError(5, tr("what was written reads back differently"))


def _link(record: records.Evidence) -> Link:
    return Link(item=record.item, dossier=record.dossier, finding=record.finding)


def _key(link: Link) -> str:
    """What is linked to; a finding stays the same one when it is moved to another item."""
    return link.finding or link.dossier or link.item


def _file(value: Any) -> StoredFile | None:
    """A file as the ledger has it, None for one that was erased or cannot be read."""
    try:
        return records.Evidence.model_validate({"file": value}).file
    except ValidationError:
        return None


def _in_order(found: Iterable[Projected[F]]) -> list[Projected[F]]:
    return sorted(found, key=lambda entry: (entry.record.position, entry.id))


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [str(text) for text in value.values()]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON
    return [str(value)] if value else []
