"""The evidence of a visit: all photos and scans, one of them large, and the way in for new ones.

Files come in through an `Intake`: one is shown after the other, so that what nobody may see is hidden before
it is kept. What the camera takes comes in the same way. A photo that is kept already is opened in the same
editor; saving its marks replaces it.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.records import RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.marking import Drawn, draw
from inspector_app.services.views import EvidenceList, Link, Saved
from inspector_app.ui.drop import FileDrop, local_files
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visit.evidence import sources
from inspector_app.ui.visit.evidence.editor import Editor
from inspector_app.ui.visit.evidence.gallery import ENDINGS, NOTHING_READ, Gallery
from inspector_app.ui.visit.evidence.intake import Intake, Source
from inspector_app.ui.visit.evidence.lens import Lens
from inspector_app.ui.visit.evidence.opened import Opened, opened
from inspector_app.ui.visit.evidence.thumbnails import Thumbnails
from inspector_app.ui.visit.evidence.wish import Wish
from inspector_app.ui.visit.evidence.words import taken_words

if TYPE_CHECKING:  # Pillow is loaded on the heavy lane, when the first photo is read
    from inspector_app.services.imaging import Taken

TOLD = 6
"""Refused files whose reason is told at length; of further ones only the names."""
_NOWHERE = Link()
_CONCERN = frozenset({"evidence", "finding", "dossier", "answer"})
"""The kinds of record whose change shows in the list of evidence."""


class EvidencePage(QWidget):
    """Photos and scans of a visit."""

    open_item = Signal(str)
    open_tab = Signal(str)
    open_conflicts = Signal(str)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.intake: Intake | None = None
        self._record = RecordId("")
        """The kept photo that is open in the editor."""
        self._wish = Wish(_NOWHERE)
        """What another page wants, until it is fulfilled."""
        self._choose: Sequence[RecordId | str] = ()
        self._reading = self._stale = False
        self.thumbnails = Thumbnails(session, self)
        self.gallery = Gallery(session, visit, self.thumbnails)
        self._editor: Editor | None = None
        self.lens = Lens(self)
        self._home: QWidget = self.gallery
        """Where new photos come from, and where one is led back to: all photos, or the camera."""
        self._linked = _NOWHERE
        """What the last picture of the camera was linked to: the next one most likely shows the same."""
        self.stack = QStackedWidget()
        self.stack.addWidget(self.gallery)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self._connect()

    # --- for the frame ----------------------------------------------------------------------------

    def entered(self) -> None:
        """The page is on the screen again: what changed meanwhile was told, files that arrived were not."""
        if self.gallery.shown is NOTHING_READ or not all(row.here for row in self.gallery.shown.rows):
            self._read()
        self._take_keys()
        self.lens.look()

    def show_part(self, record: str) -> None:
        """Choose a photo among all, as soon as the list holds it; what is being looked at or taken stays."""
        if self.stack.currentWidget() is self.gallery:
            self._choose = [record]
            self._read()
            self.gallery.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def fulfil(self, wish: Wish) -> None:
        """Do what another page wants, then lead back to it."""
        if not self._is_free():
            return
        self._wish = wish
        if wish.record:
            self._choose = [wish.record]
            self._read()
        elif wish.choose:
            self.choose()
        else:
            self.take(wish.files)

    @property
    def editor(self) -> Editor:
        """Where one photo is shown large; built when the first one is."""
        if self._editor is None:
            self._editor = made = Editor(self.session.lanes)
            made.offer(self.gallery.shown.targets)
            made.done.connect(self._done)
            made.left_out.connect(self._leave_out)
            made.rest_wanted.connect(self._keep_rest)
            made.closed.connect(self._close)
            made.page_wanted.connect(self._make_picture)
            made.captioned.connect(self._describe)
            made.linked.connect(self._link)
            self.stack.addWidget(made)
        return self._editor

    @property
    def _is_large(self) -> bool:
        return self.stack.currentWidget() is self._editor

    # --- the way in -------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for files."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        endings = " ".join(f"*.{ending} *.{ending.upper()}" for ending in ENDINGS)
        kinds = f"{tr('Photos and scans')} ({endings});;{tr('All files')} (*)"
        files, _kind = QFileDialog.getOpenFileNames(self, tr("Add photos and scans"), home, kinds)
        self.take([Path(file) for file in files])

    def paste(self) -> None:
        """Take in the picture or the files of the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        image = QGuiApplication.clipboard().image() if data.hasImage() else QImage()
        if files := local_files(data):
            self.take(files)
        elif not image.isNull():
            self._begin([sources.of_clipboard(image)])
        else:
            self.gallery.banner.say("attention", tr("The clipboard holds neither a picture nor a file."))

    def take(self, files: Sequence[Path]) -> None:
        """Take in files, one after the other."""
        self._begin([sources.of_file(file) for file in files])

    def _begin(self, given: Sequence[Source]) -> None:
        if not given:
            self._lead_back()
        elif self._is_free():
            self._home = self.gallery
            self._start(given, self._wish.link)

    def _start(self, given: Sequence[Source], link: Link) -> None:
        self.gallery.banner.clear()
        self.intake = Intake(self.session, self.visit, given, link)
        self.intake.offered.connect(self._look_at)
        self.intake.moved.connect(self._show_progress)
        self.intake.ended.connect(self._ended)
        self.destroyed.connect(self.intake.leave_alone)
        self.intake.start()

    def _is_free(self) -> bool:
        """Whether something else can be begun now; if not, say why."""
        if self._is_large and not self.editor.is_new and self.editor.is_marked:
            self.editor.leave()
            return False
        if self.intake is not None:
            self.gallery.banner.say(
                "attention", tr("Other files are being taken in. Finish with them first.")
            )
        return self.intake is None

    def _look_at(self) -> None:
        """Show the photo that is about to come in."""
        intake = self.intake
        if intake is None or intake.current is None or intake.opened is None:
            return
        taken = intake.current
        number, waiting = intake.done + 1, intake.total - intake.done - 1
        place = tr("{number} of {total}", number=number, total=intake.total) if intake.total > 1 else ""
        self.editor.picker.show_link(intake.link)
        self.editor.show_new(intake.opened, taken.name, place, waiting)
        self.editor.say(
            taken_words(taken.taken_at),
            tr("Where it was taken stood in the file and is left out.") if taken.had_place else "",
        )
        self.stack.setCurrentWidget(self.editor)

    def _done(self) -> None:
        if not self.editor.is_new:
            self._save_marks()
        elif self.intake is not None:
            self.intake.link = self.editor.picker.link  # what follows most likely shows the same
            self.intake.keep(self.editor.marking, self.editor.caption.value)
            self._go_on()

    def _keep_rest(self) -> None:
        if self.intake is not None:
            self.intake.link = self.editor.picker.link
            self.intake.keep_rest(self.editor.marking, self.editor.caption.value)
            self._go_on()

    def _leave_out(self) -> None:
        if self.intake is not None:
            self.intake.leave_out()
            self._go_on()

    def _go_on(self) -> None:
        """The next photo is shown once it has been read; until then, and after the last, the others are."""
        if self.intake is None or self.intake.current is None:
            self.stack.setCurrentWidget(self._home)

    def _show_progress(self) -> None:
        if self.intake is not None:
            self.gallery.progress.show_intake(self.intake)

    def _ended(self) -> None:
        intake, self.intake = self.intake, None
        assert intake is not None
        self.gallery.progress.hide()
        self.stack.setCurrentWidget(self._home)
        self._report(intake, self._resumed(intake.link))
        self._choose = intake.kept
        self._read()
        if not intake.refusals:
            self._lead_back()
        self._wish = Wish(_NOWHERE)

    def _report(self, intake: Intake, banner: Banner) -> None:
        """Say what came in and what did not, each with its reason."""
        said = tr("{count} taken in.", count=len(intake.kept)) if intake.kept else ""
        if intake.places:
            said += " " + tr("Where they were taken was left out of {count}.", count=intake.places)
        if intake.refusals:
            told = [str(refusal.why) for refusal in intake.refusals[:TOLD]]
            if more := [refusal.name for refusal in intake.refusals[TOLD:]]:
                told.append(tr("And {names}.", names=", ".join(more)))
            title = tr("Not taken in: {count} of {total}", count=len(intake.refusals), total=intake.total)
            banner.say("attention", title, "\n".join((*told, said)).strip())
        elif intake.kept:
            banner.say("good", said)

    def _lead_back(self) -> None:
        """To the page that wanted something taken in."""
        wish, self._wish = self._wish, Wish(_NOWHERE)
        if wish.back == "checklist" and wish.link.item:
            self.open_item.emit(wish.link.item)
        elif wish.back:
            self.open_tab.emit(wish.back)

    # --- the camera -------------------------------------------------------------------------------

    def look_through_camera(self) -> None:
        """Show what the camera sees, to take pictures of it."""
        camera = self.lens.page
        if camera is None or not self._is_free():
            return
        if self.stack.indexOf(camera) < 0:
            camera.taken.connect(lambda image: self._start([sources.of_camera(image)], self._linked))
            camera.closed.connect(lambda: self._come_from(self.gallery))
            self.stack.addWidget(camera)
        self._come_from(camera)

    def _resumed(self, link: Link) -> Banner:
        """Look through the camera again if the picture came from there; the banner that one then looks at."""
        camera = self.lens.page
        if camera is None or self._home is not camera:
            return self.gallery.banner
        self._linked = link
        return camera.banner if camera.resume() else self.gallery.banner

    def _come_from(self, home: QWidget) -> None:
        self._home = home
        self.stack.setCurrentWidget(home)
        self._take_keys()

    def _take_keys(self) -> None:
        shown = self.gallery.grid if self._home is self.gallery else self._home
        here = self.editor.canvas if self._is_large else shown
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- one photo --------------------------------------------------------------------------------

    def open(self, record: str) -> None:
        """Show a kept photo large."""
        row = self.gallery.row(record)
        if row is None or not self._is_free():
            return

        def read(content: bytes) -> None:
            self.session.lanes.heavy(lambda: opened(row.file, content), ready, failed, owner=self)

        def ready(made: Opened) -> None:
            self._record = row.id
            self.editor.show_kept(made, row.record.name, row.record.caption, row.link)
            self.editor.say(taken_words(row.record.taken_at))
            self.stack.setCurrentWidget(self.editor)

        failed = self.gallery.banner.tell
        digest, name = row.file.digest, row.record.name
        self.session.read(lambda bench: bench.evidence.content(digest, name), read, failed, owner=self)

    def _save_marks(self) -> None:
        """Draw what was planned, and put the new picture in the place of the old one."""
        shown, record, visit = self.editor.opened, self._record, self.visit
        if shown is None or not self.editor.is_marked:
            return
        marking = self.editor.marking
        self.editor.save.setEnabled(False)

        def refused(error: InspectorError) -> None:
            self.editor.banner.tell(error)
            self.editor.save.setEnabled(True)

        def drawn(made: Drawn) -> None:
            self.session.save(
                lambda bench: bench.evidence.replace(visit, record, made, of=shown.file.digest),
                lambda _saved: self._close(),
                refused,
                owner=self,
            )

        self.session.lanes.heavy(
            lambda: draw(shown.content, shown.file.media_type, marking),
            drawn,
            refused,
            owner=self,
            doing=tr("Drawing the marks"),
        )

    def _close(self) -> None:
        """Back from a photo to all of them; in the middle of taking in, leave out what is not kept yet."""
        if self.editor.is_new and self.intake is not None:
            self.intake.cancel()
            return
        self.stack.setCurrentWidget(self.gallery)
        self.gallery.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lead_back()

    def _make_picture(self, page: int) -> None:
        """A page of the PDF that is shown, as a picture that can be marked."""
        shown = self.editor.opened
        if shown is None:
            return
        name = tr("{name}, page {page}", name=Path(self.editor.title.text()).stem, page=page + 1)
        source = sources.of_page(shown.content, page, name)

        def work() -> "tuple[Taken, Opened]":
            taken = source.read()
            return taken, opened(taken.file, taken.content)

        if self.editor.is_new and (intake := self.intake) is not None:
            self.session.lanes.heavy(work, lambda both: intake.swap(*both), owner=self)
        else:
            self._wish = Wish(self.editor.picker.link)
            self._begin([source])

    # --- the list ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        gallery = self.gallery
        gallery.opened.connect(self.open)
        gallery.add_wanted.connect(self.choose)
        gallery.paste_wanted.connect(self.paste)
        gallery.camera_wanted.connect(self.look_through_camera)
        self.lens.found.connect(gallery.camera.setVisible)
        gallery.decide_wanted.connect(lambda: self.open_conflicts.emit(self.visit))
        gallery.progress.cancelled.connect(lambda: self.intake.cancel() if self.intake else None)
        FileDrop(self).dropped.connect(lambda files, _place: self.take(files))
        self.session.changed.connect(self._changed)

    def _describe(self, caption: str) -> None:
        if not self.editor.is_new:
            self.gallery.describe(self._record, caption)

    def _link(self, link: Link) -> None:
        visit, record = self.visit, self._record
        if not self.editor.is_new:
            self.session.save(
                lambda bench: bench.evidence.link(visit, [record], link),
                None,
                lambda error: self.editor.link_field.refuse(str(error)),
                owner=self,
            )

    def _read(self) -> None:
        """Read the list; what changes while it is being read is read once, afterwards."""
        self._stale = self._reading
        if not self._reading:
            self._reading = True
            self.session.read(
                lambda bench: bench.evidence.all(self.visit), self._show, self._not_read, owner=self
            )

    def _not_read(self, error: InspectorError) -> None:
        self._reading = False
        self.gallery.banner.tell(error, self._read)

    def _show(self, shown: EvidenceList) -> None:
        self._reading = False
        if self._stale:
            self._read()
            return
        choose, self._choose = self._choose, ()
        self.gallery.show_list(shown, choose)
        if self._editor is not None:
            self._editor.offer(shown.targets)
        if self._wish.record:
            record, self._wish = self._wish.record, replace(self._wish, record="")
            self.open(record)

    def _changed(self, saved: Saved, _owner: object) -> None:
        if any(each.stream == self.visit and each.kind in _CONCERN for each in saved.what):
            self._read()
