"""A text as a QR code (ISO/IEC 18004), for a telephone or another laptop's camera to read."""

from typing import Any


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The code's squares row by row, dark ones true; without the quiet zone of four squares around it."""
    from reportlab.graphics.barcode import qrencoder

    code: Any = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    size: int = code.getModuleCount()
    return tuple(tuple(bool(code.isDark(row, column)) for column in range(size)) for row in range(size))
