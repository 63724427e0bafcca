"""Builds the shipped workbooks: the commune checklist from its table of contents (CSV), and the dossier form.

    python -m resources.checklists.build ../shared/data/checklist_cchc_xa.csv

The program never reads the CSV: it is the seed from which an official's workbook was once made. What is
decided here is how each kind of row becomes XLSForm:

* yes/no and one-of-several → `select_one`, with the points of every choice in the column `diem`;
* a rate → a group with a question for each side that is counted on the spot. A side made of base figures is
  only an expression (`${SL08} + ${SL09}`), and a rate of base figures alone shows its own value, read-only;
* counts, points, remarks → `integer`, `decimal`, `text`;
* what the minutes say of an item that is not met → `findings.toml`, which the table does not have.

Base figures come first in the workbook, so that the rates made of them can be seen while checking.
"""

import csv
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from inspector_app.forms.book import LANGUAGE, NAMESPACES, Book, Row, Value, write
from resources.checklists import dossier

FOLDER = Path(__file__).parent
CHECKLIST, DOSSIER = "cchc_xa.xlsx", "ho_so.xlsx"
MADE_ON = datetime(2026, 11, 24, tzinfo=UTC)
VERSION = "2026112401"
BASE_FIGURES = "SL"
MONEY = {"TS04": "triệu đồng"}
"""Rates over sums of money: decimals, with the unit said in the question."""
SECTIONS = {"NX01": "uu_diem", "NX02": "ton_tai", "NX03": "y_kien"}
"""Remarks that go into a section of the minutes."""

FINDINGS: dict[str, dict[str, Value]] = tomllib.loads((FOLDER / "findings.toml").read_text(encoding="utf-8"))
"""Item → the standard finding, what to do, and in how many working days."""

COUNT = (". >= 0", "Nhập số nguyên từ 0 trở lên.")
NO_LESS = (". >= 0", "Nhập số từ 0 trở lên.")
NUMERATOR_MESSAGE = "Tử số không được âm và không được lớn hơn mẫu số."

# What the base figures must satisfy: figure → (sign, the figures it is compared with, message).
CHECKS: dict[str, tuple[str, str, str]] = {
    "SL02": ("=", "SL03+SL04+SL05+SL06", "Tổng số phải giải quyết phải bằng SL03 + SL04 + SL05 + SL06."),
    "SL07": ("=", "SL08+SL09+SL10", "Tổng số đã giải quyết phải bằng SL08 + SL09 + SL10."),
    "SL15": ("<=", "SL10+SL12", "Nhập số từ 0 đến số hồ sơ quá hạn (SL10 + SL12)."),
    "SL18": ("<=", "SL17", "Nhập số từ 0 đến số hồ sơ có nghĩa vụ tài chính (SL17)."),
    "SL19": ("<=", "SL03+SL04+SL05", "Nhập số từ 0 đến số hồ sơ mới tiếp nhận (SL03 + SL04 + SL05)."),
    "SL20": ("<=", "SL07", "Nhập số từ 0 đến số hồ sơ đã giải quyết (SL07)."),
    "SL21": ("<=", "SL03+SL04+SL05", "Nhập số từ 0 đến số hồ sơ mới tiếp nhận (SL03 + SL04 + SL05)."),
    "SL23": ("<=", "SL22", "Nhập số từ 0 đến tổng số lượt đánh giá (SL22)."),
    "SL24": (
        ">=",
        "SL05+SL16",
        "Không được nhỏ hơn số hồ sơ giao nhận qua bưu chính công ích (SL05 + SL16).",
    ),
}
WARNINGS: dict[str, tuple[str, str, str]] = {
    # Systems differ on whether withdrawn or refused dossiers count, so this one does not block.
    "SL02": (
        "=",
        "SL07+SL11+SL12+SL13+SL14",
        "Tổng số phải giải quyết chưa bằng SL07 + SL11 + SL12 + SL13 + SL14; kiểm tra cách hệ thống tính "
        "hồ sơ rút, trả lại.",
    ),
}


