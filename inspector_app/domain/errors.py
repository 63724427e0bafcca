"""What can go wrong, one class per case: a code, a sentence, what to do, and the command line's exit code.

Two families. *Refused*: the user can put it right, and it is said in place. *Trouble*: machine or file; the
sentence says what happened, whether the data is safe, and what to do. Anything else that is raised is a bug.

Exit codes: 2 usage · 3 not found · 4 input refused · 5 conflict to decide · 6 locked or passphrase ·
7 bundle refused · 8 template refused · 20 disk or database trouble.
"""

from dataclasses import dataclass
from typing import ClassVar

from inspector_app.i18n import mark, tr


class InspectorError(Exception):
    """A fault with a sentence for people. `facts` fill the places in `text` and `remedy`."""

    code: ClassVar[str] = ""
    exit_code: ClassVar[int] = 1
    text: ClassVar[str] = ""
    remedy: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code)
        self.facts = facts

    @property
    def sentence(self) -> str:
        """What happened, in the current language."""
        return tr(self.text, **self.facts)

    @property
    def hint(self) -> str:
        """Whether data is safe and what to do, in the current language."""
        return tr(self.remedy, **self.facts)

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()


class Refused(InspectorError):
    """The user can put it right."""

    exit_code = 4


class Trouble(InspectorError):
    """The machine or a file is at fault."""

    exit_code = 20


# --- the workspace -------------------------------------------------------------------------------


class WorkspaceMissing(Refused):
    code = "workspace-missing"
    exit_code = 3
    text = mark("There is no workspace in {folder}.")
    remedy = mark("Create one, or choose another folder.")


class WorkspaceExists(Refused):
    code = "workspace-exists"
    text = mark("The folder {folder} already holds a workspace.")
    remedy = mark("Open it with its passphrase, or choose an empty folder. Nothing was changed.")


class WrongPassphrase(Refused):
    code = "wrong-passphrase"
    exit_code = 6
    text = mark("The passphrase is not right.")
    remedy = mark("Nothing was changed. Try again; check Caps Lock and the Vietnamese keyboard.")


class WeakPassphrase(Refused):
    code = "weak-passphrase"
    text = mark("The passphrase needs at least {minimum} characters.")
    remedy = mark("Choose a longer one, for example four unrelated words.")


class WorkspaceInUse(Refused):
    code = "workspace-in-use"
    exit_code = 6
    text = mark("The workspace is already open in another window.")
    remedy = mark("Close the other window and try again. The data is safe.")


class WorkspaceNewer(Refused):
    code = "workspace-newer"
    text = mark("The workspace was made by a newer version of the program.")
    remedy = mark("Install the newer version to open it. Nothing was changed.")


class WorkspaceDamaged(Trouble):
    code = "workspace-damaged"
    text = mark("The workspace cannot be read: {reason}.")
    remedy = mark("Do not write to this disk; restore the latest copy, or ask the office for help.")


class WorkspaceUnsound(Trouble):
    code = "workspace-unsound"
    text = mark("The workspace is not whole: {problems}.")
    remedy = mark("Keep the folder as it is and ask the office for help; export what can be exported.")


class SaveFailed(Trouble):
    code = "save-failed"
    text = mark("The change could not be saved: {reason}.")
    remedy = mark("What you typed is still on the screen. Free some disk space; the program tries again.")


class MirrorFailed(Trouble):
    code = "mirror-failed"
    text = mark("The second copy in {folder} could not be brought up to date: {reason}.")
    remedy = mark("Your data on this laptop is safe. Put the stick back in; the program tries again.")


class FolderTaken(Refused):
    code = "folder-taken"
    text = mark("{folder} holds another workspace.")
    remedy = mark("Choose another folder for the second copy; nothing there was changed.")


# --- visits and answers --------------------------------------------------------------------------


class VisitUnknown(Refused):
    code = "visit-unknown"
    exit_code = 3
    text = mark("There is no visit {visit}.")
    remedy = mark("List the visits and use an identifier from the list.")


class RecordUnknown(Refused):
    code = "record-unknown"
    exit_code = 3
    text = mark("There is no {kind} {record} in this visit.")
    remedy = mark("It may have been removed on another laptop; look at the visit again.")


