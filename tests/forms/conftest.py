"""The sentences about forms are compared in English, the language of the code."""

import pytest

from inspector_app import i18n


@pytest.fixture(autouse=True)
def english() -> None:
    """After the fixture of all tests, which begins each in Vietnamese."""
    i18n.use("en")
