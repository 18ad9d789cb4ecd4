"""Articles from files, folders, globs and standard input, one at a time. What cannot be read stops nothing."""

from __future__ import annotations

import glob
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from graphbuilder.articles.header import is_missing, parse_date, read_header
from graphbuilder.articles.language import foreign_language, identify
from graphbuilder.errors import InvalidArticle
from graphbuilder.model import Article

ENDINGS = (".txt", ".jsonl")
STDIN = "stdin"
LONGEST = 1_000_000  # characters of an article
Found = tuple[str, Article] | InvalidArticle
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


def read_articles(
    paths: Sequence[str], *, published: date | None = None, on_error: Callable[[InvalidArticle], None]
) -> Iterator[Article]:
    """The articles of files, folders (recursively), globs and "-" (standard input), in this order, folders sorted.

    `published` is the date of the articles that state none. Everything that cannot be read goes to `on_error` as an
    InvalidArticle; the rest is read all the same. An article met twice is given once.
    """
    seen: dict[str, tuple[str, str]] = {}
    for found in chain.from_iterable(_read_path(path, published) for path in paths):
        item = found if isinstance(found, InvalidArticle) else _check_new(*found, seen)
        if isinstance(item, InvalidArticle):
            on_error(item)
        elif item:
            yield item


def _check_new(where: str, article: Article, seen: dict[str, tuple[str, str]]) -> Article | InvalidArticle | None:
    """The article, None for one that was there before, or an error for another one of the same id."""
    content = article.content_hash
    if article.id not in seen:
        seen[article.id] = content, where
        return article
    known, place = seen[article.id]
    if known == content:
        return None
    return InvalidArticle(
        f"{where}: another article has the id '{article.id}' ({place}). Give each article its own id."
    )


def _read_path(path: str, published: date | None) -> Iterator[Found]:
    if path == "-":
        yield from _read_stdin(published)
        return
    try:
        files = _find_files(path)
    except InvalidArticle as error:
        yield error
        return
    for file in files:
        yield from _read_file(file, published)


def _find_files(path: str) -> list[Path]:
    place = Path(path)
    if place.is_dir():
        return _find_in_folder(place)
    if place.exists():
        return [place]
    matches = sorted(glob.glob(path, recursive=True))
    if not matches:
        raise InvalidArticle(f"{path}: no such file or folder. Give a file, a folder, a glob or - for standard input.")
    return [file for match in matches for file in _find_matched(Path(match))]


def _find_matched(place: Path) -> list[Path]:
    return [file for file in sorted(place.rglob("*")) if _is_article_file(file, place)] if place.is_dir() else [place]


def _find_in_folder(folder: Path) -> list[Path]:
    files = _find_matched(folder)
    if not files:
        raise InvalidArticle(f"{folder}: no .txt or .jsonl file in it. Give a folder that holds articles.")
    return files


