"""What a person can do about a build that failed: one sentence instead of a traceback."""

from __future__ import annotations

import errno
import traceback
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
KEPT = "The site stays as it was."


def advice(error: BaseException, overrides: Path) -> str | None:
    """Return what to do about an error, or None where only its traceback can tell.

    `overrides` is the folder of the templates, in which a mistake is looked for. An error that
    only names where another one happened is as good as that one.
    """
    found = _advice(error, overrides)
    if found is None and error.__cause__:
        return advice(error.__cause__, overrides)
    return found


def _advice(error: BaseException, overrides: Path) -> str | None:
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: {error.message}. Mend it. {KEPT}"
    if isinstance(error, TemplateNotFound):
        return f"There is no template {overrides.name}/{error.name}. Bring it back. {KEPT}"
    if isinstance(error, UndefinedError):
        return f"{_template_line(error, overrides)}{error.message}. Mend it. {KEPT}"
    if not isinstance(error, OSError):
        return None
    where = f" {error.filename}" if error.filename else ""
    if error.errno in _FULL:
        return f"There is no room to write{where} ({error.strerror}). Free some. {KEPT}"
    if error.errno in _FORBIDDEN:
        return f"May not write{where} ({error.strerror}). Allow it, or name another place. {KEPT}"
    if error.errno == errno.ENOENT:
        return f"There is no file{where}. Bring it back. {KEPT}"
    return f"{error}. {KEPT}" if not error.errno else None


def _template_line(error: BaseException, overrides: Path) -> str:
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).is_relative_to(overrides):
            return f"{frame.filename}:{frame.lineno}: "
    return ""
