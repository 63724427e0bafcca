"""A kind of record is complete: its model stands alone, and people have a word for it."""

import pytest

from inspector_app import i18n
from inspector_app.domain import records
from inspector_app.domain.records import KINDS, Record
from inspector_app.services.wording import KIND_NAMES


def test_every_model_is_listed_under_its_kind() -> None:
    assert set(KINDS.values()) == set(Record.__subclasses__())
    assert all(kind == model.kind for kind, model in KINDS.items())


@pytest.mark.parametrize("model", KINDS.values(), ids=KINDS)
def test_a_record_may_be_known_by_none_of_its_fields(model: type[Record]) -> None:
    assert model() == model.model_validate({})


def test_every_kind_has_a_name_for_people() -> None:
    assert KIND_NAMES.keys() == KINDS.keys()
    assert set(KIND_NAMES.values()) <= i18n.catalogue().keys()
    assert all(model.__module__ == records.__name__ for model in KINDS.values())