class UnitUnknown(Refused):
    code = "unit-unknown"
    exit_code = 3
    text = mark("No commune has the code {unit}.")
    remedy = mark("Search by name, with or without accents, and use the five-digit code.")


class ItemUnknown(Refused):
    code = "item-unknown"
    exit_code = 3
    text = mark("The checklist has no item {item}.")
    remedy = mark("Use a code from the checklist, such as CD04.")


class AnswerRefused(Refused):
    code = "answer-refused"
    text = mark("{item}: {reason}")
    remedy = mark("The earlier answer stands.")


class RepeatFull(Refused):
    code = "repeat-full"
    text = mark("“{repeat}” has {most} entries, and the checklist cannot hold more.")
    remedy = mark("What was entered is safe. Take entries away that are not needed, or use a second visit.")


class NotApplicableRefused(Refused):
    code = "not-applicable-refused"
    text = mark("{item} cannot be marked as not applicable.")
    remedy = mark("The checklist does not allow it for this item.")


class ReasonMissing(Refused):
    code = "reason-missing"
    text = mark("A reason is needed.")
    remedy = mark("Write in a few words why; it is printed in the minutes.")


class ValueInvalid(Refused):
    code = "value-invalid"
    text = mark("The value of {field} is not usable: {reason}.")
    remedy = mark("Nothing was changed. Correct it and save again.")


class EvidenceRefused(Refused):
    code = "evidence-refused"
    text = mark("{file} cannot be taken as evidence: {reason}.")
    remedy = mark("Choose a photo, a scan or a document. Nothing was changed.")


class EvidencePresent(Refused):
    code = "evidence-present"
    text = mark("{file} is among the evidence already, in the same place.")
    remedy = mark("Nothing was changed. Look at the one that is there.")


class EvidenceChanged(Refused):
    code = "evidence-changed"
    exit_code = 5
    text = mark("{name} was marked on another laptop meanwhile.")
    remedy = mark("Open it again and mark what is there now. Nothing was changed.")


class HeicRefused(Refused):
    code = "heic-refused"
    text = mark("{file} is a HEIC photo, which cannot be read here.")
    remedy = mark(
        "On the iPhone choose Settings, Camera, Formats, Most Compatible; or send the photo by a messenger, "
        "which makes a JPEG of it. Nothing was changed."
    )


class PhotoTooLarge(Refused):
    code = "photo-too-large"
    text = mark("{file} has {count} million pixels; at most {limit} can be read.")
    remedy = mark("Take it at the camera's usual size, or make it smaller first. Nothing was changed.")


class PhotoUnreadable(Refused):
    code = "photo-unreadable"
    text = mark("{file} is damaged or incomplete.")
    remedy = mark("Copy it from the phone or the scanner once more. Nothing was changed.")


class ScanTooLarge(Refused):
    code = "scan-too-large"
    text = mark("{file} has {size} MB; at most {limit} MB are taken.")
    remedy = mark("Scan in grey at 200 dpi, or in several parts. Nothing was changed.")


class PdfLocked(Refused):
    code = "pdf-locked"
    text = mark("{file} is locked with a password.")
    remedy = mark("Save a copy without a password, or scan the paper. Nothing was changed.")


class FileNotHere(Refused):
    code = "file-not-here"
    exit_code = 3
    text = mark("The file of {name} has not arrived on this laptop.")
    remedy = mark("Receive the bundle of the laptop that took it.")


class SelfReportRefused(Refused):
    code = "self-report-refused"
    text = mark("{file} was not taken as a self-report: {reason}.")
    remedy = mark(
        "Nothing was changed. Ask the unit for the form that this program wrote, filled in and saved as an "
        "Excel workbook (.xlsx)."
    )


class SelfReportUnconfirmed(Refused):
    code = "self-report-unconfirmed"
    text = mark("Whether {file} is the self-report of {unit} is not certain: {doubt}")
    remedy = mark("Nothing was changed. Look at the file; if it is the right one, confirm it.")


class NoSelfReport(Refused):
    code = "no-self-report"
    exit_code = 3
    text = mark("No self-report was taken in this visit, or it was taken back already.")
    remedy = mark("Nothing was changed.")


# --- undoing, and who does what ------------------------------------------------------------------


