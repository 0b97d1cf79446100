"""The command line: help with examples and exit codes, and text that would upset a terminal."""

import pytest

from rashomon.case.lines import as_lines, safe
from rashomon.cli.main import COMMANDS, parser
from tests.conftest import main


@pytest.mark.parametrize("command", [command.__name__.rsplit(".", 1)[1] for command in COMMANDS])
def test_the_help_of_every_command_has_examples_and_exit_codes(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert f"  rashomon {command} " in out
    assert "exit codes: 0 done" in out.casefold()


def test_what_a_terminal_would_act_upon_is_shown():
    assert safe("red \x1b[31mtext\x07") == "red \\x1b[31mtext\\x07"
    assert safe("turned \u202eback\u2069") == "turned \\u202eback\\u2069"
    assert safe("lone \udcff") == "lone \\udcff"
    assert safe("Қазақстан, “中国” naïve\u00a0words\nnext") == "Қазақстан, “中国” naïve\u00a0words\nnext"


def test_lines_for_people_hold_no_controls():
    row = {"file": "a\x1b[2J.txt", "stage": "read", "what": "bad \u202e text"}
    assert list(as_lines("issues", [row])) == ["a\\x1b[2J.txt", "  read: bad \\u202e text"]


def test_several_assumptions_may_follow_one_flag_or_each_its_own():
    words = [
        "run",
        "affair",
        "--assume",
        "the pact fails",
        "the port closes",
        "--assume",
        "the strike ends",
        "--without",
        "A",
        "B",
    ]
    read = parser().parse_args(words)
    assert read.assume == ["the pact fails", "the port closes", "the strike ends"]
    assert read.without == ["A", "B"]
