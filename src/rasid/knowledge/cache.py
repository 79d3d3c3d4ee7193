"""A compiled copy of the knowledge in the user's cache folder, named by the hash of the data and of its code.

`RASID_CACHE` names the folder; otherwise `XDG_CACHE_HOME/rasid` or `~/.cache/rasid`. A copy that cannot be written is
done without, and one that cannot be read is compiled again: the cache never changes a result.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

_T = TypeVar("_T")
_CODE = ("knowledge", "text")


class _Pickler(pickle.Pickler):
    """Writes dataclasses as calls of their constructor, which loads three times as fast as setting slot by slot.

    Read-only views of dictionaries, which Python refuses to pickle, are written as a call too.
    """

    def reducer_override(self, thing: Any) -> Any:
        if isinstance(thing, MappingProxyType):
            return _freeze, (dict(thing),)
        if isinstance(thing, type) or not is_dataclass(thing) or hasattr(thing, "__post_init__"):
            return NotImplemented
        plain = [one for one in fields(thing) if one.init]
        values = tuple(getattr(thing, one.name) for one in plain)
        if any(one.kw_only for one in plain):
            return _make, (type(thing), tuple(one.name for one in plain), values)
        return type(thing), values


def _freeze(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


def _make(kind: type[Any], names: tuple[str, ...], values: tuple[Any, ...]) -> Any:
    return kind(**dict(zip(names, values, strict=True)))


def cached(data: Path, build: Callable[[Path], _T], kind: type[_T]) -> _T:
    """Return the compiled copy of a data folder where there is a sound one, else build it and leave a copy."""
    folder = cache_folder()
    file = folder / f"{fingerprint(data)}.pickle" if folder else None
    if file and (found := _read(file, kind)) is not None:
        return found
    built = build(data)
    if file:
        _write(file, built)
    return built


def cache_folder() -> Path | None:
    """Return the folder for compiled copies, or None where the user has no home."""
    if named := os.environ.get("RASID_CACHE"):
        return Path(named)
    if shared := os.environ.get("XDG_CACHE_HOME"):
        return Path(shared) / "rasid"
    try:
        return Path.home() / ".cache" / "rasid"
    except RuntimeError:
        return None


def fingerprint(data: Path) -> str:
    """Return the SHA-256 of all data files, of the code that compiles them and of the Python version."""
    digest = hashlib.sha256(repr(sys.version_info[:3]).encode())
    for path in _files(data):
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _files(data: Path) -> Iterator[Path]:
    package = Path(__file__).resolve().parent.parent
    yield from sorted(path for path in data.rglob("*") if path.suffix in (".yaml", ".tsv", ".json"))
    for room in _CODE:
        yield from sorted((package / room).glob("*.py"))


def _read(file: Path, kind: type[_T]) -> _T | None:
    """Read a copy; whatever a damaged file makes pickle raise means that there is none."""
    try:
        with file.open("rb") as stream, _no_collection():
            found = pickle.load(stream)
    except Exception:  # noqa: BLE001 - a damaged pickle can raise anything
        return None
    return found if isinstance(found, kind) else None


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Stop the search for cycles while many objects that all stay are made; it would take as long as making them."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _write(file: Path, built: object) -> None:
    """Write beside the file and rename, so that no reader ever sees half a copy."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.stem, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as stream:
                _Pickler(stream, protocol=pickle.HIGHEST_PROTOCOL).dump(built)
            os.replace(name, file)
        except BaseException:
            os.unlink(name)
            raise
