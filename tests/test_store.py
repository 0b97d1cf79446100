"""The store: parts by content, tables as annotated, and what happens to folders that are no case."""

import duckdb
import pytest

from rashomon.records import Figure, Issue, Page, Statement, cite
from rashomon.store import (
    CaseError,
    Manifest,
    columns,
    compressed,
    create,
    load_part,
    manifest,
    part_key,
    part_path,
    save_part,
    save_rows,
    sql_type,
    write_manifest,
)


def test_a_folder_becomes_a_case_once(tmp_path):
    create(tmp_path / "case")
    create(tmp_path / "case")
    assert manifest(tmp_path / "case") == Manifest()


def test_a_folder_with_other_files_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(CaseError, match="holds other files"):
        create(tmp_path)


def test_a_file_is_refused(tmp_path):
    path = tmp_path / "file"
    path.write_text("x")
    with pytest.raises(CaseError, match="is a file"):
        create(path)


def test_another_format_is_refused(tmp_path):
    create(tmp_path / "case")
    (tmp_path / "case" / "case.json").write_text('{"format": 99}')
    with pytest.raises(CaseError, match="format 99"):
        manifest(tmp_path / "case")


def test_a_damaged_manifest_is_refused(tmp_path):
    create(tmp_path / "case")
    (tmp_path / "case" / "case.json").write_text('{"format": ')
    with pytest.raises(CaseError, match="cannot be read"):
        manifest(tmp_path / "case")


def test_the_manifest_is_in_order_of_files(tmp_path):
    create(tmp_path / "case")
    write_manifest(tmp_path / "case", Manifest(files={"b": "2", "a": "1"}))
    assert list(manifest(tmp_path / "case").files) == ["a", "b"]


def test_a_part_comes_back_and_a_damaged_one_does_not(tmp_path):
    issue = Issue(stage="read", what="no")
    key = part_key("read", b"content")
    assert load_part(tmp_path, "read", key, Issue) is None
    save_part(tmp_path, "read", key, issue)
    assert load_part(tmp_path, "read", key, Issue) == issue
    part_path(tmp_path, "read", key).write_bytes(b"half a part")
    assert load_part(tmp_path, "read", key, Issue) is None


def test_part_keys_tell_inputs_apart():
    assert part_key("read", b"ab", b"c") != part_key("read", b"a", b"bc")
    assert part_key("read", b"a") != part_key("find", b"a")
    assert part_key("read", b"a") == part_key("read", b"a")


def test_compression_depends_on_nothing_but_the_content():
    assert compressed(b"text" * 100) == compressed(b"text" * 100)


def test_columns_follow_the_annotations():
    assert columns(Figure)["low"] == "DOUBLE"
    assert columns(Figure)["voice"] == "VARCHAR[]"
    assert columns(Statement)["content"] == "BIGINT[][]"
    assert columns(Statement)["cited"].startswith('STRUCT("page" VARCHAR')


def test_an_annotation_without_a_column_type_is_an_error():
    with pytest.raises(TypeError, match="no column type"):
        sql_type(complex)


def test_rows_are_read_back_as_written(tmp_path):
    path = tmp_path / "it's.parquet"
    save_rows(path, [{"id": "a", "voice": ["x", "“y”"]}], {"id": "VARCHAR", "voice": "VARCHAR[]"})
    assert duckdb.sql(f"SELECT * FROM '{str(path).replace(chr(39), chr(39) * 2)}'").fetchall() == [("a", ["x", "“y”"])]
    assert [file.name for file in tmp_path.iterdir()] == ["it's.parquet"]


def test_no_rows_make_an_empty_table(tmp_path):
    save_rows(tmp_path / "none.parquet", [], {"id": "VARCHAR"})
    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path / 'none.parquet'}'").fetchall() == [(0,)]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 99)])
def test_a_citation_of_nothing_is_an_error(start, end):
    page = Page(id="p", file="f", sha256="", media="text/plain", encoding="utf-8", text="word", text_of_page=False)
    with pytest.raises(ValueError, match="no text"):
        cite(page, start, end)
