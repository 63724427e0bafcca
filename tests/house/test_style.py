"""Ways of working that no linter knows about."""

import ast
import re

from tests.house.sources import files, modules, nothing

CODE = ("inspector_app", "resources", "tests")
TEXTS = {"", ".py", ".toml", ".md", ".ts", ".lock", ".json", ".txt", ".csv", ".svg", ".spec"}

# Put together from pieces, so that this file passes its own test.
ELSEWHERE = re.compile(
    "|".join(
        (
            r"(?<![\w.)}])/(?:home|root|tmp|work|Users)/" + r"\w",
            r"[A-Z]:\\+Users" + r"\\",
            r"\bpy" + r"pi\.org",
            r"\bpython" + r"hosted\.org",
            r"\bnpm" + r"js\.(?:org|com)",
            r"\bdebian" + r"\.org",
        )
    )
)
MODE = re.compile(r"[rwxab+t]{1,3}")


def test_nothing_waits_by_the_clock_or_turns_the_event_loop() -> None:
    banned = {"processEvents", "qWait", "qSleep", "msleep", "sleep"}
    nothing(f"{m.at(call)} {name}" for m in modules(*CODE) for call, name in m.calls() if name in banned)


def test_threads_are_not_subclassed() -> None:
    nothing(
        f"{m.at(node)} {node.name}"
        for m in modules(*CODE)
        for node in ast.walk(m.tree)
        if isinstance(node, ast.ClassDef) and "QThread" in map(name_of, node.bases)
    )


def test_no_error_is_swallowed_without_being_named() -> None:
    """To catch everything is for tidying up, and ends in `raise`."""
    nothing(
        m.at(node)
        for m in modules(*CODE)
        for node in ast.walk(m.tree)
        if isinstance(node, ast.ExceptHandler) and catches_all(node.type) and not raises_again(node)
    )


def test_text_files_are_opened_with_their_encoding() -> None:
    """Windows would read and write cp1252."""
    nothing(
        f"{m.at(call)} {name}"
        for m in modules(*CODE)
        for call, name in m.calls()
        if opens_text(call, name) and "encoding" not in {keyword.arg for keyword in call.keywords}
    )


def test_files_name_no_machine_and_no_registry() -> None:
    for path in files():
        if path.suffix in TEXTS:
            text = path.read_text(encoding="utf-8")
            nothing(f"{path.name}: {hit[0]}" for hit in ELSEWHERE.finditer(text))


def test_exceptions_to_the_tools_give_their_reason() -> None:
    """`# noqa: RULE - reason`; and what is postponed is not written in the code."""
    bare = re.compile(r"#\s*(?:noqa|type: ignore|pyright: ignore)(?:[^#\n–—-]|-\w)*$", re.MULTILINE)
    postponed = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    nothing(
        f"{m.where}: {hit[0]}"
        for m in modules(*CODE)
        for pattern in (bare, postponed)
        for hit in pattern.finditer(m.text)
    )


def test_no_test_is_skipped() -> None:
    nothing(
        m.at(node)
        for m in modules("tests")
        for node in ast.walk(m.tree)
        if isinstance(node, ast.Attribute) and node.attr in ("skip", "skipif", "xfail", "importorskip")
    )


def name_of(expression: ast.expr | None) -> str:
    """The last name of `a`, `m.a` or `m.n.a`."""
    return expression.attr if isinstance(expression, ast.Attribute) else getattr(expression, "id", "")


def catches_all(caught: ast.expr | None) -> bool:
    named = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return caught is None or not {"Exception", "BaseException"}.isdisjoint(map(name_of, named))


def raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def opens_text(call: ast.Call, name: str) -> bool:
    if name in ("read_text", "write_text"):  # the encoding may stand by its place
        return len(call.args) <= (name == "write_text")
    # `open(path)`, `path.open("w")` and the like; not `Workbench.open(folder, passphrase)`.
    arguments = call.args[1:] if isinstance(call.func, ast.Name) else call.args
    modes = [*arguments, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    written = [mode.value if isinstance(mode, ast.Constant) else None for mode in modes]
    known = [mode for mode in written if isinstance(mode, str) and MODE.fullmatch(mode)]
    return name == "open" and len(known) == len(modes) and not any("b" in mode for mode in known)
