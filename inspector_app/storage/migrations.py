"""The schema, in ordered steps; sqlite-utils runs each step and its record in one transaction.

Only what cannot be computed again is migrated. The projections are not here: their tables follow the record
models and are rebuilt when those change (`projections.py`).
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("workspace")
SCHEMA = 10
"""The number of steps below, kept in `user_version`; a greater one there is a newer program's."""


@migrations()
def ledger(db: Database) -> None:
    """The changes, insert-only by the database's own guard, and what a workspace keeps for itself."""
    db.table("changes").create(
        {
            "id": int,
            "digest": str,
            "stream": str,
            "device": str,
            "seq": int,
            "prev": str,
            "seen": str,
            "at": int,
            "author": str,
            "kind": str,
            "record": str,
            "patch": str,
            "cause": str,
        },
        pk="id",
        not_null={
            *("digest", "stream", "device", "seq", "prev", "seen"),
            *("at", "author", "kind", "record", "patch", "cause"),
        },
    )
    db.table("changes").create_index(["stream", "device", "seq", "digest"], unique=True)
    db.table("changes").create_index(["stream", "kind", "record"])
    for act in ("update", "delete"):
        db.execute(
            f"create trigger changes_no_{act} before {act} on changes "
            "begin select raise(abort, 'the ledger is append-only'); end"
        )
    db.table("drafts").create(
        {"stream": str, "kind": str, "record": str, "field": str, "value": str, "at": int},
        pk=("stream", "kind", "record", "field"),
    )
    db.table("devices").create(
        {"id": int, "device": str, "private_key": bytes, "public_key": str, "label": str}, pk="id"
    )
    db.table("templates").create(
        {"digest": str, "form_id": str, "version": str, "title": str, "xform": bytes}, pk="digest"
    )
    db.table("meta").create({"key": str, "value": str}, pk="key")


@migrations()
def template_files(db: Database) -> None:
    """The files that a checklist reads: lists of choices, pictures."""
    db.table("template_files").create(
        {"template": str, "name": str, "content": bytes}, pk=("template", "name")
    )


@migrations()
def evidence(db: Database) -> None:
    """Photos, scans and other files, each under its SHA-256; insert-only by the database's own guard."""
    db.table("evidence").create({"digest": str, "content": bytes}, pk="digest", not_null={"content"})
    db.execute(
        "create trigger evidence_no_update before update on evidence "
        "begin select raise(abort, 'evidence is kept as it was taken'); end"
    )


@migrations()
def evidence_files(db: Database) -> None:
    """The files make room for the records of evidence, whose projection bears the kind's name."""
    db.execute("alter table evidence rename to evidence_files")


@migrations()
def acts(db: Database) -> None:
    """Which changes of this laptop are one act, and which acts took others back: what undo walks along."""
    db.table("acts").create(
        {"stream": str, "device": str, "last": int, "first": int, "way": str},
        pk=("stream", "device", "last"),
    )


@migrations()
def thumbnails(db: Database) -> None:
    """Small pictures of the files, made here and for this workspace alone."""
    db.table("thumbnails").create({"digest": str, "picture": bytes}, pk="digest", not_null={"picture"})


@migrations()
def holdings(db: Database) -> None:
    """What other laptops said they hold of a stream, so that each can see what has arrived where."""
    db.table("holdings").create(
        {
            "stream": str,
            "device": str,
            "laptop": str,
            "person": str,
            "at": int,
            "tips": str,
            "evidence": str,
        },
        pk=("stream", "device"),
        not_null={"laptop", "person", "at", "tips", "evidence"},
    )


@migrations()
def vouchers(db: Database) -> None:
    """What other laptops signed: the ends of their histories, so that they can be passed on as proved."""
    db.table("vouchers").create(
        {"digest": str, "stream": str, "public_key": str, "signature": str},
        pk="digest",
        not_null={"stream", "public_key", "signature"},
    )
    db.table("vouchers").create_index(["stream"])


@migrations()
def retired_devices(db: Database) -> None:
    """The keys of laptops whose copies were brought back: they hand their places on, and write no more."""
    db.table("retired_devices").create(
        {"id": int, "device": str, "private_key": bytes, "public_key": str, "label": str}, pk="id"
    )
    db.table("retired_devices").create_index(["device"], unique=True)


@migrations()
def reference(db: Database) -> None:
    """What the office gave out to be looked up, in place of what ships: by whom, when."""
    db.table("reference").create(
        {"name": str, "content": bytes, "device": str, "person": str, "laptop": str, "at": int},
        pk="name",
        not_null={"content", "device", "person", "laptop", "at"},
    )