def main(arguments: list[str]) -> int:
    """Write both workbooks into `FOLDER`."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m resources.checklists.build checklist_cchc_xa.csv\n")
        return 2
    for name, form in ((CHECKLIST, checklist(Path(arguments[0]))), (DOSSIER, dossier.form(VERSION))):
        (FOLDER / name).write_bytes(write(form, MADE_ON))
    return 0


def checklist(seed: Path) -> Book:
    """The commune checklist from its CSV."""
    with seed.open(encoding="utf-8", newline="") as file:
        items = sorted(csv.DictReader(file), key=lambda item: item["nhom_ma"] != BASE_FIGURES)
    lists: dict[str, list[Row]] = {}
    survey: list[Row] = []
    for (code, name), members in groupby(items, key=lambda item: (item["nhom_ma"], item["nhom_ten"])):
        survey.append({"type": "begin_group", "name": code, "label": name})
        for item in members:
            survey.extend(_item(item, lists))
        survey.append({"type": "end_group"})
    # Offered to the official although the default checklist leaves them blank.
    survey[0] = {
        **dict.fromkeys(("hint", "evidence", "basis_from", "basis_to"), ""),
        **survey[0],
    }
    settings: Row = {
        "form_title": "Bảng kiểm tra công tác cải cách hành chính cấp xã",
        "form_id": "cchc_xa",
        "version": VERSION,
        "default_language": LANGUAGE,
        "namespaces": NAMESPACES,
        "bands": "90:Xuất sắc | 80:Tốt | 65:Khá | 0:Trung bình",
        "cap": "0:100",
    }
    return Book(survey, [row for rows in lists.values() for row in rows], settings)


def _item(item: dict[str, str], lists: dict[str, list[Row]]) -> Iterator[Row]:
    """The survey rows of one item; lists of choices that it needs are added to `lists`."""
    code, rule = item["ma"], json.loads(item["tham_so_quy_tac"])
    row = _described(item) | {"params": _params(rule, rate=item["kieu_tra_loi"] == "ty_le")}
    answer: dict[str, Value] = {"required": "yes"} if item["bat_buoc"] == "1" else {}
    match item["kieu_tra_loi"]:
        case "ty_le":
            yield from _rate(item, row, answer)
            return
        case "co_khong":
            name = f"co_khong_{_number(rule['co'])}".replace(".", "_")
            options = [("co", "Có", rule["co"]), ("khong", "Không", rule["khong"])]
            answer["type"] = f"select_one {_choices(lists, name, options)}"
        case "lua_chon":
            lettered = zip("abcdefgh", rule["phuong_an"], strict=False)
            options = [(letter, option["nhan"], option["diem"]) for letter, option in lettered]
            answer["type"] = f"select_one {_choices(lists, code, options)}"
        case "diem":
            most, step = _number(item["diem_toi_da"]), _number(rule["buoc"])
            answer |= {
                "type": "decimal",
                "constraint": f". >= 0 and . <= {most} and . mod {step} = 0",
                "constraint_message": f"Nhập điểm từ 0 đến {_spoken(most)}, theo bước {_spoken(step)}.",
            }
        case "so_luong":
            answer |= {"type": "integer"} | _checks(code)
        case "van_ban":
            answer |= {"type": "text", "appearance": "multiline", "section": SECTIONS[code]}
        case kind:
            raise ValueError(f"{code}: kind of answer {kind}")
    yield row | answer


def _described(item: dict[str, str]) -> dict[str, Value]:
    """What every item carries, whatever its kind of answer."""
    cells: dict[str, Value] = {
        "name": item["ma"],
        "label": item["noi_dung_kiem_tra"],
        "max_points": float(item["diem_toi_da"]),
        "rule": item["loai_quy_tac"],
        "rule_text": item["quy_tac_cham_diem"],
        "unit": item["don_vi_tinh"],
        "na": "co" if item["cho_phep_khong_ap_dung"] == "1" else "",
        "criterion": item["tieu_chi"],
        "documents": item["tai_lieu_kiem_chung"],
        "source": item["nguon_so_lieu"],
        "basis": item["can_cu_phap_ly"],
        "basis_trust": item["do_tin_cay_can_cu"],
        "comment": item["ghi_chu"],
    }
    return {key: value for key, value in cells.items() if value != ""} | FINDINGS.get(item["ma"], {})


def _choices(lists: dict[str, list[Row]], name: str, options: Iterable[tuple[str, str, float]]) -> str:
    lists[name] = [{"list_name": name, "name": n, "label": label, "diem": diem} for n, label, diem in options]
    return name


# --- rates ------------------------------------------------------------------------------------------


def _rate(item: dict[str, str], row: dict[str, Value], answer: dict[str, Value]) -> Iterator[Row]:
    code = item["ma"]
    typed: list[dict[str, Value]] = []
    sides: dict[str, str] = {}
    for side, text in (("tu", item["tu_so"]), ("mau", item["mau_so"])):
        sides[side] = _sum(text) or f"${{{code}_{side}}}"
        if not _sum(text):
            typed.append(_side(code, side, text, answer))
    if not typed:
        typed.append(_shown_rate(code, sides["tu"], sides["mau"]))
    for question in typed:
        if question["name"] == f"{code}_tu":
            limit = _compared("<=", sides["mau"])
            question |= {"constraint": f". >= 0 and ({limit})", "constraint_message": NUMERATOR_MESSAGE}
    group = {"type": "begin_group", "appearance": "field-list"}
    yield row | group | {"numerator": sides["tu"], "denominator": sides["mau"]}
    yield from typed
    yield {"type": "end_group"}


def _side(code: str, side: str, text: str, answer: dict[str, Value]) -> dict[str, Value]:
    """The question for a side that is counted on the spot."""
    constraint, message = NO_LESS if code in MONEY else COUNT
    question: dict[str, Value] = {
        "type": "decimal" if code in MONEY else "integer",
        "name": f"{code}_{side}",
        "label": f"{text} ({MONEY[code]})" if code in MONEY else text,
        "constraint": constraint,
        "constraint_message": message,
    }
    if preset := re.search(r"\(mặc định (\d+)\)", text):
        question["default"] = preset[1]
    return question | answer


def _shown_rate(code: str, numerator: str, denominator: str) -> dict[str, Value]:
    """A read-only question that shows a rate of base figures, blank until they are all there."""
    figures = sorted(set(re.findall(r"\$\{\w+\}", f"{numerator} {denominator}")))
    known = " and ".join(f"{figure} != ''" for figure in figures)
    whole = denominator if "+" not in denominator else f"({denominator})"
    part = numerator if "+" not in numerator else f"({numerator})"
    return {
        "type": "decimal",
        "name": f"{code}_ty_le",
        "label": "Tỷ lệ tính từ số liệu gốc (%)",
        "readonly": "yes",
        "calculation": f"if({known} and {denominator} > 0, round({part} div {whole} * 100, 2), '')",
    }


def _sum(text: str) -> str:
    """`SL08+SL09` as an expression; empty where the side is described in words and counted on the spot."""
    codes = text.split("+")
    return (
        " + ".join(f"${{{code}}}" for code in codes) if all(re.fullmatch(r"SL\d\d", c) for c in codes) else ""
    )


# --- checks -----------------------------------------------------------------------------------------


def _checks(code: str) -> dict[str, Value]:
    """The constraint of a count, with what is known of the base figures."""
    cells: dict[str, Value] = {"constraint": COUNT[0], "constraint_message": COUNT[1]}
    if code in CHECKS:
        sign, others, message = CHECKS[code]
        cells["constraint"] = f". >= 0 and ({_compared(sign, _sum(others))})"
        cells["constraint_message"] = message
    if code in WARNINGS:
        sign, others, message = WARNINGS[code]
        cells |= {"warning": _compared(sign, _sum(others)), "warning_message": message}
    return cells


def _compared(sign: str, others: str) -> str:
    """A comparison that holds as long as one of the others is blank: figures may be typed in any order."""
    blank = " or ".join(f"{reference} = ''" for reference in others.split(" + "))
    return f"{blank} or . {sign} {others}"


# --- parameters -------------------------------------------------------------------------------------


def _params(rule: dict[str, Any], *, rate: bool) -> str:
    """The rule's parameters as an official reads them: `duoi=70; tren=100; mau_so_0=kad`."""
    cells = {key: value for key, value in rule.items() if key not in ("loai", "phuong_an")}
    if not rate:
        cells.pop("mau_so_0", None)  # a count has no denominator
    if "nguong" in cells:
        cells["nguong"] = " | ".join(f"{_number(s['tu'])}:{_number(s['diem'])}" for s in cells["nguong"])
    return "; ".join(f"{key}={_number(value)}" for key, value in cells.items())


def _number(value: object) -> str:
    """1.0 as 1, 0.75 as 0.75; words as they are."""
    text = str(value)
    return text.removesuffix(".0") if re.fullmatch(r"\d+\.0", text) else text


def _spoken(number: str) -> str:
    return number.replace(".", ",")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
