"""Templates as Jinja compiles them: texts in the page's language, kept from one build to the next.

All environments share one store. A template's code is kept by the environment's settings, by its
name and by its source, so what has changed is compiled again.
"""

from __future__ import annotations

import hashlib
import marshal
from types import CodeType, MethodType
from typing import Any

from jinja2 import BytecodeCache, Environment, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer

# What takes neither a context nor an environment.
_ASK_NOTHING = (Macro, MethodType)
_Name = tuple[str, str, str]
_code: dict[_Name, CodeType] = {}
_used: set[_Name] = set()
_restored: set[_Name] = set()


class Compiled(BytecodeCache):
    """The compiled templates of environments with the same `settings`, a name for these."""

    def __init__(self, settings: str) -> None:
        self._settings = settings

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if there is any."""
        name = self._settings, bucket.key, bucket.checksum
        bucket.code = _code.get(name)
        _used.add(name)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        if bucket.code is not None:
            _code[self._settings, bucket.key, bucket.checksum] = bucket.code

    def text(self, environment: Environment, source: str) -> Template:
        """Return a text that is no file as a template."""
        name = self._settings, "", hashlib.sha256(source.encode()).hexdigest()
        _used.add(name)
        if name not in _code:
            _code[name] = environment.compile(source)
        return Template.from_code(environment, _code[name], environment.make_globals(None))


def restore(kept: bytes) -> None:
    """Take up what `dump` returned in an earlier build, by the same Python and the same code."""
    _code.update(marshal.loads(kept))
    _restored.update(_code)


def dump() -> bytes | None:
    """Return the code of all templates that may be used next; nothing if that is as restored.

    A build that makes no page of a template anew does not use it. Its code goes when the template
    or the environment's settings are others, as a text's does when nothing uses it.
    """
    settings = {name[0] for name in _used}
    now = {name[:2] for name in _used}
    unused = {n for n in _restored if n[0] in settings and n[1] and n[:2] not in now}
    kept = {name: _code[name] for name in sorted(_used | unused) if name in _code}
    return None if kept.keys() == _restored else marshal.dumps(kept)


class Calls(Context):
    """Calls macros and methods as Python does; Jinja would look twice whether they ask for it."""

    def call(self, called: Any, /, *args: Any, **more: Any) -> Any:
        """Return what is called with these arguments returns."""
        if type(called) in _ASK_NOTHING:
            more.pop("_loop_vars", None)
            more.pop("_block_vars", None)
            return called(*args, **more)
        return super().call(called, *args, **more)


class WithTexts(CodeGenerator):
    """Puts the texts of a template, which are the same on every page, into its code."""

    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:  # noqa: N802
        """Compile a template."""
        say = self.environment.globals["gettext"]
        super().visit_Template(_Translated(say).visit(node), frame)


class _Translated(NodeTransformer):
    def __init__(self, say: Any) -> None:
        self._say = say

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        if isinstance(node.node, nodes.Name) and node.node.name in ("_", "gettext"):
            match node.args:
                case [nodes.Const(value=str(text))]:
                    return nodes.Const(self._say(text), lineno=node.lineno)
        return self.generic_visit(node)
