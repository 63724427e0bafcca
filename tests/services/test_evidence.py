"""Files: taken, refused, carried, missed and filled in; marked, removed and erased."""

from dataclasses import replace

import openpyxl
import pytest

from inspector_app.domain.errors import (
    ConflictOpen,
    EvidenceChanged,
    EvidencePresent,
    FileNotHere,
    RecordUnknown,
    SaveFailed,
)
from inspector_app.domain.files import shown_name
from inspector_app.domain.records import StoredFile
from inspector_app.exchange import bundle
from inspector_app.services.given_files import read
from inspector_app.services.imaging import take_content
from inspector_app.services.marking import Mark, Marking, draw
from inspector_app.services.views import Link
from tests.pictures import file_of, noise, notes, pdf, saved
from tests.pictures import photo as a_photo
from tests.services.conftest import begin, full, hand_over, room_again, state, verified


@pytest.fixture
def asked(lan, tmp_path):
    """A visit with a form that asks for a photo."""
    book = openpyxl.Workbook()
    survey = book.active
    survey.title = "survey"
    survey.append(["type", "name", "label"])
    survey.append(["image", "anh", "Ảnh bảng niêm yết"])
    settings = book.create_sheet("settings")
    settings.append(["form_title", "form_id", "version"])
    settings.append(["Khảo sát nơi tiếp nhận", "khao_sat", "1"])
    book.save(file := tmp_path / "khao_sat.xlsx")
    digest = lan.templates.publish(file).digest
    return begin(lan, template=digest)


@pytest.fixture
def photo(tmp_path):
    return read(saved(tmp_path, "Ảnh niêm yết (1).JPG", file_of(a_photo())))


def test_a_photo_answers_and_travels_with_the_visit(lan, laptop, asked, photo, stick):
    value = lan.evidence.add(asked, photo)
    assert shown_name(value) == "Anh_niem_yet_1.jpg"
    lan.checklists.answer(asked, "anh", value)
    other = laptop("Minh")
    report = hand_over(lan, other, asked, stick)
    assert report.visits[0].missing == ()
    assert other.evidence.get(other.checklists.open(asked).items["anh"].leaves[0].value) == photo.content
    assert verified(other)


def test_what_has_not_arrived_is_named_and_filled_in_when_it_does(lan, laptop, asked, photo, stick):
    value = lan.evidence.add(asked, photo)
    lan.checklists.answer(asked, "anh", value)
    lan._workspace._db.execute("delete from evidence_files")  # a laptop that never had the photo
    other = laptop("Minh")
    report = hand_over(lan, other, asked, stick)
    assert report.visits[0].missing == ("Anh_niem_yet_1.jpg",)
    assert other.evidence.get(value) is None
    lan.evidence.add(asked, photo)
    again = hand_over(lan, other, asked, stick)
    assert (again.new, again.visits[0].missing) == (0, ())
    assert other.evidence.get(value) == photo.content


# --- photos and scans ----------------------------------------------------------------------------


@pytest.fixture
def pictured(tmp_path):
    """A photo that was taken in, under a name of its own."""

    def made(name="IMG_1.jpg", seed=1):
        return take_content(file_of(a_photo(seed=seed), exif=notes(place=True)), name)

    return made


@pytest.fixture
def finding(lan, visit):
    return lan.visits.add(visit, "finding", text="Hồ sơ trễ hạn", item="CD04")[0]


def carried(file):
    """The digests of the photos and scans in a bundle."""
    with bundle.opened(file) as held:
        return held.evidence()


def digests(workbench):
    """Every file that the workspace holds."""
    return {row[0] for row in workbench._workspace._db.execute("select digest from evidence_files")}


def mark_it(workbench, visit, record):
    """Hide a part of a photo that is kept already."""
    file = next(row.file for row in workbench.evidence.all(visit).rows if row.id == record)
    marking = Marking(file.width, file.height).with_mark(Mark("hide", 10, 10, 200, 60))
    drawn = draw(workbench.evidence.content(file.digest), file.media_type, marking)
    workbench.evidence.replace(visit, record, drawn, file.digest)
    return drawn


def only(workbench, visit):
    (row,) = workbench.evidence.all(visit).rows
    return row


