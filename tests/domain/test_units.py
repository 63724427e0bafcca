"""The shipped gazetteer, searched as people type."""

import gzip
import unicodedata
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app import paths
from inspector_app.domain.units import Gazetteer, Province, Unit

PACKED = (paths.resources() / "units" / "units_2025.json.gz").read_bytes()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.from_json(PACKED)


def names(units: tuple[Unit, ...]) -> list[str]:
    return [f"{unit.display}, {unit.province.display}" for unit in units]


def test_the_country(gazetteer: Gazetteer):
    units = list(gazetteer)
    assert len(units) == 3321
    assert len({unit.province for unit in units}) == 34
    assert Counter(unit.kind for unit in units) == {"xã": 2621, "phường": 687, "đặc khu": 13}
    dong_thap = [unit for unit in units if unit.province.code == "82"]
    assert Counter(unit.kind for unit in dong_thap) == {"xã": 82, "phường": 20}
    assert all(unicodedata.is_normalized("NFC", unit.name) for unit in units)
    assert {unit.valid_from for unit in units} == {date(2025, 7, 1)}


def test_the_file_may_be_unpacked(gazetteer: Gazetteer):
    assert list(Gazetteer.from_json(gzip.decompress(PACKED))) == list(gazetteer)


def test_a_unit_is_named_by_its_kind(gazetteer: Gazetteer):
    unit = gazetteer.get("29971")
    assert unit is not None
    assert (unit.name, unit.kind) == ("Thường Phước", "xã")
    assert unit.display == "xã Thường Phước"
    assert unit.committee == "UBND xã Thường Phước"
    assert unit.province == Province("82", "Đồng Tháp", "tỉnh")
    assert gazetteer.get("00000") is None
    island = gazetteer.search("phu quoc")[0]
    assert island.committee == "UBND đặc khu Phú Quốc"


@pytest.mark.parametrize(
    "typed",
    [
        "thuong phuoc",
        "Thường Phước",
        "phuoc thuong",
        "thuong phuoc dong th",
        "thuong phuoc dong thap",
        "xa thuong phuoc",
        "UBND xã Thường Phước, tỉnh Đồng Tháp",
        unicodedata.normalize("NFD", "Thường Phước"),
        "29971",
        "  THUONG  PHUOC ",
    ],
)
def test_one_commune_is_found_in_many_ways(gazetteer: Gazetteer, typed: str):
    assert names(gazetteer.search(typed)) == ["xã Thường Phước, tỉnh Đồng Tháp"]


def test_the_province_narrows(gazetteer: Gazetteer):
    everywhere = gazetteer.search("an binh", limit=50)
    assert len({unit.province for unit in everywhere}) > 3
    assert names(gazetteer.search("an binh dong thap"))[0] == "phường An Bình, tỉnh Đồng Tháp"
    assert {unit.province.name for unit in gazetteer.search("an binh dong thap")} == {"Đồng Tháp"}


def test_the_whole_name_comes_before_longer_ones(gazetteer: Gazetteer):
    found = [unit.name for unit in gazetteer.search("tan hong")]
    assert found[0] == "Tân Hồng"


def test_accents_as_typed_come_first(gazetteer: Gazetteer):
    # Folded, all of these are "dan"; only the first have the letters that were typed.
    first = gazetteer.search("dân", limit=3)
    assert all("Dân" in unit.name.split() for unit in first)
    assert any("Đan" in unit.name for unit in gazetteer.search("đan", limit=3))


def test_names_come_before_provinces(gazetteer: Gazetteer):
    found = gazetteer.search("thap muoi dong thap")
    assert names(found) == ["xã Tháp Mười, tỉnh Đồng Tháp"]


def test_names_of_the_highlands_with_or_without_apostrophe(gazetteer: Gazetteer):
    for typed in ("M’Drắk", "m'drak", "mdrak"):
        assert gazetteer.search(typed)[0].name == "M’Drắk"


@pytest.mark.parametrize("typed", ["", "   ", "…", "zzz"])
def test_nothing_is_found_for_nothing(gazetteer: Gazetteer, typed: str):
    assert gazetteer.search(typed) == ()


def test_the_limit(gazetteer: Gazetteer):
    assert len(gazetteer.search("a", limit=7)) == 7


def test_old_names_lead_to_the_unit_of_today(gazetteer: Gazetteer):
    assert names(gazetteer.search("thi tran thuong thoi tien")) == ["xã Thường Phước, tỉnh Đồng Tháp"]
    assert names(gazetteer.search("Thường Phước 1 Hồng Ngự")) == ["xã Thường Phước, tỉnh Đồng Tháp"]
    former = {old.name: old for old in gazetteer.predecessors("29971")}
    assert set(former) == {"Thị trấn Thường Thới Tiền", "Xã Thường Phước 1", "Xã Thường Phước 2"}
    assert former["Xã Thường Phước 1"].code == "29956"
    assert former["Xã Thường Phước 1"].district == "Huyện Hồng Ngự"
    assert former["Xã Thường Phước 1"].province == "Tỉnh Đồng Tháp"
    assert [unit.code for unit in gazetteer.successors("29956")] == ["29971"]
    assert gazetteer.successors("") == ()


def test_every_old_commune_leads_somewhere_and_nearly_every_unit_comes_from_some(gazetteer: Gazetteer):
    today = {unit.code for unit in gazetteer}
    continued = {old.successor for old in gazetteer.former}
    assert len(gazetteer.former) == 10844
    assert continued <= today
    # Five islands without communes before, and one commune that was not touched.
    assert len(today - continued) == 6


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=20))
def test_anything_can_be_typed(gazetteer: Gazetteer, typed: str):
    assert len(gazetteer.search(typed, limit=5)) <= 5


def test_a_name_that_begins_as_typed_comes_before_one_that_only_holds_the_words(gazetteer: Gazetteer):
    found = [unit.name for unit in gazetteer.search("thuong ph")]
    assert found.index("Thường Phước") < found.index("Phong Dụ Thượng")
