"""Lexicon files: what is right is read, what is wrong names file, line and entry."""

import msgspec
import pytest

from rashomon.words import LexiconError, entries


class Verb(msgspec.Struct, frozen=True):
    lemma: str
    type: str


def lexicon(tmp_path, text):
    path = tmp_path / "verbs.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_entries_come_in_file_order(tmp_path):
    path = lexicon(tmp_path, '[[verb]]\nlemma = "meet"\ntype = "CONSULT"\n[[verb]]\nlemma = "aid"\ntype = "AID"\n')
    assert [entry.lemma for entry in entries(path, "verb", Verb)] == ["meet", "aid"]


def test_an_entry_that_does_not_fit_names_its_line(tmp_path):
    path = lexicon(tmp_path, '[[verb]]\nlemma = "meet"\ntype = "CONSULT"\n\n[[verb]]\nlemma = 3\ntype = "AID"\n')
    with pytest.raises(LexiconError, match=r"verbs\.toml, line 5, entry 2 of verb: .*lemma"):
        entries(path, "verb", Verb)


def test_bad_syntax_names_its_line(tmp_path):
    with pytest.raises(LexiconError, match="line 2"):
        entries(lexicon(tmp_path, '[[verb]]\nlemma = "meet\n'), "verb", Verb)


def test_an_array_that_is_none_is_refused(tmp_path):
    with pytest.raises(LexiconError, match="array of tables"):
        entries(lexicon(tmp_path, 'verb = "meet"\n'), "verb", Verb)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(LexiconError, match="cannot be read"):
        entries(tmp_path / "none.toml", "verb", Verb)