class NoActToUndo(Refused):
    code = "no-act-to-undo"
    exit_code = 3
    text = mark("Nothing of yours is left to undo in this visit.")
    remedy = mark("Nothing was changed. What colleagues entered is not undone from here.")


class NoActToRedo(Refused):
    code = "no-act-to-redo"
    exit_code = 3
    text = mark("There is nothing to redo.")
    remedy = mark("Nothing was changed. Only what was just undone can be redone, until something is entered.")


class OvertakenByOthers(Refused):
    code = "overtaken-by-others"
    exit_code = 5
    text = mark("{what} cannot be undone: {who} has changed it since.")
    remedy = mark("Nothing was changed. Look at it, and enter what should stand there.")


class ActStands(Refused):
    code = "act-stands"
    text = mark("“{what}” was done with a reason and is not undone with a key.")
    remedy = mark("Nothing was changed. Do the opposite on purpose, with a reason of its own.")


class AreaOfAnother(Refused):
    code = "area-of-another"
    text = mark("{area} is in the hands of {who}.")
    remedy = mark("Nothing was changed. Take the area over with a reason, or leave it to them.")


class DealingRefused(Refused):
    code = "dealing-refused"
    text = mark("The areas are dealt by {who}.")
    remedy = mark("Nothing was changed. Ask them, or take a single area over with a reason.")


class MemberUnknown(Refused):
    code = "member-unknown"
    text = mark("It is not known who of the team works on this laptop.")
    remedy = mark("Choose your name on the Participants page, then try again. Nothing was changed.")


# --- conflicts -----------------------------------------------------------------------------------


class ConflictOpen(Refused):
    code = "conflict-open"
    exit_code = 5
    text = mark("{record} is in dispute between {authors}.")
    remedy = mark("Decide it on the Merge page, with both values in view; both are kept until then.")


class ConflictUnknown(Refused):
    code = "conflict-unknown"
    exit_code = 3
    text = mark("There is no open conflict {conflict}.")
    remedy = mark("It may have been decided already; list the conflicts again.")


class LaptopNotMet(Refused):
    code = "laptop-not-met"
    exit_code = 3
    text = mark("Laptop {laptop} is not known here.")
    remedy = mark("Receive a bundle of it first, or its card.")


class AdmissionRefused(Refused):
    code = "admission-refused"
    exit_code = 4
    text = mark("This laptop may not decide whose laptops write in this visit.")
    remedy = mark("Ask whoever may: {who}.")


class NobodyAdmitted(Refused):
    code = "nobody-admitted"
    exit_code = 4
    text = mark("No laptop of a team is admitted to {unit}, so nobody could open the assignment.")
    remedy = mark("Admit the lead's laptop first.")


class ReferenceRefused(Refused):
    code = "reference-refused"
    exit_code = 4
    text = mark("{file} cannot be used as {name}: {reason}.")
    remedy = mark("Nothing was written. Correct the file, or choose another one.")


class ReferenceFromStranger(Refused):
    code = "reference-from-stranger"
    exit_code = 7
    text = mark("{file} brings communes or working days, but {sender} is not an office of this laptop.")
    remedy = mark("Nothing was changed. Receive a visit that your office assigned first, then this file.")


class LaptopUnknown(Refused):
    code = "laptop-unknown"
    exit_code = 3
    text = mark("Laptop {laptop} has not yet said what it holds of this visit.")
    remedy = mark("Export everything; or receive a bundle or a receipt of that laptop first.")


# --- templates -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a workbook: where it is, what is wrong, what to write instead (current language)."""

    sheet: str
    row: int | None
    column: str | None
    message: str
    remedy: str

    def __str__(self) -> str:
        cell = f"{self.column or ''}{self.row or ''}"
        return f"{self.sheet}{'!' + cell if cell else ''}: {self.message} {self.remedy}".strip()


class TemplateRefused(Refused):
    """A workbook with problems; `problems` lists all of them at once."""

    code = "template-refused"
    exit_code = 8
    text = mark("The workbook {file} has {count} problems and was not imported.")
    remedy = mark("Correct the cells listed and try again. Nothing was changed.")

    def __init__(self, *, file: str, problems: list[Problem]) -> None:
        super().__init__(file=file, count=len(problems))
        self.problems = problems


