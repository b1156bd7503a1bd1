"""Pages that carry all they need."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from kg.web.pages import offline_page


def written(folder: Path, body: str, sheet: str = "p { margin: 0; }") -> str:
    template = '{% extends "base.html" %}{% block body %}' + body + "{% endblock %}"
    (folder / "x.html").write_text(template)
    (folder / "x.css").write_text(sheet)
    return offline_page(folder / "x.html", ["x.css"], ["a = 1;"], title="<b>&", text="<i>")


def test_a_page_has_the_shared_head_and_its_texts_stay_text(tmp_path: Path) -> None:
    page = written(tmp_path, "<p>{{ text }}</p>{% for s in scripts %}<script>{{ s }}</script>"
                             "{% endfor %}")  # fmt: skip
    assert page.startswith("<!doctype html>")
    assert "<title>&lt;b&gt;&amp;</title>" in page
    assert "<p>&lt;i&gt;</p><script>a = 1;</script>" in page
    assert page.index("--paper: #ffffff") < page.index("p { margin: 0; }")


def test_the_policy_lets_nothing_but_the_pages_own_style_and_scripts_run(tmp_path: Path) -> None:
    one, other = written(tmp_path, ""), written(tmp_path, "", "p { margin: 1px; }")
    assert "default-src &#39;none&#39;; script-src &#39;sha256-" in one
    assert one.partition("style-src")[2][:60] != other.partition("style-src")[2][:60]


def test_a_name_that_is_not_told_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        written(tmp_path, "{{ nobody }}")
