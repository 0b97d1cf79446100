"""``python -m quality.documents``: write docs/commands.md and docs/records.md from the code that they describe.

With ``--check`` nothing is written; exit code 1 and the names of the files when they no longer say what the code does.
"""

import argparse
import ast
import inspect
import io
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

from rashomon import records

DOCS = Path(__file__).parent.parent / "docs"


def commands() -> str:
    """Every command with its words, its options and its examples."""
    from rashomon.cli.main import parser  # noqa: PLC0415 - the records can be written down while a command is being made

    whole = parser()
    chosen = next(action for action in whole._actions if isinstance(action, argparse._SubParsersAction))
    parts = [f"# Commands\n\n{' '.join((whole.description or '').split())}", epilog(whole)]
    parts += [command(name, one) for name, one in chosen.choices.items()]
    return "\n\n".join(part for part in parts if part) + "\n"


def epilog(parser: argparse.ArgumentParser) -> str:
    """What the help of the whole program ends with: the exit codes."""
    return " ".join((parser.epilog or "").split())


def command(name: str, parser: argparse.ArgumentParser) -> str:
    """One command."""
    actions = [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]
    call = " ".join(["rashomon", name, *(shown(action) for action in actions)])
    rows = [f"| `{escaped(label(action))}` | {escaped(action.help or '')} |" for action in actions]
    table = "\n".join(["| word | is |", "| --- | --- |", *rows])
    examples = (parser.epilog or "").partition("\n\n")[0].partition("\n")[2].rstrip()  # the exit codes stand above, once
    return f"## {name}\n\n{parser.description}\n\n    {call}\n\n{table}" + (
        f"\n\nExamples:\n\n{indented(examples)}" if examples else ""
    )


def shown(action: argparse.Action) -> str:
    """A word of a call: in brackets when it can be left out."""
    value = metavar(action)
    value = f"{value}..." if action.nargs in ("+", "*") else value
    named = " ".join(filter(None, (action.option_strings[-1], value))) if action.option_strings else value
    return f"[{named}]" if action.option_strings and not action.required else named


def label(action: argparse.Action) -> str:
    """How a word is named in the table: «-o, --output FILE»."""
    return " ".join(filter(None, (", ".join(action.option_strings), metavar(action))))


def metavar(action: argparse.Action) -> str:
    """What stands for the value of a word; nothing for a switch."""
    return "" if action.nargs == 0 else str(action.metavar or action.dest.upper())


def escaped(text: str) -> str:
    """Text for the cell of a table."""
    return " ".join(text.replace("%%", "%").split()).replace("|", "\\|")


def indented(text: str) -> str:
    """Examples as a block of code."""
    return "\n".join(f"  {line}" if line.strip() else "" for line in text.splitlines())


def vocabulary() -> str:
    """Every record with its fields, in the order of the file."""
    source = inspect.getsource(records)
    comments = {token.start[0]: token.string.lstrip("# ") for token in tokens(source) if token.type == tokenize.COMMENT}
    tree = ast.parse(source)
    classes = [
        node for node in tree.body if isinstance(node, ast.ClassDef) and any(isinstance(one, ast.AnnAssign) for one in node.body)
    ]
    head = f"# Records\n\n{(ast.get_docstring(tree) or '').strip()}"
    return "\n\n".join([head, "## Values", values(tree), *(record(node, comments) for node in classes)]) + "\n"


def tokens(source: str) -> Iterator[tokenize.TokenInfo]:
    """The tokens of a file, for the comments that a syntax tree leaves out."""
    return tokenize.generate_tokens(io.StringIO(source).readline)


def values(tree: ast.Module) -> str:
    """The fields that hold one of a few words, and those words."""
    literals = [node for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("Literal[")]
    rows = [f"| `{ast.unparse(node.targets[0])}` | {words(node.value)} |" for node in literals]
    return "\n".join(["| name | one of |", "| --- | --- |", *rows])


def words(literal: ast.expr) -> str:
    """The words of a literal type."""
    return ", ".join(str(node.value) for node in ast.walk(literal) if isinstance(node, ast.Constant))


def record(node: ast.ClassDef, comments: dict[int, str]) -> str:
    """One record: what it is, what it adds to, and its fields."""
    bases = [ast.unparse(base) for base in node.bases if ast.unparse(base) != "Record"]
    also = f"\n\nHas all fields of {', '.join(bases)}, and" if bases else ""
    fields = [field for field in node.body if isinstance(field, ast.AnnAssign)]
    rows = [row(field, comments.get(field.lineno, "")) for field in fields]
    table = "\n".join(["| field | type | default | meaning |", "| --- | --- | --- | --- |", *rows])
    return f"## {node.name}\n\n{ast.get_docstring(node)}{also}\n\n{table}"


def row(field: ast.AnnAssign, comment: str) -> str:
    """One field."""
    default = f"`{ast.unparse(field.value)}`" if field.value else "required"
    return f"| `{ast.unparse(field.target)}` | `{escaped(ast.unparse(field.annotation))}` | {default} | {escaped(comment)} |"


WRITTEN = {"commands.md": commands, "records.md": vocabulary}


def stale() -> list[str]:
    """The files that no longer say what the code does."""
    return [name for name, text in WRITTEN.items() if not (DOCS / name).exists() or (DOCS / name).read_text("utf-8") != text()]


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        for name in stale():
            print(f"docs/{name} is stale: run python -m quality.documents", file=sys.stderr)
        return bool(stale())
    for name, text in WRITTEN.items():
        (DOCS / name).write_text(text(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