class TemplateUnknown(Refused):
    code = "template-unknown"
    exit_code = 3
    text = mark("The workspace does not hold the checklist {template}.")
    remedy = mark("Import its workbook, or receive the bundle that carries it.")


class DecisionsMissing(Refused):
    code = "decisions-missing"
    exit_code = 5
    text = mark("These answers need a decision before the visit can move: {items}.")
    remedy = mark("Say for each whether it stands or the question is open again. Nothing was changed.")


class NothingToUndo(Refused):
    code = "nothing-to-undo"
    exit_code = 3
    text = mark("The visit never moved to another version of its checklist.")
    remedy = mark("Nothing was changed.")


# --- bundles -------------------------------------------------------------------------------------


class BundleUnreadable(Refused):
    code = "bundle-unreadable"
    exit_code = 7
    text = mark("{file} is not a data bundle of this program.")
    remedy = mark("Choose a file whose name ends in .cchc. Nothing was changed.")


class BundleDamaged(Refused):
    code = "bundle-damaged"
    exit_code = 7
    text = mark("The bundle {file} is damaged: {reason}.")
    remedy = mark("Nothing was changed. Ask the sender to export it again, to another stick if need be.")


class BundleNewer(Refused):
    code = "bundle-newer"
    exit_code = 7
    text = mark("The bundle {file} was made by a newer version of the program.")
    remedy = mark("Nothing was changed. Keep the file and install the newer version to receive it.")


class BundleSealed(Refused):
    code = "bundle-sealed"
    exit_code = 7
    text = mark("{file} is sealed with a passphrase. Nothing was changed.")
    remedy = mark("Ask the sender for the passphrase and give it with the file.")


class BundleForOthers(Refused):
    code = "bundle-for-others"
    exit_code = 7
    text = mark("{file} is sealed for other laptops. Nothing was changed.")
    remedy = mark("Ask the sender to export it for this laptop, or with a passphrase.")


class BundleGap(Refused):
    code = "bundle-gap"
    exit_code = 7
    text = mark("The bundle lacks the changes {first} to {last} of laptop {device}.")
    remedy = mark("Nothing was changed. Ask the sender for a complete export of the visit.")


class PointUnreachable(Trouble):
    code = "point-unreachable"
    text = mark("The receiving point {address} cannot be reached: {reason}.")
    remedy = mark("Both laptops must be in the same network. Or hand the file over on a stick.")


class PointClosed(Refused):
    code = "point-closed"
    exit_code = 7
    text = mark("The receiving point {address} is closed.")
    remedy = mark("Ask the lead to open it again; nothing was sent.")


class PointRefused(Refused):
    code = "point-refused"
    exit_code = 7
    text = mark("The receiving point {address} did not take the bundle. {reason}")
    remedy = mark("Compare address and code with the lead's screen; your data is safe here.")


class AddressRefused(Refused):
    code = "address-refused"
    text = mark("Nothing can be delivered to the address “{address}”.")
    remedy = mark(
        "Give a folder, a network share, or an address that begins with sftp:// or https:// (WebDAV); s3:// "
        "where its part of the program is installed. Nothing was sent."
    )


class DropUnreachable(Trouble):
    code = "drop-unreachable"
    text = mark("{address} cannot be worked with: {reason}.")
    remedy = mark("Your data is safe here; what is to be sent is kept, and the program tries again.")


class DropForbidden(Refused):
    code = "drop-forbidden"
    exit_code = 6
    text = mark("{address} does not let this laptop in.")
    remedy = mark("Check the user name and the password, or ask who keeps the server. Nothing was sent.")


class DropKeyChanged(Refused):
    code = "drop-key-changed"
    exit_code = 6
    text = mark("{address} shows another key than before: {seen}.")
    remedy = mark(
        "Nothing was sent. Ask who keeps the server whether its key was changed; only then trust the new one."
    )


class FileTrouble(Trouble):
    code = "file-trouble"
    text = mark("The file {file} could not be written or read: {reason}.")
    remedy = mark("The data in the workspace is safe. Check the stick or folder and try again.")


class FilePresent(Refused):
    code = "file-present"
    text = mark("The file {file} is there already.")
    remedy = mark("Nothing was changed. Choose another name, or move the file away.")
