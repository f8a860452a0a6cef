"""The scale and the framework of a partnership, and frameworks that are brought in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrutineer.domain.errors import Invalid, ScrutineerError
from scrutineer.domain.framework import LocalFramework, MalformedFramework
from scrutineer.ui.assurance import bring_in, choosing
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.words import Words
from tests.register.test_frameworks import ours
from tests.ui.fakes import ChoosingMessages
from tests.ui.window import fill_in, on_sheet


def test_both_are_chosen_and_what_they_mean_is_read_before(tools, register):
    read: list[str] = []

    def choose(sheet) -> None:
        form = sheet.findChild(Form)
        form.field("rating_scale").set_value("RAG3")
        form.field("rating_scale").edited.emit()
        read.extend(one.said() for one in form.findChildren(Words))
        fill_in(framework="S11_8@2007")(sheet)

    register.frameworks.save(LocalFramework(file_name="old.toml", text="code ="))
    on_sheet(choose)
    assert choosing.ask(tools, None)
    assert any("Amber: works in part: Arrangements work in part" in words for words in read)
    assert "“old.toml”, line 1: invalid value." in read
    assert (register.partnership.rating_scale, register.partnership.framework) == ("RAG3", "S11_8@2007")
    assert register.frameworks.chosen().code == "S11_8"


def test_leaving_the_sheet_as_it_is_keeps_the_usual_ones(tools, register):
    on_sheet(lambda sheet: sheet.reject())
    assert choosing.ask(tools, None) == ""
    assert register.partnership.rating_scale == ""


def test_a_framework_is_brought_in_from_a_file(tools, register, tmp_path):
    file = tmp_path / "ours.toml"
    file.write_bytes(ours())
    tools = replace(tools, messages=ChoosingMessages(file, file))
    said = bring_in.ask(tools, None)
    assert said == "“What we ask of ourselves” (1) is here: 1 item to judge, under “Something else”."
    assert "OURS@1:a" in {one.ref for one in register.frameworks.offered()}
    with pytest.raises(Invalid, match="an edition of its own"):
        bring_in.ask(tools, None)
    assert bring_in.ask(tools, None) == ""


def test_a_file_that_is_no_framework_or_is_not_there_is_refused(tools, register, tmp_path):
    file = tmp_path / "bad.toml"
    file.write_bytes(b"\xff\xfe\x00")
    tools = replace(tools, messages=ChoosingMessages(file, tmp_path / "gone.toml"))
    with pytest.raises(MalformedFramework, match="line 1"):
        bring_in.ask(tools, None)
    with pytest.raises(ScrutineerError, match="could not be opened"):
        bring_in.ask(tools, None)
    assert register.frameworks.all() == []
