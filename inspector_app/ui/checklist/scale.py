"""A number on a scale: a slider to see where it lies, and the number to type; either sets the other."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSlider

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.views import LeafView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.entries import NumberEntry, show_number

MOST_STEPS = 100_000
REST_MS = 300
"""The slider's place counts when it has rested this long: a key held down is one answer."""
WIDTH = 176


class RangeEntry(NumberEntry):
    """A number from `start` to `end` in steps; blank until one of the two is touched."""

    def __init__(self, leaf: LeafView) -> None:
        super().__init__(whole=leaf.type == "int")
        self._start = _number(leaf.settings.get("start", ""), Decimal(0))
        self._end = _number(leaf.settings.get("end", ""), Decimal(10))
        self._step = abs(_number(leaf.settings.get("step", ""), Decimal(1))) or Decimal(1)
        if self._end < self._start:
            self._step = -self._step
        steps = min(MOST_STEPS, int((self._end - self._start) / self._step))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, steps)
        self.slider.setPageStep(max(1, steps // 10))
        if steps <= 20:
            self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
            self.slider.setTickInterval(1)
        self.slider.setFixedWidth(WIDTH)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._settled)
        self.slider.actionTriggered.connect(lambda _action: self._moved(self.slider.sliderPosition()))
        self.slider.sliderReleased.connect(self._settled)
        self.row.setSpacing(theme.SMALL)
        self.row.insertWidget(0, widgets.label(text.format_number(self._start), "small", "secondary"))
        self.row.insertWidget(1, self.slider)
        self.row.insertWidget(2, widgets.label(text.format_number(self._end), "small", "secondary"))

    def fits(self, leaf: LeafView) -> bool:
        return leaf.control == "range"

    def introduce(self, name: str, description: str = "") -> None:
        super().introduce(name, description)
        self.slider.setAccessibleName(
            tr("{question} · slider from {start} to {end}", question=name, start=self._start, end=self._end)
        )
        self.slider.setAccessibleDescription(description)

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self.slider.setEnabled(not locked)

    @property
    def unsettled(self) -> bool:
        return super().unsettled or self._rest.isActive()

    def forget(self) -> None:
        self._rest.stop()
        super().forget()

    def _moved(self, place: int) -> None:
        self.line.setText(show_number(self._at(place)))
        self._rest.start()

    def _settled(self) -> None:
        self._rest.stop()
        value = self._at(self.slider.value())
        if value != self.value:
            self.take(value)

    def _at(self, place: int) -> str:
        number = self._start + place * self._step
        return f"{number.normalize() + 0:f}"

    def _show(self, value: str) -> None:
        super()._show(value)
        number = _number(value, self._start)
        self.slider.setValue(int((number - self._start) / self._step))


def _number(written: str, otherwise: Decimal) -> Decimal:
    try:
        return Decimal(written)
    except InvalidOperation:
        return otherwise
