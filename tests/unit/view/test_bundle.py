"""Our modules of JavaScript as one script."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.view.bundle import WEB, bundle


def test_a_module_stands_after_all_that_it_imports_and_once(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(
        'import { b } from "./b.js";\nimport { c } from "./c.js";\nb(c);\n'
    )
    (tmp_path / "b.js").write_text('import { c } from "./c.js";\nexport function b() {}\n')
    (tmp_path / "c.js").write_text("export const c = 1;\nconst secret = 2;\nexport class D {}\n")
    text = bundle("a.js", tmp_path)
    order = [text.index(f'modules["{name}"] =') for name in ("c.js", "b.js", "a.js")]
    assert order == sorted(order)
    assert 'const { c } = modules["c.js"];' in text
    assert "return { c, D };" in text
    assert "import " not in text
    assert "export " not in text


def test_modules_that_need_each_other_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\n')
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\n')
    with pytest.raises(ValueError, match=r"a\.js needs b\.js needs a\.js"):
        bundle("a.js", tmp_path)


def test_every_module_is_on_the_page() -> None:
    page = bundle("page.js")
    for path in WEB.glob("*.js"):
        assert path.name == "types.js" or f'modules["{path.name}"]' in page, path.name