def test_a_photo_is_kept_with_what_it_shows(lan, visit, pictured):
    taken = pictured("Ảnh bảng niêm yết.jpg")
    record, saved = lan.evidence.keep(visit, taken, Link(item="CD04"), "Bảng niêm yết  thủ tục")
    assert {(touched.kind, touched.record) for touched in saved.what} == {("evidence", record)}
    row = only(lan, visit)
    assert (row.id, row.link, row.area, row.here, row.removed) == (
        record,
        Link(item="CD04"),
        "CD",
        True,
        False,
    )
    assert row.target.startswith("CD04 · ")
    assert row.record.caption == "Bảng niêm yết thủ tục"
    assert row.record.name == "Ảnh bảng niêm yết.jpg"
    assert row.record.original == taken.original
    assert row.record.taken_at == taken.taken_at
    assert (row.author, row.laptop) == ("Lan", "Máy Lan")
    assert lan.evidence.content(row.file.digest) == taken.content
    assert lan.evidence.thumbnails([row.file.digest]) == {row.file.digest: taken.thumbnail}
    assert verified(lan)


def test_the_same_file_is_taken_once_for_the_same_thing(lan, visit, pictured):
    lan.evidence.keep(visit, pictured(), Link(item="CD04"))
    with pytest.raises(EvidencePresent):
        lan.evidence.keep(visit, pictured(), Link(item="CD04"))
    lan.evidence.keep(visit, pictured(), Link(item="CD05"))
    assert len(lan.evidence.all(visit).rows) == 2
    assert len(digests(lan)) == 1


def test_items_count_their_photos_and_their_findings(lan, visit, finding, pictured):
    def counted():
        return lan.checklists.open(visit).items["CD04"].evidence

    assert counted() == 0
    record, _ = lan.evidence.keep(visit, pictured(), Link(item="CD04", finding=finding))
    lan.evidence.keep(visit, pictured(seed=2), Link(item="CD04"))
    lan.evidence.keep(visit, pictured(seed=3))
    assert counted() == 2
    lan.evidence.link(visit, [record], Link(item="CD05"))
    assert (counted(), lan.checklists.open(visit).items["CD05"].evidence) == (1, 1)
    lan.evidence.remove(visit, [record])
    assert lan.checklists.open(visit).items["CD05"].evidence == 0
    lan.evidence.restore(visit, [record])
    assert lan.checklists.open(visit).items["CD05"].evidence == 1


def test_an_answer_that_is_a_file_counts_too(lan, asked, photo):
    value = lan.evidence.add(asked, photo)
    lan.checklists.answer(asked, "anh", value)
    assert lan.checklists.open(asked).items["anh"].evidence == 1


def test_what_an_item_a_finding_and_a_dossier_show(lan, visit, finding, pictured):
    dossier, _ = lan.dossiers.add(visit, code="000.00.01", procedure="Khai sinh")
    links = (Link(item="CD04"), Link(item="CD04", finding=finding), Link(dossier=dossier), Link())
    for seed, link in enumerate(links):
        lan.evidence.keep(visit, pictured(seed=seed), link)
    shown = {link: [row.link for row in lan.evidence.of(visit, link)] for link in links}
    assert shown[Link(item="CD04")] == [links[0], links[1]]
    assert shown[links[1]] == [links[1]]
    assert shown[links[2]] == [links[2]]
    words = {row.link: row.target for row in lan.evidence.all(visit).rows}
    assert "Hồ sơ trễ hạn" in words[links[1]]
    assert "000.00.01" in words[links[2]]
    assert words[Link()] == ""
    offered = {target.link for target in lan.evidence.all(visit).targets}
    assert {*links[:3]} <= offered


def test_photos_travel_and_what_has_not_arrived_is_named(lan, laptop, visit, pictured, stick):
    taken = pictured("Ảnh 1.jpg")
    lan.evidence.keep(visit, taken, Link(item="CD04"))
    other = laptop("Minh")
    assert hand_over(lan, other, visit, stick).visits[0].missing == ()
    row = only(other, visit)
    assert row.here
    assert other.evidence.content(row.file.digest) == taken.content
    assert other.evidence.thumbnails([row.file.digest]) == {}
    other.evidence.keep_thumbnail(row.file.digest, taken.thumbnail)
    assert other.evidence.thumbnails([row.file.digest]) == {row.file.digest: taken.thumbnail}

    late = laptop("Tâm")
    lan._workspace._db.execute("delete from evidence_files")
    assert hand_over(lan, late, visit, stick).visits[0].missing == ("Anh_1.jpg",)
    assert not only(late, visit).here
    with pytest.raises(FileNotHere):
        late.evidence.content(row.file.digest, "Ảnh 1.jpg")
    assert hand_over(other, late, visit, stick).visits[0].missing == ()
    assert only(late, visit).here


