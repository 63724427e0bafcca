"""Workbooks written part by part, as programs other than ours write them, and as nobody should."""

import io
import zipfile
from collections.abc import Iterable, Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def sheet(rows: str, after: str = "") -> str:
    """The XML of a sheet from that of its rows."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def row(*cells: str, number: int | None = None) -> str:
    """A row of cells that hold these texts."""
    place = "" if number is None else f' r="{number}"'
    return f"<row{place}>" + "".join(f'<c t="str"><v>{cell}</v></c>' for cell in cells) + "</row>"


def package(sheets: Mapping[str, str], extra: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook of these sheets, and of parts by their paths that replace or come beside the usual ones."""
    names = list(sheets)
    listed = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(names, start=1))
    links = [(f"r{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(names) + 1)]
    links += [("rs", "sharedStrings", "sharedStrings.xml"), ("rt", "styles", "styles.xml")]
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations([("r1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(links),
        **{f"xl/worksheets/sheet{i}.xml": sheets[n] for i, n in enumerate(names, start=1)},
        **(extra or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def relations(links: Iterable[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{i}" Type="{LINKS}/{kind}" Target="{to}"/>' for i, kind, to in links)
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'