def _is_article_file(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in ENDINGS and not hidden and file.is_file()


def _read_file(file: Path, published: date | None) -> Iterator[Found]:
    if file.suffix.lower() == ".json":
        yield InvalidArticle(
            f"{file}: a .json file is not read. Write JSON Lines, one article a line, and name it .jsonl."
        )
        return
    try:
        with file.open("rb") as stream:
            if file.suffix.lower() == ".jsonl":
                yield from _read_lines(stream, str(file), file.stem, published)
            else:
                yield from _read_whole(stream, str(file), file.stem, published)
    except OSError as error:
        yield InvalidArticle(f"{file}: {error.strerror or error}. Check that it is a file that you may read.")


def _read_stdin(published: date | None) -> Iterator[Found]:
    stream, head = sys.stdin.buffer, []
    for line in stream:
        head.append(line)
        if line.removeprefix(b"\xef\xbb\xbf").strip():
            break
    is_json = bool(head) and head[-1].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    read = _read_lines if is_json else _read_whole
    yield from read(chain(head, stream), STDIN, STDIN, published)


def _read_whole(lines: Iterable[bytes], where: str, article_id: str, published: date | None) -> Iterator[Found]:
    try:
        yield where, _parse_text(_decode(b"".join(lines), where), where, article_id, published)
    except InvalidArticle as error:
        yield error


def _read_lines(lines: Iterable[bytes], where: str, stem: str, published: date | None) -> Iterator[Found]:
    is_empty = True
    for number, line in enumerate(lines, start=1):
        place = f"{where}:{number}"
        try:
            text = _decode(line, place)
            if text.strip():
                is_empty = False
                yield place, _parse_row(text, place, f"{stem}:{number}", published)
        except InvalidArticle as error:
            is_empty = False
            yield error
            if b"\0" in line:
                return
    if is_empty:
        yield InvalidArticle(f"{where}: the file is empty. Write one JSON object a line.")


def _decode(raw: bytes, where: str) -> str:
    if b"\0" in raw:
        raise InvalidArticle(f"{where}: binary (a NUL byte at {raw.index(0)}). Give plain text or JSON Lines in UTF-8.")
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InvalidArticle(f"{where}: byte {error.start} is not UTF-8. Save the file as UTF-8.") from error


def _parse_text(text: str, where: str, article_id: str, published: date | None) -> Article:
    header = read_header(_check_text(text, where))
    if header is None:
        return Article(article_id, text, published=published, lang=_check_language(text, where))
    body = _check_text(text[header.body :].strip(), where)
    stated = _parse_published(header.published, f"{where}:{header.line}")
    return Article(
        article_id, body, header.title, stated or published, header.source, header.url, header.author,
        _check_language(body, where),
    )  # fmt: skip


def _check_text(text: str, where: str) -> str:
    if len(text) > LONGEST:
        raise InvalidArticle(
            f"{where}: {len(text):,} characters; an article has at most {LONGEST:,}. "
            "Is it a whole archive? Use JSON Lines, one article a line."
        )
    if not text.strip():
        raise InvalidArticle(f"{where}: there is no text. Give an article with at least one sentence.")
    return text


def _check_language(text: str, where: str) -> str | None:
    """The language of an article that is in English, or perhaps is."""
    code = identify(text)
    foreign = foreign_language(text, code)
    if foreign:
        raise InvalidArticle(f"{where}: the article is in {foreign}; only English is read.")
    return code


def _parse_published(value: str | None, where: str) -> date | None:
    if value is None or is_missing(value):
        return None
    try:
        return parse_date(value)
    except ValueError as error:
        raise InvalidArticle(f"{where}: '{value:.40}' is no date. Write it as 2021-12-05.") from error


def _parse_row(line: str, where: str, default_id: str, published: date | None) -> Article:
    row = _load_object(line, where)
    text = _check_text(_string(row, "text", where) or "", where)
    header = read_header(text)
    stated = _string(row, "published", where) or (header.published if header else None)
    return Article(
        id=_string(row, "id", where) or default_id,
        text=text,
        title=_string(row, "title", where) or (header.title if header else None),
        published=_parse_published(stated, where) or published,
        source=_string(row, "source", where) or (header.source if header else None),
        url=_string(row, "url", where) or (header.url if header else None),
        author=header.author if header else None,
        lang=_check_language(text[header.body :] if header else text, where),
    )


def _load_object(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InvalidArticle(f"{where}: not JSON ({error}). Write one JSON object a line.") from error
    if not isinstance(row, dict):
        raise InvalidArticle(f'{where}: not a JSON object. Write {{"id": ..., "text": ...}} on one line.')
    return row


def _string(row: dict[str, Any], key: str, where: str) -> str | None:
    """The value of a key as text; None where missing, null or blank. Halves of characters become U+FFFD."""
    value = row.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise InvalidArticle(f'{where}: "{key}" is {type(value).__name__}, it must be text. Put it in quotation marks.')
    return _HALF_CHARACTERS.sub("\ufffd", value) if value and value.strip() else None
