"""What depends on what: circles that come to rest, and circles that do not."""

import pytest

from inspector_app.domain.errors import TemplateRefused
from inspector_app.forms.form import Form
from inspector_app.forms.sheet import Sheet
from tests.forms.sheets import NOON, bind, written


def refusal(xml: bytes) -> list[str]:
    with pytest.raises(TemplateRefused) as caught:
        Form.parse(xml)
    return [problem.message for problem in caught.value.problems]


def test_either_of_two_questions() -> None:
    """Each is asked only while the other is blank; an author means that."""
    xml = written("<a/><b/>", bind("a", relevant="/data/b = ''") + bind("b", relevant="/data/a = ''"))
    filled = Sheet(Form.parse(xml), clock=lambda: NOON)
    assert (filled.node("a").relevant, filled.node("b").relevant) == (True, True)
    filled.set("a", "x")
    assert (filled.node("a").relevant, filled.node("b").relevant) == (True, False)
    filled.set("a", "")
    filled.set("b", "y")
    assert (filled.node("a").relevant, filled.node("b").relevant) == (False, True)


def test_choices_that_leave_out_what_is_chosen_elsewhere() -> None:
    item = "".join(f"<item><name>{n}</name></item>" for n in "123")
    body = "".join(
        f'<select1 ref="/data/{mine}"><itemset nodeset="instance(\'l\')/root/item[name != /data/{other}]">'
        '<value ref="name"/><label ref="name"/></itemset></select1>'
        for mine, other in ("ab", "ba")
    )
    xml = written("<a/><b/>", body=body, lists=f'<instance id="l"><root>{item}</root></instance>')
    filled = Sheet(Form.parse(xml), clock=lambda: NOON)
    filled.set("a", "1")
    assert list(filled.node("b").offer.names) == ["2", "3"]
    filled.set("b", "2")
    assert list(filled.node("a").offer.names) == ["1", "3"]
    filled.set("b", "1")
    assert filled.node("b").error is not None


def test_a_circle_through_three_groups_is_refused_by_name() -> None:
    groups = "".join(f"<g{n}><x{n}/></g{n}>" for n in "123")
    binds = (
        bind("g1", relevant="/data/g3/x3 = 1")
        + bind("g2", relevant="/data/g1/x1 = 1")
        + bind("g3", relevant="/data/g2/x2 = 1")
    )
    (found,) = refusal(written(groups, binds))
    assert all(name in found for name in ("g1", "g2", "g3"))


def test_a_circle_through_a_count_and_a_sum_is_refused() -> None:
    xml = written(
        '<r jr:template=""><x/></r><n/>',
        bind("n", calculate="count(/data/r) + 1"),
        '<group ref="/data/r"><repeat nodeset="/data/r" jr:count="/data/n"><input ref="/data/r/x"/>'
        "</repeat></group>",
    )
    assert len(refusal(xml)) == 1


def test_instances_that_look_at_each_other_come_to_an_end() -> None:
    xml = written(
        '<r jr:template=""><x/></r><r><x/></r><r><x/></r><r><x/></r>',
        bind("r/x", calculate="coalesce(/data/r[position() != position(current()/..)][1]/x, 0) + 1"),
        '<group ref="/data/r"><repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat></group>',
    )
    filled = Sheet(Form.parse(xml), clock=lambda: NOON)
    assert all(filled.node(f"r[{n}]/x").value for n in "123")


def test_a_thousand_circles_are_found_in_bounded_time() -> None:
    names = [f"q{n}" for n in range(200)]
    binds = "".join(bind(name, calculate=f"/data/{names[at ^ 1]} + 1") for at, name in enumerate(names))
    assert len(refusal(written("".join(f"<{name}/>" for name in names), binds))) == 100