def test_what_was_hidden_after_keeping_is_nowhere_any_more(lan, laptop, visit, pictured, stick):
    record, _ = lan.evidence.keep(visit, pictured(), Link(item="CD04"))
    other = laptop("Minh")
    hand_over(lan, other, visit, stick)
    old_bundle = lan.handover.export(visit, stick).file.rename(stick / "old.cchc")
    before = only(lan, visit)
    drawn = mark_it(lan, visit, record)
    row = only(lan, visit)
    assert row.file == drawn.file != before.file
    assert row.record.original == before.record.original
    assert digests(lan) == {drawn.file.digest}
    assert lan.evidence.thumbnails([before.file.digest]) == {}
    new_bundle = lan.handover.export(visit, stick).file
    assert carried(new_bundle) == (drawn.file.digest,)
    hand_over(lan, other, visit, stick)  # the colleague's copy goes when they hear of it
    assert digests(other) == {drawn.file.digest}
    lan.handover.receive(old_bundle)  # and no old bundle brings it back
    other.handover.receive(old_bundle)
    assert digests(lan) == digests(other) == {drawn.file.digest}
    assert state(lan) == state(other)


def test_marking_cannot_be_undone_and_keeping_can(lan, visit, pictured):
    record, _ = lan.evidence.keep(visit, pictured(), Link(item="CD04"))
    mark_it(lan, visit, record)
    lan.undoing.undo(visit)
    row = only(lan, visit)
    assert (row.removed, row.here) == (True, True)
    assert lan.checklists.open(visit).items["CD04"].evidence == 0
    lan.undoing.redo(visit)
    assert not only(lan, visit).removed


def test_what_is_removed_stays_here_until_it_is_erased_and_does_not_travel(
    lan, laptop, visit, pictured, stick
):
    record, _ = lan.evidence.keep(visit, pictured(), Link(item="CD04"))
    other = laptop("Minh")
    hand_over(lan, other, visit, stick)
    old_bundle = lan.handover.export(visit, stick).file.rename(stick / "old.cchc")
    with pytest.raises(RecordUnknown):
        lan.evidence.erase(visit, [record])
    lan.evidence.remove(visit, [record])
    assert lan.evidence.count(visit) == 0
    assert carried(lan.handover.export(visit, stick).file) == ()
    lan.evidence.restore(visit, [record])
    assert only(lan, visit).here
    lan.evidence.remove(visit, [record])
    lan.evidence.erase(visit, [record])
    assert lan.evidence.all(visit).rows == ()
    assert digests(lan) == set()
    hand_over(lan, other, visit, stick)
    assert digests(other) == set()
    lan.handover.receive(old_bundle)
    assert digests(lan) == set()
    assert verified(lan)


def test_a_file_that_something_else_names_is_not_erased(lan, visit, pictured, asked, photo):
    first, _ = lan.evidence.keep(visit, pictured(), Link(item="CD04"))
    lan.evidence.keep(visit, pictured(), Link(item="CD05"))
    before = lan.evidence.all(visit).rows[0].file.digest
    mark_it(lan, visit, first)
    assert before in digests(lan)
    value = lan.evidence.add(asked, photo)
    lan.checklists.answer(asked, "anh", value)
    twin = replace(
        pictured(), content=photo.content, file=StoredFile(digest=value[:64], media_type="image/jpeg")
    )
    other, _ = lan.evidence.keep(asked, twin)
    lan.evidence.remove(asked, [other])
    lan.evidence.erase(asked, [other])
    assert lan.evidence.get(value) == photo.content


