"""What lies on the disk, decrypted page by page as SQLCipher 4 writes them: used pages, free ones, those in a log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, SALT, IV, RESERVED = 4096, 16, 16, 80
WAL_HEADER, FRAME_HEADER = 32, 24


def plain_pages(record: Path, key: bytes) -> Iterator[bytes]:
    """Yield every page that lies in a record and its log."""
    content = record.read_bytes()
    yield decrypted(content[SALT:PAGE], key)
    for at in range(PAGE, len(content), PAGE):
        yield decrypted(content[at : at + PAGE], key)
    log = record.with_name(f"{record.name}-wal")
    frames = log.read_bytes() if log.exists() else b""
    for at in range(WAL_HEADER, len(frames), FRAME_HEADER + PAGE):
        page = frames[at + FRAME_HEADER : at + FRAME_HEADER + PAGE]
        yield decrypted(page[SALT:] if page[:SALT] == content[:SALT] else page, key)


def decrypted(page: bytes, key: bytes) -> bytes:
    """Return the content of one page; of one that is cut off, what there is."""
    content, vector = page[:-RESERVED], page[-RESERVED : -RESERVED + IV]
    if not any(page) or len(page) <= RESERVED:
        return b""
    opening = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return opening.update(content[: len(content) // IV * IV]) + opening.finalize()


def pages_with(record: Path, key: bytes, *texts: str) -> int:
    """Count the pages that hold one of the texts."""
    return sum(1 for page in plain_pages(record, key) if any(text.encode() in page for text in texts))


def found_in(folder: Path, key: bytes, texts: Iterable[str]) -> dict[str, int]:
    """Return the files below a folder that hold one of the texts, each with the number of its pages."""
    wanted, found = tuple(texts), dict[str, int]()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        content = path.read_bytes()
        count = int(any(text.encode() in content for text in wanted))
        if ".db" in path.name and not path.name.endswith(("-wal", "-shm", "-journal")) and content:
            count += pages_with(path, key, *wanted)
        if count:
            found[str(path.relative_to(folder))] = count
    return found
