"""Both themes are readable, and every icon exists."""

import re
from dataclasses import fields

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from inspector_app.ui import theme
from inspector_app.ui.theme import DARK, LIGHT, Colours

TEXT_ON = (
    ("text", ("ground", "raised", "hover", "chosen", "good_tint", "attention_tint", "wrong_tint")),
    ("secondary", ("ground", "raised", "chosen")),
    ("accent", ("ground", "raised", "hover", "chosen")),
    ("good", ("ground", "raised", "good_tint")),
    ("attention", ("ground", "raised", "attention_tint")),
    ("wrong", ("ground", "raised", "wrong_tint")),
    ("on_accent", ("accent",)),
    ("rail_text", ("rail", "rail_chosen")),
    ("on_badge", ("badge",)),
)
SHAPES_ON = (
    ("edge", ("ground",)),
    ("rail_accent", ("rail", "rail_chosen")),
)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [channel / 255 for channel in QColor(colour).getRgb()[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast_is_aa(tokens: Colours) -> None:
    low = [
        f"{front} on {back}: {contrast(getattr(tokens, front), getattr(tokens, back)):.2f}"
        for pairs, least in ((TEXT_ON, 4.5), (SHAPES_ON, 3.0))
        for front, backs in pairs
        for back in backs
        if contrast(getattr(tokens, front), getattr(tokens, back)) < least
    ]
    assert low == []


RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SET = re.compile(r"(?<![\w-])(background|color|selection-background-color|selection-color): (#[0-9A-F]{6})")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_in_every_rule_of_the_style_sheet(tokens: Colours) -> None:
    """Where a rule sets both the words and what they stand on; what is disabled may be fainter."""
    low: list[str] = []
    for selector, body in RULE.findall(theme._style_sheet(tokens)):
        given = dict(SET.findall(body))
        for words, ground in (("color", "background"), ("selection-color", "selection-background-color")):
            if words in given and ground in given and "disabled" not in selector:
                found = contrast(given[words], given[ground])
                if found < 4.5:
                    low.append(f"{selector.strip()}: {found:.2f}")
    assert low == []


@pytest.mark.parametrize("name", sorted(theme.ICONS))
def test_every_icon_draws_something(qapp: QApplication, name: str) -> None:
    pixmap = theme.icon(name).pixmap(QSize(18, 18))
    assert inked(pixmap.toImage())


@pytest.mark.parametrize(
    "state",
    ["open", "answered", "not_applicable", "required", "invalid", "disputed", "finding", "clock", "saved"],
)
def test_every_state_has_a_mark_of_its_own(qapp: QApplication, state: theme.Mark) -> None:
    image = QImage(16, 16, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    theme.paint_mark(painter, QRectF(0, 0, 16, 16), state)
    painter.end()
    assert inked(image)


def test_an_unknown_icon_is_refused_where_it_is_named(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        theme.icon("nonsense")


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    icon = theme.icon("done", "accent")
    theme.apply(qapp, "dark")
    assert QColor(DARK.accent).rgb() in colours_of(icon)
    theme.apply(qapp, "light")
    assert QColor(LIGHT.accent).rgb() in colours_of(icon)


def test_a_dressed_widget_follows_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    label = theme.dress(QLabel("Ổn"), "title", "wrong")
    qtbot.addWidget(label)
    label.show()
    for choice, tokens in (("dark", DARK), ("light", LIGHT)):
        theme.apply(qapp, choice)
        assert QColor(tokens.wrong).rgb() in {
            label.grab().toImage().pixel(x, y) for x in range(label.width()) for y in range(label.height())
        }
    assert label.font().pointSizeF() == 16


def test_the_style_sheet_leaves_no_token_unfilled() -> None:
    for tokens in (LIGHT, DARK):
        assert "@" not in theme._style_sheet(tokens)
    assert all(QColor(getattr(LIGHT, each.name)).isValid() for each in fields(Colours))


def inked(image: QImage) -> bool:
    return any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def colours_of(icon: QIcon) -> set[int]:
    image = icon.pixmap(QSize(32, 32)).toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