def test_a_picture_marked_on_two_laptops_is_one_dispute_and_the_other_file_goes_when_it_ends(
    lan, laptop, visit, pictured, stick
):
    record, _ = lan.evidence.keep(visit, pictured(), Link(item="CD04"))
    other = laptop("Minh")
    hand_over(lan, other, visit, stick)
    before = only(lan, visit).file.digest
    mine = mark_it(lan, visit, record)
    turned = draw(
        other.evidence.content(only(other, visit).file.digest), "image/jpeg", Marking(400, 300).turned(1)
    )
    other.evidence.replace(visit, record, turned, before)
    assert hand_over(other, lan, visit, stick).visits[0].disputed == 1
    row = only(lan, visit)
    assert {side.file.digest for side in row.sides} == {mine.file.digest, turned.file.digest} == digests(lan)
    (conflict,) = lan.merging.conflicts(visit)
    with pytest.raises(ConflictOpen):
        mark_it(lan, visit, record)
    with pytest.raises(EvidenceChanged):
        lan.evidence.replace(visit, record, mine, before)
    chosen = next(side for side in conflict.sides if side.mine)
    lan.merging.resolve(conflict.id, chosen.head, reason="Đã che số định danh")
    assert only(lan, visit).file == mine.file
    assert digests(lan) == {mine.file.digest}
    assert only(lan, visit).sides == ()


def test_what_may_be_printed_and_what_never_is(lan, laptop, visit, pictured, stick):
    shown, unseen, flagged, removed, scan = (
        lan.evidence.keep(visit, taken, Link(item="CD04"), withheld=number == 1)[0]
        for number, taken in enumerate(
            [*(pictured(seed=seed) for seed in range(1, 5)), take_content(pdf(2), "Kế hoạch.pdf")]
        )
    )
    lan.evidence.withhold(visit, [flagged], True)
    lan.evidence.remove(visit, [removed])

    def printed(workbench):
        rows = workbench.evidence.all(visit).rows
        prints = workbench.evidence.prints(rows)
        return {row.id: prints[row.file.digest] for row in rows if row.file.digest in prints}

    assert set(printed(lan)) == {shown, scan}
    told = {each.code: each for each in lan.reporting.facts(visit).pictures}
    assert sorted((bool(each.content), each.withheld) for each in told.values()) == [
        *[(False, True)] * 2,
        *[(True, False)] * 2,
    ]
    lan.evidence.withhold(visit, [unseen], False)
    assert set(printed(lan)) == {shown, unseen, scan}
    other = laptop("Minh")
    hand_over(lan, other, visit, stick)
    assert set(printed(other)) == {shown, unseen}  # a scan gets its small picture when it is looked at
    digest = next(row.file.digest for row in other.evidence.all(visit).rows if row.id == shown)
    assert other.evidence.thumbnails([digest]) == {digest: printed(other)[shown]}
    before = next(row.file for row in lan.evidence.all(visit).rows if row.id == shown)
    mark_it(lan, visit, shown)
    turned = draw(other.evidence.content(digest), "image/jpeg", Marking(400, 300).turned(1))
    other.evidence.replace(visit, shown, turned, before.digest)
    hand_over(other, lan, visit, stick)
    assert set(printed(lan)) == {unseen, scan}  # one of the two sides hides something
    lan._workspace._db.execute("delete from evidence_files")
    assert printed(lan) == {}
    assert lan.reporting.minutes(visit).pdf.startswith(b"%PDF")


def test_while_laptops_differ_on_a_photo_it_is_not_printed(lan, laptop, visit, pictured, stick):
    record, _ = lan.evidence.keep(visit, pictured())
    other = laptop("Minh")
    hand_over(lan, other, visit, stick)
    other.evidence.withhold(visit, [record], True)
    lan.evidence.withhold(visit, [record], False)
    hand_over(other, lan, visit, stick)
    assert only(lan, visit).record.withheld
    assert lan.evidence.prints(lan.evidence.all(visit).rows) == {}
    with pytest.raises(ConflictOpen):
        lan.evidence.withhold(visit, [record], False)


def test_nothing_is_half_kept_on_a_full_disk(lan, visit, pictured):
    taken = take_content(file_of(noise(900, 900), quality=95), "lớn.jpg")
    lan.evidence.all(visit)
    full(lan)
    with pytest.raises(SaveFailed):
        lan.evidence.keep(visit, taken, Link(item="CD04"))
    room_again(lan)
    assert lan.evidence.all(visit).rows == ()
    assert digests(lan) == set()
